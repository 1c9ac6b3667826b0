import { addDays, civilDate, daysBetween, yearOf, type CivilDate } from "../dates/civil-date";
import type { YearlyDay } from "../dates/read-date";
import type { Person } from "../people/person";
import { compareNames } from "../reconnect/order";
import { isClosed } from "../reconnect/standing";
import type { OccasionSettings, Settings } from "../settings/settings";
import { isReachingOut } from "../touches/last-contact";
import { words } from "../words/words";

/** A day that comes back, or a milestone to congratulate on. */
export interface Occasion {
  readonly name: string;
  readonly path: string;
  readonly kind: "birthday" | "date" | "milestone";
  readonly label: string;
  readonly date: CivilDate;
  /** Negative after the day. */
  readonly daysUntil: number;
  /** The age or number of years it makes; null where the year is not known. */
  readonly turning: number | null;
}

/** A milestone waits this long for its congratulation. */
export const MILESTONE_DAYS = 90;

/** The occasions of a person that are near and not yet kept, by day. A closed person has none. */
export function occasionsOf(person: Person, settings: Pick<Settings, "leapDay" | "occasions">, today: CivilDate): Occasion[] {
  if (isClosed(person, today)) return [];
  const found: Occasion[] = [];
  const yearly = (kind: "birthday" | "date", label: string, day: YearlyDay): void => {
    const date = nearestOpen(person, day, settings, today);
    if (date === null) return;
    const turning = day.year === null || yearOf(date) <= day.year ? null : yearOf(date) - day.year;
    found.push({ name: person.name, path: person.path, kind, label, date, daysUntil: daysBetween(today, date), turning });
  };
  if (person.birthday) yearly("birthday", words.occasion.birthday, person.birthday);
  for (const { day, what } of person.dates) yearly("date", what, day);
  for (const { day, what } of person.milestones) {
    const daysUntil = daysBetween(today, day);
    if (daysUntil > settings.occasions.aheadDays || daysUntil < -MILESTONE_DAYS || isCongratulated(person, day, today)) continue;
    found.push({ name: person.name, path: person.path, kind: "milestone", label: what, date: day, daysUntil, turning: null });
  }
  return found.sort(compareOccasions);
}

/** By day, then by name. */
export function compareOccasions(a: Occasion, b: Occasion): number {
  return a.daysUntil - b.daysUntil || compareNames(a, b);
}

/** The day in a year on which a yearly day is kept; 29 February moves in common years. */
export function yearlyDayIn(year: number, day: YearlyDay, leapDay: Settings["leapDay"]): CivilDate | null {
  const date = civilDate(year, day.month, day.day);
  return date ?? civilDate(year, Number(leapDay.slice(0, 2)), Number(leapDay.slice(3)));
}

/** The occurrence whose window today lies in and that no touch has kept yet. */
function nearestOpen(person: Person, day: YearlyDay, settings: Pick<Settings, "leapDay" | "occasions">, today: CivilDate): CivilDate | null {
  const { aheadDays, belatedDays } = settings.occasions;
  for (const year of [yearOf(today) - 1, yearOf(today), yearOf(today) + 1]) {
    const date = yearlyDayIn(year, day, settings.leapDay);
    if (date === null) continue;
    const daysUntil = daysBetween(today, date);
    if (daysUntil < -belatedDays || daysUntil > aheadDays) continue;
    if (!isKept(person, date, settings.occasions, today)) return date;
  }
  return null;
}

/** A birthday or date is kept by reaching out, or being together, inside its window. */
function isKept(person: Person, date: CivilDate, { earlyDays, belatedDays }: OccasionSettings, today: CivilDate): boolean {
  const from = addDays(date, -earlyDays);
  const to = addDays(date, belatedDays);
  return person.touches.some((touch) => isReachingOut(touch.direction) && touch.date >= from && touch.date <= to && touch.date <= today);
}

function isCongratulated(person: Person, day: CivilDate, today: CivilDate): boolean {
  return person.touches.some((touch) => isReachingOut(touch.direction) && touch.date >= day && touch.date <= today);
}
