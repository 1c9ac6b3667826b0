import { setIcon } from "obsidian";
import type { RowAction } from "../../../core/actions/action";
import { meetAction } from "../../../core/actions/meet.action";
import { snoozeAction } from "../../../core/actions/snooze.action";
import { touchAction } from "../../../core/actions/touch.action";
import type { CardFollowUp, CardModel, CardTouch } from "../../../core/lists/card-model";
import type { WayToReach } from "../../../core/lists/ways-to-reach";
import { words } from "../../../core/words/words";
import { drawSmallBalance } from "../draw-balance";
import { drawYear } from "./draw-year";

/** What can be done from a card. */
export interface CardHandlers {
  readonly do: (action: RowAction, at: HTMLElement) => void;
  readonly more: (at: HTMLElement) => void;
  readonly open: (line: number | null, newLeaf: boolean) => void;
  /** Opens the line of a follow-up, in whatever note it stands. */
  readonly openFollowUp: (followUp: CardFollowUp, newLeaf: boolean) => void;
  /** Ticks a follow-up (a meeting is logged by it), or moves it to another day. */
  readonly tick: (followUp: CardFollowUp) => void;
  readonly move: (followUp: CardFollowUp) => void;
  readonly copy: (text: string) => void;
  /** Shows all touches, to change one or take it out. */
  readonly touches: () => void;
  /** Goes back to the list, or folds the card beside the note. */
  readonly leave: () => void;
}

/** Where a card stands: instead of the list, or above it beside the note that is open. */
export type CardPlace = "alone" | "beside" | "folded";

const WAY_ICONS = {
  call: "phone",
  letter: "mail",
  visit: "coffee",
  message: "message-square",
  email: "at-sign",
} as const;

/** Draws the card of a person: the back of the Rolodex card. */
export function drawCard(el: HTMLElement, card: CardModel, place: CardPlace, handlers: CardHandlers): void {
  el.empty();
  const box = el.createEl("section", {
    cls: `reconnect-card is-${place}`,
    attr: { "aria-labelledby": `reconnect-card-${place}` },
  });
  drawHead(box, card, place, handlers);
  if (place === "folded") return;
  drawActs(box, card, place, handlers);
  if (card.opening !== "")
    for (const line of card.opening.split("\n"))
      box.createEl("p", { cls: "reconnect-card-opening" }).createSpan({ text: line, attr: { dir: "auto" } });
  drawWays(box, card.ways, handlers);
  drawList(box, words.card.occasions, card.occasions, (item, text) => {
    item.createSpan({ text, attr: { dir: "auto" } });
  });
  drawList(box, words.card.followUps, card.followUps, (item, followUp) => {
    drawFollowUp(item, followUp, handlers);
  });
  drawTouches(box, card, handlers);
  drawCardBalance(box, card);
  drawFacts(box, card);
  drawList(box, words.card.problems, card.problems, (item, { line, message }) => {
    const button = item.createEl("button", { cls: "reconnect-line" });
    button.createSpan({ text: message, attr: { dir: "auto" } });
    button.addEventListener("click", () => {
      handlers.open(line, false);
    });
  });
}

function drawHead(el: HTMLElement, card: CardModel, place: CardPlace, handlers: CardHandlers): void {
  const head = el.createDiv({ cls: "reconnect-card-head" });
  if (place === "alone") {
    const back = head.createEl("button", {
      cls: "clickable-icon reconnect-card-back",
      attr: { "aria-label": words.card.back, "data-control": "back" },
    });
    setIcon(back, "arrow-left");
    back.addEventListener("click", handlers.leave);
  }
  const title = head.createDiv({ cls: "reconnect-card-title" });
  title
    .createEl("h3", { attr: { id: `reconnect-card-${place}` } })
    .createSpan({ text: card.name, attr: { dir: "auto" } });
  if (card.aliases !== "")
    title.createDiv({ cls: "reconnect-card-aliases" }).createSpan({ text: card.aliases, attr: { dir: "auto" } });
  title.createDiv({ cls: "reconnect-card-why" }).createSpan({ text: card.why, attr: { dir: "auto" } });
  if (place === "alone") return;
  const fold = head.createEl("button", {
    cls: "clickable-icon reconnect-card-fold",
    attr: {
      "aria-label": place === "folded" ? words.card.unfold : words.card.fold,
      "aria-expanded": String(place === "beside"),
      "data-control": "fold",
    },
  });
  setIcon(fold, place === "folded" ? "chevron-down" : "chevron-up");
  fold.addEventListener("click", handlers.leave);
}

function drawActs(el: HTMLElement, card: CardModel, place: CardPlace, handlers: CardHandlers): void {
  const acts = el.createDiv({ cls: "reconnect-card-acts", attr: { role: "group" } });
  const log = acts.createEl("button", { cls: "mod-cta", text: touchAction.row.label, attr: { "data-control": "log" } });
  log.addEventListener("click", () => {
    handlers.do(touchAction, log);
  });
  const icon = (name: string, label: string, control: string, run: (at: HTMLElement) => void): void => {
    const button = acts.createEl("button", {
      cls: "clickable-icon",
      attr: { "aria-label": label, "data-control": control },
    });
    setIcon(button, name);
    button.addEventListener("click", () => {
      run(button);
    });
  };
  const act = (action: RowAction, label: string, control: string): void => {
    icon(action.row.icon, label, control, (at) => {
      handlers.do(action, at);
    });
  };
  if (card.standing !== "closed") act(meetAction, words.panel.planCoffee(card.name), "meet");
  act(snoozeAction, words.panel.snooze(card.name), "snooze");
  icon("ellipsis", words.card.more, "more", handlers.more);
  if (place === "alone")
    icon("file-text", words.panel.openNote(card.name), "note", () => {
      handlers.open(null, false);
    });
}

