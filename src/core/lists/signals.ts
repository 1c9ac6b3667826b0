import { words } from "../words/words";
import { plainWords } from "../tasks/linked-names";
import type { FoundFollowUp } from "../today/find-follow-ups";
import { recentOf, type FollowUpsDue } from "../today/follow-ups-due";
import type { RankedPeople } from "../today/ranked-people";

/** What is said outside the panel: a few words for the status bar, a sentence for the notice. "" for nothing to say. */
export interface Signals {
  readonly short: string;
  readonly long: string;
}

/** Who has a day today, what is promised, and who is left of this week's picks; at a fresh start without the last. */
export function signalsOf(ranked: RankedPeople, followUps: FollowUpsDue, isFresh: boolean): Signals {
  const today: string[] = [];
  for (const { path, label, daysUntil } of ranked.occasionsByNearness()) {
    if (daysUntil !== 0) break;
    today.push(words.signals.occasion(ranked.nameOf(path), label));
  }
  const promised = recentOf(followUps);
  const short = [
    ...today,
    ...promised.map(({ name, kind, people: [path = ""] }) =>
      words.signals.occasion(ranked.nameOf(path) || name, words.signals.followUp[kind]),
    ),
  ];
  const { picks } = ranked.picks;
  const left = isFresh
    ? []
    : picks.filter(({ touchedOn }) => touchedOn === null).map(({ person }) => ranked.nameOf(person.path));
  const long = [
    today.length > 0 ? words.signals.today(words.names(today, "; ")) : "",
    promised.length > 0 ? words.signals.promised(words.names(promised.map(saidOf), "; ")) : "",
    left.length > 0 ? words.signals.week(words.names(left)) : "",
  ].filter((part) => part !== "");
  return {
    short:
      short.length > 0
        ? words.signals.todayShort(short[0] ?? "", short.length - 1)
        : left.length > 0
          ? words.signals.weekShort(left.length)
          : "",
    long: long.join("\n"),
  };
}

/** A promise as it was written, with whom it is about where it does not say so itself. */
function saidOf({ name, text }: FoundFollowUp): string {
  const said = plainWords(text);
  return said.includes(name) ? said : `${name}: ${said}`;
}
