import { setIcon } from "obsidian";
import type { RowAction } from "../../../core/actions/action";
import { meetAction } from "../../../core/actions/meet.action";
import { skipAction } from "../../../core/actions/skip.action";
import { snoozeAction } from "../../../core/actions/snooze.action";
import { touchAction } from "../../../core/actions/touch.action";
import type { FollowUp } from "../../../core/today/follow-up";
import type { CardToSend, PanelRow } from "../../../core/lists/panel-row";
import { words } from "../../../core/words/words";

/** What can be done on a row. */
export interface RowHandlers {
  readonly activate: (row: PanelRow, newLeaf: boolean) => void;
  /** Does an action on whom a row is about. */
  readonly do: (action: RowAction, row: PanelRow) => void;
  /** Shows all that can be done with them. */
  readonly more: (row: PanelRow, at: HTMLElement) => void;
  /** Ticks a follow-up whose day has come, which logs a meeting, or moves it to another day. */
  readonly tick: (followUp: FollowUp) => void;
  readonly move: (followUp: FollowUp) => void;
  /** The card or gift for a birthday is sent. */
  readonly sendCard: (card: CardToSend) => void;
  /** Ticks or unticks a row while several people are being selected. */
  readonly select: (row: PanelRow) => void;
}

/** Whether rows are being selected, and which are. */
export interface Selection {
  readonly on: boolean;
  has(path: string): boolean;
}

/** What is said of a control to whoever does not see it. */
const LABELS: Readonly<Record<string, (row: PanelRow) => string>> = {
  tick: ({ name }) => words.panel.selectPerson(name),
  log: ({ name, followUp }) =>
    followUp
      ? words.followUps.acts[followUp.kind === "meet" ? "log" : "tick"](followUp.text)
      : words.panel.logTouch(name),
  move: ({ followUp }) => words.followUps.acts.move(followUp?.text ?? ""),
  card: ({ card }) => words.block.complete(card?.title ?? ""),
  meet: ({ name }) => words.panel.planCoffee(name),
  another: ({ name }) => words.panel.another(name),
  snooze: ({ name }) => words.panel.snooze(name),
};

/**
 * Draws rows. Of each look one is built as a mould, and every row is a copy of it: that costs a fraction of building
 * it, and a list that is scrolled draws hundreds. What a control does is told by its name, not by a listener of its
 * own.
 */
export class RowDrawer {
  private readonly moulds = new Map<string, HTMLElement>();

  constructor(private readonly selection: Selection) {}

  /** Rows of one look differ in their words only. */
  lookOf(row: PanelRow): string {
    const { kind, today, done, followUp, card } = row;
    return [kind, today, done, followUp !== undefined, card !== undefined, this.selection.on].join(" ");
  }

  make(row: PanelRow): HTMLElement {
    const look = this.lookOf(row);
    const mould = this.moulds.get(look) ?? this.mould(row);
    this.moulds.set(look, mould);
    const el = mould.cloneNode(true) as HTMLElement;
    this.say(el, row);
    return el;
  }

  /** Writes the words of a row into one that was drawn with its look; what is there already is left alone. */
  say(el: HTMLElement, row: PanelRow): void {
    setAttribute(el, "data-key", row.key);
    const [name, detail] = el.querySelectorAll<HTMLElement>("[dir=auto], .reconnect-row-heading");
    if (name) setText(name, row.name);
    if (detail) setText(detail, row.detail);
    for (const control of el.querySelectorAll<HTMLElement>("[data-control]")) {
      const label = LABELS[control.dataset["control"] ?? ""];
      if (label) setAttribute(control, "aria-label", label(row));
      if (control.instanceOf(HTMLInputElement)) {
        control.checked = this.selection.has(row.path);
        setAttribute(el, "aria-selected", String(control.checked));
      }
    }
  }

