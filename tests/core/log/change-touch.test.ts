import { describe, expect, it } from "vitest";
import { planEdit } from "../../../src/core/actions/edit-touch";
import { parseCivilDate, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { applySplices } from "../../../src/core/text/note/note-edit";
import { readPerson } from "../../../src/core/index/read-person";
import { noteFormat } from "../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import type { TouchPatch } from "../../../src/core/log/change-touch";
import type { PlacedTouch } from "../../../src/core/log/touch";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mjs";

const day = (text: string): CivilDate => parseCivilDate(text) ?? ("" as CivilDate);
const context = { settings: DEFAULT_SETTINGS, parseYaml: parseFrontmatter, today: day("2026-11-22") };

function touchesOf(text: string): readonly PlacedTouch[] {
  return readPerson({ path: "Ada.md", text, properties: new Map(), headProblem: null }, noteFormat(DEFAULT_SETTINGS))
    .touches;
}

/** The touch whose line holds `words`, changed; the new text, or the reason why not. */
function change(text: string, words: string, patch: TouchPatch | null, otherDays: readonly CivilDate[] = []): string {
  const line = text.split("\n").findIndex((one) => /^[-*] /.test(one) && one.includes(words)) + 1;
  const touch = touchesOf(text).find((one) => one.line === line);
  if (!touch) throw new Error(`No touch on line ${line}`);
  const plan = planEdit(text, touch, patch, context, otherDays);
  return plan.ok ? applySplices(text, plan.splices) : `refused: ${plan.problem.message}`;
}

const LOG =
  "## Log\n- 2026-11-10 → call: prize\n- 2026-10-02 <- letter: the move ^a1\n  and a line below\n- 2026-08-20 visit\n";

describe("a touch that is edited", () => {
  it.each<[string, string, string, TouchPatch, string]>([
    [
      "another text; the arrow's style, the block id and the line below stay",
      LOG,
      "10-02",
      { text: "the garden ^a1" },
      LOG.replace("the move", "the garden"),
    ],
    [
      "another text without the block id, which stays: other notes may link to it",
      LOG,
      "10-02",
      { text: "the garden" },
      LOG.replace("the move", "the garden"),
    ],
    [
      "no text before, and a block id",
      "## Log\n- 2026-10-02 call ^a1\n",
      "10-02",
      { text: "hello" },
      "## Log\n- 2026-10-02 call: hello ^a1\n",
    ],
    ["another channel", LOG, "11-10", { channel: "coffee" }, LOG.replace("call:", "coffee:")],
    ["another direction", LOG, "10-02", { direction: "both" }, LOG.replace("<-", "<->")],
    [
      "a day that fits where it stands",
      LOG,
      "10-02",
      { date: day("2026-10-05") },
      LOG.replace("2026-10-02", "2026-10-05"),
    ],
    [
      "a day that does not fit moves it, its lines with it",
      LOG,
      "10-02",
      { date: day("2026-08-01") },
      "## Log\n- 2026-11-10 → call: prize\n- 2026-08-20 visit\n- 2026-08-01 <- letter: the move ^a1\n  and a line below\n",
    ],
    [
      "oldest first stays oldest first",
      "## Log\n- 2026-01-01 a\n- 2026-02-02 b\n- 2026-03-03 c\n",
      "02-02",
      { date: day("2026-04-04") },
      "## Log\n- 2026-01-01 a\n- 2026-03-03 c\n- 2026-04-04 b\n",
    ],
    [
      "a linked day stays a link",
      "## Log\n- [[Daily/2026-10-02|Friday]] 14:30 call\n",
      "10-02",
      { date: day("2026-10-03") },
      "## Log\n- [[Daily/2026-10-03]] 14:30 call\n",
    ],
    ["a field is added", LOG, "11-10", { owe: "reply" }, LOG.replace("prize", "prize [owe:: reply]")],
    [
      "a field is taken out",
      "## Log\n- 2026-11-10 ← call: x [owe:: reply]\n",
      "11-10",
      { owe: null },
      "## Log\n- 2026-11-10 ← call: x\n",
    ],
    [
      "no final newline, CRLF",
      "## Log\r\n- 2026-11-10 call",
      "11-10",
      { text: "hello" },
      "## Log\r\n- 2026-11-10 call: hello",
    ],
    [
      "every copy that a merge left becomes one",
      "## Log\n- 2026-11-10 call\n- 2026-11-10 call\n",
      "11-10",
      { text: "x" },
      "## Log\n- 2026-11-10 call: x\n",
    ],
  ])("%s", (_what, text, words, patch, expected) => {
    expect(change(text, words, patch)).toBe(expected);
  });

  it.each<[string, TouchPatch]>([
    ["a heading in the text", { text: "a\n## Log" }],
    ["a comment that is never closed", { text: "a %% b" }],
  ])("refuses or flattens what would break the note: %s", (_what, patch) => {
    const result = change(LOG, "11-10", patch);
    expect(result.startsWith("refused") || touchesOf(result).length === 3).toBe(true);
  });

  it("is found again where its line has moved, and refused where it is gone", () => {
    const [touch] = touchesOf(LOG);
    if (!touch) throw new Error("no touch");
    const plan = planEdit(`Words above.\n\n${LOG}`, touch, { text: "x" }, context);
    expect(plan.ok && applySplices(`Words above.\n\n${LOG}`, plan.splices)).toContain("→ call: x");
    expect(planEdit(LOG.replace("prize", "price"), touch, null, context).ok).toBe(false);
  });
});

describe("a touch that is deleted", () => {
  it.each<[string, string, string, string]>([
    ["with the lines below it", LOG, "10-02", "## Log\n- 2026-11-10 → call: prize\n- 2026-08-20 visit\n"],
    [
      "with the blank line that set it apart",
      "## Log\n\n- 2026-11-10 a\n\n- 2026-10-02 b\n\nWords\n",
      "10-02",
      "## Log\n\n- 2026-11-10 a\n\nWords\n",
    ],
    [
      "without the block id of the whole list",
      "## Log\n- 2026-11-10 a\n- 2026-10-02 b\n^list\n",
      "10-02",
      "## Log\n- 2026-11-10 a\n^list\n",
    ],
    [
      "with its copies",
      "## Log\n- 2026-11-10 a\n- 2026-10-02 b\n- 2026-11-10 a\n",
      "11-10",
      "## Log\n- 2026-10-02 b\n",
    ],
    ["the last one leaves the heading", "## Log\n- 2026-11-10 a", "11-10", "## Log\n"],
  ])("%s", (_what, text, words, expected) => {
    expect(change(text, words, null)).toBe(expected);
  });

  it("is refused where loose words below would go with it, which were never shown as its own", () => {
    expect(change("## Log\n- 2026-11-10 a\nloose words\n- 2026-10-02 b\n", "11-10", null)).toMatch(
      /^refused: The words below/,
    );
    expect(change("## Log\n- 2026-11-10 a\n\nwords apart\n", "11-10", null)).toBe("## Log\n\nwords apart\n");
  });

  it("is refused where dashes below would make a heading of the words above", () => {
    expect(change("## Log\nWords\n- 2026-11-10 a\n---\n", "11-10", null)).toMatch(/^refused/);
  });
});

describe("the last contact", () => {
  const note = (property: string): string => `---\nlast_contact: ${property}\n---\n${LOG}`;
  it.each<[string, string, string, TouchPatch | null, string]>([
    ["stood on the deleted touch: the newest day left", "2026-11-10", "11-10", null, "2026-10-02"],
    ["stood elsewhere: stays", "2026-11-15", "11-10", null, "2026-11-15"],
    ["stood on an older one: stays", "2026-08-20", "11-10", null, "2026-08-20"],
    ["stood on the edited touch: goes with it", "2026-11-10", "11-10", { date: day("2026-11-12") }, "2026-11-12"],
    [
      "stood on the edited touch, which moved back: the newest day",
      "2026-11-10",
      "11-10",
      { date: day("2026-09-01") },
      "2026-10-02",
    ],
    ["is moved forward by a later day", "2026-10-02", "08-20", { date: day("2026-11-20") }, "2026-11-20"],
    ["is left alone where only words change", "2026-11-10", "11-10", { text: "x" }, "2026-11-10"],
  ])("%s", (_what, property, words, patch, expected) => {
    expect(change(note(property), words, patch)).toContain(`last_contact: ${expected}\n`);
  });

  it("is taken out where no day is left, and goes to a mention where there is one", () => {
    const only = "---\na: 1\nlast_contact: 2026-11-10\n---\n## Log\n- 2026-11-10 call\n";
    expect(change(only, "- 2026", null)).toBe("---\na: 1\n---\n## Log\n");
    expect(change(only, "- 2026", null, [day("2026-06-01"), day("2026-12-24")])).toContain(
      "last_contact: 2026-06-01\n",
    );
  });

  it("that cannot be read stands in the way", () => {
    expect(change(note("last spring"), "11-10", null)).toMatch(/^refused: .*last spring/);
  });
});
