import { cadenceDays } from "../people/cadence";
import { addDays, daysBetween, formatDate, type CivilDate } from "../text/dates/civil-date";
import { formatMonthName, formatShortDay } from "../text/dates/format-day";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import { standingOf, type StandingRules } from "../today/standing";
import { words } from "../words/words";
import type { Capacity } from "../today/capacity";
import type { Chart, ChartRow } from "./chart";

const WEEKS = 52;
const MOST_DRIFTING = 8;
const MOST_CIRCLES = 12;

/** The circles: how many are within their time, how many's day has come. */
export function circlesChart(people: readonly Person[], rules: StandingRules, today: CivilDate): Chart {
  const circles = new Map<string, { name: string; within: number; come: number }>();
  for (const person of people) {
    const { standing } = standingOf(person, rules, today);
    if (standing === "closed") continue;
    const isDue = standing === "due" || standing === "overdue";
    for (const name of person.circles.length > 0 ? person.circles : [words.charts.noCircle]) {
      const circle = circles.get(normalizeName(name)) ?? { name, within: 0, come: 0 };
      circles.set(normalizeName(name), {
        ...circle,
        within: circle.within + (isDue ? 0 : 1),
        come: circle.come + (isDue ? 1 : 0),
      });
    }
  }
  const rows = [...circles.values()]
    .sort((a, b) => b.within + b.come - a.within - a.come)
    .slice(0, MOST_CIRCLES)
    .map(({ name, within, come }) => row(name, [within, come]));
  const come = rows.reduce((sum, { values }) => sum + (values[1] ?? 0), 0);
  return {
    id: "circles",
    title: words.charts.circles,
    summary: words.charts.circlesSummary(rows.length, come),
    kind: "bars",
    labelName: words.charts.circle,
    series: [words.charts.within, words.charts.come],
    rows,
    mark: null,
  };
}

function weekFrom(day: CivilDate, locale: string | null): string {
  return words.capacity.week(locale === null ? day : formatDate(day, locale));
}

/** A year of touches by week: yours and together, and theirs. */
export function yearChart(people: readonly Person[], today: CivilDate, locale: string | null = null): Chart {
  const first = addDays(today, 1 - 7 * WEEKS);
  const weeks = Array.from({ length: WEEKS }, () => [0, 0]);
  for (const { touches } of people) {
    for (const { date, direction, source } of touches) {
      const week =
        weeks[date < first || date > today || source !== "log" ? -1 : Math.floor(daysBetween(first, date) / 7)];
      if (week) week[direction === "in" ? 1 : 0] = (week[direction === "in" ? 1 : 0] ?? 0) + 1;
    }
  }
  const rows = weeks.map((values, index): ChartRow => {
    const from = addDays(first, 7 * index);
    const isNewMonth =
      index > 0 && from.slice(5, 7) !== addDays(from, -7).slice(5, 7) && Number(from.slice(5, 7)) % 2 === 1;
    return {
      label: weekFrom(from, locale),
      shortLabel: isNewMonth ? formatMonthName(from, locale ?? "en") : "",
      values,
    };
  });
  const total = weeks.flat().reduce((sum, value) => sum + value, 0);
  return {
    id: "year",
    title: words.charts.year,
    summary: words.charts.yearSummary(total),
    kind: "columns",
    labelName: words.charts.week,
    series: [words.charts.yours, words.charts.theirs],
    rows,
    mark: null,
  };
}

/** The load of twelve weeks, beside it the change thought of, and across it what a week holds. */
export function loadChart(capacity: Capacity, locale: string | null = null): Chart {
  const isChanged = capacity.askedChanged !== null;
  const rows = capacity.weeks.map(({ from, asked, changed }): ChartRow => ({
    label: weekFrom(from, locale),
    shortLabel: locale === null ? from.slice(5) : formatShortDay(from, locale),
    values: isChanged ? [asked, changed ?? 0] : [asked],
  }));
  return {
    id: "load",
    title: words.capacity.ahead,
    summary: words.charts.loadSummary(capacity.asked, capacity.budget),
    kind: "columns",
    labelName: words.charts.week,
    series: isChanged ? [words.capacity.touches, words.capacity.changed] : [words.capacity.touches],
    ...(isChanged ? { sideBySide: true as const } : {}),
    rows,
    mark: { name: words.charts.holds(capacity.budget), value: capacity.budget },
  };
}

/** Who drifts: weeks since the last touch beside the weeks wanted, the longest wait by their cadence first. */
export function driftChart(people: readonly Person[], rules: StandingRules, today: CivilDate): Chart {
  const drifting = people.flatMap((person) => {
    const { standing, cadence, lastContact, daysOverdue } = standingOf(person, rules, today);
    if (!cadence || lastContact === null || (standing !== "overdue" && standing !== "due")) return [];
    const wanted = cadenceDays(cadence);
    return [{ name: person.name, since: daysBetween(lastContact, today), wanted, ratio: (daysOverdue ?? 0) / wanted }];
  });
  const rows = drifting
    .sort((a, b) => b.ratio - a.ratio || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_DRIFTING)
    .map(({ name, since, wanted }) => row(name, [Math.round(since / 7), Math.round(wanted / 7)]));
  return {
    id: "drift",
    title: words.charts.drift,
    summary: words.charts.driftSummary(drifting.length),
    kind: "bars",
    labelName: words.charts.person,
    series: [words.charts.since, words.charts.wanted],
    sideBySide: true,
    rows,
    mark: null,
  };
}

function row(label: string, values: readonly number[]): ChartRow {
  return { label, shortLabel: label, values };
}
