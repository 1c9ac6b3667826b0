import { Setting, type App } from "obsidian";
import { firstGroups, firstPeople, MANY_PEOPLE, type FirstPerson } from "../../core/entry/first-people";
import type { Candidate } from "../../core/entry/detection/detect-people";
import { settingsFrom } from "../../core/entry/detection/propose";
import type { Start } from "../../core/actions/start-with";
import { openingLines } from "../../core/lists/opening-lines";
import { normalizeName } from "../../core/people/normalize-name";
import { noteName } from "../../core/people/people-rules";
import type { Settings } from "../../core/people/settings/settings";
import { addDays, type CivilDate } from "../../core/text/dates/civil-date";
import { words } from "../../core/words/words";
import type { Survey } from "../adapter/survey";
import { drawFormButtons } from "./form-buttons";
import { labelled } from "./labelled";
import { candidateName, shortName } from "./rule-names";
import { PlainModal } from "./plain-modal";

/** What was chosen: the settings it comes to, and who is to be heard from more. */
export interface Chosen {
  readonly edit: (settings: Settings) => Settings;
  readonly starts: readonly Start[];
}

interface Handlers {
  readonly start: (chosen: Chosen) => void;
  /** Goes on with an import, a new person or the data of another plugin, under the same settings. */
  readonly goOn: (form: "import" | "new-person" | "adopt", chosen: Chosen) => void;
}

const SHOWN = 30;
const OPENING_CHARACTERS = 80;
const DEFAULT_RHYTHM = "monthly";
/** In a vault where nothing tells people apart, a note with one of these is a person's. */
const TICKED_NOTES = ["cadence", "last_contact"].map((name) => ({ name, value: "*" }));

/** The one sheet that sets Reconnect up: two or three people, how often, and the last day if it is known. */
export class SetUpModal extends PlainModal {
  private readonly kept: Set<Candidate>;
  private readonly starts = new Map<string, Start>();
  private people: readonly FirstPerson[] = [];
  private query = "";
  private countsMentions: boolean | null = null;
  private foundEl: HTMLElement | null = null;
  private groupsEl!: HTMLElement;
  private listEl!: HTMLElement;
  private messageEl!: HTMLElement;
  private startEl!: HTMLButtonElement;

  constructor(
    app: App,
    private readonly survey: Survey,
    private readonly base: Settings,
    private readonly today: CivilDate,
    private readonly handlers: Handlers,
  ) {
    super(app);
    this.kept = new Set(survey.proposal.candidates);
  }

  override onOpen(): void {
    const { contentEl } = this;
    contentEl.addClass("reconnect-set-up");
    this.setTitle(words.setUp.title);
    contentEl.createEl("p", { text: words.setUp.intro });
    this.drawWhich(contentEl.createDiv());
    this.groupsEl = contentEl.createDiv({ cls: "reconnect-set-up-groups" });
    const search = contentEl.createEl("input", { type: "search", attr: { placeholder: words.setUp.search } });
    labelled(search, words.setUp.search).addEventListener("input", () => {
      this.query = search.value;
      this.drawList();
    });
    // Where every box is ticked already nothing in it takes the keyboard: it scrolls by itself.
    this.listEl = contentEl.createDiv({ cls: "reconnect-set-up-list", attr: { tabindex: 0 } });
    const mentionsEl = contentEl.createDiv();
    this.messageEl = contentEl.createEl("p", { cls: "reconnect-message", attr: { role: "status" } });
    this.startEl = drawFormButtons(
      contentEl,
      [
        words.setUp.notNow,
        () => {
          this.close();
        },
      ],
      [
        words.setUp.start,
        () => {
          this.close();
          this.handlers.start(this.chosen());
        },
      ],
    );
    this.look();
    this.drawMentions(mentionsEl);
    search.toggle(this.people.length > 0);
  }

  /** Finds the people by what is kept, and draws them. */
  private look(): void {
    const { notes, proposal, useOf } = this.survey;
    const settings = this.chosen().edit(this.base);
    // Where nothing marks people, any note may be one.
    const rules = proposal.candidates.length > 0 ? settings.people : { ...settings.people, folders: [""] };
    this.people = firstPeople(notes, { ...settings, people: rules }, useOf);
    const listed = new Set(this.people.map(({ path }) => path));
    for (const path of this.starts.keys()) if (!listed.has(path)) this.starts.delete(path);
    const where = [...this.kept].map(({ rule }) => shortName(rule)).join(", ");
    this.foundEl?.setText(words.setUp.found(this.people.length, where || words.setUp.whole));
    this.drawGroups();
    this.drawList();
    this.check();
  }

