import { describe, expect, it, vi } from "vitest";
import { planTouch } from "../../../src/core/actions/log-touch";
import { applySplices } from "../../../src/core/text/note/note-edit";
import { addsExactly, addTouch } from "../../../src/core/log/add-touch";
import { readLog } from "../../../src/core/log/read-log";
import { vault } from "../../support/memory-vault";
import { FORMAT, touch } from "../../support/touches";

const add = (text: string, date = "2026-11-21"): string => {
  const plan = addTouch(text, touch({ date }), FORMAT);
  return plan.ok ? applySplices(text, plan.splices) : `refused: ${plan.problem.message}`;
};
const NEW = "- 2026-11-21 → call";

describe("the place of a touch", () => {
  it.each<[string, string, string, string?]>([
    [
      "newest first goes on top",
      "## Log\n- 2026-10-02 a\n- 2026-08-20 b\n",
      `## Log\n${NEW}\n- 2026-10-02 a\n- 2026-08-20 b\n`,
    ],
    [
      "newest last goes below",
      "## Log\n- 2026-08-20 b\n- 2026-10-02 a\n",
      `## Log\n- 2026-08-20 b\n- 2026-10-02 a\n${NEW}\n`,
    ],
    [
      "an older one goes between",
      "## Log\n- 2026-10-02 a\n- 2026-08-20 b\n",
      "## Log\n- 2026-10-02 a\n- 2026-09-01 → call\n- 2026-08-20 b\n",
      "2026-09-01",
    ],
    [
      "an older one goes between, newest last",
      "## Log\n- 2026-08-20 b\n- 2026-10-02 a\n",
      "## Log\n- 2026-08-20 b\n- 2026-09-01 → call\n- 2026-10-02 a\n",
      "2026-09-01",
    ],
    [
      "the oldest goes below all of the last one's lines",
      "## Log\n- 2026-10-02 a\n- 2026-08-20 b\n  more\n\n  and more\nlazy\n\nprose\n",
      "## Log\n- 2026-10-02 a\n- 2026-08-20 b\n  more\n\n  and more\nlazy\n- 2020-01-01 → call\n\nprose\n",
      "2020-01-01",
    ],
    [
      "the oldest goes below a paragraph behind lazy lines",
      "## Log\n- 2026-08-20 b\nlazy\n\n  paragraph\n\nprose\n",
      "## Log\n- 2026-08-20 b\nlazy\n\n  paragraph\n- 2020-01-01 → call\n\nprose\n",
      "2020-01-01",
    ],
    ["an empty log", "## Log\n", `## Log\n${NEW}\n`],
    ["an empty log before a blank line", "## Log\n\n## Notes\n", `## Log\n${NEW}\n\n## Notes\n`],
    ["a log of prose", "## Log\nprose\n", `## Log\n${NEW}\n\nprose\n`],
    ["a heading with a block id", "## Log ^log1\n", `## Log ^log1\n${NEW}\n`],
    ["a heading that ends the note", "## Log", `## Log\n${NEW}`],
    ["an underlined heading", "Log\n---\n- prose\n", `Log\n---\n${NEW}\n\n- prose\n`],
    ["an underlined heading that ends the note", "Log\n===", `Log\n===\n${NEW}`],
    ["no log", "Text.\n", `Text.\n\n## Log\n${NEW}\n`],
    ["no log after a blank line", "Text.\n\n", `Text.\n\n## Log\n${NEW}\n`],
    ["no log and no last line ending", "Text.", `Text.\n\n## Log\n${NEW}`],
    ["a blank line alone", "\n", `\n## Log\n${NEW}\n`],
    ["nothing at all", "", `## Log\n${NEW}\n`],
    ["nothing but frontmatter", "---\na: 1\n---\n", `---\na: 1\n---\n\n## Log\n${NEW}\n`],
    ["CRLF", "Text.\r\n\r\n## Log\r\n- 2026-10-02 a\r\n", `Text.\r\n\r\n## Log\r\n${NEW}\r\n- 2026-10-02 a\r\n`],
    [
      "the last line without an ending",
      "## Log\n- 2026-08-20 a\n- 2026-10-02 b",
      `## Log\n- 2026-08-20 a\n- 2026-10-02 b\n${NEW}`,
    ],
    [
      "below a heading in a list item, which is the item's",
      "## Log\n- 2026-08-20 b\n  # Where\n- 2026-10-02 a\n",
      `## Log\n- 2026-08-20 b\n  # Where\n- 2026-10-02 a\n${NEW}\n`,
    ],
    ["its bullet", "## Log\n* 2026-10-02 a\n", "## Log\n* 2026-11-21 → call\n* 2026-10-02 a\n"],
    [
      "its indent and number",
      "## Log\n- October\n  1. 2026-10-02 a\n",
      "## Log\n- October\n  1. 2026-11-21 → call\n  1. 2026-10-02 a\n",
    ],
    [
      "the next number below",
      "## Log\n1. 2026-08-20 b\n2. 2026-09-01 c\n3. 2026-10-02 a\n",
      "## Log\n1. 2026-08-20 b\n2. 2026-09-01 c\n3. 2026-10-02 a\n4. 2026-11-21 → call\n",
    ],
    [
      "the next number with its parenthesis",
      "## Log\n8) 2026-08-20 b\n9) 2026-10-02 a\n",
      "## Log\n8) 2026-08-20 b\n9) 2026-10-02 a\n10) 2026-11-21 → call\n",
    ],
    [
      "the next number below a lone first",
      "## Log\n- older\n1. 2026-10-02 a\n",
      "## Log\n- older\n1. 2026-10-02 a\n2. 2026-09-01 → call\n",
      "2026-09-01",
    ],
    [
      "a list of ones goes on with ones",
      "## Log\n1. 2026-08-20 b\n1. 2026-10-02 a\n",
      "## Log\n1. 2026-08-20 b\n1. 2026-10-02 a\n1. 2026-11-21 → call\n",
    ],
    [
      "newest first, the number of the one below it, which stays",
      "## Log\n1. 2026-10-02 a\n2. 2026-08-20 b\n",
      "## Log\n1. 2026-11-21 → call\n1. 2026-10-02 a\n2. 2026-08-20 b\n",
    ],
    [
      "newest first and counting down, the next number",
      "## Log\n2. 2026-10-02 a\n1. 2026-08-20 b\n",
      "## Log\n3. 2026-11-21 → call\n2. 2026-10-02 a\n1. 2026-08-20 b\n",
    ],
    [
      "between two numbers, that of the one above",
      "## Log\n1. 2026-08-20 b\n2. 2026-10-02 a\n",
      "## Log\n1. 2026-08-20 b\n1. 2026-09-01 → call\n2. 2026-10-02 a\n",
      "2026-09-01",
    ],
    ["its links", "## Log\n- [[2026-10-02]] a\n", "## Log\n- [[2026-11-21]] → call\n- [[2026-10-02]] a\n"],
    [
      "its links, not their names",
      "## Log\n- [[Daily/2026-10-02|Friday]] a\n",
      "## Log\n- [[Daily/2026-11-21]] → call\n- [[Daily/2026-10-02|Friday]] a\n",
    ],
    [
      "its links with the day as name",
      "## Log\n- [[2026-10-02|2026-10-02]] a\n",
      "## Log\n- [[2026-11-21|2026-11-21]] → call\n- [[2026-10-02|2026-10-02]] a\n",
    ],
    [
      "its links, not their headings",
      "## Log\n- [[2026-10-02#Evening]] a\n",
      "## Log\n- [[2026-11-21]] → call\n- [[2026-10-02#Evening]] a\n",
    ],
    [
      "its links, not the folder of another month",
      "## Log\n- [[Daily/2026/10/2026-10-02]] a\n",
      "## Log\n- [[2026-11-21]] → call\n- [[Daily/2026/10/2026-10-02]] a\n",
    ],
    [
      "its Markdown links",
      "## Log\n- [Friday](Daily/2026-10-02.md) a\n",
      "## Log\n- [2026-11-21](Daily/2026-11-21.md) → call\n- [Friday](Daily/2026-10-02.md) a\n",
    ],
    [
      "an indent that makes it code",
      "## Log\n    - 2026-10-02 a\n",
      "## Log\n    - 2026-11-21 → call\n    - 2026-10-02 a\n",
    ],
    [
      "below a rule that stands over dashes",
      "## Log\n- 2026-08-20 b\n\n***\n---\n- 2026-10-02 a\n",
      "## Log\n- 2026-08-20 b\n\n***\n---\n- 2026-10-02 a\n\n- 2026-11-21 → call\n",
    ],
    ["compact days", "## Log\n- 20261002 a\n", `## Log\n${NEW}\n- 20261002 a\n`],
    [
      "a loose list stays loose below",
      "## Log\n- 2026-08-20 b\n\n- 2026-10-02 a\n",
      `## Log\n- 2026-08-20 b\n\n- 2026-10-02 a\n\n${NEW}\n`,
    ],
    [
      "a loose list stays loose above",
      "## Log\n- 2026-10-02 a\n\n- 2026-08-20 b\n",
      `## Log\n${NEW}\n\n- 2026-10-02 a\n\n- 2026-08-20 b\n`,
    ],
    [
      "a tight list stays tight beside prose",
      "## Log\n- 2026-10-02 a\n- Met in October\n- 2026-08-20 b\n",
      "## Log\n- 2026-10-02 a\n- Met in October\n- 2026-09-01 → call\n- 2026-08-20 b\n",
      "2026-09-01",
    ],
    [
      "below a comment sign in inline code",
      "Use `%%` for comments.\n\n## Log\n",
      `Use \`%%\` for comments.\n\n## Log\n${NEW}\n`,
    ],
    ["not in code", "```\n## Log\n- 2026-10-02 a\n```\n", `\`\`\`\n## Log\n- 2026-10-02 a\n\`\`\`\n\n## Log\n${NEW}\n`],
    [
      "the log that has touches, of several",
      "## Log\n\n# Old\n## Log\n- 2026-10-02 a\n",
      `## Log\n\n# Old\n## Log\n${NEW}\n- 2026-10-02 a\n`,
    ],
  ])("%s", (_, before, after, date) => {
    expect(add(before, date)).toBe(after);
  });

  it("finds a log heading however its accents are encoded", () => {
    const plan = addTouch("## Te\u0301moin\n- 2026-10-02 a\n", touch({ date: "2026-11-21" }), {
      ...FORMAT,
      heading: "t\u00e9moin",
    });
    expect(plan.ok && applySplices("## Te\u0301moin\n- 2026-10-02 a\n", plan.splices)).toBe(
      `## Te\u0301moin\n${NEW}\n- 2026-10-02 a\n`,
    );
  });

  it.each([
    "text\n```\nopen\n",
    "- a\n%%\nhidden\n",
    "text %% hidden from here\nmore\n",
    "<!--\nhidden\n",
    "## Log\n- 2026-10-02 a\n<<<<<<< mine\n",
  ])("%j is refused with its line", (text) => {
    const plan = addTouch(text, touch(), FORMAT);
    expect(plan.ok ? "written" : typeof plan.problem.line).toBe("number");
  });

  it("brackets that no field can hold are refused in words", () => {
    const plan = planTouch("", touch({ asked: "a ] b ) c" }), vault("").context);
    expect(plan.ok ? "" : plan.problem.message).toContain("a ] b ) c");
  });

  it.each(["%%", "half %% hidden"])("a text that would hide the rest of the note is refused: %j", (text) => {
    const plan = planTouch("Text.\n\n## Log\n- 2026-10-02 a\n\n## Notes\nmore\n", touch({ text }), vault("").context);
    expect(plan.ok).toBe(false);
  });

  it("gathers the lines below each touch once to see that it reads as before, however many there are", () => {
    const below = "  a line\n".repeat(300);
    const [before, after] = [
      `## Log\n- 2026-10-02 a\n${below}`,
      `## Log\n- 2026-11-21 → call\n- 2026-10-02 a\n${below}`,
    ].map((text) => readLog(text, FORMAT));
    if (!before?.entries[0] || !after) throw new Error("no log");
    const gathered = vi.spyOn(Object.getPrototypeOf(before.entries[0]) as { below: readonly string[] }, "below", "get");
    expect(addsExactly(before, after, touch({ date: "2026-11-21" }), FORMAT)).toBe(true);
    expect(gathered.mock.calls.length).toBeLessThan(6);
    gathered.mockRestore();
  });
});
