import { describe, expect, it } from "vitest";
import { firstGroups, firstPeople } from "../../../src/core/entry/first-people";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
const note = (
  path: string,
  properties: Record<string, unknown> = {},
  tags: string[] = [],
): { path: string; properties: Map<string, unknown>; tags: string[] } => ({
  path,
  properties: new Map(Object.entries(properties)),
  tags,
});
const USE: Readonly<Record<string, { links: number; editedAt: number }>> = {
  "People/Ada.md": { links: 1, editedAt: 5 },
  "People/Bo.md": { links: 3, editedAt: 1 },
  "People/Cem.md": { links: 1, editedAt: 9 },
};
const list = (...notes: ReturnType<typeof note>[]): ReturnType<typeof firstPeople> =>
  firstPeople(notes, SETTINGS, (path) => USE[path] ?? { links: 0, editedAt: 0 });

describe("people to choose from at first", () => {
  it("are those of the rules, the most linked first, then the latest edited, then by path", () => {
    const paths = ["Home", "People/Dia", "People/Ada", "People/Bo", "People/Cem", "People/Abe"];
    expect(list(...paths.map((path) => note(`${path}.md`))).map(({ name }) => name)).toEqual([
      "Bo",
      "Cem",
      "Ada",
      "Abe",
      "Dia",
    ]);
  });

  it("have the cadence of their note or their circle; what is no cadence is none", () => {
    const found = list(
      note("People/Ada.md", { cadence: "weekly", circle: "friends" }),
      note("People/Bo.md", { circle: "Friends" }),
      note("People/Cem.md", { cadence: "now and then" }),
    );
    const friends = SETTINGS.circles.find(({ name }) => name === "friends")?.cadence;
    expect(Object.fromEntries(found.map(({ name, cadence }) => [name, cadence]))).toEqual({
      Ada: "weekly",
      Bo: friends,
      Cem: null,
    });
  });

  it("are told apart where two have one name", () => {
    expect(list(note("People/A/Kim.md"), note("People/B/Kim.md")).map(({ name }) => name)).toEqual([
      "Kim (People/A)",
      "Kim (People/B)",
    ]);
  });

  it("come in groups of two or more, without one that holds everyone or marks a person", () => {
    const groups = firstGroups(
      list(
        note("People/Ada.md", {}, ["person", "work", "all"]),
        note("People/Bo.md", {}, ["person", "work", "all"]),
        note("People/Cem.md", { circle: "choir" }, ["all"]),
      ),
    );
    expect(groups.map(({ name, people }) => [name, people.length])).toEqual([["#work", 2]]);
  });
});
