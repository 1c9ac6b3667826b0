import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { editFrontmatter } from "../../../../src/core/text/note/edit-frontmatter";
import { applySplices } from "../../../../src/core/text/note/note-edit";
import type { HeadValue } from "../../../../src/core/text/note/yaml-text";

const edit = (entry: string, value: HeadValue | null): string | null => {
  const text = `---\na: 1\n${entry}\n# end\nb: 2\n---\n`;
  const plan = editFrontmatter(text, [{ names: ["k"], value }], parseFrontmatter);
  if (!plan.ok) return null;
  return applySplices(text, plan.splices)
    .slice("---\na: 1\n".length)
    .replace(/\n# end\nb: 2\n---\n$/, "");
};

describe("a new value in the manner of the old one", () => {
  it.each<[string, HeadValue, string]>([
    ["k: 2026-01-05", "2026-11-21", "k: 2026-11-21"],
    ['k: "2026-01-05"', "2026-11-21", 'k: "2026-11-21"'],
    ["k: '2026-01-05'", "it's", "k: 'it''s'"],
    ["k: old # why", "new", "k: new # why"],
    ["k:   old   # why", "new", "k:   new   # why"],
    ["k:", "new", "k: new"],
    ["k: ", "new", "k: new"],
    ["k: # why", "new", "k: new # why"],
    ["k:\told", "new", "k:\tnew"],
    ["K : old", "new", "K : new"],
    ['"k": old', "new", '"k": new'],
    ["k: '[[2026-01-05]]'", "2026-11-21", "k: '[[2026-11-21]]'"],
    ["k: [[2026-01-05]]", "2026-11-21", 'k: "[[2026-11-21]]"'],
    ['k: "[[Daily/2026-01-05]]"', "2026-11-21", 'k: "[[Daily/2026-11-21]]"'],
    ["k: [old]", "new", "k: [new]"],
    ['k: ["old", two] # why', "new", 'k: ["new"] # why'],
    ["k: ['[[2026-01-05]]']", "2026-11-21", "k: ['[[2026-11-21]]']"],
    ["k:\n  - old", "new", "k:\n  - new"],
    ['k:\n- "old"\n- two', "new", 'k:\n- "new"'],
    ["k: # why\n  - old", "new", "k: # why\n  - new"],
    ["k:\n  - 'a #b'", "c #d", "k:\n  - 'c #d'"],
    ["k:\n  - '[[2026-01-05]]'", "2026-11-21", "k:\n  - '[[2026-11-21]]'"],
    ["k:\n  - a", ["b", "c: d"], 'k:\n  - b\n  - "c: d"'],
    ["k:\n  - a", [], "k: []"],
    ["k: |\n  k: x\n  two", "new", "k: new"],
    ["k: >-\n  a\n\n  b", "new", "k: new"],
    ["k: one\n  two", "new", "k: new"],
    ['k: "one\n  two"', "new", "k: new"],
    ["k: [a,\n  b\n]", "new", "k: new"],
    ["k:\n  x: 1", "new", "k: new"],
    ["k: old", true, "k: true"],
    ["k: old", "yes", 'k: "yes"'],
    ["k: old", "12:30", 'k: "12:30"'],
    ["k: old", "two\nlines", 'k: "two\\nlines"'],
    ["k: 'old'", "two\nlines", 'k: "two\\nlines"'],
    ["k: old", "\u2028\uffff", 'k: "\\u2028\\uffff"'],
    ["k: {{date}}", "new", "k: new"],
  ])("%j with %j", (entry, value, expected) => {
    expect(edit(entry, value)).toBe(expected);
  });

  it.each<[string]>([
    ["k: &anchor old"],
    ["k: !!str old"],
    ["k: # why\n  old"],
    ["k: |- # why\n  old"],
    ["k:\n  - old # why"],
    ["k:\n  # why\n  - old"],
    ["k: [a, # why\n  b]"],
    ["k: old\nK: two"],
    ["? k\n: old"],
    ["{k: 1}"],
    ['k: "old'],
    ["k: old\nk: two"],
    ["x: &k 1\nk: &y [*k]"],
  ])("%j is refused, not guessed", (entry) => {
    expect(edit(entry, "new")).toBeNull();
  });

  it.each<[string, string]>([
    ["k: old", ""],
    ["k: old # why", ""],
    ["k:\n  - a\n  - b\n", "\n"],
    ["k: |\n  a\n\n  b", ""],
  ])("%j is taken out with its own lines only", (entry, left) => {
    expect(edit(entry, null)).toBe(
      left === "" ? "# end\nb: 2\n---\n" : `${left}# end\nb: 2\n---\n`.replace(/\n# end\nb: 2\n---\n$/, ""),
    );
  });
});

describe("changes that belong to one note", () => {
  const text = "---\nlast_contact: 2026-01-05\n---\n";
  it("two changes of one property are refused, as nobody can say which is meant", () => {
    const plan = editFrontmatter(
      text,
      [
        { names: ["last_contact"], value: "2026-11-21" },
        { names: ["snooze_until", "last_contact"], value: null },
      ],
      parseFrontmatter,
    );
    expect(plan.ok).toBe(false);
  });
  it.each([
    ["an alias elsewhere would lose its anchor", "---\nk: &a old\nb: *a\n---\n", null],
    ["the line is inside a quoted text", '---\nnote: "a\nk: b"\n---\n', "new"],
    ["the properties are indented", "---\n  a: 1\n  b: 2\n---\n", "new"],
    ["the properties are in braces", "---\n{a: 1}\n---\n", "new"],
    ["the YAML has ended", "---\na: 1\n...\n---\n", "new"],
    ["there is more in the head than properties", "---\n~\n---\n", "new"],
  ])("what reading it again would not bear out is refused: %s", (_, note, value) => {
    expect(editFrontmatter(note, [{ names: ["k"], value }], parseFrontmatter).ok).toBe(false);
  });

  it.each<[string, HeadValue | null, string]>([
    ["paused:\non_hold: true\n", null, "paused:\n"],
    ["paused: true\na: 1\non_hold: true\n", null, "a: 1\n"],
    ["on_hold:\n", null, ""],
    ["paused:\non_hold: true\n", false, "paused:\non_hold: false\n"],
    ["paused: true\non_hold: true\n", false, "paused: false\non_hold: true\n"],
  ])(
    "of a property with two spellings, %j set to %j, the one that is read is changed, and all are taken out",
    (block, value, after) => {
      const note = `---\n${block}---\n`;
      const plan = editFrontmatter(note, [{ names: ["paused", "on hold"], value }], parseFrontmatter);
      expect(plan.ok && applySplices(note, plan.splices)).toBe(`---\n${after}---\n`);
    },
  );

  it("a key that only the YAML reader sees is refused, not written twice", () => {
    for (const block of ["? last_contact\n: 2026-01-05\n", '"last\\u005fcontact": 2026-01-05\n']) {
      expect(
        editFrontmatter(`---\n${block}---\n`, [{ names: ["last_contact"], value: "2026-11-21" }], parseFrontmatter).ok,
      ).toBe(false);
    }
  });
});
