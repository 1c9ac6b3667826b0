import { describe, expect, it } from "vitest";
import { asWritten } from "../../../src/core/log/add-checked-touch";
import { readLog, touchOf } from "../../../src/core/log/read-log";
import { touchText } from "../../../src/core/log/touch-line";
import type { Touch } from "../../../src/core/log/touch";
import { FORMAT, touch } from "../../support/touches";

const read = (lines: string): Touch[] =>
  readLog(`## Log\n${lines}\n`, FORMAT).entries.map((entry) => touchOf(entry, FORMAT));
const bare = (given: Parameters<typeof touch>[0]): Touch => touch({ direction: null, channel: null, ...given });

describe("reading a line", () => {
  it.each<[string, Parameters<typeof touch>[0]]>([
    ["- 2026-10-02", {}],
    ["- 2026-10-02 → call: the move", { direction: "out", channel: "call", text: "the move" }],
    ["- 2026-10-02 -> call: the move", { direction: "out", channel: "call", text: "the move" }],
    ["- 2026-10-02 ← letter", { direction: "in", channel: "letter" }],
    ["- 2026-10-02 <- letter", { direction: "in", channel: "letter" }],
    ["- 2026-10-02 ↔ coffee at hers", { direction: "both", channel: "coffee", text: "at hers" }],
    ["- 2026-10-02 <-> coffee", { direction: "both", channel: "coffee" }],
    ["- 2026-10-02 ↔\ufe0f coffee", { direction: "both", channel: "coffee" }],
    ["- 2026-10-02 →call:", { direction: "out", channel: "call" }],
    ["- 2026-10-02 Call: hi", { channel: "call", text: "hi" }],
    ["- 2026-10-02 Signal: hi", { channel: "Signal", text: "hi" }],
    ["- 2026-10-02 smoke-signal: hi", { channel: "smoke-signal", text: "hi" }],
    ["- 2026-10-02 電話：元気", { channel: "電話", text: "元気" }],
    ["- 2026-10-02 coffee, long", { channel: "coffee", text: "long" }],
    ["- 2026-10-02 coffee - long", { channel: "coffee", text: "long" }],
    ["- 2026-10-02 coffeehouse", { text: "coffeehouse" }],
    ["- 2026-10-02 coffee's on", { text: "coffee's on" }],
    ["- 2026-10-02 http://example.org", { text: "http://example.org" }],
    ["- 2026-10-02 two words: text", { text: "two words: text" }],
    ["- 2026-10-02: told me", { text: "told me" }],
    ["- 2026-10-02 - told me", { text: "told me" }],
    ["- 2026-10-02 – told me", { text: "told me" }],
    ["- 2026-10-02 14:30 call", { channel: "call" }],
    ["- 2026-10-02 14:30: call", { channel: "call" }],
    ["- 2026-10-02 2:30 pm, coffee", { channel: "coffee" }],
    ["- 2026-10-02 2:30 amazing", { text: "amazing" }],
    ["- \u200f2026-10-02 \u200f→ call: \u200fשלום", { direction: "out", channel: "call", text: "\u200fשלום" }],
    ["- \u200b[[2026-10-02]] \u2066call", { channel: "call" }],
    ["- 2026-10-02T14:30:00+02:00 call", { channel: "call" }],
    ["- [[2026-10-02]] call", { channel: "call" }],
    ["- [[Daily/2026-10-02|Friday]] call", { channel: "call" }],
    ["- [[2026-10-02#Evening]] call", { channel: "call" }],
    ["- [Friday](Daily/2026-10-02.md) call", { channel: "call" }],
    ["- [Friday](<Daily notes/2026-10-02.md>) call", { channel: "call" }],
    ["- 20261002 call", { channel: "call" }],
    ["* 2026-10-02 call", { channel: "call" }],
    ["3) 2026-10-02 call", { channel: "call" }],
    ["\t- 2026-10-02 call", { channel: "call" }],
    [
      "- 2026-10-02 call: see [[Ada]] [asked:: the [[Book|red one]] back]",
      { channel: "call", text: "see [[Ada]]", asked: "the [[Book|red one]] back" },
    ],
    ["- 2026-10-02 [gave:: a] and (gave:: b (c))", { text: "and", gave: "a; b (c)" }],
    ["- 2026-10-02 call [They Asked:: x] [THEY-GAVE:: y]", { channel: "call", theyAsked: "x", theyGave: "y" }],
    ["- 2026-10-02 [owe:: reply] [holding::] [mood:: good]", { text: "[mood:: good]", owe: "reply", holding: true }],
    ["- 2026-10-02 [declined:: yes]", { declined: true }],
    ["- 2026-10-02 [asked:: never closed", { text: "[asked:: never closed" }],
    ["- 2026-10-02 [asked::]", {}],
    ["- 2026-10-02 call: one\n  two [gave:: x]\n\n  three", { channel: "call", text: "one\ntwo\nthree", gave: "x" }],
    ["- 2026-10-02 call\n  - nested\n    - deeper", { channel: "call", text: "- nested\n- deeper" }],
    [
      "- 2026-10-02 call\n  - 2026-01-01 no touch of its own",
      { channel: "call", text: "- 2026-01-01 no touch of its own" },
    ],
    ["- 2026-10-02 call\nlazy line", { channel: "call" }],
  ])("%j", (line, expected) => {
    expect(read(line)).toEqual([bare({ date: "2026-10-02", ...expected })]);
  });

  it.each([
    "- 2026-10-021 x",
    "- 2026-10-02x",
    "- about 2026-10-02",
    "- [ ] 2026-10-02",
    "> - 2026-10-02",
    "2026-10-02 call",
    "-2026-10-02",
    "- 5 things",
    "- [[Ada]] called",
    "- 2026",
    "- 2026-10",
    "## 2026-10-02",
  ])("%j is prose", (line) => {
    const log = readLog(`## Log\n${line}\n`, FORMAT);
    expect([log.entries, log.problems]).toEqual([[], []]);
  });

  it.each(["- 2026-02-30 x", "- 04/05/1999 x", "- 2026-13-01", "- [[2026-02-30]] x", "- 1.2.2026 x"])(
    "%j is a Problem with its line",
    (line) => {
      const log = readLog(`a\n## Log\n${line}\n`, FORMAT);
      expect(log.entries).toEqual([]);
      expect(log.problems.map((problem) => problem.line)).toEqual([3]);
    },
  );
});

