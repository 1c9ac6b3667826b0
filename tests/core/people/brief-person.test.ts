import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listDue, standingRules } from "../../../src/core/today/list-due";
import { addDays } from "../../../src/core/text/dates/civil-date";
import { bodyLines } from "../../../src/core/text/note/body-lines";
import { findHead } from "../../../src/core/text/note/head";
import { parseHead } from "../../../src/core/text/note/parse-head";
import { readPerson, readPersonBriefly, type PersonNote } from "../../../src/core/index/read-person";
import { scanBody } from "../../../src/core/index/scan-body";
import { readTasks } from "../../../src/core/tasks/read-tasks";
import { picksOf } from "../../../src/core/today/picks";
import { listOwed } from "../../../src/core/today/replies-owed";
import { noteFormat } from "../../../src/core/index/note-format";
import { summaryOf } from "../../../src/core/log/log-summary";
import { generateVault } from "../../vault/generate.mjs";
import { parseYaml } from "../../support/a-person";
import { day, SETTINGS } from "../../support/person-with-log";

const FORMAT = noteFormat(SETTINGS);
const TODAY = day("2026-11-22");

function noteOf(text: string, path = "People/Ada.md"): PersonNote {
  const head = parseHead(text, parseYaml);
  return {
    path,
    text,
    properties: head.kind === "properties" ? head.properties : new Map<string, unknown>(),
    headProblem: head.kind === "refused" ? head.problem : null,
  };
}

/** Lines as logs have them, and lines that could be taken for something else. */
const days = fc.constantFrom(
  "2026-11-20",
  "2026-11-12",
  "2026-10-02",
  "2026-08-20",
  "2026-12-24",
  "2025-11-23",
  "2026-02-30",
);
const rests = fc.constantFrom(
  "",
  " call",
  " → call: a walk",
  " ← letter [owe:: reply]",
  " -> x [holding:: true]",
  " <-> coffee",
  " [asked:: x] → call",
  " (gave:: y) <- mail",
  " [declined:: no]",
  " → [they-asked:: b] c",
  "  two spaces",
  " 12:30 lunch",
  "x",
  "\t→ tab",
  " \u00a0→ x",
  " <[asked:: x]-> y",
  " -[owe:: reply]> z",
  " →\ufe0f call",
  " - dash",
  " [owe:: reply] [holding:: ]",
  " \u200e→ x",
  " \u200e",
  " 3pm: lunch",
);
const touch = fc
  .tuple(fc.constantFrom("- ", "- ", "- ", "- ", "* ", "+ ", "-  ", "1. ", "  - ", "-\t", "\u00a0- "), days, rests)
  .map((parts) => parts.join(""));
const line = fc.oneof(
  { weight: 5, arbitrary: touch },
  fc.constantFrom(
    "",
    "",
    "  ",
    "\u00a0",
    "prose",
    "prose → more",
    "## Log",
    "## Log ##",
    "# Log",
    "### Log",
    "## log",
    "## Notes",
    "### Below",
    "#tag",
    "  # Log",
    "Log",
    "---",
    "===",
    "-",
    "- ",
    "=",
    "= x",
    "  below it",
    "\tbelow it",
    "  - 2026-01-01 nested",
    "    - [ ] nested task",
    "- [ ] Tea [meet:: tea] 📅 2026-12-01",
    "- [x] Sent ✅ 2026-11-01",
    "> - [ ] quoted",
    "* [/] started [[Bo]]",
    "1) [ ] numbered",
    "- [🌻] odd mark",
    "- [ ]no task",
    "- prose item",
    "- [[2026-10-03]] → link",
    "- [x](y) z",
    "- 20261002 compact",
    "- 5 apples",
    "- 02/03/2026 x",
    "  [owe:: reply] below",
    "```",
    "%% hidden",
    "<!-- gone -->",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> theirs",
    "| table |",
    "***",
    "a\rb",
    "\u2028- 2026-10-01 x",
    "日本",
    "١. x",
    "- \u200e2026-10-05 → x",
    "- 🌻 prose",
    "## Log ^block",
    "## LOG",
    "a %% b",
    "[ ] no box",
    "- [x] Called [touch:: call] ✅ 2026-10-10",
  ),
);
const eol = fc.constantFrom("\n", "\n", "\n", "\r\n");
const body = fc
  .tuple(fc.array(line, { maxLength: 12 }), eol, fc.boolean())
  .map(([lines, end, isClosed]) => lines.join(end) + (isClosed ? end : ""));
const logOnly = fc
  .tuple(fc.array(fc.oneof({ weight: 6, arbitrary: touch }, line), { maxLength: 8 }), eol)
  .map(([lines, end]) => ["## Log", ...lines].join(end));
