import { civilDate, type CivilDate } from "../../text/dates/civil-date";
import type { YearlyDay } from "../../text/dates/read-date";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { Person } from "../../index/person";
import { lastEarlierDay } from "../follow-ups-due";
import { isClosed } from "../standing";
import type { EnglishRule } from "../../text/recurrence/english-rule";
import type { Settings } from "../../people/settings/settings";
import { weekOf } from "../week";
import type { Task } from "../tasks/task";
import { noteKey, detailKey, parseGeneratedId, seriesOf } from "../../tasks/task-id";
import { words } from "../../words/words";

/** A whole day of a calendar, that comes back where it has a rule. */
export interface CalendarDay {
  /** Stays the same while the day moves, so that a calendar program moves it too. */
  readonly uid: string;
  readonly start: CivilDate;
  /** An RRULE (RFC 5545) without its name; null for what comes once. */
  readonly rule: string | null;
  readonly summary: string;
  readonly about: string;
}

/** Calendar programs are not asked to count from Ada Lovelace's year: years before are told in words. */
const FIRST_YEAR = 1972;

/**
 * The days of a calendar: every birthday and date with a rule of its own, everything else by its task. In the order of
 * their ids. A reach-out whose day is more than a week past is in it only for this week's picks, on the week's last
 * day:
 * a calendar is no pile of all who wait.
 */
export function calendarDays(
  people: readonly Person[],
  tasks: readonly Task[],
  settings: Settings,
  today: CivilDate,
  picked: ReadonlySet<string>,
): CalendarDay[] {
  const days = new Map<string, CalendarDay>();
  for (const person of people) {
    if (isClosed(person, today)) continue;
    if (person.birthday)
      keep(days, yearly(person, "bday", "", words.calendar.birthday(person.name), person.birthday, settings));
    for (const { day, what, detail } of detailed(person.dates))
      keep(days, yearly(person, "date", detail, words.calendar.date(person.name, what), day, settings));
  }
  for (const task of tasks) {
    if (task.done || task.kind === "bday" || task.kind === "date") continue;
    if (task.kind !== "reach" || task.due > lastEarlierDay(today)) keep(days, taskDay(task));
    else if (picked.has(task.path)) keep(days, { ...taskDay(task), start: weekOf(today).to });
  }
  return [...days.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

/**
 * Dates with what tells them apart: their words, and of several with the same words (two anniversaries) also their day.
 */
function detailed(dates: Person["dates"]): (Person["dates"][number] & { readonly detail: string })[] {
  return dates.map((one) => {
    const first = dates.find(({ what }) => what === one.what) ?? one;
    const isSame = first.day.month === one.day.month && first.day.day === one.day.day;
    return { ...one, detail: isSame ? one.what : `${one.what}\n${one.day.month}-${one.day.day}` };
  });
}

function keep(days: Map<string, CalendarDay>, day: CalendarDay): void {
  const known = days.get(day.uid);
  if (!known || day.start < known.start) days.set(day.uid, day);
}

function yearly(
  person: Person,
  kind: "bday" | "date",
  label: string,
  summary: string,
  day: YearlyDay,
  { leapDay }: Pick<Settings, "leapDay">,
): CalendarDay {
  const since = Math.max(day.year ?? FIRST_YEAR, FIRST_YEAR);
  const isLeapDay = day.month === 2 && day.day === 29;
  const year = isLeapDay ? Math.ceil(since / 4) * 4 : since;
  return {
    uid: uidOf(seriesOf({ kind, note: noteKey(person.path), detail: detailKey(label) })),
    start:
      civilDate(year, day.month, day.day) ?? civilDate(FIRST_YEAR, day.month, day.day) ?? ("1972-01-01" as CivilDate),
    rule: isLeapDay ? LEAP_DAY_RULES[leapDay] : "FREQ=YEARLY",
    summary,
    about: day.year === null ? "" : words.calendar.since(kind, yearlyDayText(day)),
  };
}

/** The last day of February, or the sixtieth of the year: 29 February where there is one. */
const LEAP_DAY_RULES: Readonly<Record<Settings["leapDay"], string>> = {
  "02-28": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
  "03-01": "FREQ=YEARLY;BYYEARDAY=60",
};

function taskDay(task: Task): CalendarDay {
  const own = parseGeneratedId(task.id);
  const rule = task.line?.rule ? ruleFrom(task.line.rule, task.line.start) : null;
  return {
    uid: uidOf(own ? seriesOf(own) : task.id),
    // What repeats by itself begins where it began, however far it has come.
    start: rule === null || !task.line ? task.due : task.line.start,
    rule,
    summary: task.title,
    about: task.rule ?? "",
  };
}

/**
 * A rule counted from the day it is done, or that a calendar program could read otherwise, is left to the task itself.
 */
function ruleFrom(rule: EnglishRule, start: CivilDate): string | null {
  if (rule.whenDone) return null;
  const until = rule.until === null ? "" : `;UNTIL=${rule.until.replaceAll("-", "")}`;
  if (!rule.span) return `${rule.parts}${until}`;
  const { count, unit } = rule.span;
  const each = `FREQ=${{ day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" }[unit]}${count === 1 ? "" : `;INTERVAL=${count}`}`;
  if (unit === "day" || unit === "week" || Number(start.slice(8)) <= 28) return each + until;
  return unit === "month" && start.endsWith("-31")
    ? `${each};BYMONTHDAY=-1${until}`
    : unit === "year" && !start.endsWith("-02-29")
      ? each + until
      : null;
}

function uidOf(series: string): string {
  return `rc-${series}@reconnect`;
}
