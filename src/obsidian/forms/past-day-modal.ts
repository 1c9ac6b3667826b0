import { SuggestModal, getLanguage, type App } from "obsidian";
import { addDays, formatDate, type CivilDate } from "../../core/text/dates/civil-date";
import { readDay } from "../../core/text/dates/day-words";

const DAYS_OFFERED = 14;

/** Picks a day up to today: one of the last days, or any that is typed ("friday", "3 weeks ago", 2026-10-02). */
export class PastDayModal extends SuggestModal<CivilDate> {
  constructor(
    app: App,
    placeholder: string,
    private readonly today: CivilDate,
    private readonly onPick: (day: CivilDate) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
  }

  getSuggestions(query: string): CivilDate[] {
    if (query.trim() === "") return Array.from({ length: DAYS_OFFERED }, (_, back) => addDays(this.today, -back - 1));
    const day = readDay(query, this.today, "last");
    return day !== null && day <= this.today ? [day] : [];
  }

  renderSuggestion(day: CivilDate, el: HTMLElement): void {
    el.setText(formatDate(day, getLanguage()));
  }

  onChooseSuggestion(day: CivilDate): void {
    this.onPick(day);
  }
}
