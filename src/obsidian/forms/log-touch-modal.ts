import { getLanguage, setIcon, type App } from "obsidian";
import type { CheckedDraft } from "../../core/actions/touch-draft";
import {
  checkNext,
  touchForm,
  type TouchForm,
  type TouchFormState,
  type WhoIsMeant,
} from "../../core/actions/touch-form";
import { nextStepLine, type NextStep } from "../../core/actions/touch-next-step";
import type { CivilDate } from "../../core/text/dates/civil-date";
import { formatWeekday } from "../../core/text/dates/format-day";
import { noteLink } from "../../core/text/note/escape-markdown";
import { disambiguateNames } from "../../core/index/disambiguate-names";
import { safeNoteName } from "../../core/entry/new-person-name";
import { noteName } from "../../core/people/people-rules";
import { normalizeName } from "../../core/people/normalize-name";
import type { Person } from "../../core/index/person";
import type { UnsurePerson } from "../../core/entry/parse-quick-entry";
import { NOBODY, type NameBook, type Nameable } from "../../core/entry/find-people";
import type { LogFormat } from "../../core/log/read-log";
import { EMOJI_FORMAT, type TaskFormat } from "../../core/tasks/task-format";
import type { Touch } from "../../core/log/touch";
import { words } from "../../core/words/words";
import { NextStepFields } from "./touches/next-step-fields";
import { TouchFields } from "./touches/touch-fields";
import { labelled } from "./labelled";
import { PickPersonModal } from "./pick-person-modal";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

/** What a form for a touch needs to know. */
export interface LogTouchOptions {
  readonly state: TouchFormState;
  readonly everyone: () => readonly Person[];
  /** Who is called what; asked for once something is typed. */
  readonly book: () => NameBook;
  readonly today: CivilDate;
  readonly format: LogFormat;
  /** How a task is written here; the form does not wait for it. */
  readonly taskFormat: Promise<TaskFormat>;
}

/** What is to be logged: with whom, the touch, and what comes next. */
export interface LoggedForm {
  readonly people: readonly Nameable[];
  /** Whose notes are to be made first. */
  readonly newNames: readonly string[];
  readonly touch: Touch;
  readonly next: NextStep | null;
}

/**
 * A form for one touch with one or several people. One line says it all, or the fields below do; what
 * will be written is shown, and nothing is written before it is.
 */
