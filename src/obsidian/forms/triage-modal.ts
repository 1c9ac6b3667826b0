import type { App } from "obsidian";
import { openingLines } from "../../core/lists/opening-lines";
import { isWritable, toTriage } from "../../core/lists/triage";
import type { GivenTexts, PeopleAction } from "../../core/actions/action";
import { nothingDone } from "../../core/actions/change-notes";
import { letGoAction } from "../../core/actions/let-go.action";
import { changePeople } from "../../core/actions/people-action";
import { circleChoices, setCircleAction } from "../../core/actions/set-circle.action";
import type { NoteStore } from "../../core/ports";
import type { Person } from "../../core/index/person";
import type { CircleSetting } from "../../core/people/settings/settings";
import { words } from "../../core/words/words";
import type { ActionRunner } from "../adapter/action-runner";
import { linkCounts } from "../adapter/survey";
import type { PluginHost } from "../plugin-host";
import { parseYamlText } from "../adapter/note-source";
import { todayHere } from "../adapter/calendar-day";
import { PlainModal } from "./plain-modal";

/** Opens the walk through the people who have no circle yet. */
export async function openTriage({ plugin, index, runner, settings }: PluginHost): Promise<void> {
  const circles = circleChoices(settings.get(), index.people()).slice(0, 9);
  const mentions = linkCounts(plugin.app);
  const { store } = runner.context();
  const people = await writable(
    toTriage(index.people(), (path) => mentions.get(path) ?? 0, todayHere()),
    store,
  );
  new TriageModal(plugin.app, people, circles, (path) => mentions.get(path) ?? 0, runner).open();
}

/** Those whose head can be written: what cannot be read is a Problem, to be mended first. */
async function writable(people: readonly Person[], store: NoteStore): Promise<Person[]> {
  const found: Person[] = [];
  for (const person of people) {
    const mayBeBroken = person.problems.some(({ property }) => property === null);
    if (!mayBeBroken || isWritable(await store.read(person.path), parseYamlText)) found.push(person);
  }
  return found;
}

/** A button that says which key does the same. */
function keyButton(el: HTMLElement, key: string, text: string, run: () => void): HTMLElement {
  const button = el.createEl("button");
  button.createEl("kbd", { text: key, attr: { "aria-hidden": "true" } });
  button.createSpan({ text, attr: { dir: "auto" } });
  button.addEventListener("click", run);
  return button;
}

/** Gives people a circle one key at a time. Each key writes at once and can be undone. */
class TriageModal extends PlainModal {
  private at = 0;
  private readonly done: (string | null)[] = [];
  private busy: Promise<void> = Promise.resolve();
  private bodyEl: HTMLElement | null = null;
  private saidEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly people: readonly Person[],
    private readonly circles: readonly CircleSetting[],
    private readonly mentions: (path: string) => number,
    private readonly runner: ActionRunner,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.triage.title);
    this.contentEl.addClass("reconnect-triage");
    this.contentEl.createEl("p", { text: words.triage.intro });
    this.bodyEl = this.contentEl.createDiv({ cls: "reconnect-triage-body" });
    this.saidEl = this.contentEl.createEl("p", { cls: "reconnect-message", attr: { role: "status" } });
    const key = (name: string, run: () => void): void => {
      this.scope.register([], name, () => {
        run();
        return false;
      });
    };
    this.circles.forEach(({ name }, index) => {
      key(String(index + 1), () => {
        this.give(name);
      });
    });
    key("0", () => {
      this.stopAsking();
    });
    key(" ", () => {
      this.pass();
    });
    key("u", () => {
      this.back();
    });
    void this.draw();
  }

  private async draw(): Promise<void> {
    const el = this.bodyEl;
    const person = this.people[this.at];
    if (!el) return;
    const file = person && this.app.vault.getFileByPath(person.path);
    const opening = file ? openingLines(await this.app.vault.cachedRead(file), 160) : "";
    if (this.people[this.at] !== person) return;
    el.empty();
    if (!person) {
      el.createEl("p", { text: this.people.length === 0 ? words.triage.nobody : words.triage.done });
    } else {
      // The name has the keyboard: it is read out, and Enter presses nothing.
      const name = el.createEl("h3", { attr: { tabindex: -1 } });
      name.createSpan({ text: person.name, attr: { dir: "auto" } });
      el.createEl("p", {
        cls: "reconnect-row-detail",
        text: `${words.triage.step(this.at + 1, this.people.length)}; ${words.triage.mentioned(this.mentions(person.path))}`,
      });
      el.createEl("p", { cls: "reconnect-triage-opening" }).createSpan({ text: opening, attr: { dir: "auto" } });
    }
    this.drawCircles(el, person !== undefined);
    this.drawRest(el, person !== undefined);
    (el.querySelector<HTMLElement>("h3") ?? el.querySelector("button"))?.focus();
  }

  private drawCircles(el: HTMLElement, isOne: boolean): void {
    if (!isOne) return;
    const box = el.createDiv({ cls: "reconnect-triage-circles" });
    this.circles.forEach(({ name, cadence }, index) => {
      const button = keyButton(box, String(index + 1), name, () => {
        this.give(name);
      });
      button.createSpan({ cls: "reconnect-row-detail", text: cadence });
    });
  }

  private drawRest(el: HTMLElement, isOne: boolean): void {
    const box = el.createDiv({ cls: "reconnect-triage-keys" });
    if (isOne) {
      keyButton(box, "0", words.triage.letGo, () => {
        this.stopAsking();
      });
      keyButton(box, words.triage.space, words.triage.later, () => {
        this.pass();
      });
    } else {
      box.createEl("button", { cls: "mod-cta", text: words.triage.close }).addEventListener("click", () => {
        this.close();
      });
    }
    if (this.done.length > 0)
      keyButton(box, "U", words.triage.back, () => {
        this.back();
      });
  }

  private give(circle: string): void {
    this.write(setCircleAction, { circle }, (name) => words.triage.given(name, circle));
  }

  private stopAsking(): void {
    this.write(letGoAction, {}, letGoAction.said);
  }

  private pass(): void {
    this.write(null, {}, words.triage.passed);
  }

  /** Writes one person after the other, however fast the keys come; without an action, passes on. */
  private write(action: PeopleAction | null, given: GivenTexts, said: (name: string) => string): void {
    const person = this.people[this.at];
    if (!person) return;
    this.at++;
    this.busy = this.busy.then(async () => {
      const { undoId, refused } = action
        ? await this.runner.during(changePeople(action, this.runner.context(), [person], given))
        : nothingDone();
      this.done.push(undoId);
      this.say(refused[0]?.message ?? said(person.name));
    });
    void this.busy.then(() => this.draw());
  }

  private back(): void {
    this.busy = this.busy.then(async () => {
      const id = this.done.pop();
      if (id === undefined) return;
      this.at--;
      if (id !== null) await this.runner.undo(id);
    });
    void this.busy.then(() => this.draw());
  }

  private say(text: string): void {
    this.saidEl?.setText(text);
  }
}
