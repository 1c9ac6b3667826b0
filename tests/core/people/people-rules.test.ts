import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headLooksLikePerson, isInFolder, isNeverPerson } from "../../../src/core/people/people-rules";
import { check } from "../../support/check";

const RULES = {
  folders: ["People"],
  tags: ["person"],
  properties: [{ name: "kind of", value: "[[Person]]" }],
  templateFolders: [],
};

describe("a head that cannot be read", () => {
  it.each([
    ["People/Ada.md", "a: [\n", true],
    ["x/Ada.md", "a: [\n", false],
    ["x/Ada.md", "tags: [person\n", true],
    ["x/Ada.md", "tags:\n  - persons\n  - [\n", false],
    ["x/Ada.md", 'Kind-of: "[[Person]]\na: [\n', true],
    ["x/Ada.md", 'kind of: "[[Categories/Person|human]]\na: [\n', true],
    ["x/Ada.md", 'other: "[[Person]]\na: [\n', false],
    ["x/Template.md", "tags: [person\n", false],
  ])("in %s, %j, is a person's: %s", (path, block, isOne) => {
    expect(headLooksLikePerson(path, `---\n${block}---\n`, RULES)).toBe(isOne);
  });
});

/** The rules said at length, with nothing remembered from one note to the next. */
function isNeverPersonAtLength(path: string, templateFolders: readonly string[]): boolean {
  const parts = path.split("/");
  const name = (parts.at(-1) ?? "").replace(/\.md$/i, "");
  const folders = parts.slice(0, -1);
  const isTemplate =
    folders.some((folder) => /^[_.\d\s-]*templates?$/i.test(folder)) || /(?:^|[\s_-])template$/i.test(name);
  const isCopy = /conflicted copy|\.sync-conflict-\d{8}-\d{6}/i.test(name);
  return (
    isTemplate ||
    isCopy ||
    templateFolders.some((folder) => isInFolderAtLength(path, folder)) ||
    /^(?:\d{4}-\d{2}-\d{2}|\d{8})$/.test(name) ||
    folders.at(-1)?.toLowerCase() === name.toLowerCase()
  );
}

function isInFolderAtLength(path: string, folder: string): boolean {
  const clean = folder.replace(/^\/+|\/+$/g, "");
  return (
    clean === "" ||
    path
      .normalize("NFC")
      .toLowerCase()
      .startsWith(`${clean.normalize("NFC").toLowerCase()}/`)
  );
}

describe("a path", () => {
  const folder = fc.constantFrom(
    "People",
    "people",
    "PEOPLE",
    "Te\u0301le\u0301",
    "T\u00e9l\u00e9",
    "_Templates",
    "1 template",
    "My templates",
    "ΟΔΟΣ",
    "\u0130st",
    "i\u0307st",
    "a",
    "",
  );
  const name = fc.oneof(
    fc.constantFrom(
      "Ada",
      "people",
      "PEOPLE",
      "2026-10-02",
      "20261002",
      "2026-1002",
      "Ada (Conflicted copy 2026)",
      "Ada.sync-conflict-20260101-101010-X",
      "Template",
      "person template",
      "xtemplate",
      "Ada-TEMPLATE",
      "\u0130st",
      "i\u0307st",
      "οδος",
      "conflict",
    ),
    fc.string({ maxLength: 10 }).map((one) => one.replaceAll("/", "")),
  );
  const path = fc
    .tuple(fc.array(folder, { maxLength: 3 }), name, fc.constantFrom(".md", ".MD", ""))
    .map(([folders, last, end]) => [...folders, `${last}${end}`].join("/"));

  it("is never a person's, and lies in a folder, as the rules say at length, whatever was asked before", () => {
    check(
      fc.tuple(
        fc.array(path, { minLength: 1, maxLength: 6 }),
        fc.array(fc.oneof(folder, fc.constant("/People/"), fc.constant("a/People")), { maxLength: 2 }),
      ),
      4_000,
      ([paths, folders]) => {
        for (const one of paths) {
          expect(isNeverPerson(one, { templateFolders: folders }), one).toBe(isNeverPersonAtLength(one, folders));
          for (const within of folders)
            expect(isInFolder(one, within), `${one} in ${within}`).toBe(isInFolderAtLength(one, within));
        }
      },
    );
  });
});
