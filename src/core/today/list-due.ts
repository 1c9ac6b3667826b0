import type { CivilDate } from "../text/dates/civil-date";
import { circleCadences } from "../people/circles";
import type { Problem } from "../text/note/problem";
import { compareOccasions, occasionsOf, type Occasion } from "./occasion";
import type { Person } from "../index/person";
import { replyOwed } from "./replies-owed";
import { comparePressings, compareTexts, pressingOf, type Pressing } from "./order";
import { toReach, type Reach } from "./reach";
import { standingOf, type Standing, type StandingRules } from "./standing";
import type { Settings } from "../people/settings/settings";

export interface DueList {
  readonly today: CivilDate;
  readonly people: readonly Reach[];
  readonly occasions: readonly Occasion[];
  readonly problems: readonly Problem[];
}

export interface DueQuery {
  /** How many days ahead still counts as soon; the settings' own where absent. */
  readonly soonDays?: number;
  /** Everyone, whatever their standing. */
  readonly all?: boolean;
}

const LISTED: ReadonlySet<Standing> = new Set<Standing>(["overdue", "due", "due-soon", "new"]);

/** Who to reconnect with, most pressing first: whoever waits for an answer, whatever their standing, then by date; new people after them. With the occasions at hand and all Problems. */
export function listDue(
  people: readonly Person[],
  settings: Settings,
  today: CivilDate,
  query: DueQuery = {},
): DueList {
  const rules = standingRules(settings, query.soonDays);
  const rows: { readonly pressing: Pressing; readonly reach: Reach }[] = [];
  const occasions: Occasion[] = [];
  for (const person of people) {
    for (const occasion of occasionsOf(person, settings, today)) occasions.push(occasion);
    const facts = standingOf(person, rules, today);
    // Who was let go is asked for by nobody; what they wait for stands among the replies owed.
    const owedDays =
      facts.standing === "closed" || facts.cadence?.kind === "never" ? null : (replyOwed(person, today)?.age ?? null);
    if (query.all || LISTED.has(facts.standing) || owedDays !== null) {
      const { standing, daysOverdue, cadence } = facts;
      rows.push({
        pressing: pressingOf({ name: person.name, path: person.path, standing, daysOverdue, cadence, owedDays }),
        reach: toReach(person, facts, today),
      });
    }
  }
  return {
    today,
    people: rows.sort((a, b) => comparePressings(a.pressing, b.pressing)).map((row) => row.reach),
    occasions: occasions.sort(compareOccasions),
    problems: listProblems(people),
  };
}

export function standingRules(settings: Settings, soonDays?: number): StandingRules {
  return {
    circles: circleCadences(settings.circles),
    soonDays: soonDays ?? settings.soonDays,
    exactSoon: soonDays !== undefined,
  };
}

/** Every Problem of the people, by note and line. */
export function listProblems(people: readonly Person[]): Problem[] {
  const problems: Problem[] = [];
  for (const person of people) for (const problem of person.problems) problems.push(problem);
  return problems.sort(compareProblems);
}

export function compareProblems(a: Problem, b: Problem): number {
  return compareTexts(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareTexts(a.message, b.message);
}