  private mould(row: PanelRow): HTMLElement {
    const el = createDiv({ cls: `reconnect-row is-${row.kind}`, attr: { role: "row" } });
    if (row.kind === "heading") {
      el.createDiv({ cls: "reconnect-row-heading", attr: { role: "rowheader" } });
      return el;
    }
    el.toggleClass("is-today", row.today);
    el.toggleClass("is-done", row.done);
    if (this.selection.on && isPersonRow(row)) drawTick(el);
    drawWords(el, row);
    if (!this.selection.on && row.kind !== "problem" && row.kind !== "earlier") drawActions(el, row);
    return el;
  }
}

/** Does what a control of a row is for. */
export function actOnRow(control: HTMLElement, row: PanelRow, event: Event, handlers: RowHandlers): void {
  const { followUp, card } = row;
  const { ctrlKey, metaKey } = event as MouseEvent;
  switch (control.dataset["control"]) {
    case "tick":
      // A click on it changes it, and is told as both.
      if (event.type === "change") handlers.select(row);
      break;
    case "open":
      handlers.activate(row, ctrlKey || metaKey);
      break;
    case "log":
      if (followUp) handlers.tick(followUp);
      else handlers.do(touchAction, row);
      break;
    case "move":
      if (followUp) handlers.move(followUp);
      break;
    case "card":
      if (card) handlers.sendCard(card);
      break;
    case "meet":
      handlers.do(meetAction, row);
      break;
    case "another":
      handlers.do(skipAction, row);
      break;
    case "snooze":
      handlers.more(row, control);
      break;
  }
}

/** Whether a row stands for a person, to be acted on with others; an occasion stands for a day. */
function isPersonRow({ kind }: PanelRow): boolean {
  return kind === "person" || kind === "pick" || kind === "visit";
}

function drawTick(el: HTMLElement): void {
  const cell = el.createDiv({ cls: "reconnect-row-tick", attr: { role: "gridcell" } });
  cell.createEl("label").createEl("input", { type: "checkbox", attr: { tabindex: -1, "data-control": "tick" } });
}

function drawWords(el: HTMLElement, row: PanelRow): void {
  const cell = el.createDiv({ cls: "reconnect-row-words", attr: { role: "gridcell" } });
  const open = cell.createEl("button", { cls: "reconnect-row-open", attr: { "data-control": "open", tabindex: -1 } });
  // The line keeps the side of the panel, the words within it their own direction.
  const name = open.createSpan({ cls: "reconnect-row-name" });
  name.createSpan({ attr: { dir: "auto" } });
  if (row.done) {
    const mark = name.createSpan({ cls: "reconnect-row-mark", attr: { role: "img", "aria-label": words.panel.done } });
    setIcon(mark, "check");
  }
  open.createSpan({ cls: "reconnect-row-detail" }).createSpan({ attr: { dir: "auto" } });
}

function drawActions(el: HTMLElement, row: PanelRow): void {
  const actions = el.createDiv({ cls: "reconnect-row-actions", attr: { role: "gridcell" } });
  if (row.followUp) {
    drawIcon(actions, "check", "log");
    drawIcon(actions, "calendar-clock", "move");
    return;
  }
  if (row.card) drawIcon(actions, "mail-check", "card");
  if (row.kind === "visit") drawIcon(actions, meetAction.row.icon, "meet");
  drawIcon(actions, touchAction.row.icon, "log");
  if (row.kind === "pick" && !row.done) drawIcon(actions, skipAction.row.icon, "another");
  if (row.kind === "person") drawIcon(actions, snoozeAction.row.icon, "snooze").setAttribute("aria-haspopup", "menu");
}

function drawIcon(el: HTMLElement, icon: string, control: string): HTMLButtonElement {
  const button = el.createEl("button", {
    cls: "clickable-icon reconnect-row-action",
    attr: { "data-control": control, tabindex: -1 },
  });
  setIcon(button, icon);
  return button;
}

/** Writing what stands there already would have it laid out again. */
function setText(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.setText(text);
}

function setAttribute(el: HTMLElement, name: string, value: string): void {
  if (el.getAttribute(name) !== value) el.setAttribute(name, value);
}
