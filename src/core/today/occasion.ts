import { addDays, civilDate, dayOfYear, daysBetween, yearOf, type CivilDate } from "../text/dates/civil-date";
import type { YearlyDay } from "../text/dates/read-date";
import type { Person } from "../index/person";
import { compareNames, compareTexts } from "./order";
import { isClosed } from "./standing";
import type { OccasionSettings, Settings } from "../people/settings/settings";
import { keptAmong } from "./kept-occasions";
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

/** The day of an occasion, whoever's it is. */
export type OccasionDay = Pick<Occasion, "kind" | "label" | "date" | "turning">;

/** An occasion and where it is in its chain. */
export interface StagedOccasion extends Occasion {
  /** Where it is in its chain: time for a card or gift, the day itself, still to be kept, kept. */
  readonly stage: OccasionStage;
}

export type OccasionStage = "ahead" | "prepare" | "today" | "belated" | "done";

type OccasionRules = Pick<Settings, "leapDay" | "occasions">;

/** A milestone waits this long for its congratulation. */
export const MILESTONE_DAYS = 90;

/** The occasions of a person that are near and not yet kept, by day. A closed person has none. */
export function occasionsOf(person: Person, settings: OccasionRules, today: CivilDate): Occasion[] {
  if (person.birthday === null && person.dates.length === 0 && person.milestones.length === 0) return [];
  const { belatedDays } = settings.occasions;
  const { from, to } = nearDays(settings.occasions, today);
  const near = occasionsBetween(person, settings, from, to, today).filter(
    ({ kind, daysUntil, stage }) =>
      stage !== "done" && daysUntil >= -(kind === "milestone" ? MILESTONE_DAYS : belatedDays),
  );
  if (near.length === 0) return near;
  // Of one that is both belated and ahead (a long window), the one to be kept first.
  return near
    .filter(
      (one, at) =>
        one.kind === "milestone" ||
        !near
          .slice(0, at)
          .some(
            (before) =>
              before.kind === one.kind &&
              before.label === one.label &&
              daysBetween(before.date, one.date) > ALMOST_A_YEAR,
          ),
    )
    .map(({ stage: _stage, ...occasion }) => occasion);
}

/** The days around one on which an occasion is near; everybody is asked about the same ones. */
function nearDays({ aheadDays, belatedDays }: OccasionSettings, today: CivilDate): NearDays {
  if (lastNear?.today !== today || lastNear.aheadDays !== aheadDays || lastNear.belatedDays !== belatedDays) {
    lastNear = {
      aheadDays,
      belatedDays,
      today,
      from: addDays(today, -Math.max(belatedDays, MILESTONE_DAYS)),
      to: addDays(today, aheadDays),
    };
  }
  return lastNear;
}

interface NearDays extends Pick<OccasionSettings, "aheadDays" | "belatedDays"> {
  readonly today: CivilDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

let lastNear: NearDays | null = null;

/** Of one label, days so far apart are the same in two years; nearer ones are two that are called alike. */
const ALMOST_A_YEAR = 300;

/** All occasions of a person from one day to another, kept or not, by day. A closed person has none. */
export function occasionsBetween(
  person: Person,
  settings: OccasionRules,
  from: CivilDate,
  to: CivilDate,
  today: CivilDate,
): StagedOccasion[] {
  if (isClosed(person, today)) return [];
  if (
    person.dates.length === 0 &&
    person.milestones.length === 0 &&
    person.birthday &&
    !mayFall(person.birthday, from, to)
  )
    return [];
  const days = [
    ...yearlyDays(person, settings, from, to),
    ...milestoneDays(person).filter(({ date }) => date >= from && date <= to),
  ];
  if (days.length === 0) return [];
  // A touch keeps one of several, so that those around them are looked at too.
  const { belatedDays } = settings.occasions;
  const around = yearlyDays(person, settings, addDays(from, -belatedDays), addDays(to, belatedDays));
  const isKept = keptAmong(person, [...around, ...milestoneDays(person)], settings.occasions, today);
  const found = days.map((one) => staged(person, one, isKept(one), settings, today));
  return found.length > 1 ? found.sort(compareOccasions) : found;
}

/**
 * Whether a yearly day may fall between two days, told by numbers alone: nearly nobody's does, and everybody is asked.
 */
function mayFall({ month, day }: YearlyDay, from: CivilDate, to: CivilDate): boolean {
  if (month === 2 && day === 29) return true;
  const of = month * 100 + day;
  const years = yearOf(to) - yearOf(from);
  if (years > 1) return true;
  const isAfterFirst = of >= dayOfYear(from);
  const isBeforeLast = of <= dayOfYear(to);
  return years === 0 ? isAfterFirst && isBeforeLast : isAfterFirst || isBeforeLast;
}

/** A person's birthdays and dates from one day to another. */
function yearlyDays(
  { birthday, dates }: Person,
  { leapDay }: OccasionRules,
  from: CivilDate,
  to: CivilDate,
): OccasionDay[] {
  const days: OccasionDay[] = [];
  const add = (kind: "birthday" | "date", label: string, day: YearlyDay): void => {
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      const date = yearlyDayIn(year, day, leapDay);
      if (date === null || date < from || date > to || (day.year !== null && year < day.year)) continue;
      days.push({ kind, label, date, turning: day.year === null || year <= day.year ? null : year - day.year });
    }
  };
  if (birthday) add("birthday", words.occasion.birthday, birthday);
  for (const { day, what } of dates) add("date", what, day);
  return days;
}

function milestoneDays({ milestones }: Person): OccasionDay[] {
  return milestones.map(({ day, what }) => ({ kind: "milestone", label: what, date: day, turning: null }));
}

function staged(
  { name, path }: Person,
  { kind, label, date, turning }: OccasionDay,
  isDone: boolean,
  settings: OccasionRules,
  today: CivilDate,
): StagedOccasion {
  const daysUntil = daysBetween(today, date);
  const prepareDays = kind === "birthday" ? settings.occasions.prepareDays : 0;
  const stage = isDone
    ? "done"
    : daysUntil < 0
      ? "belated"
      : daysUntil === 0
        ? "today"
        : daysUntil <= prepareDays
          ? "prepare"
          : "ahead";
  return { name, path, kind, label, date, daysUntil, turning, stage };
}

/** By day, then by name; several of one person on one day by what they are. */
export function compareOccasions(a: Occasion, b: Occasion): number {
  return (
    a.daysUntil - b.daysUntil ||
    compareNames(a, b) ||
    compareTexts(a.kind, b.kind) ||
    compareTexts(a.label, b.label) ||
    compareTexts(a.date, b.date)
  );
}

/** The day in a year on which a yearly day is kept; 29 February moves in common years. */
function yearlyDayIn(year: number, day: YearlyDay, leapDay: Settings["leapDay"]): CivilDate | null {
  const date = civilDate(year, day.month, day.day);
  return date ?? civilDate(year, Number(leapDay.slice(0, 2)), Number(leapDay.slice(3)));
}
