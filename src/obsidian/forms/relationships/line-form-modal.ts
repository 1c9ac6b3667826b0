import { Setting, type App, type TextComponent } from "obsidian";
import type { CheckedLine, LineChoice, LineField, LineForm } from "../../../core/actions/line-form";
import { EMOJI_FORMAT, taskFormat, type TaskFormat } from "../../../core/tasks/task-format";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { labelled } from "../labelled";
import { PlainModal } from "../plain-modal";
import { drawFormButtons } from "../form-buttons";
import { drawPreview } from "../draw-preview";

type Change = Extract<CheckedLine, { readonly ok: true }>["change"];

/** Asks for what a short form holds, and does it. */
export function openLineForm({ plugin, runner }: PluginHost, form: LineForm): void {
  const format = form.writesTask ? taskFormat(runner.context()) : null;
  new LineFormModal(plugin.app, form, format, (change) => void runner.perform(form.said, change)).open();
}

/** Shows the result of a short form as it will be written. Enter saves. */
class LineFormModal extends PlainModal {
  private readonly values: Record<string, string> = {};
  private taskFormat = EMOJI_FORMAT;
  private isTouched = false;
  private previewEl: HTMLElement | null = null;
  private labelEl: HTMLElement | null = null;
  private saveEl: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly form: LineForm,
    /** How a task is written here; the form does not wait for it. */
    private readonly format: Promise<TaskFormat> | null,
    private readonly onSave: (change: Change) => void,
  ) {
    super(app);
    for (const { key, value } of form.fields) this.values[key] = value ?? "";
  }

  override onOpen(): void {
    const { contentEl, form } = this;
    contentEl.addClass("reconnect-line-form");
    this.setTitle(form.title);
    for (const field of form.fields) this.drawField(contentEl, field);
    ({ labelEl: this.labelEl, lineEl: this.previewEl } = drawPreview(contentEl, ""));
    this.saveEl = drawFormButtons(
      contentEl,
      [
        words.lineForm.cancel,
        () => {
          this.close();
        },
      ],
      [
        form.save,
        () => {
          this.save();
        },
      ],
    );
    this.show();
    void this.format?.then((format) => {
      this.taskFormat = format;
      this.show();
    });
  }

  private drawField(el: HTMLElement, field: LineField): void {
    if (field.toggle) {
      this.drawToggle(el, field);
      return;
    }
    new Setting(el).setName(field.label).addText((text) => {
      text.setValue(this.values[field.key] ?? "").setPlaceholder(field.placeholder ?? "");
      text.onChange((value) => {
        this.values[field.key] = value;
        this.isTouched = true;
        this.show();
      });
      labelled(text.inputEl, field.label);
      text.inputEl.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        this.save();
      });
      if (field.choices) this.drawChoices(el, field.choices, text);
      if ((this.form.focus ?? this.form.fields.at(-1)?.key) === field.key)
        window.setTimeout(() => {
          text.inputEl.focus();
        });
    });
  }

  private drawToggle(el: HTMLElement, { key, label }: LineField): void {
    new Setting(el).setName(label).addToggle((toggle) => {
      toggle.setValue(this.values[key] === "yes").onChange((isOn) => {
        this.values[key] = isOn ? "yes" : "";
        this.show();
      });
      labelled(toggle.toggleEl, label);
    });
  }

  /** A tap fills the field in and brings the keyboard to what saves it. */
  private drawChoices(el: HTMLElement, choices: readonly LineChoice[], text: TextComponent): void {
    const row = el.createDiv({ cls: "reconnect-lengths" });
    for (const { title, value } of choices) {
      row.createEl("button", { text: title }).addEventListener("click", () => {
        text.setValue(value).onChanged();
        this.saveEl?.focus();
      });
    }
  }

  private show(): void {
    const checked = this.check();
    this.labelEl?.setText(checked.ok ? words.lineForm.preview : words.lineForm.missing);
    this.previewEl?.setText(checked.ok ? checked.line : checked.message);
    // What is not begun is not wrong yet.
    this.previewEl?.toggleClass("is-refused", !checked.ok && this.isTouched);
    if (this.saveEl) this.saveEl.disabled = !checked.ok;
  }

  private check(): CheckedLine {
    return this.form.check((key) => this.values[key] ?? "", this.taskFormat);
  }

  private save(): void {
    const checked = this.check();
    if (!checked.ok) return;
    this.close();
    this.onSave(checked.change);
  }
}