/**
 * A follow-up: its box ticks it, its words open the line; a meeting whose day has come says what a tick does, and can
 * be moved.
 */
function drawFollowUp(item: HTMLElement, followUp: CardFollowUp, handlers: CardHandlers): void {
  const { acts } = words.followUps;
  const { text, due, line, note, isDueMeeting } = followUp;
  item.addClass("reconnect-card-follow-up");
  const box = item
    .createEl("label", { cls: "reconnect-tick" })
    .createEl("input", { type: "checkbox", attr: { "aria-label": isDueMeeting ? acts.log(text) : acts.tick(text) } });
  box.addEventListener("change", () => {
    box.checked = false;
    handlers.tick(followUp);
  });
  const button = item.createEl("button", {
    cls: "reconnect-line",
    attr: { "aria-description": words.card.openLine(line, note) },
  });
  const said = button.createSpan({ cls: "reconnect-line-text" });
  said.createSpan({ text, attr: { dir: "auto" } });
  if (note !== null) said.createDiv({ cls: "reconnect-line-note" }).createSpan({ text: note, attr: { dir: "auto" } });
  if (due !== null) button.createSpan({ cls: "reconnect-line-day", text: due });
  button.addEventListener("click", (event) => {
    handlers.openFollowUp(followUp, event.ctrlKey || event.metaKey);
  });
  if (!isDueMeeting) return;
  const move = item.createEl("button", { cls: "clickable-icon", attr: { "aria-label": acts.move(text) } });
  setIcon(move, "calendar-clock");
  move.addEventListener("click", () => {
    handlers.move(followUp);
  });
}

function drawWays(el: HTMLElement, ways: readonly WayToReach[], handlers: CardHandlers): void {
  drawList(el, words.card.reach, ways, (item, { way, text, href }) => {
    item.addClass("reconnect-way");
    const icon = item.createSpan({
      cls: "reconnect-way-icon",
      attr: { role: "img", "aria-label": words.card.ways[way] },
    });
    setIcon(icon, WAY_ICONS[way]);
    if (href !== null) item.createEl("a", { text, href, attr: { dir: "auto" } });
    else item.createSpan({ cls: "reconnect-way-text", text, attr: { dir: "auto" } });
    if (way !== "letter") return;
    const copy = item.createEl("button", {
      cls: "clickable-icon",
      attr: { "aria-label": words.card.copy(words.card.address) },
    });
    setIcon(copy, "copy");
    copy.addEventListener("click", () => {
      handlers.copy(text);
    });
  });
}

function drawTouches(el: HTMLElement, card: CardModel, handlers: CardHandlers): void {
  const part = el.createDiv({ cls: "reconnect-card-part" });
  part.createEl("h4", { text: words.card.touches });
  drawYear(part, card.year);
  if (card.touches.length === 0) part.createEl("p", { cls: "reconnect-card-none", text: words.card.noTouches });
  const list = part.createEl("ul");
  for (const touch of card.touches) drawTouch(list.createEl("li"), touch, handlers);
  if (card.moreTouches > 0)
    part.createEl("p", { cls: "reconnect-card-none", text: words.card.moreTouches(card.moreTouches) });
  if (card.touches.length === 0) return;
  const change = part.createEl("button", {
    cls: "reconnect-card-change",
    text: words.card.changeTouches,
    attr: { "data-control": "touches" },
  });
  change.addEventListener("click", handlers.touches);
}

function drawTouch(item: HTMLElement, touch: CardTouch, handlers: CardHandlers): void {
  const row = item.createEl("button", { cls: "reconnect-line" });
  row.createSpan({
    cls: "reconnect-touch-arrow",
    text: touch.arrow,
    attr: { role: "img", "aria-label": touch.arrowWords, title: touch.arrowWords },
  });
  row.createSpan({ cls: "reconnect-line-day", text: touch.day });
  row.createSpan({ cls: "reconnect-line-text" }).createSpan({ text: touch.text, attr: { dir: "auto" } });
  row.addEventListener("click", (event) => {
    handlers.open(touch.line, event.ctrlKey || event.metaKey);
  });
}

function drawCardBalance(el: HTMLElement, { name, balance }: CardModel): void {
  if (!balance) return;
  const part = el.createDiv({ cls: "reconnect-card-part reconnect-card-balance" });
  part.createEl("h4", { text: words.balance.title });
  drawSmallBalance(part, name, balance);
}

function drawFacts(el: HTMLElement, card: CardModel): void {
  const part = el.createDiv({ cls: "reconnect-card-part" });
  if (card.interests.length > 0) {
    part.createEl("h4", { text: words.card.interests });
    const tags = part.createEl("ul", { cls: "reconnect-card-interests" });
    for (const interest of card.interests) tags.createEl("li", { text: interest, attr: { dir: "auto" } });
  }
  if (card.facts.length === 0) return;
  const list = part.createEl("dl", { cls: "reconnect-card-facts" });
  for (const [label, value] of card.facts) {
    list.createEl("dt", { text: label });
    list.createEl("dd").createSpan({ text: value, attr: { dir: "auto" } });
  }
}

function drawList<Item>(
  el: HTMLElement,
  title: string,
  items: readonly Item[],
  drawItem: (item: HTMLElement, of: Item) => void,
): void {
  if (items.length === 0) return;
  const part = el.createDiv({ cls: "reconnect-card-part" });
  part.createEl("h4", { text: title });
  const list = part.createEl("ul");
  for (const item of items) drawItem(list.createEl("li"), item);
}
