import { Modal, type App } from "obsidian";
import { openingLines } from "../../core/panel/opening-lines";
import { toTriage } from "../../core/panel/triage";
import { letGo, setCircle } from "../../core/actions/set-properties";
import type { Changed } from "../../core/actions/change-notes";
import type { Person } from "../../core/people/person";
import { words } from "../../core/words/words";
import type { ActionDesk } from "../action-desk";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../vault/calendar-day";

/** Opens the walk through the people who have no circle yet. */
export function openTriage({ plugin, index, desk, actions }: PluginHost): void {
  const mentions = mentionCounts(plugin.app);
  const people = toTriage(index.people(), (path) => mentions.get(path) ?? 0, todayHere());
  new TriageModal(plugin.app, people, actions.circles().slice(0, 9), (path) => mentions.get(path) ?? 0, desk).open();
}

/** How many notes link to each note. */
function mentionCounts(app: App): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [from, links] of Object.entries(app.metadataCache.resolvedLinks)) {
    for (const to of Object.keys(links)) if (to !== from) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}

/** Gives people a circle one key at a time. Each key writes at once and can be undone. */
class TriageModal extends Modal {
  private at = 0;
  private readonly done: (string | null)[] = [];
  private busy: Promise<void> = Promise.resolve();
  private bodyEl: HTMLElement | null = null;
  private saidEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly people: readonly Person[],
    private readonly circles: readonly string[],
    private readonly mentions: (path: string) => number,
    private readonly desk: ActionDesk,
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
    this.circles.forEach((circle, index) => { key(String(index + 1), () => { this.give(circle); }); });
    key("0", () => { this.stopAsking(); });
    key(" ", () => { this.pass(); });
    key("u", () => { this.back(); });
    void this.draw();
  }

  override onClose(): void {
    this.contentEl.empty();
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
      el.createEl("p", { text: words.triage.done });
    } else {
      el.createEl("h3", { text: person.name, attr: { dir: "auto" } });
      el.createEl("p", { cls: "reconnect-row-detail", text: `${words.triage.mentioned(this.mentions(person.path))}; ${words.triage.left(this.people.length - this.at - 1)}` });
      if (opening !== "") el.createEl("p", { text: opening, attr: { dir: "auto" } });
    }
    this.drawKeys(el, person !== undefined);
  }

  private drawKeys(el: HTMLElement, isOne: boolean): void {
    const keys = el.createDiv({ cls: "reconnect-triage-keys" });
    const button = (text: string, run: () => void): void => { keys.createEl("button", { text }).addEventListener("click", run); };
    if (isOne) {
      this.circles.forEach((circle, index) => { button(words.triage.circle(index + 1, circle), () => { this.give(circle); }); });
      button(words.triage.letGo, () => { this.stopAsking(); });
      button(words.triage.later, () => { this.pass(); });
    }
    if (this.done.length > 0) button(words.triage.back, () => { this.back(); });
    keys.querySelector("button")?.focus();
  }

  private give(circle: string): void {
    this.write((person) => setCircle(this.desk.context(), [person], circle), (name) => words.triage.given(name, circle));
  }

  private stopAsking(): void {
    this.write((person) => letGo(this.desk.context(), [person]), words.notice.changed["let-go"]);
  }

  private pass(): void {
    this.write(() => Promise.resolve({ written: [], refused: [], undoId: null }), words.triage.passed);
  }

  /** Writes one person after the other, however fast the keys come. */
  private write(action: (person: Person) => Promise<Changed>, said: (name: string) => string): void {
    const person = this.people[this.at];
    if (!person) return;
    this.at++;
    this.busy = this.busy.then(async () => {
      const { undoId, refused } = await action(person);
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
      if (id !== null) await this.desk.undo(id);
    });
    void this.busy.then(() => this.draw());
  }

  private say(text: string): void {
    this.saidEl?.setText(text);
  }
}
