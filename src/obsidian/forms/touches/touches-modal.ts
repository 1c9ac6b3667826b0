import { setIcon, type App } from "obsidian";
import { touchRows, type TouchRow } from "../../../core/lists/touch-rows";
import type { Person } from "../../../core/index/person";
import { words } from "../../../core/words/words";
import { todayHere } from "../../adapter/calendar-day";
import { PlainModal } from "../plain-modal";

const SHOWN = 30;

/** What can be done with a touch in the list. */
export interface TouchesHandlers {
  /** The person as they are now; undefined once the note is gone. */
  person(): Person | undefined;
  /** Calls back after every change of people, until the returned function is called. */
  onChange(listener: () => void): () => void;
  log(): void;
  edit(row: TouchRow): void;
  delete(row: TouchRow): void;
  open(row: TouchRow): void;
  /** Marks a mention as no contact. */
  notContact(row: TouchRow): void;
}

/** The touches with one person, newest first, to look through, edit and delete. It follows every change. */
export class TouchesModal extends PlainModal {
  private shown = SHOWN;
  private stop: (() => void) | null = null;

  constructor(
    app: App,
    private readonly handlers: TouchesHandlers,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.stop = this.handlers.onChange(() => {
      this.draw();
    });
    this.draw();
  }

  override onClose(): void {
    this.stop?.();
    super.onClose();
  }

  private draw(): void {
    const person = this.handlers.person();
    if (!person) {
      this.close();
      return;
    }
    const focused = this.contentEl.doc.activeElement?.getAttribute("aria-label") ?? null;
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass("reconnect-touches");
    this.setTitle(words.touches.title(person.name));
    const rows = touchRows(person, todayHere(), contentEl.doc.documentElement.lang || "en");
    if (rows.length === 0) contentEl.createEl("p", { text: words.touches.empty });
    const list = contentEl.createEl("ul", { cls: "reconnect-touches-list" });
    for (const row of rows.slice(0, this.shown)) this.drawRow(list, row);
    const buttons = contentEl.createDiv({ cls: "reconnect-touches-buttons" });
    if (rows.length > this.shown) {
      const more = buttons.createEl("button", { text: words.touches.more(rows.length - this.shown) });
      more.addEventListener("click", () => {
        this.shown = rows.length;
        this.draw();
      });
    }
    const log = buttons.createEl("button", { cls: "mod-cta", text: words.touches.log });
    log.addEventListener("click", () => {
      this.handlers.log();
    });
    this.refocus(focused, log);
  }

  private drawRow(list: HTMLElement, row: TouchRow): void {
    const item = list.createEl("li", { cls: "reconnect-touch-row" });
    const about = item.createDiv({ cls: "reconnect-touch-about" });
    const head = about.createDiv({ cls: "reconnect-touch-head" });
    head.createSpan({ cls: "reconnect-touch-day", text: row.day });
    if (row.how !== "") head.createSpan({ cls: "reconnect-touch-how", text: row.how });
    if (row.source !== "") head.createSpan({ cls: "reconnect-touch-source", text: row.source });
    if (row.text !== "") about.createDiv({ cls: "reconnect-touch-text", text: row.text });
    const actions = item.createDiv({ cls: "reconnect-touch-actions" });
    if (row.editable) {
      iconButton(actions, "pencil", words.touches.edit(row.day), () => {
        this.handlers.edit(row);
      });
      iconButton(actions, "trash-2", words.touches.delete(row.day), () => {
        this.handlers.delete(row);
      });
    }
    if (row.touch.source === "mention")
      iconButton(actions, "user-x", words.touches.notContact(row.source), () => {
        this.handlers.notContact(row);
      });
    iconButton(actions, "file-text", words.touches.open(row.day), () => {
      this.close();
      this.handlers.open(row);
    });
  }

  /** The same button again, or where it has gone the one that is always there. */
  private refocus(label: string | null, log: HTMLElement): void {
    const same =
      label === null
        ? undefined
        : Array.from(this.contentEl.querySelectorAll("button")).find(
            (button) => button.getAttribute("aria-label") === label,
          );
    (same ?? log).focus();
  }
}

function iconButton(el: HTMLElement, icon: string, label: string, onClick: () => void): void {
  const button = el.createEl("button", { cls: "clickable-icon reconnect-touch-action", attr: { "aria-label": label } });
  setIcon(button, icon);
  button.addEventListener("click", onClick);
}
