import { cadenceDays, dueAfter } from "../people/cadence";
import { effectiveCadence } from "../people/circles";
import { addDays, daysBetween, type CivilDate } from "../text/dates/civil-date";
import { fingerprint } from "../text/note/fingerprint";
import type { Person } from "../index/person";
import { lastContact } from "../index/last-contact";
import { replyOwed } from "./replies-owed";
import { isClosed, type StandingRules } from "./standing";
import type { Week } from "./week";
import { windowOf, type DayWindow } from "./week-plan";

/** A person who could be a pick of a week, and how much speaks for it. */
export interface Candidate {
  readonly person: Person;
  readonly score: number;
  /** Whether they wait for an answer. */
  readonly isOwed: boolean;
  /** When they may be asked for in the week; null where their day comes later. */
  readonly window: DayWindow | null;
  /** Who comes first among equals; another number each week. */
  readonly turn: number;
}

/** A wait counts up to this many cadences: ten years of silence do not drown one missed month. */
const LONGEST_WAIT = 3;
/** From this share of the cadence on somebody may be asked for, where nobody presses more. */
const RIPE = 0.7;
/** Nobody waits for somebody never met since, but who has just been met is worth a second word. */
const NEW_SCORE = 0.6;
const MOST_BROUGHT = 3;

/**
 * How much speaks for a person as a pick, computed as on the evening before the week began; null
 * where nothing does. The longer the wait measured by their own cadence, the more they brought and
 * the longer they wait for an answer, the more. A share of it turns with the week, so that equals
 * take turns, in the same way on every device.
 */
export function candidateOf(person: Person, rules: StandingRules, week: Week): Candidate | null {
  const eve = addDays(week.from, -1);
  // Pauses, snoozes and meetings take nobody's place in the order: whoever is kept off the list is passed over in turn.
  if (isClosed(person, eve)) return null;
  const own = effectiveCadence(person.cadence, person.circles, rules.circles);
  // Let go: what they wait for is told in the list of replies owed, and nowhere else.
  if (own?.kind === "never") return null;
  const last = lastContact(person, eve);
  const waiting = replyOwed(person, eve);
  const owed = waiting === null ? 0 : 1 + Math.min(1, waiting.age / 14);
  const dueOn = own && last ? dueAfter(own, last) : null;
  const cadence = own !== null && (last === null || dueOn !== null) ? own : null;
  const wait = cadence ? waited(last, cadenceDays(cadence), week, isTouchedIn(person, week)) : 0;
  if (wait === 0 && owed === 0) return null;
  const brought = 1 + 0.2 * Math.min(MOST_BROUGHT, person.brought.length);
  const turn = turnOf(person, week);
  return {
    person,
    score: (wait + owed) * brought * (0.85 + 0.3 * ((turn % 1000) / 1000)),
    isOwed: owed > 0,
    window: cadence && windowOf(dueOn, cadence, week),
    turn,
  };
}

/** Whether the newest contact lies in the week. */
function isTouchedIn(person: Person, week: Week): boolean {
  const newest = lastContact(person, week.to);
  return newest !== null && newest >= week.from;
}

/**
 * The wait in cadences at the end of the week; 0 where it is too short to ask for. Where the only day
 * known was overwritten by a touch of this week, it counts as long: a pick that was kept must not
 * vanish from the list.
 */
function waited(last: CivilDate | null, every: number, week: Week, isTouched: boolean): number {
  if (last === null) return isTouched ? LONGEST_WAIT : NEW_SCORE;
  const wait = daysBetween(last, week.to) / Math.max(1, every);
  return wait < RIPE ? 0 : Math.min(LONGEST_WAIT, wait);
}

/** A whole number, another one each week, the same on every device, however its disk encodes accents. */
function turnOf(person: Pick<Person, "path">, week: Week): number {
  return Number.parseInt(fingerprint(`${week.name} ${person.path.normalize("NFC")}`).split("-")[1] ?? "0", 36);
}
