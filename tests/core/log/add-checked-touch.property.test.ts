import fc from "fast-check";
import { expect, it } from "vitest";
import { applySplices } from "../../../src/core/text/note/note-edit";
import { addsExactly, addTouch } from "../../../src/core/log/add-touch";
import { asWritten, surroundings } from "../../../src/core/log/add-checked-touch";
import { readLog } from "../../../src/core/log/read-log";
import { check, runs } from "../../support/check";
import { FORMAT, touch } from "../../support/touches";

const LINES = [
  "## Log",
  "### Log",
  "# Other",
  "Log",
  "---",
  "===",
  "",
  "  ",
  "words",
  "  more words",
  "\tdeep",
  "> quote",
  "| a |",
  "- prose",
  "1. one",
  "- - a",
  "^id",
  "- 2026-10-02 call: a",
  "- 2026-10-01 b",
  "- 2026-11-01 c",
  "  - 2026-09-01 nested",
  " - 2026-08-01 by one",
  "* 2026-10-02",
  "2. 2026-10-03 d",
  "3) 2026-10-04 e",
  "- 2026-02-30",
  "***",
  "* * *",
  "    - 2026-09-02 deep",
  "- [[2026-10-05]] f",
  "# Log #",
];
const notes = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ""));
const touches = fc.record({
  date: fc.constantFrom("2026-08-15", "2026-10-02", "2026-10-03", "2026-11-20"),
  text: fc.constantFrom("x", "", "# x", "---", "12:30", "> q", "- y", "[owe:: reply] z", "[a:: "),
  channel: fc.constantFrom("call", null),
});

it("a new touch is let through by its surroundings just where it is by the whole note", () => {
  let local = 0;
  check(fc.tuple(notes, touches), 3_000, ([text, { date, text: said, channel }]) => {
    const logged = touch({ date: date, text: said, channel });
    const log = readLog(text, FORMAT);
    const plan = addTouch(text, logged, FORMAT, log);
    if (!plan.ok) return;
    const pair = surroundings(text, log, plan.splices, FORMAT);
    if (!pair) return;
    local++;
    const [before, after] = pair.map((part) => readLog(part, FORMAT));
    const written = asWritten(logged, FORMAT);
    const whole = addsExactly(log, readLog(applySplices(text, plan.splices), FORMAT), written, FORMAT);
    expect(before && after && addsExactly(before, after, written, FORMAT)).toBe(whole);
  });
  expect(local).toBeGreaterThan(runs(1_000));
});