describe("writing a line", () => {
  it.each<[string, Parameters<typeof touch>[0]]>([
    ["→ call", {}],
    ["← call: the move", { direction: "in", text: "the move" }],
    ["↔ Signal:", { direction: "both", channel: "Signal" }],
    ["", { direction: null, channel: null }],
    ["the move", { direction: null, channel: null, text: "  the\n move " }],
    [
      "→ call [asked:: see [[Ada]] (soon)] (gave:: a ] b)",
      { asked: "see [[Ada]] (soon)", gave: "a ] b", theyAsked: " " },
    ],
    [
      "→ call [asked:: a] [gave:: b] [they-asked:: c] [they-gave:: d] [owe:: reply] [holding:: true] [declined:: true]",
      { asked: "a", gave: "b", theyAsked: "c", theyGave: "d", owe: "reply", holding: true, declined: true },
    ],
  ])("%j", (line, given) => {
    expect(touchText(touch(given), FORMAT.knownChannels)).toBe(line);
  });

  it.each<Parameters<typeof touch>[0]>([
    {},
    { text: "the move" },
    { direction: null, channel: null, text: "plain words" },
    { direction: "both", channel: "Signal", text: "a: b" },
    { asked: "the [[Book]] back", owe: "reply" },
    { direction: null, text: "12:30 lunch" },
    { asked: "one [ bracket", gave: ":-)" },
    { gave: "a (small) loan", holding: true },
    { text: "→ arrows" },
  ])("%j reads back as it was", (given) => {
    expect(asWritten(touch(given), FORMAT)).toEqual(touch(given));
  });

  it("a text that begins with a time of day is read after it", () => {
    expect(asWritten(bare({ text: "12:30 lunch" }), FORMAT)).toEqual(bare({ channel: "lunch" }));
  });
});
