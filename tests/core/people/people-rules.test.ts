import { describe, expect, it } from "vitest";
import { headLooksLikePerson } from "../../../src/core/people/people-rules";

const RULES = { folders: ["People"], tags: ["person"], properties: [{ name: "kind of", value: "[[Person]]" }], templateFolders: [] };

describe("a head that cannot be read", () => {
  it.each([
    ["People/Ada.md", "a: [\n", true],
    ["x/Ada.md", "a: [\n", false],
    ["x/Ada.md", "tags: [person\n", true],
    ["x/Ada.md", "tags:\n  - persons\n  - [\n", false],
    ["x/Ada.md", "Kind-of: \"[[Person]]\na: [\n", true],
    ["x/Ada.md", "kind of: \"[[Categories/Person|human]]\na: [\n", true],
    ["x/Ada.md", "other: \"[[Person]]\na: [\n", false],
    ["x/Template.md", "tags: [person\n", false],
  ])("in %s, %j, is a person's: %s", (path, block, isOne) => {
    expect(headLooksLikePerson(path, `---\n${block}---\n`, RULES)).toBe(isOne);
  });
});
