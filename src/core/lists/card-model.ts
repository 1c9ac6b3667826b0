import { standingRules } from "../today/standing";
import { showPerson } from "./show-person";
import type { CivilDate } from "../text/dates/civil-date";
import { formatNearDay, formatYearlyDay, type DayText } from "../text/dates/format-day";
import type { FollowUp } from "../today/follow-up";
import { noteName } from "../people/people-rules";
import type { Person } from "../index/person";
import { cadenceInWords, toDueRow } from "../today/due-row";
import { standingOf, type Standing } from "../today/standing";
import { REACH_WAYS, type Settings } from "../people/settings/settings";
import type { PlacedTouch } from "../log/touch";
import { words } from "../words/words";
import { balanceOf, type Balance } from "../relationships/balance/balance";
import { openingLines, withoutMarkup } from "./opening-lines";
import { occasionRow } from "./panel-row";
import { waysToReach, type WayToReach } from "./ways-to-reach";
import { yearOfTouches, type YearOfTouches } from "./year-of-touches";
import { joined } from "../words/parts";

/** The back of the Rolodex card: what to have at hand before a call. */
export interface CardModel {
  readonly path: string;
  readonly name: string;
  readonly aliases: string;
  readonly why: string;
  readonly standing: Standing;
  /** The first lines of the note, as plain text. */
  readonly opening: string;
  readonly ways: readonly WayToReach[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly interests: readonly string[];
  readonly occasions: readonly string[];
  readonly followUps: readonly CardFollowUp[];
  readonly touches: readonly CardTouch[];
  /** How many touches there are beyond those. */
  readonly moreTouches: number;
  readonly year: YearOfTouches;
  /**
   * What a year of the log shows of both sides; null where the settings turn it off, or nobody has to be asked any
   * more.
   */
  readonly balance: Balance | null;
  readonly problems: readonly { readonly line: number | null; readonly message: string }[];
}

export interface CardFollowUp extends Pick<FollowUp, "id" | "kind" | "path" | "line"> {
  /** The name of the note that it stands in, where that is not the person's own. */
  readonly note: string | null;
  readonly text: string;
  /** The day, for people; null without one. */
  readonly due: string | null;
  /** Whether it is a meeting whose day has come: to be logged, or moved. */
  readonly isDueMeeting: boolean;
}

export interface CardTouch {
  readonly line: number | null;
  readonly day: string;
  readonly arrow: string;
  /** The arrow in words, for whoever does not see it. */
  readonly arrowWords: string;
  readonly text: string;
}

const TOUCHES_SHOWN = 5;
const ARROWS = { out: "→", in: "←", both: "↔" } as const;

/**
 * The card of a person on a day, from what is known of them, the text of the note, and the follow-ups about them from
 * wherever.
 */
export function cardModel(
  person: Person,
  text: string,
  followUps: readonly FollowUp[],
  settings: Settings,
  today: CivilDate,
  locale: string,
): CardModel {
  const card = showPerson(person, settings, today);
  const standing = standingOf(person, standingRules(settings), today);
  const { cadence } = standing;
  const dayText: DayText = (day) => formatNearDay(day, today, locale);
  const facts: readonly (readonly [string, string | null])[] = [
    [words.card.circle, card.circle],
    [words.card.cadence, cadence && cadenceInWords(cadence)],
    [words.card.lastContact, card.lastContact && formatNearDay(card.lastContact, today, locale)],
    [words.card.due, card.dueOn && formatNearDay(card.dueOn, today, locale)],
    [words.card.birthday, person.birthday && formatYearlyDay(person.birthday, locale)],
    [words.card.met, person.met],
    [words.card.introducedBy, person.introducedBy],
    [words.card.brought, person.brought.join(", ")],
    [words.card.stopping, person.stopping],
    [words.card.drifted, person.drifted],
  ];
  return {
    path: card.path,
    name: card.name,
    aliases: card.aliases.join(", "),
    why: toDueRow(person, standing, today, dayText).why,
    standing: card.standing,
    opening: openingLines(text),
    ways: waysToReach(person, settings.panel.reachOrder, REACH_WAYS),
    facts: facts.flatMap(([label, value]) => (value === null || value === "" ? [] : [[label, value] as const])),
    interests: card.interests,
    occasions: card.occasions.map((occasion) => occasionRow(occasion).detail),
    followUps: followUps.map((one) => followUp(one, person.path, today, locale)),
    touches: card.touches.slice(0, TOUCHES_SHOWN).map((touch) => cardTouch(touch, today, locale)),
    moreTouches: Math.max(0, card.touches.length - TOUCHES_SHOWN),
    year: yearOfTouches(person.touches, today),
    balance: card.standing === "closed" || card.balance === null ? null : balanceOf(person, today, dayText),
    problems: card.problems,
  };
}

function followUp(
  { id, kind, path, line, text, due, daysLate }: FollowUp,
  own: string,
  today: CivilDate,
  locale: string,
): CardFollowUp {
  return {
    id,
    kind,
    path,
    note: path === own ? null : noteName(path),
    isDueMeeting: kind === "meet" && daysLate !== null && daysLate >= 0,
    line,
    text: withoutMarkup(text),
    due: due && formatNearDay(due, today, locale),
  };
}

function cardTouch(touch: PlacedTouch, today: CivilDate, locale: string): CardTouch {
  const parts = [touch.channel ?? "", withoutMarkup(touch.text.replace(/\s+/g, " "))].filter((part) => part !== "");
  const source = touch.source === "log" ? "" : words.card.source[touch.source];
  return {
    line: touch.line,
    day: formatNearDay(touch.date, today, locale),
    arrow: touch.direction === null ? "·" : ARROWS[touch.direction],
    arrowWords: words.card.directions[touch.direction ?? "unknown"],
    text: joined([parts.join(": "), source === "" ? "" : `(${source})`], " "),
  };
}
