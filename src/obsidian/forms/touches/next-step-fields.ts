import { Setting } from "obsidian";
import type { NextDraft } from "../../../core/actions/touch-form";
import { words } from "../../../core/words/words";
import { labelled } from "../labelled";

/** The fields for what comes after a touch: a follow-up, or a meeting that is planned. */
export class NextStepFields {
  private readonly previewEl: HTMLElement;

  constructor(el: HTMLElement, onEdit: (part: Partial<NextDraft>) => void) {
    const details = el.createEl("details", { cls: "reconnect-next-step" });
    details.createEl("summary", { text: words.touchForm.next });
    new Setting(details).setName(words.touchForm.nextKind).addDropdown((dropdown) => {
      const { followUp, meet } = words.touchForm.nextKinds;
      dropdown.addOptions({ "follow-up": followUp, meet }).onChange((kind) => {
        onEdit({ kind: kind === "meet" ? "meet" : "follow-up" });
      });
      labelled(dropdown.selectEl, words.touchForm.nextKind);
    });
    new Setting(details).setName(words.touchForm.nextText).addText((text) => {
      text.setPlaceholder(words.touchForm.nextPlaceholder).onChange((value) => {
        onEdit({ text: value });
      });
      labelled(text.inputEl, words.touchForm.nextText);
    });
    new Setting(details).setName(words.touchForm.nextDay).addText((text) => {
      text.setPlaceholder(words.touchForm.nextDayPlaceholder).onChange((day) => {
        onEdit({ day });
      });
      labelled(text.inputEl, words.touchForm.nextDay);
    });
    const preview = details.createDiv({ cls: "reconnect-preview" });
    preview.createDiv({ cls: "reconnect-preview-label", text: words.touchForm.nextPreview });
    this.previewEl = preview.createEl("samp", { cls: "reconnect-next-preview", attr: { "aria-live": "polite" } });
  }

  /** Shows the task as it will be written, or what is still missing. */
  show(line: string, isGood: boolean): void {
    this.previewEl.setText(line);
    this.previewEl.toggleClass("is-refused", !isGood);
    this.previewEl.parentElement?.toggle(line !== "");
  }
}