export class LogTouchModal extends PlainModal {
  private state: TouchFormState;
  private readonly say: (one: Nameable) => string;
  private book: NameBook = NOBODY;
  private taskFormat = EMOJI_FORMAT;
  private peopleEl: HTMLElement | null = null;
  private daysEl: HTMLElement | null = null;
  private fields: TouchFields | null = null;
  private next: NextStepFields | null = null;
  private hintEl: HTMLElement | null = null;
  private saveEl: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly options: LogTouchOptions,
    private readonly onSave: (form: LoggedForm) => void,
  ) {
    super(app);
    this.state = options.state;
    this.say = disambiguateNames(options.everyone());
  }

  override onOpen(): void {
    const { contentEl, options } = this;
    contentEl.addClass("reconnect-touch-form");
    const lineEl = this.drawLine(contentEl);
    this.peopleEl = contentEl.createDiv({ cls: "reconnect-touch-people" });
    this.daysEl = contentEl.createDiv({ cls: "reconnect-touch-people" });
    this.fields = new TouchFields(contentEl, options.today, options.format, (part) => {
      this.change({ byHand: { ...this.state.byHand, ...part } });
    });
    this.next = new NextStepFields(contentEl, (part) => {
      this.change({ next: { ...this.state.next, ...part } });
    });
    this.hintEl = contentEl.createDiv({ cls: "reconnect-hint", attr: { "aria-live": "polite" } });
    this.drawButtons(contentEl);
    this.scope.register(["Mod"], "Enter", () => {
      this.save();
      return false;
    });
    this.change({});
    lineEl.focus();
    void options.taskFormat.then((format) => {
      this.taskFormat = format;
      this.showNext();
    });
  }

  private drawLine(el: HTMLElement): HTMLInputElement {
    const input = el.createEl("input", {
      cls: "reconnect-touch-line",
      type: "text",
      attr: { placeholder: words.touchForm.linePlaceholder },
    });
    input.addEventListener("input", () => {
      if (this.book === NOBODY) this.book = this.options.book();
      this.change({ line: input.value });
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.save();
    });
    return labelled(input, words.touchForm.line);
  }

  private drawButtons(el: HTMLElement): void {
    this.saveEl = drawFormButtons(
      el,
      [
        words.touchForm.cancel,
        () => {
          this.close();
        },
      ],
      [
        words.touchForm.save,
        () => {
          this.save();
        },
      ],
    );
  }

  private change(part: Partial<TouchFormState>): void {
    this.state = { ...this.state, ...part };
    const form = this.form();
    this.setTitle(words.touchForm.title(words.names(form.people.map(this.say))));
    this.drawPeople(form);
    const checked = this.showFields(form);
    this.showNext();
    this.hintEl?.setText(this.hintOf(form));
    if (this.saveEl) this.saveEl.disabled = this.ready(form, checked) === null;
  }

  /** The fields as the line fills them; where it could mean several days, each is a button. */
  private showFields({ draft, openDay }: TouchForm): CheckedDraft | undefined {
    const el = this.daysEl;
    el?.empty();
    if (el && openDay && openDay.options.length > 0) {
      el.createSpan({ text: words.touchForm.days });
      for (const day of openDay.options) {
        const text = formatWeekday(day, this.options.today, getLanguage());
        const button = el.createEl("button", { cls: "reconnect-asks", text });
        button.addEventListener("click", () => {
          this.change({ byHand: { ...this.state.byHand, day } });
        });
      }
    }
    return this.fields?.show(draft, openDay && words.touchForm.whichDay(openDay.text));
  }

  private showNext(): void {
    const next = checkNext(this.state.next, this.options.today);
    this.next?.show(
      next.ok ? (next.step ? nextStepLine(next.step, this.taskFormat, this.others()) : "") : next.message,
      next.ok,
    );
  }

  /** Whoever else a meeting is with, as the first one's note will have it. */
  private others(): string | null {
    const { people, newNames } = this.form();
    const [, ...others] = [...people.map(({ path }) => path), ...newNames.map(safeNoteName)];
    return others.length === 0 ? null : words.names(others.map((path) => noteLink(path, noteName(path), true)));
  }

  private form(): TouchForm {
    return touchForm(this.state, this.book, this.options.today, this.options.format.knownChannels);
  }

  private hintOf(form: TouchForm): string {
    if (form.open.length > 0) return words.touchForm.choose(form.open.map(({ text }) => text).join(", "));
    if (form.people.length + form.newNames.length === 0) return words.touchForm.nobody;
    return form.newNames.length > 0 ? words.touchForm.willCreate(form.newNames.join(", ")) : "";
  }

  /** Chips: those it is with, those whose note will be made, and a choice where a name could mean several. */
  private drawPeople(form: TouchForm): void {
    const el = this.peopleEl;
    if (!el) return;
    el.empty();
    for (const person of form.people)
      this.drawChip(el, this.say(person), "", () => {
        this.leaveOut(person.path);
      });
    for (const name of form.newNames)
      this.drawChip(el, name, words.touchForm.isNew, () => {
        this.leaveOut(name);
      });
    for (const unsure of form.open) this.drawChoice(el, unsure);
    const add = el.createEl("button", { cls: "reconnect-touch-add", text: words.touchForm.addPerson });
    add.addEventListener("click", () => {
      new PickPersonModal(this.app, this.options.everyone(), (person) => {
        this.change({
          people: [...this.state.people, person],
          excluded: this.state.excluded.filter((one) => one !== person.path),
        });
      }).open();
    });
  }

  /** Who is meant: one of those it could be, somebody new, or nobody. */
  private drawChoice(el: HTMLElement, { text, people, newName }: UnsurePerson): void {
    const whoIs = words.touchForm.whoIs(text);
    const select = labelled(el.createEl("select", { cls: "dropdown reconnect-asks" }), whoIs);
    const choices: [label: string, who: WhoIsMeant][] = [
      ...people.map(({ path }): [string, WhoIsMeant] => [path.replace(/\.md$/, ""), { path }]),
      ...(newName === null ? [] : [[words.touchForm.asNew(newName), { newName }] as [string, WhoIsMeant]]),
      [words.touchForm.asNobody, "nobody"],
    ];
    select.createEl("option", { value: "", text: whoIs });
    choices.forEach(([label], at) => select.createEl("option", { value: String(at), text: label }));
    select.addEventListener("change", () => {
      const who = choices[Number(select.value)]?.[1];
      if (who) this.change({ chosen: { ...this.state.chosen, [normalizeName(text)]: who } });
    });
  }

  private drawChip(el: HTMLElement, name: string, note: string, onRemove: () => void): void {
    const chip = el.createSpan({ cls: "reconnect-chip" });
    chip.createSpan({ text: name });
    if (note !== "") chip.createSpan({ cls: "reconnect-chip-note", text: note });
    const remove = chip.createEl("button", {
      cls: "clickable-icon reconnect-chip-remove",
      attr: { "aria-label": words.touchForm.leaveOut(name) },
    });
    setIcon(remove, "x");
    remove.addEventListener("click", onRemove);
  }

  private leaveOut(who: string): void {
    this.change({ excluded: [...this.state.excluded, who] });
  }

  private ready(form: TouchForm, checked: CheckedDraft | undefined): LoggedForm | null {
    const next = checkNext(this.state.next, this.options.today);
    const isSomebody = form.people.length + form.newNames.length > 0 && form.open.length === 0 && form.openDay === null;
    if (!checked?.ok || !next.ok || !isSomebody) return null;
    return { people: form.people, newNames: form.newNames, touch: checked.touch, next: next.step };
  }

  private save(): void {
    const form = this.form();
    const ready = this.ready(form, this.showFields(form));
    if (!ready) {
      // What is asked is next.
      this.contentEl.querySelector<HTMLElement>(".reconnect-asks")?.focus();
      return;
    }
    this.close();
    this.onSave(ready);
  }
}
