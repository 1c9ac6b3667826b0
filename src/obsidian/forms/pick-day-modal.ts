import { Setting, getLanguage, type App } from "obsidian";
import { readDay } from "../../core/text/dates/day-words";
import type { CivilDate } from "../../core/text/dates/civil-date";
import { formatWeekday } from "../../core/text/dates/format-day";
import { words } from "../../core/words/words";
import { labelled } from "./labelled";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

/** Picks a day to come: one of a few lengths, in the device's own calendar, or typed as "friday". */
export class PickDayModal extends PlainModal {
  private day: CivilDate | null = null;
  private saveEl: HTMLButtonElement | null = null;
  private messageEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly heading: string,
    private readonly lengths: readonly { readonly title: string; readonly day: CivilDate }[],
    private readonly earliest: CivilDate,
    private readonly today: CivilDate,
    private readonly onPick: (day: CivilDate) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { contentEl } = this;
    contentEl.addClass("reconnect-pick-day");
    this.setTitle(this.heading);
    const lengths = contentEl.createDiv({ cls: "reconnect-lengths" });
    for (const { title, day } of this.lengths) {
      lengths.createEl("button", { text: title }).addEventListener("click", () => {
        this.choose(day);
      });
    }
    this.drawCalendar(contentEl);
    this.drawTyped(contentEl);
    this.messageEl = contentEl.createEl("p", { cls: "reconnect-message", attr: { role: "status" } });
    this.saveEl = drawFormButtons(
      contentEl,
      [
        words.touchForm.cancel,
        () => {
          this.close();
        },
      ],
      [
        words.snoozeMenu.save,
        () => {
          this.save();
        },
      ],
    );
    this.scope.register([], "Enter", () => {
      // On a button Enter presses the button.
      if (contentEl.doc.activeElement?.instanceOf(HTMLButtonElement)) return true;
      this.save();
      return false;
    });
    this.take("", false);
  }

  private drawCalendar(el: HTMLElement): void {
    new Setting(el).setName(words.snoozeMenu.calendar).addText((text) => {
      text.inputEl.type = "date";
      text.inputEl.min = this.earliest;
      text.onChange((value) => {
        this.take(value, true);
      });
      labelled(text.inputEl, words.snoozeMenu.calendar);
    });
  }

  private drawTyped(el: HTMLElement): void {
    new Setting(el).setName(words.snoozeMenu.typed).addText((text) => {
      text.setPlaceholder(words.snoozeMenu.typedHint).onChange((value) => {
        this.take(value, true);
      });
      labelled(text.inputEl, words.snoozeMenu.typed).focus();
    });
  }

  /** Takes a day as typed or picked; says what is wrong with it once there is something. */
  private take(value: string, complain: boolean): void {
    const day = value.trim() === "" ? null : readDay(value, this.today, "next");
    this.day = day !== null && day >= this.earliest ? day : null;
    if (this.saveEl) this.saveEl.disabled = this.day === null;
    const message =
      this.day !== null
        ? words.snoozeMenu.back(formatWeekday(this.day, this.today, getLanguage()))
        : !complain || value.trim() === ""
          ? ""
          : day === null
            ? words.snoozeMenu.badDay
            : words.snoozeMenu.past;
    this.messageEl?.setText(message);
  }

  private save(): void {
    if (this.day !== null) this.choose(this.day);
  }

  private choose(day: CivilDate): void {
    this.close();
    this.onPick(day);
  }
}
