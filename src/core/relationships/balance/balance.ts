import { addDays, daysBetween, type CivilDate } from "../../text/dates/civil-date";
import { plainDay, type DayText } from "../../text/dates/format-day";
import type { Person } from "../../index/person";
import { isReachingOut, type PlacedTouch } from "../../log/touch";
import { words } from "../../words/words";

/** What a question of the balance is about; `mutual` is none that anything hangs on. */
export type BalanceAsk = "rest" | "thank" | "theyAsk" | "youAsk" | "allYours" | "allTheirs" | "mutual";

/** What the log of a year shows of both sides. Counts and one question, never a score. */
export interface Balance {
  readonly from: CivilDate;
  /** Touches of the year, and who reached out in them; `unknown` has no arrow. */
  readonly touches: number;
  readonly out: number;
  readonly in: number;
  readonly both: number;
  readonly unknown: number;
  /** How many of the newest touches in a row were yours, whether or not they were answered. */
  readonly yourRun: number;
  /** Of these the newest that wait for an answer: letters and messages, not calls or visits. */
  readonly unanswered: number;
  /** The day of the first of them. */
  readonly unansweredSince: CivilDate | null;
  readonly asked: number;
  readonly gave: number;
  readonly theyAsked: number;
  readonly theyGave: number;
  /** The day they last gave something, and what, where you have not reached out since. */
  readonly silentSince: CivilDate | null;
  readonly theirHelp: string | null;
  /** Whether the log says too little for a question. */
  readonly thin: boolean;
  /** What the question is about; null without one. */
  readonly asks: BalanceAsk | null;
  readonly question: string | null;
}

/** With fewer touches that have an arrow, the log says nothing about who reaches out. */
const THIN_BELOW = 4;
const YEAR_DAYS = 365;
/** After two without an answer it is time to let them rest. */
const REST_AFTER = 2;
/** A letter sent yesterday is not yet unanswered. */
const PATIENCE_DAYS = 7;
/** Somebody who helped has not been kept waiting before this many days. */
const THANKS_DAYS = 14;
const LONG_SILENCE_DAYS = 90;
const ONE_SIDED = 3;
/** Ways of being in touch in which the other answers at once. */
const ANSWERED_AT_ONCE = new Set([
  "call",
  "video",
  "coffee",
  "tea",
  "drink",
  "lunch",
  "dinner",
  "breakfast",
  "meal",
  "walk",
  "visit",
  "gathering",
  "meeting",
]);

/** Computes the balance of the year up to a day from the log alone: mentions and properties say nothing of sides. */
export function balanceOf(
  person: Pick<Person, "name" | "touches">,
  today: CivilDate,
  dayText: DayText = plainDay,
): Balance {
  const from = addDays(today, -YEAR_DAYS);
  const log = person.touches.filter(({ source, date }) => source === "log" && date <= today && date > from);
  const count = (keep: (touch: PlacedTouch) => boolean): number => log.filter(keep).length;
  const yours = log.slice(
    0,
    runLength(log, ({ direction }) => direction === "out"),
  );
  const waiting = yours.slice(
    0,
    runLength(yours, ({ channel }) => !ANSWERED_AT_ONCE.has(channel ?? "")),
  );
  const helpAt = log.findIndex(({ theyGave }) => theyGave !== null);
  const help = log[helpAt];
  const silent = help !== undefined && !log.slice(0, helpAt).some(({ direction }) => isReachingOut(direction));
  const facts = {
    from,
    touches: log.length,
    out: count(({ direction }) => direction === "out"),
    in: count(({ direction }) => direction === "in"),
    both: count(({ direction }) => direction === "both"),
    unknown: count(({ direction }) => direction === null),
    yourRun: yours.length,
    unanswered: waiting.length,
    unansweredSince: waiting.at(-1)?.date ?? null,
    asked: count(({ asked }) => asked !== null),
    gave: count(({ gave }) => gave !== null),
    theyAsked: count(({ theyAsked }) => theyAsked !== null),
    theyGave: count(({ theyGave }) => theyGave !== null),
    silentSince: silent ? help.date : null,
    theirHelp: silent ? help.theyGave : null,
  };
  const thin = facts.out + facts.in + facts.both < THIN_BELOW;
  const asks = askOf(facts, thin, {
    waited: waiting[0] ? daysBetween(waiting[0].date, today) : 0,
    silent: silent && isLongSilence(help, today),
  });
  return { ...facts, thin, asks, question: asks && questionOf(asks, person.name, facts, dayText) };
}

/** What is said of a balance: its question, and that the log is too thin where it is. */
export function saidOf({ question, thin }: Balance): string[] {
  if (!thin) return question === null ? [] : [question];
  return question === null ? [words.balance.thin] : [question, words.balance.thinBeside];
}

type Facts = Omit<Balance, "thin" | "asks" | "question">;

/**
 * Help in a letter wants an answer soon; after help in a meeting, where thanks were said, only a long silence is one.
 */
function isLongSilence(help: PlacedTouch, today: CivilDate): boolean {
  return daysBetween(help.date, today) >= (isReachingOut(help.direction) ? LONG_SILENCE_DAYS : THANKS_DAYS);
}

/** The one question worth asking, the first of these that the facts give rise to. */
function askOf(
  facts: Facts,
  thin: boolean,
  { waited, silent }: { readonly waited: number; readonly silent: boolean },
): BalanceAsk | null {
  if (facts.unanswered >= REST_AFTER && waited >= PATIENCE_DAYS) return "rest";
  if (silent) return "thank";
  if (thin) return null;
  if (facts.theyAsked >= ONE_SIDED && facts.asked === 0 && facts.theyGave === 0) return "theyAsk";
  if (facts.asked >= ONE_SIDED && facts.gave === 0 && facts.theyAsked === 0) return "youAsk";
  if (facts.in + facts.both === 0) return "allYours";
  if (facts.out + facts.both === 0) return "allTheirs";
  return "mutual";
}

function questionOf(asks: BalanceAsk, name: string, facts: Facts, dayText: DayText): string {
  const { ask } = words.balance;
  const day = (one: CivilDate | null): string => (one === null ? "" : dayText(one));
  switch (asks) {
    case "rest":
      return ask.rest(name, facts.unanswered, day(facts.unansweredSince));
    case "thank":
      return ask.thank(name, facts.theirHelp ?? "", day(facts.silentSince));
    case "theyAsk":
      return ask.theyAsk(name, facts.theyAsked);
    case "youAsk":
      return ask.youAsk(name, facts.asked);
    case "allYours":
      return ask.allYours(name, facts.out);
    case "allTheirs":
      return ask.allTheirs(name, facts.in);
    case "mutual":
      return ask.mutual(name);
  }
}

function runLength(touches: readonly PlacedTouch[], holds: (touch: PlacedTouch) => boolean): number {
  const end = touches.findIndex((touch) => !holds(touch));
  return end < 0 ? touches.length : end;
}
