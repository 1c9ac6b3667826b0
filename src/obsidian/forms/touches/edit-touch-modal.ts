import type { App } from "obsidian";
import { patchOf, type TouchDraft } from "../../../core/actions/touch-draft";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import type { TouchPatch } from "../../../core/log/change-touch";
import type { LogFormat } from "../../../core/log/read-log";
import type { Touch } from "../../../core/log/touch";
import { words } from "../../../core/words/words";
import { TouchFields } from "./touch-fields";
import { PlainModal } from "../plain-modal";
import { drawFormButtons } from "../form-buttons";

/** A form for changing one touch. Only what the person changes is changed in the note. */
export class EditTouchModal extends PlainModal {
  private draft: TouchDraft;
  private fields: TouchFields | null = null;
  private saveEl: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly options: {
      readonly name: string;
      readonly own: Touch;
      readonly hasBelow: boolean;
      readonly today: CivilDate;
      readonly format: LogFormat;
    },
    private readonly onSave: (patch: TouchPatch) => void,
  ) {
    super(app);
    const { date, channel, direction, text, owe } = options.own;
    this.draft = { day: date, channel: channel ?? "", direction, note: text, owesReply: owe !== null };
  }

  override onOpen(): void {
    const { contentEl, options } = this;
    contentEl.addClass("reconnect-touch-form");
    this.setTitle(words.touches.editTitle(options.name));
    this.fields = new TouchFields(contentEl, options.today, options.format, (part) => {
      this.change(part);
    });
    if (options.hasBelow) contentEl.createEl("p", { cls: "reconnect-hint", text: words.touches.below });
    this.saveEl = drawFormButtons(
      contentEl,
      [
        words.touchForm.cancel,
        () => {
          this.close();
        },
      ],
      [
        words.touches.save,
        () => {
          this.save();
        },
      ],
    );
    this.scope.register(["Mod"], "Enter", () => {
      this.save();
      return false;
    });
    this.change({});
    this.fields.focus();
  }

  private change(part: Partial<TouchDraft>): void {
    this.draft = { ...this.draft, ...part };
    const checked = this.fields?.show(this.draft);
    if (this.saveEl) this.saveEl.disabled = checked?.ok !== true;
  }

  private save(): void {
    const checked = this.fields?.show(this.draft);
    if (!checked?.ok) return;
    this.close();
    this.onSave(patchOf(this.options.own, checked.touch));
  }
}
