import { words } from "../words/words";
import type { RankedPeople } from "../today/ranked-people";

/** What is said outside the panel: a few words for the status bar, a sentence for the notice. "" for nothing to say. */
export interface Signals {
  readonly short: string;
  readonly long: string;
}

/** Who has a day today, and who is left of this week's picks; at a fresh start only the former. */
export function signalsOf(ranked: RankedPeople, isFresh: boolean): Signals {
  const today: string[] = [];
  for (const { path, label, daysUntil } of ranked.occasionsByNearness()) {
    if (daysUntil !== 0) break;
    today.push(words.signals.occasion(ranked.nameOf(path), label));
  }
  const { picks } = ranked.picks;
  const left = isFresh
    ? []
    : picks.filter(({ touchedOn }) => touchedOn === null).map(({ person }) => ranked.nameOf(person.path));
  const long = [
    today.length > 0 ? words.signals.today(words.names(today, "; ")) : "",
    left.length > 0 ? words.signals.week(words.names(left)) : "",
  ].filter((part) => part !== "");
  return {
    short:
      today.length > 0
        ? words.signals.todayShort(today[0] ?? "", today.length - 1)
        : left.length > 0
          ? words.signals.weekShort(left.length)
          : "",
    long: long.join("\n"),
  };
}