  private drawWhich(el: HTMLElement): void {
    const { candidates, plugins } = this.survey.proposal;
    if (candidates.length === 0) {
      el.createEl("p", { text: this.survey.notes.length > 0 ? words.setUp.anyNote : words.setUp.nothing });
      const box = el.createDiv({ cls: "reconnect-set-up-ways" });
      this.button(box, words.setUp.importPeople, "import");
      this.button(box, words.setUp.newPerson, "new-person");
      return;
    }
    const line = el.createEl("p", { cls: "reconnect-row-detail" });
    this.foundEl = line.createSpan();
    const change = line.createEl("button", {
      cls: "reconnect-link-button",
      text: words.setUp.change,
      attr: { "aria-expanded": "false" },
    });
    const rules = el.createDiv();
    change.addEventListener("click", () => {
      const isOpen = rules.childElementCount > 0;
      change.setAttribute("aria-expanded", String(!isOpen));
      rules.empty();
      if (!isOpen) this.drawCandidates(rules);
    });
    if (plugins.length === 0) return;
    const found = plugins.map(({ plugin, count }) => words.adopt.foundIn(words.adopt.plugins[plugin], count));
    const also = el.createEl("p", { cls: "reconnect-row-detail", text: words.setUp.plugins(found.join(", ")) });
    this.button(also, words.setUp.migrate, "adopt", "reconnect-link-button");
  }

  private drawCandidates(el: HTMLElement): void {
    for (const candidate of this.survey.proposal.candidates) {
      const name = candidateName(candidate.rule);
      new Setting(el)
        .setName(name)
        .setDesc(words.setUp.such(candidate.count, candidate.examples.map(noteName).join(", ")))
        .addToggle((toggle) => {
          toggle.setValue(this.kept.has(candidate)).onChange((isKept) => {
            if (isKept) this.kept.add(candidate);
            else this.kept.delete(candidate);
            this.look();
          });
          labelled(toggle.toggleEl, name);
        });
    }
  }

  private button(el: HTMLElement, text: string, form: Parameters<Handlers["goOn"]>[0], cls = ""): void {
    el.createEl("button", { text, cls }).addEventListener("click", () => {
      this.close();
      this.handlers.goOn(form, this.chosen());
    });
  }

  /** Many people are chosen by group first: one rhythm for each. */
  private drawGroups(): void {
    this.groupsEl.empty();
    if (this.people.length < MANY_PEOPLE) return;
    for (const { name, people } of firstGroups(this.people)) {
      const label = this.groupsEl.createEl("label", { cls: "reconnect-set-up-group" });
      label.createSpan({ text: words.setUp.group(name, people.length), attr: { dir: "auto" } });
      const select = dropdown(label, words.setUp.groupRhythm(name), [["", words.setUp.asItIs], ...words.setUp.rhythms]);
      select.addEventListener("change", () => {
        for (const { path, cadence } of people) {
          if (cadence !== null) continue;
          if (select.value === "") this.starts.delete(path);
          else this.starts.set(path, { path, cadence: select.value, lastContact: null });
        }
        this.drawList();
        this.check();
      });
    }
  }

  private drawList(): void {
    this.listEl.empty();
    const query = normalizeName(this.query);
    const found = this.people.filter(({ name }) => normalizeName(name).includes(query));
    for (const person of found.slice(0, SHOWN)) this.drawPerson(person);
    if (found.length > SHOWN)
      this.listEl.createEl("p", { cls: "reconnect-row-detail", text: words.setUp.more(found.length - SHOWN) });
    if (found.length === 0 && this.people.length > 0) this.listEl.createEl("p", { text: words.setUp.nobodyFound });
  }

  private drawPerson(person: FirstPerson): void {
    const { path, name, cadence } = person;
    const row = this.listEl.createDiv({ cls: "reconnect-set-up-person" });
    const label = row.createEl("label");
    const tick = label.createEl("input", { type: "checkbox" });
    const text = label.createDiv();
    text.createDiv({ cls: "reconnect-set-up-name", text: name, attr: { dir: "auto" } });
    const opening = text.createDiv({ cls: "reconnect-row-detail", attr: { dir: "auto" } });
    if (cadence !== null) opening.setText(words.setUp.already(cadence));
    else
      void this.survey.textOf(path).then((note) => {
        opening.setText(openingLines(note, OPENING_CHARACTERS).split("\n")[0] ?? "");
      });
    tick.checked = cadence !== null || this.starts.has(path);
    // What a note says already is changed in the note.
    tick.disabled = cadence !== null;
    const more = row.createDiv({ cls: "reconnect-set-up-more" });
    if (this.starts.has(path)) this.drawHow(more, name, path);
    tick.addEventListener("change", () => {
      more.empty();
      if (tick.checked) {
        this.starts.set(path, { path, cadence: DEFAULT_RHYTHM, lastContact: null });
        this.drawHow(more, name, path);
      } else this.starts.delete(path);
      this.check();
    });
  }

