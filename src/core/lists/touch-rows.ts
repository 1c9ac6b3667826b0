import type { CivilDate } from "../text/dates/civil-date";
import { formatDate } from "../text/dates/civil-date";
import { unescapeMarkdown } from "../text/note/escape-markdown";
import { noteName } from "../people/people-rules";
import type { Person } from "../index/person";
import type { PlacedTouch } from "../log/touch";
import { words } from "../words/words";
import { allTouches } from "./show-person";
import { joined } from "../words/parts";

/** One touch as a list shows it. */
export interface TouchRow {
  readonly touch: PlacedTouch;
  /** The day for people, in their locale. */
  readonly day: string;
  /** `→ call`, `↔ coffee`: who reached out and how. */
  readonly how: string;
  readonly text: string;
  /** Where it is known from, where that is not the log: "mentioned in 2026-11-20". */
  readonly source: string;
  /** Only what stands in the log can be edited. */
  readonly editable: boolean;
}

/** The touches of a person, newest first, each saying where it came from. */
export function touchRows(person: Person, today: CivilDate, locale: string): TouchRow[] {
  return allTouches(person, today).map((touch) => ({
    touch,
    day: formatDate(touch.date, locale),
    how: joined([arrowOf(touch), touch.channel ?? ""], " "),
    text: unescapeMarkdown(joined([touch.text.replace(/\s+/g, " "), ...exchanges(touch)], " · ")),
    source:
      touch.source === "log"
        ? ""
        : touch.source === "mention"
          ? words.touches.mentionedIn(noteName(touch.path))
          : words.card.source[touch.source],
    editable: touch.source === "log",
  }));
}

function arrowOf({ direction }: PlacedTouch): string {
  return direction === null ? "" : { out: "→", in: "←", both: "↔" }[direction];
}

function exchanges({ asked, gave, theyAsked, theyGave, owe }: PlacedTouch): string[] {
  const { exchange } = words.touches;
  const said: readonly (readonly [string | null, (what: string) => string])[] = [
    [asked, exchange.asked],
    [gave, exchange.gave],
    [theyAsked, exchange.theyAsked],
    [theyGave, exchange.theyGave],
    [owe, exchange.owe],
  ];
  return said.flatMap(([what, say]) => (what === null ? [] : [say(what)]));
}
