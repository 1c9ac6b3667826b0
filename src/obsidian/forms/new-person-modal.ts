import { Setting, type App } from "obsidian";
import { checkPerson, type CheckedPerson, type PersonDraft } from "../../core/actions/add-person";
import { isList, PROPERTIES, type PropertyId } from "../../core/people/properties";
import type { Context } from "../../core/ports";
import { words } from "../../core/words/words";
import { labelled } from "./labelled";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";
import { drawPreview } from "./draw-preview";

/** What the form begins with. */
export interface NewPersonStart {
  readonly name: string;
  /** Where a link says the note is to be; null for the folder for new people. */
  readonly path: string | null;
}

export const EMPTY_START: NewPersonStart = { name: "", path: null };

const FIELDS = ["circle", "cadence", "birthday", "email", "phone", "place"] as const;

/** A form for a new person. The note it will make is shown, with what is in its way. */
export class NewPersonModal extends PlainModal {
  private name: string;
  private readonly typed = new Map<PropertyId, string>();
  private readonly inputs = new Map<string, HTMLInputElement>();
  private previewEl: HTMLElement | null = null;
  private saveEl: HTMLButtonElement | null = null;
  private checking = 0;

  constructor(
    app: App,
    private readonly start: NewPersonStart,
    private readonly circles: readonly string[],
    private readonly context: () => Context,
    private readonly onSave: (draft: PersonDraft) => void,
  ) {
    super(app);
    this.name = start.name;
  }

  override onOpen(): void {
    const { contentEl } = this;
    contentEl.addClass("reconnect-new-person");
    this.setTitle(words.newPerson.title);
    this.addText(
      "name",
      words.newPerson.name,
      words.newPerson.namePlaceholder,
      this.name,
      (name) => (this.name = name),
    );
    for (const id of FIELDS) {
      this.addText(id, PROPERTIES[id].label, words.newPerson.placeholders[id], "", (text) => this.typed.set(id, text));
    }
    this.addCircles();
    this.previewEl = drawPreview(contentEl, words.newPerson.preview).lineEl;
    this.saveEl = drawFormButtons(
      contentEl,
      [
        words.newPerson.cancel,
        () => {
          this.close();
        },
      ],
      [words.newPerson.save, () => void this.save()],
    );
    this.scope.register(["Mod"], "Enter", () => {
      void this.save();
      return false;
    });
    void this.check();
    this.inputs.get("name")?.focus();
  }

  override onClose(): void {
    this.checking++;
    super.onClose();
  }

  private addText(key: string, label: string, placeholder: string, value: string, keep: (text: string) => void): void {
    new Setting(this.contentEl).setName(label).addText((text) => {
      text
        .setPlaceholder(placeholder)
        .setValue(value)
        .onChange((typed) => {
          keep(typed);
          void this.check();
        });
      this.inputs.set(key, labelled(text.inputEl, label));
    });
  }

  private addCircles(): void {
    const list = this.contentEl.createEl("datalist", { attr: { id: "reconnect-circles" } });
    for (const circle of this.circles) list.createEl("option", { attr: { value: circle } });
    this.inputs.get("circle")?.setAttribute("list", "reconnect-circles");
  }

  private draft(): PersonDraft {
    const given: Partial<Record<PropertyId, string | readonly string[]>> = {};
    for (const [id, text] of this.typed) given[id] = isList(id) ? text.split(",") : text;
    return { name: this.name, path: this.start.path, given };
  }

  /** Shows what the draft as it stands would make; an answer that comes late is not shown. */
  private async check(): Promise<void> {
    const turn = ++this.checking;
    const checked = this.name.trim() === "" ? null : await checkPerson(this.context(), this.draft());
    if (turn === this.checking) this.show(checked);
  }

  private show(checked: CheckedPerson | null): void {
    this.previewEl?.setText(
      checked === null ? words.newPerson.needsName : checked.ok ? checked.note.path : checked.problem.message,
    );
    this.previewEl?.toggleClass("is-refused", checked?.ok === false);
    for (const [key, input] of this.inputs)
      input.setAttribute("aria-invalid", String(checked?.ok === false && checked.field === key));
    if (this.saveEl) this.saveEl.disabled = checked?.ok !== true;
  }

  private async save(): Promise<void> {
    if (this.name.trim() === "") return;
    const draft = this.draft();
    const checked = await checkPerson(this.context(), draft);
    if (!checked.ok) {
      this.show(checked);
      return;
    }
    this.close();
    this.onSave(draft);
  }
}
