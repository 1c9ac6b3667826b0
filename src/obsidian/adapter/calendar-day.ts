import { Component, getLanguage } from "obsidian";
import { civilDate, type CivilDate } from "../../core/text/dates/civil-date";
import { formatNearDay } from "../../core/text/dates/format-day";

const CHECK_EVERY_MS = 30_000;

/** The one place in the plugin that looks at the clock: today, here. */
export function todayHere(): CivilDate {
  const now = new Date();
  const today = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (today === null) throw new RangeError("The clock shows no day.");
  return today;
}

/** A day as a sentence on the screen writes it, in the language of the app: `Nov 27`. */
export function dayHere(day: CivilDate): string {
  return formatNearDay(day, todayHere(), getLanguage());
}

/** Calls back when a new day begins, a sleep of the device included. */
export class DayWatch extends Component {
  private day = todayHere();

  constructor(private readonly onNewDay: () => void) {
    super();
  }

  override onload(): void {
    this.registerInterval(
      window.setInterval(() => {
        this.look();
      }, CHECK_EVERY_MS),
    );
    this.registerDomEvent(document, "visibilitychange", () => {
      this.look();
    });
  }

  private look(): void {
    const day = todayHere();
    if (day === this.day) return;
    this.day = day;
    this.onNewDay();
  }
}
