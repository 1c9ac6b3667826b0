import { Modal, Setting, type App } from "obsidian";
import { EMPTY_DRAFT, checkDraft, type TouchDraft } from "../../core/actions/touch-draft";
import type { CivilDate } from "../../core/dates/civil-date";
import type { Person } from "../../core/people/person";
import type { Direction, Touch } from "../../core/touches/touch";
import type { LogFormat } from "../../core/touches/read-log";
import { words } from "../../core/words/words";
import { labelled } from "./labelled";

const UNKNOWN = "unknown";

/** A form for one touch with one or several people. Its line is shown as it will be written. */
export class LogTouchModal extends Modal {
  private draft: TouchDraft = EMPTY_DRAFT;
  private dayEl: HTMLInputElement | null = null;
  private channelEl: HTMLInputElement | null = null;
  private previewEl: HTMLElement | null = null;
  private saveEl: HTMLButtonElement | null = null;
  private oweEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly people: readonly Person[],
    private readonly today: CivilDate,
    private readonly format: LogFormat,
    private readonly onSave: (touch: Touch) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { contentEl } = this;
    contentEl.addClass("reconnect-touch-form");
    this.setTitle(words.touchForm.title(this.people.map(({ name }) => name).join(", ")));
    this.drawDay(contentEl);
    this.drawChannel(contentEl);
    this.drawDirection(contentEl);
    this.drawNote(contentEl);
    this.drawOwe(contentEl);
    this.drawPreview(contentEl);
    this.drawButtons(contentEl);
    this.scope.register(["Mod"], "Enter", () => {
      this.save();
      return false;
    });
    this.change({});
    this.channelEl?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private drawDay(el: HTMLElement): void {
    new Setting(el).setName(words.touchForm.day).addText((text) => {
      text.setValue(this.draft.day).onChange((day) => { this.change({ day }); });
      this.dayEl = labelled(text.inputEl, words.touchForm.day);
    });
  }

  private drawChannel(el: HTMLElement): void {
    new Setting(el).setName(words.touchForm.channel).addText((text) => {
      text.setPlaceholder(words.touchForm.channelPlaceholder).onChange((channel) => { this.change({ channel }); });
      this.channelEl = labelled(text.inputEl, words.touchForm.channel);
      const list = el.createEl("datalist", { attr: { id: "reconnect-channels" } });
      for (const channel of this.format.knownChannels) list.createEl("option", { attr: { value: channel } });
      text.inputEl.setAttribute("list", "reconnect-channels");
    });
  }

  private drawDirection(el: HTMLElement): void {
    new Setting(el).setName(words.touchForm.direction).addDropdown((dropdown) => {
      const { out, in: incoming, both, unknown } = words.touchForm.directions;
      dropdown.addOptions({ out, in: incoming, both, [UNKNOWN]: unknown }).setValue(this.draft.direction ?? UNKNOWN);
      dropdown.onChange((value) => { this.change({ direction: value === UNKNOWN ? null : (value as Direction) }); });
      labelled(dropdown.selectEl, words.touchForm.direction);
    });
  }

  private drawNote(el: HTMLElement): void {
    new Setting(el).setName(words.touchForm.note).setClass("reconnect-touch-note").addTextArea((area) => {
      area.onChange((note) => { this.change({ note }); });
      area.inputEl.rows = 3;
      labelled(area.inputEl, words.touchForm.note);
    });
  }

  private drawOwe(el: HTMLElement): void {
    const setting = new Setting(el).setName(words.touchForm.owe).addToggle((toggle) => {
      toggle.onChange((owesReply) => { this.change({ owesReply }); });
      labelled(toggle.toggleEl, words.touchForm.owe);
    });
    this.oweEl = setting.settingEl;
  }

  private drawPreview(el: HTMLElement): void {
    const preview = el.createDiv({ cls: "reconnect-preview" });
    preview.createDiv({ cls: "reconnect-preview-label", text: words.touchForm.preview });
    this.previewEl = preview.createEl("code", { attr: { "aria-live": "polite" } });
  }

  private drawButtons(el: HTMLElement): void {
    new Setting(el)
      .addButton((button) => button.setButtonText(words.touchForm.cancel).onClick(() => { this.close(); }))
      .addButton((button) => {
        this.saveEl = button.setButtonText(words.touchForm.save).setCta().onClick(() => { this.save(); }).buttonEl;
      });
  }

  private change(part: Partial<TouchDraft>): void {
    this.draft = { ...this.draft, ...part };
    const checked = checkDraft(this.draft, this.today, this.format);
    this.previewEl?.setText(checked.ok ? checked.line : checked.message);
    this.previewEl?.toggleClass("is-refused", !checked.ok);
    this.dayEl?.setAttribute("aria-invalid", String(!checked.ok && checked.field === "day"));
    this.channelEl?.setAttribute("aria-invalid", String(!checked.ok && checked.field === "channel"));
    this.oweEl?.toggle(this.draft.direction === "in");
    if (this.saveEl) this.saveEl.disabled = !checked.ok;
  }

  private save(): void {
    const checked = checkDraft(this.draft, this.today, this.format);
    if (!checked.ok) return;
    this.close();
    this.onSave(checked.touch);
  }
}
