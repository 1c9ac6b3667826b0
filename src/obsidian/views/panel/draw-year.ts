import type { YearOfTouches } from "../../../core/lists/year-of-touches";
import { words } from "../../../core/words/words";

/** So many touches in a week are drawn as high as any more. */
const HIGHEST = 3;

/**
 * A small picture of a year of touches: a stroke for each week, yours upwards, theirs downwards. Its words say the
 * same.
 */
export function drawYear(el: HTMLElement, year: YearOfTouches): void {
  const label = words.card.yearPicture(year.total, year.out, year.in, year.both);
  const picture = el.createDiv({ cls: "reconnect-year", attr: { role: "img", "aria-label": label, title: label } });
  // What a pointer finds by hovering is written out where there is none.
  el.createEl("p", { cls: "reconnect-card-none reconnect-year-words", text: label, attr: { "aria-hidden": "true" } });
  for (const { count, direction } of year.weeks) {
    const week = picture.createSpan({
      cls: `reconnect-year-week is-${count === 0 ? "quiet" : (direction ?? "unknown")}`,
    });
    week.setCssProps({ "--reconnect-touches": String(Math.min(HIGHEST, count)) });
  }
}
