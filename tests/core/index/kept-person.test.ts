import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mjs";
import { parseHead } from "../../../src/core/text/note/parse-head";
import { keepPerson, keptPerson } from "../../../src/core/index/kept-person";
import { readPerson } from "../../../src/core/index/read-person";
import type { Person } from "../../../src/core/index/person";
import { noteFormat } from "../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { check } from "../../support/check";
import { noteTexts } from "../../support/note-texts";

const FORMAT = noteFormat(DEFAULT_SETTINGS);

function read(path: string, text: string): Person {
  const head = parseHead(text, parseFrontmatter);
  return readPerson(
    {
      path,
      text,
      properties: head.kind === "properties" ? head.properties : new Map<string, unknown>(),
      headProblem: head.kind === "refused" ? head.problem : null,
    },
    FORMAT,
  );
}

const ODD = [
  "---\ncadence: RRULE:FREQ=MONTHLY;BYDAY=1SA\nbirthday: 31-31\nclosed: 2026-01-01\npaused: yes\ndates: {wedding: 1990-02-03}\nmilestones: 2026-11-20 prize\n---\n- [ ] Tea [meet:: tea] [why:: x] 📅 2026-12-01\n- [ ] x 🔁 every nothing\n",
  "---\ncadence: 14\nlast_contact: 2026-01-01\ncircle: [a, b]\n---\n## Log\n- 2026-01-01 → call: a [asked:: b] [gave:: c] [they-asked:: d] [they-gave:: e] [owe:: reply]\n  below\n- 2026-01-01 letter [holding:: x]\n- 2025-01-01 [declined:: x]\n- 2026-99-99 x\n",
  '---\nuid: "\\ud800"\nplace: \ufffd\n---\n',
  "",
];

describe("a person kept as a text", () => {
  it("is, read back, the person that the note is", () => {
    check(
      fc.tuple(fc.oneof(noteTexts, fc.constantFrom(...ODD)), fc.constantFrom("People/Ada.md", "Ada.md")),
      2_000,
      ([text, path]) => {
        const person = read(path, text);
        expect(keptPerson(keepPerson(person), path)).toEqual(person);
      },
    );
  });

  it.each(ODD)("is so for what has everything in it: %j", (text) => {
    const person = read("People/Ada.md", text);
    const back = keptPerson(keepPerson(person), "People/Ada.md");
    expect(back).toEqual(person);
    expect(Object.keys(back).sort()).toEqual(Object.keys(person).sort());
    expect(back.tasks.map(({ fields }) => fields instanceof Map)).toEqual(back.tasks.map(() => true));
    // A cadence that the words say is one for all who have it.
    if (person.cadence?.kind === "interval" && person.cadence.text !== "every 14 days")
      expect(back.cadence).toBe(person.cadence);
  });

  it("leaves out what a note without anything has too", () => {
    expect(keepPerson(read("People/Ada.md", "Words.\n"))).toBe("{}");
  });
});
