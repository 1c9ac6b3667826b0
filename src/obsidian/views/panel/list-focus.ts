import type { DrawnSection } from "./draw-panel";

/** What opens in front of a panel and gives the keyboard back. */
export const IN_FRONT = ".modal-container, .menu, .prompt, .suggestion-container, .notice-container";

/** Where the keyboard is in the list, in words that survive a redraw. */
interface FocusPlace {
  readonly section: string;
  readonly key: string;
  readonly index: number;
  readonly control: string;
}

/**
 * Keeps the keyboard in its place while the list is drawn anew, and brings it back after a window or a
 * menu that was opened from there has gone.
 */
export class ListFocus {
  private place: FocusPlace | null = null;

  constructor(private readonly el: HTMLElement) {}

  /** Notes where the focus went: a row is remembered, a card, a menu or a window in front of it forgets nothing. */
  moved(target: EventTarget | null, sections: readonly DrawnSection[]): void {
    if (!(target instanceof Node) || !target.instanceOf(HTMLElement)) return;
    const place = this.placeOf(target, sections);
    if (place) this.place = place;
    else if (!target.closest(`.reconnect-card-place, ${IN_FRONT}`)) this.place = null;
  }

  /** Brings the keyboard back to its row, or to the one that took its place, where nothing else has it. */
  restore(sections: readonly DrawnSection[]): void {
    const { place } = this;
    const active = this.el.doc.activeElement;
    if (!place || (active !== null && active !== this.el.doc.body)) return;
    const section = sections.find(({ id }) => id === place.section) ?? sections[0];
    if (!section) return;
    const same = section.id === place.section ? section.grid.indexOfKey(place.key) : 0;
    const index = same >= 0 ? same : Math.min(place.index, section.grid.rows.length - 1);
    const target = section.grid.nearestRow(index, 1) ?? section.grid.nearestRow(index, -1);
    if (target !== null) section.grid.focus(target, place.control);
  }

  private placeOf(target: HTMLElement, sections: readonly DrawnSection[]): FocusPlace | null {
    for (const { id, grid } of sections) {
      const index = grid.indexOf(target);
      const key = grid.rows.keyAt(index);
      if (key !== undefined) return { section: id, key, index, control: target.dataset["control"] ?? "open" };
    }
    return null;
  }
}