  /** How often and when last; nothing is written of what is not known. */
  private drawHow(el: HTMLElement, name: string, path: string): void {
    const start = (): Start => this.starts.get(path) ?? { path, cadence: DEFAULT_RHYTHM, lastContact: null };
    const how = dropdown(field(el, words.setUp.howOften), words.setUp.howOftenFor(name), words.setUp.rhythms);
    how.value = start().cadence;
    how.addEventListener("change", () => {
      this.starts.set(path, { ...start(), cadence: how.value });
    });
    const { lasts } = words.setUp;
    const days: Readonly<Record<string, CivilDate>> = { today: this.today, yesterday: addDays(this.today, -1) };
    const last = dropdown(field(el, words.setUp.last), words.setUp.lastFor(name), Object.entries(lasts));
    const day = el.createEl("input", { type: "date", attr: { max: this.today } });
    labelled(day, words.setUp.dayFor(name));
    const { lastContact } = start();
    const known = Object.keys(days).find((key) => days[key] === lastContact);
    last.value = known ?? (lastContact ? "pick" : "unsure");
    day.value = lastContact ?? "";
    const update = (): void => {
      day.toggle(last.value === "pick");
      const picked = day.value !== "" && day.value <= this.today ? (day.value as CivilDate) : null;
      this.starts.set(path, { ...start(), lastContact: last.value === "pick" ? picked : (days[last.value] ?? null) });
      this.check();
    };
    last.addEventListener("change", update);
    day.addEventListener("change", update);
    day.toggle(last.value === "pick");
  }

  /** Three of the person's own lines, with the question whether such a line is contact. */
  private drawMentions(el: HTMLElement): void {
    const people = new Set(this.people.map(({ path }) => path));
    void this.survey.mentions(people, this.chosen().edit(this.base)).then((lines) => {
      if (lines.length === 0) return;
      const box = el.createEl("fieldset", { cls: "reconnect-set-up-mentions" });
      box.createEl("legend", { text: words.setUp.mentions });
      for (const line of lines) box.createEl("blockquote", { text: line, attr: { dir: "auto" } });
      for (const [counts, text] of [
        [true, words.setUp.mentionsYes],
        [false, words.setUp.mentionsNo],
      ] as const) {
        const label = box.createEl("label");
        label
          .createEl("input", { type: "radio", attr: { name: "reconnect-mentions" } })
          .addEventListener("change", () => {
            this.countsMentions = counts;
          });
        label.appendText(text);
      }
    });
  }

  private check(): void {
    const starts = [...this.starts.values()];
    const isGood = starts.length > 0 || this.people.some(({ cadence }) => cadence !== null);
    this.startEl.disabled = !isGood;
    const hasDays = starts.some(({ lastContact }) => lastContact !== null);
    this.messageEl.setText(isGood ? words.setUp.adds(starts.length, hasDays) : words.setUp.tickOne);
  }

  private chosen(): Chosen {
    const { proposal } = this.survey;
    const kept = [...this.kept];
    const { countsMentions } = this;
    return {
      starts: [...this.starts.values()],
      edit: (base) => {
        const settings = settingsFrom(proposal, kept, base);
        const { people, mentions } = settings;
        return {
          ...settings,
          people:
            proposal.candidates.length > 0
              ? people
              : { ...people, folders: [base.newPersonFolder], properties: TICKED_NOTES },
          mentions: countsMentions === null ? mentions : { ...mentions, on: countsMentions },
          confirmed: true,
        };
      },
    };
  }
}

function field(el: HTMLElement, name: string): HTMLElement {
  const label = el.createEl("label");
  label.createSpan({ text: name });
  return label;
}

function dropdown(
  el: HTMLElement,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
  const select = labelled(el.createEl("select", { cls: "dropdown" }), label);
  for (const [value, text] of options) select.createEl("option", { value, text });
  return select;
}
