import fc from "fast-check";
import type { CivilDate } from "../../src/core/text/dates/civil-date";
import type { LogFormat } from "../../src/core/log/read-log";
import { KNOWN_CHANNELS } from "../../src/core/log/channels";
import type { Touch } from "../../src/core/log/touch";
import { TODAY } from "./memory-vault";

export const FORMAT: LogFormat = { heading: "Log", knownChannels: KNOWN_CHANNELS };

/** A touch of today, a call you made, with the given fields changed. */
export function touch(given: Partial<Omit<Touch, "date">> & { readonly date?: string } = {}): Touch {
  const { date, ...others } = given;
  return {
    date: (date ?? TODAY) as CivilDate,
    direction: "out",
    channel: "call",
    text: "",
    asked: null,
    gave: null,
    theyAsked: null,
    theyGave: null,
    owe: null,
    holding: false,
    declined: false,
    ...others,
  };
}

const TEXTS = [
  "",
  "asked about the move",
  "12:30 lunch",
  "Re: the invoice",
  "call her mother",
  "→ arrow",
  "-> arrow",
  "- dash",
  ": colon",
  "[[Ada]]",
  "see [[2026-10-02]]",
  "50%% off",
  "%% hidden",
  "%%aside%% told",
  "<!-- note",
  "a ] b",
  "a [ b",
  "[x:: y",
  "[asked:: a book]",
  "`code`",
  "```",
  "~~~",
  "two\nlines",
  "tab\there",
  "  spaces  ",
  "# heading",
  "- [ ] task",
  "> quote",
  "| a | b |",
  "--- ",
  "😀 🎂",
  "שלום לך",
  "a\u2028b",
  "nel\u0085x",
  "$& $1 $`",
  "2026-10-02 again",
  "\\",
  "'quoted' \"twice\"",
  "^block",
  "<<<<<<< mine",
  "=======",
  "1. one",
  "constructor: x",
  "__proto__: x",
];

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: "binary" }) },
);
const maybe = (values: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(values, { freq: 5, nil: null });

/** Touches of any kind on a day up to today, with texts that look like syntax. */
export const touches: fc.Arbitrary<Touch> = fc.record({
  date: fc.constantFrom(
    "2019-02-28",
    "2026-01-05",
    "2026-08-20",
    "2026-10-02",
    "2026-11-20",
    TODAY,
  ) as fc.Arbitrary<CivilDate>,
  direction: fc.constantFrom("out" as const, "in" as const, "both" as const, null),
  channel: fc.constantFrom("call", "letter", "Signal", "smoke-signal", "茶", null),
  text: texts,
  asked: maybe(texts),
  gave: maybe(texts),
  theyAsked: maybe(fc.constant("a favour")),
  theyGave: maybe(fc.constant("[[A book]]")),
  owe: maybe(fc.constant("reply")),
  holding: fc.boolean(),
  declined: fc.boolean(),
});
