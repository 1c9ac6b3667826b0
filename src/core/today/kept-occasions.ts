import type { Person, TickedOccasion } from "../index/person";
import { isReachingOut, type Touch } from "../log/touch";
import { says, wishesOf, wordsOf, wordsShared, type Wishes } from "../log/wishes";
import type { OccasionSettings } from "../people/settings/settings";
import { detailKey, type TaskKind } from "../tasks/task-id";
import { daysBetween, type CivilDate } from "../text/dates/civil-date";
import type { OccasionDay } from "./occasion";
import { compareTexts } from "./order";

const KINDS: Readonly<Record<OccasionDay["kind"], TaskKind>> = { birthday: "bday", date: "date", milestone: "mile" };

/**
 * Which of some occasions of a person are kept. Their own ticked line keeps them whenever it was ticked. Else a touch
 * does: one that names them, where it says more than small talk. On the day of a birthday or date or after it any
 * reaching out does, but each only for one of them, the latest; before it only a wish. A milestone waits for a touch
 * that congratulates.
 */
export function keptAmong(
  person: Person,
  days: readonly OccasionDay[],
  rules: OccasionSettings,
  today: CivilDate,
): (one: OccasionDay) => boolean {
  const kept = new Set(days.filter((one) => person.tickedFor.some((tick) => isFor(tick, one))).map(keyOf));
  const first = days.reduce((least, { date }) => (date < least ? date : least), today);
  const touches = person.touches.filter(
    ({ date, direction }) => direction !== "in" && date <= today && daysBetween(date, first) <= wishDays(rules),
  );
  for (const touch of touches.reverse()) {
    const said = wishesOf(touch, person.name);
    for (const one of [...yearlyKept(touch, said, days, kept, rules), ...congratulated(touch, said, days, kept)])
      kept.add(keyOf(one));
  }
  return (one) => kept.has(keyOf(one));
}

/** Which birthdays and dates a touch keeps. */
function yearlyKept(
  touch: Touch,
  said: Wishes,
  days: readonly OccasionDay[],
  kept: ReadonlySet<string>,
  rules: OccasionSettings,
): OccasionDay[] {
  const ahead = ({ date }: OccasionDay): number => daysBetween(touch.date, date);
  const near = days.filter(
    (one) => one.kind !== "milestone" && -ahead(one) <= rules.belatedDays && ahead(one) <= wishDays(rules),
  );
  const named = namedAmong(near, said, ahead);
  const wished = named.filter((one) => {
    if (ahead(one) <= 0) return true;
    // A card on its way wishes nothing yet; whoever has said so has.
    if (ahead(one) > rules.earlyDays) return said.greets;
    return one.kind === "birthday" || said.greets || said.sends || wordsOf(touch.text) === wordsOf(one.label);
  });
  if (wished.length > 0) return wished;
  const open = near.filter((one) => !kept.has(keyOf(one)));
  const past = open.filter((one) => ahead(one) <= 0);
  if (past.length > 0) return isReachingOut(touch.direction) ? past.sort(latestFirst).slice(0, 1) : [];
  const isForOther =
    said.birthday || days.some(({ kind, label }) => kind === "milestone" && says(said, label)) || named.length > 0;
  if (isForOther || !(said.greets || said.sends)) return [];
  return open
    .filter((one) => ahead(one) <= rules.earlyDays)
    .sort(latestFirst)
    .slice(-1);
}

/** The days that a touch names, of each series the nearest. */
function namedAmong(
  near: readonly OccasionDay[],
  said: Wishes,
  ahead: (one: OccasionDay) => number,
): readonly OccasionDay[] {
  const byLabel = near.filter(({ kind, label }) => kind === "date" && says(said, label));
  // "the birthday of her son" is a date, and not her own birthday.
  const isOwn = said.birthday && !byLabel.some(({ label }) => /birthday/i.test(label));
  const named = near.filter(
    (one) => byLabel.includes(one) || (one.kind === "birthday" ? isOwn : said.anniversary && byLabel.length === 0),
  );
  return named.filter((one) =>
    named.every(
      (other) => other.kind !== one.kind || other.label !== one.label || Math.abs(ahead(one)) <= Math.abs(ahead(other)),
    ),
  );
}

/** Which milestone a touch congratulates on: the one it names, else the one it has most words of, else the latest. */
function congratulated(
  touch: Touch,
  said: Wishes,
  days: readonly OccasionDay[],
  kept: ReadonlySet<string>,
): readonly OccasionDay[] {
  if (!said.congratulates) return [];
  const come = days.filter(({ kind, date }) => kind === "milestone" && date <= touch.date);
  const named = come.filter(({ label }) => says(said, label));
  if (named.length > 0) return named;
  const shared = ({ label }: OccasionDay): number => wordsShared(said, label);
  const isOpen = (one: OccasionDay): number => Number(!kept.has(keyOf(one)));
  const [best] = come.sort((a, b) => shared(b) - shared(a) || isOpen(b) - isOpen(a) || latestFirst(a, b));
  // "Congratulated on her birthday" is for no milestone.
  const isForDay =
    said.birthday || said.anniversary || days.some(({ kind, label }) => kind === "date" && says(said, label));
  return best && (!isForDay || shared(best) > 0) ? [best] : [];
}

/** So many days before the day a wish counts: from when it is shown. */
function wishDays({ aheadDays, earlyDays }: OccasionSettings): number {
  return Math.max(aheadDays, earlyDays);
}

function isFor(tick: TickedOccasion, { kind, label, date }: OccasionDay): boolean {
  return tick.kind === KINDS[kind] && tick.day === date && (kind === "birthday" || tick.detail === detailKey(label));
}

function keyOf({ kind, label, date }: OccasionDay): string {
  return `${kind} ${date} ${label}`;
}

function latestFirst(a: OccasionDay, b: OccasionDay): number {
  return compareTexts(b.date, a.date) || compareTexts(a.kind, b.kind) || compareTexts(a.label, b.label);
}
