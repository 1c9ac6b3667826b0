import { Setting, getLanguage, type App } from "obsidian";
import type { CivilDate } from "../../core/text/dates/civil-date";
import { readDay } from "../../core/text/dates/day-words";
import { formatNearDay } from "../../core/text/dates/format-day";
import { words } from "../../core/words/words";
import { labelled } from "./labelled";
import { PlainModal } from "./plain-modal";

/** What was answered: since which day (true: not known), and why it ended, where that was said. */
export interface Closing {
  readonly day: CivilDate | true;
  readonly why: string;
}

/** What can come of the question. */
export interface CloseHandlers {
  readonly close: (closing: Closing) => void;
  readonly letGo: () => void;
}

const KINDS = ["died", "ended"] as const;
type Kind = (typeof KINDS)[number];

/** Asks whether people died or it ended, and since when. Nothing is written before it is said which. */
export class CloseModal extends PlainModal {
  private kind: Kind | null = null;
  private dayText: string;
  private why = "";
  private whyEl: HTMLElement | null = null;
  private saveEl: HTMLButtonElement | null = null;
  private messageEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly names: readonly string[],
    private readonly today: CivilDate,
    private readonly handlers: CloseHandlers,
  ) {
    super(app);
    this.dayText = today;
  }

  override onOpen(): void {
    const { contentEl } = this;
    contentEl.addClass("reconnect-close");
    this.setTitle(words.close.title(words.names(this.names)));
    contentEl.createEl("p", { text: words.close.about });
    this.drawKinds(contentEl);
    this.drawField(contentEl, words.close.day, words.close.dayAbout, this.dayText, (value) => (this.dayText = value));
    this.whyEl = this.drawField(contentEl, words.close.why, words.close.whyAbout, "", (value) => (this.why = value));
    this.messageEl = contentEl.createEl("p", { cls: "reconnect-message", attr: { role: "status" } });
    this.drawButtons(contentEl);
    this.show();
  }

  private drawKinds(el: HTMLElement): void {
    const group = el.createEl("fieldset", { cls: "reconnect-choices" });
    group.createEl("legend", { text: words.close.what });
    for (const kind of KINDS) {
      const label = group.createEl("label");
      const radio = label.createEl("input", { type: "radio", attr: { name: "reconnect-close" } });
      label.createSpan({ text: words.close.kinds[kind] });
      radio.addEventListener("change", () => {
        this.kind = kind;
        this.show();
      });
    }
    window.setTimeout(() => group.querySelector("input")?.focus());
  }

  private drawField(
    el: HTMLElement,
    name: string,
    about: string,
    value: string,
    put: (value: string) => void,
  ): HTMLElement {
    return new Setting(el)
      .setName(name)
      .setDesc(about)
      .addText((text) => {
        text.setValue(value).onChange((typed) => {
          put(typed);
          this.show();
        });
        labelled(text.inputEl, name);
      }).settingEl;
  }

  private drawButtons(el: HTMLElement): void {
    el.createEl("p", { cls: "reconnect-message", text: words.close.letGoAbout });
    new Setting(el)
      .addButton((button) =>
        button.setButtonText(words.close.cancel).onClick(() => {
          this.close();
        }),
      )
      .addButton((button) =>
        button.setButtonText(words.close.letGo).onClick(() => {
          this.close();
          this.handlers.letGo();
        }),
      )
      .addButton((button) => {
        this.saveEl = button
          .setButtonText(words.close.save)
          .setCta()
          .onClick(() => {
            this.save();
          }).buttonEl;
      });
    this.scope.register([], "Enter", () => {
      if (this.contentEl.doc.activeElement?.instanceOf(HTMLButtonElement)) return true;
      this.save();
      return false;
    });
  }

  /** The day that was typed; true for none, null for one that cannot be meant. */
  private day(): CivilDate | true | null {
    if (this.dayText.trim() === "") return true;
    const day = readDay(this.dayText, this.today, "last");
    return day !== null && day <= this.today ? day : null;
  }

  private show(): void {
    const day = this.day();
    this.whyEl?.toggle(this.kind === "ended");
    if (this.saveEl) this.saveEl.disabled = this.kind === null || day === null;
    const silent =
      day === null
        ? words.close.badDay
        : words.close.silent(day === true ? null : formatNearDay(day, this.today, getLanguage()));
    this.messageEl?.setText(day !== null && this.kind === null ? words.close.choose : silent);
  }

  private save(): void {
    const day = this.day();
    if (this.kind === null || day === null) return;
    this.close();
    this.handlers.close({ day, why: this.kind === "ended" ? this.why : "" });
  }
}
