import { Setting, type ToggleComponent } from "obsidian";
import { checkDraft, type CheckedDraft, type TouchDraft } from "../../../core/actions/touch-draft";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import type { LogFormat } from "../../../core/log/read-log";
import type { Direction } from "../../../core/log/touch";
import { words } from "../../../core/words/words";
import { labelled } from "../labelled";
import { drawPreview } from "../draw-preview";

const UNKNOWN = "unknown";

/** The fields of one touch and its line as it will be written, in whatever form they stand. */
export class TouchFields {
  private readonly dayEl: HTMLInputElement;
  private readonly channelEl: HTMLInputElement;
  private readonly directionEl: HTMLSelectElement;
  private readonly noteEl: HTMLTextAreaElement;
  private readonly oweEl: HTMLElement;
  private oweToggle: ToggleComponent | null = null;
  private isShowing = false;
  private readonly previewEl: HTMLElement;

  /** `onEdit` hears what the person changes by hand; the owner answers with `show`. */
  constructor(
    el: HTMLElement,
    private readonly today: CivilDate,
    private readonly format: LogFormat,
    private readonly onEdit: (part: Partial<TouchDraft>) => void,
  ) {
    this.dayEl = this.drawDay(el);
    this.channelEl = this.drawChannel(el);
    this.directionEl = this.drawDirection(el);
    this.noteEl = this.drawNote(el);
    this.oweEl = this.drawOwe(el);
    this.previewEl = drawPreview(el, words.touchForm.preview).lineEl;
  }

  focus(): void {
    this.channelEl.focus();
  }

  /** Shows a draft and says whether it can be written; `whichDay` asks for the day in its place. */
  show(draft: TouchDraft, whichDay: string | null = null): CheckedDraft {
    setValue(this.dayEl, draft.day);
    setValue(this.channelEl, draft.channel);
    setValue(this.directionEl, draft.direction ?? UNKNOWN);
    setValue(this.noteEl, draft.note);
    this.isShowing = true;
    this.oweToggle?.setValue(draft.owesReply);
    this.isShowing = false;
    const checked: CheckedDraft =
      whichDay === null ? checkDraft(draft, this.today, this.format) : { ok: false, field: "day", message: whichDay };
    this.previewEl.setText(checked.ok ? checked.line : checked.message);
    this.previewEl.toggleClass("is-refused", !checked.ok);
    this.dayEl.setAttribute("aria-invalid", String(!checked.ok && checked.field === "day"));
    this.channelEl.setAttribute("aria-invalid", String(!checked.ok && checked.field === "channel"));
    this.oweEl.toggle(draft.direction === "in");
    return checked;
  }

  private drawDay(el: HTMLElement): HTMLInputElement {
    return inputOf(el, words.touchForm.day, (day) => {
      this.onEdit({ day });
    });
  }

  private drawChannel(el: HTMLElement): HTMLInputElement {
    const input = inputOf(el, words.touchForm.channel, (channel) => {
      this.onEdit({ channel });
    });
    input.placeholder = words.touchForm.channelPlaceholder;
    const list = (input.parentElement ?? el).createEl("datalist", { attr: { id: "reconnect-channels" } });
    for (const channel of this.format.knownChannels) list.createEl("option", { attr: { value: channel } });
    input.setAttribute("list", "reconnect-channels");
    return input;
  }

  private drawDirection(el: HTMLElement): HTMLSelectElement {
    const { out, in: incoming, both, unknown } = words.touchForm.directions;
    let select: HTMLSelectElement | undefined;
    new Setting(el).setName(words.touchForm.direction).addDropdown((dropdown) => {
      dropdown.addOptions({ out, in: incoming, both, [UNKNOWN]: unknown });
      dropdown.onChange((value) => {
        this.onEdit({ direction: value === UNKNOWN ? null : (value as Direction) });
      });
      select = labelled(dropdown.selectEl, words.touchForm.direction);
    });
    return select ?? el.createEl("select");
  }

  private drawNote(el: HTMLElement): HTMLTextAreaElement {
    let field: HTMLTextAreaElement | undefined;
    new Setting(el)
      .setName(words.touchForm.note)
      .setClass("reconnect-touch-note")
      .addTextArea((area) => {
        area.onChange((note) => {
          this.onEdit({ note });
        });
        area.inputEl.rows = 2;
        field = labelled(area.inputEl, words.touchForm.note);
      });
    return field ?? el.createEl("textarea");
  }

  private drawOwe(el: HTMLElement): HTMLElement {
    return new Setting(el).setName(words.touchForm.owe).addToggle((toggle) => {
      toggle.onChange((owesReply) => {
        if (!this.isShowing) this.onEdit({ owesReply });
      });
      labelled(toggle.toggleEl, words.touchForm.owe);
      this.oweToggle = toggle;
    }).settingEl;
  }
}

function inputOf(el: HTMLElement, label: string, onChange: (text: string) => void): HTMLInputElement {
  let input: HTMLInputElement | undefined;
  new Setting(el).setName(label).addText((text) => {
    text.onChange(onChange);
    input = labelled(text.inputEl, label);
  });
  return input ?? el.createEl("input");
}

/** Only what differs is set: setting a value moves the caret of whoever is typing. */
function setValue(field: { value: string }, value: string): void {
  if (field.value !== value) field.value = value;
}
