import type { PanelRow } from "../../../core/lists/panel-row";
import type { DrawnSection } from "./draw-panel";

/** What the keys of the list ask for. */
export interface KeyHandlers {
  /** Does what a letter means for whoever stands there; gives whether it means something. */
  readonly act: (letter: string, row: PanelRow, at: HTMLElement) => boolean;
  readonly open: (row: PanelRow, newLeaf: boolean) => void;
  readonly select: (row: PanelRow) => void;
  readonly menu: (row: PanelRow, at: HTMLElement) => void;
  readonly search: () => void;
  /** Shows all keys. */
  readonly help: () => void;
  readonly escape: () => void;
}

interface Place {
  readonly section: number;
  readonly index: number;
  readonly row: PanelRow;
  readonly control: HTMLElement;
}

const PAGE = 10;

/**
 * The keyboard in the list: arrows move, letters act on the row where the focus is. Gives whether the key was one of
 * them.
 */
export function pressKey(event: KeyboardEvent, sections: readonly DrawnSection[], handlers: KeyHandlers): boolean {
  const place = placeOf(event.target, sections);
  if (!place || event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return false;
  const sideways = place.control.closest("[dir=rtl]") ? -1 : 1;
  switch (event.key) {
    case "ArrowDown":
      return move(sections, place, 1);
    case "ArrowUp":
      return move(sections, place, -1);
    case "PageDown":
      return move(sections, place, PAGE);
    case "PageUp":
      return move(sections, place, -PAGE);
    case "Home":
      return toEnd(sections, place, 1);
    case "End":
      return toEnd(sections, place, -1);
    case "ArrowRight":
      return across(place, sideways);
    case "ArrowLeft":
      return across(place, -sideways);
    case "Escape":
      handlers.escape();
      return true;
    case "/":
      handlers.search();
      return true;
    case "?":
      handlers.help();
      return true;
    default:
      return letter(letterOf(event), place, handlers);
  }
}

/** The Latin letter of a key, also while capitals are locked or another script is being typed. */
export function letterOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (shiftKey) return "";
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "") : "";
}

function letter(key: string, { row, control }: Place, handlers: KeyHandlers): boolean {
  if (row.kind === "earlier") return false;
  if (key === "o") {
    handlers.open(row, false);
    return true;
  }
  if (row.kind === "problem") return false;
  if (key === "x") {
    handlers.select(row);
    return true;
  }
  if (key === "m") {
    handlers.menu(row, control);
    return true;
  }
  return handlers.act(key, row, control);
}

function placeOf(target: EventTarget | null, sections: readonly DrawnSection[]): Place | null {
  if (!(target instanceof Node) || !target.instanceOf(HTMLElement)) return null;
  for (const [section, { grid }] of sections.entries()) {
    if (!grid.el.contains(target)) continue;
    const index = grid.indexOf(target);
    const row = grid.rows.at(index);
    return row ? { section, index, row, control: target } : null;
  }
  return null;
}

/** Moves by so many rows, from section to section; at the ends it stays. */
function move(sections: readonly DrawnSection[], place: Place, by: number): boolean {
  const step = by > 0 ? 1 : -1;
  let { section, index } = place;
  for (let left = Math.abs(by); left > 0; left--) {
    let next = sections[section]?.grid.nearestRow(index + step, step) ?? null;
    for (let other = section + step; next === null && sections[other]; other += step) {
      const { grid } = sections[other] as DrawnSection;
      next = grid.nearestRow(step > 0 ? 0 : grid.rows.length - 1, step);
      if (next !== null) section = other;
    }
    if (next === null) break;
    index = next;
  }
  sections[section]?.grid.focus(index);
  return true;
}

function toEnd(sections: readonly DrawnSection[], place: Place, step: 1 | -1): boolean {
  const grid = sections[place.section]?.grid;
  const index = grid?.nearestRow(step > 0 ? 0 : grid.rows.length - 1, step) ?? null;
  if (index !== null) grid?.focus(index);
  return true;
}

/** To the next control of the same row. */
function across({ control }: Place, by: number): boolean {
  const row = control.closest<HTMLElement>("[data-key]");
  const controls = row?.findAll("[data-control]") ?? [];
  controls[controls.indexOf(control) + by]?.focus();
  return true;
}
