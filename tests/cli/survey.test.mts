import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KeptRows } from "../../src/cli/kept-rows.mjs";
import { listNotes } from "../../src/cli/list-notes.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { readNote } from "../../src/cli/read-note.mjs";
import { survey, type SurveyRow } from "../../src/cli/survey.mjs";
import type { SurveyedNote } from "../../src/core/entry/detection/propose";
import { testVault, type TestVault } from "../support/terminal.mjs";

const NOTES = {
  "People/Ada.md":
    "---\ntags: [person]\ncircle: close\nborn: 1815-12-10\nfloat: 1.5\n---\n## Log\n- 2026-01-01 call #met\n",
  "People/Bo.md": "---\ndeep: {a: [1, {b: null, c: yes}], d: true}\n__proto__: x\n---\n# Ünï\n",
  "None.md": "no frontmatter #tag\n",
  "Broken.md": "---\na: [\n---\n",
  "Empty.md": "",
};
/** What JSON would not give back, or not in time. */
const ODD = {
  "Odd/Infinite.md": "---\na: .inf\nb: -.inf\nc: .nan\nd: -0.0\n---\n",
  "Odd/Bomb.md": `---\na: &a [x, x, x, x, x, x, x, x, x]\n${["b", "c", "d", "e", "f", "g", "h", "i"]
    .map(
      (key, at) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${"abcdefgh"[at] ?? ""}`)
          .join(", ")}]`,
    )
    .join("\n")}\n---\n`,
};
/** Long enough after the notes were made for their times to be trusted. */
const later = (): number => Date.now() + 60_000;

let vault: TestVault;
beforeEach(() => {
  vault = testVault(NOTES);
});
afterEach(() => vault.remove());

function look(name = "kept", now = later): { found: readonly SurveyedNote[]; read: readonly string[] } {
  const read: string[] = [];
  const noteOf = (path: string): ReturnType<typeof readNote> => (
    read.push(path),
    readNote(vault.folder, path, parseFrontmatter)
  );
  return {
    found: survey(listNotes(vault.folder), new KeptRows<SurveyRow>(join(vault.state, name), "k"), noteOf, now),
    read,
  };
}

describe("what detection looks at, kept from run to run", () => {
  it("is read once, and is the same when it is not read", () => {
    const first = look();
    expect(first.read).toHaveLength(5);
    expect(look()).toEqual({ found: first.found, read: [] });
    expect(first.found.find(({ path }) => path === "People/Bo.md")?.properties.get("__proto__")).toBe("x");
  });

  it("reads the one note that was changed", () => {
    look();
    vault.write("People/Ada.md", "---\nstatus: friend\n---\n");
    const changed = look();
    expect(changed.read).toEqual(["People/Ada.md"]);
    expect(changed.found).toEqual(look("nothing kept").found);
  });

  it("reads again what was changed a moment ago, and what JSON does not give back", () => {
    look("kept", Date.now);
    expect(look().read).toHaveLength(5);
    for (const [path, text] of Object.entries(ODD)) vault.write(path, text);
    for (let count = 0; count < 30; count++) vault.write(`More/N${count}.md`, "");
    look();
    const again = look();
    expect(again.read).toEqual(Object.keys(ODD).sort());
    // Compared word by word, the bomb would go off.
    const harmless = (found: readonly SurveyedNote[]): readonly SurveyedNote[] =>
      found.filter(({ path }) => path !== "Odd/Bomb.md");
    expect(harmless(again.found)).toEqual(harmless(look("nothing kept").found));
  });

  it("is the same for whatever stands in a note", () => {
    const value = fc.oneof(
      fc.constantFrom(
        "1",
        "-0",
        ".inf",
        "yes",
        "null",
        "2026-01-01",
        "[a, {b: 1e3}]",
        "{a: {b: [c]}}",
        "!!binary aGk=",
        "0x1F",
        "&x [*x]",
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("a", "b", "tags"), value), { maxLength: 4 }),
        fc.string({ maxLength: 20 }),
        fc.nat(),
        (pairs, body, id) => {
          vault.write("Any.md", `---\n${pairs.map(([key, text]) => `${key}: ${text}`).join("\n")}\n---\n${body}\n`);
          for (let count = 0; count < 20; count++) vault.write(`Fill/${id}-${count}.md`, "");
          const first = look(`any-${id}`);
          expect(look(`any-${id}`).found).toEqual(first.found);
        },
      ),
      { numRuns: 40 },
    );
  });
});