/** A log of one touch a day in order, with what may stand between. */
const between = fc.constantFrom(
  "",
  "",
  "",
  "  ",
  "prose",
  "  [owe:: reply] below",
  "\tbelow it",
  "### Below",
  "- prose item",
  "> quoted",
  "日本",
  "- [ ] box",
  "## Log",
  "## Notes",
);
const tidyLog = fc
  .tuple(
    fc.subarray(["2026-12-24", "2026-11-22", "2026-11-20", "2026-11-12", "2026-10-02", "2026-08-20", "2025-11-23"]),
    fc.infiniteStream(rests),
    fc.infiniteStream(fc.option(between, { freq: 4 })),
    fc.boolean(),
    eol,
  )
  .map(([some, ends, others, isRising, end]) => {
    const [rest, other] = [[...ends.take(some.length)], [...others.take(some.length)]];
    const entries = (isRising ? some.toReversed() : some).flatMap((one, index): string[] =>
      [`- ${one}${rest[index] ?? ""}`, other[index] ?? []].flat(),
    );
    return ["## Log", ...entries].join(end);
  });
const head = fc.constantFrom(
  "",
  "---\nlast_contact: 2026-10-02\ncircle: close\n---\n",
  "---\ncadence: weekly\nbirthday: 11-25\nmilestones: [2026-11-01 prize]\n---\n",
  "---\r\ncadence: monthly\r\ndates: [10-05 wedding]\r\n---\r\n",
  "---\nbirthday: 31-31\n---\n",
  "---\nunclosed\n",
);
const text = fc.tuple(head, fc.oneof(body, logOnly, { weight: 3, arbitrary: tidyLog })).map((parts) => parts.join(""));

// A busy machine may take its time.
describe("a person read briefly", { timeout: 60_000 }, () => {
  it("has the tasks, days and summary that reading line by line gives, or is read so", () => {
    let touches = 0;
    fc.assert(
      fc.property(text, (whole) => {
        const from = findHead(whole).bodyFrom;
        const scanned = scanBody(whole, from, FORMAT.log);
        if (!scanned) return;
        touches += scanned.days.length;
        const person = readPerson(noteOf(whole), FORMAT);
        expect(scanned.tasks).toEqual(readTasks(bodyLines(whole, from)));
        expect(scanned.days).toEqual(person.touches.map(({ date }) => date));
        // A body in a comment is never scanned; the line after it makes no other difference.
        expect(scanBody(`${whole}\n\n%% %%`, from, FORMAT.log)).toBeNull();
        const slowly = readPersonBriefly(noteOf(`${whole}\n\n%% %%`), FORMAT, () => "");
        expect(scanned.summary).toEqual(summaryOf(slowly));
      }),
      { numRuns: 2_000 },
    );
    expect(touches).toBeGreaterThan(500);
  });

  it("is the same person, with the same touches when somebody asks", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const brief = readPersonBriefly(noteOf(whole), FORMAT, () => whole);
        const copy = { ...brief, paused: true };
        expect(brief).toEqual(readPerson(noteOf(whole), FORMAT));
        expect(copy.touches).toEqual(brief.touches);
        expect(summaryOf(copy)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it("stands in every list of every day where the whole one does", () => {
    const rules = standingRules(SETTINGS);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.integer({ min: -400, max: 120 }), (texts, offset) => {
        const notes = texts.map((one, index) => noteOf(one, `People/P${index}.md`));
        const brief = notes.map((note) => readPersonBriefly(note, FORMAT, () => note.text));
        const whole = notes.map((note) => readPerson(note, FORMAT));
        const today = addDays(TODAY, offset);
        expect(listDue(brief, SETTINGS, today, { all: true })).toEqual(listDue(whole, SETTINGS, today, { all: true }));
        expect(listOwed(brief, today)).toEqual(listOwed(whole, today));
        expect(picksOf(brief, rules, today, 3)).toEqual(picksOf(whole, rules, today, 3));
      }),
      { numRuns: 250 },
    );
  });

  it("is read without a line being made of nearly every note, and no touch is made for a list", () => {
    const notes = [...generateVault({ people: 300 })].filter(({ path }) => path.startsWith("People/"));
    expect(notes.filter(({ text: one }) => scanBody(one, findHead(one).bodyFrom, FORMAT.log) === null)).toEqual([]);
    let asked = 0;
    const brief = notes.map(({ path, text: one }) =>
      readPersonBriefly(noteOf(one, path), FORMAT, () => (asked++, one)),
    );
    listDue(brief, SETTINGS, TODAY);
    listOwed(brief, TODAY);
    picksOf(brief, standingRules(SETTINGS), addDays(TODAY, 14), 3);
    expect(asked).toBe(0);
    expect(brief.flatMap(({ touches }) => touches).length).toBeGreaterThan(1_000);
    expect(asked).toBe(300);
  });

  it("has no summary that does not hold: a copy with other touches is asked for them", () => {
    const [person] = [
      readPersonBriefly(noteOf("---\ncadence: weekly\n---\n\n## Log\n- 2026-11-20 → call\n"), FORMAT, () => ""),
    ];
    expect(summaryOf(person)?.newest?.date).toBe("2026-11-20");
    expect(summaryOf({ ...person })).toBeNull();
    expect(listDue([person], SETTINGS, TODAY, { all: true }).people[0]?.lastContact).toBe("2026-11-20");
    expect(listDue([{ ...person, touches: [] }], SETTINGS, TODAY, { all: true }).people[0]?.lastContact).toBeNull();
  });
});
