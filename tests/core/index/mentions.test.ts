import { describe, expect, it } from "vitest";
import { dayOfNote } from "../../../src/core/index/dated-note";
import { linkFactsIn, linkFactsOf } from "../../../src/core/index/link-facts";
import { changeMarks } from "../../../src/core/actions/change-marks";
import { oneMention, renamedIn } from "../../../src/core/index/not-contact";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { noteLines } from "../../../src/core/text/note/body-lines";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { indexOf } from "../../support/memory-store";

const SETTINGS = { dateProperties: ["date"] };

describe("the day of a note", () => {
  it.each<[string, Record<string, unknown>, string, string | null]>([
    ["Daily/2026-11-20.md", {}, "YYYY-MM-DD", "2026-11-20"],
    ["Daily/2026/11/20 Friday.md", {}, "YYYY/MM/DD dddd", "2026-11-20"],
    ["Daily/2026/2026-11-20.md", {}, "YYYY/YYYY-MM-DD", "2026-11-20"],
    ["Daily/Friday 20th 11 2026.md", {}, "dddd Do MM YYYY", "2026-11-20"],
    ["Daily/2026/11-November/20 Friday.md", {}, "YYYY/MM-MMMM/DD dddd", "2026-11-20"],
    ["Daily/Friday, November 20th 2026.md", {}, "dddd, MMMM Do YYYY", "2026-11-20"],
    ["Daily/20 Nov 26.md", {}, "D MMM YY", "2026-11-20"],
    ["Daily/20 Brumaire 2026.md", {}, "D MMMM YYYY", null],
    ["Daily/week 47.md", {}, "[week] WW", null],
    ["Daily/2026-02-30.md", {}, "YYYY-MM-DD", null],
    ["Meetings/2026-10-14 Choir.md", {}, "YYYY-MM-DD", "2026-10-14"],
    ["Meetings/20261014.md", {}, "YYYY-MM-DD", "2026-10-14"],
    ["Meetings/2026-10-140.md", {}, "YYYY-MM-DD", null],
    ["Meetings/Lunch.md", { Date: "2026-11-05T12:30:00" }, "YYYY-MM-DD", "2026-11-05"],
    ["Meetings/Lunch.md", { date: "[[2026-11-18]]" }, "YYYY-MM-DD", "2026-11-18"],
    ["Meetings/Lunch.md", { date: "soon" }, "YYYY-MM-DD", null],
    ["Home.md", { created: "2026-11-18" }, "YYYY-MM-DD", null],
  ])("%s %o in %s is %s", (path, properties, format, expected) => {
    expect(dayOfNote(path, new Map(Object.entries(properties)), { folder: "Daily", format }, SETTINGS)).toBe(expected);
  });
});

describe("links that count", () => {
  it.each<[string, string, string[]]>([
    [
      "words, also as another name",
      "Saw [[Ada Lovelace|Ada]] and [Charles](People/Charles%20Babbage.md).",
      ["1 Ada Lovelace", "1 People/Charles Babbage.md"],
    ],
    ["a heading of the note, of the link", "## With [[Ada]]\n- [[Bo#Log]]", ["1 Ada", "2 Bo"]],
    [
      "not in a comment within a line",
      "a %% [[A]] %% b <!-- [[B]] --> [[C]] `%%` [[D]] %% [[E]]\n[[F]]\n%%",
      ["1 C", "1 D"],
    ],
    [
      "not an open task, a quote, code or an embed",
      "- [ ] ask [[A]]\n> [[B]]\n`[[C]]` ![[D]]\n```\n[[E]]\n```\n%% [[F]] %%",
      [],
    ],
    [
      "a ticked task, on its own day where it has one",
      "- [x] call [[A]] ✅ 2026-11-18\n- [x] call [[B]]\n- [-] call [[C]]",
      ["1 A 2026-11-18", "2 B"],
    ],
    ["not a web address", "[x](https://example.org) [[https://example.org]]", []],
  ])("%s", (_what, text, expected) => {
    expect(
      linkFactsIn(noteLines(text)).map(
        ({ target, line, doneOn }) => `${line ?? "-"} ${target}${doneOn === null ? "" : ` ${doneOn}`}`,
      ),
    ).toEqual(expected);
  });

  it("in named properties alone, however YAML has read them", () => {
    const properties = new Map<string, unknown>([
      ["People", ["[[Ada]]", "Bo"]],
      ["attendees", [["Cy"]]],
      ["seen", "[[Di]]"],
    ]);
    expect(linkFactsOf(properties, ["people", "attendees"]).map(({ target }) => target)).toEqual(["Ada", "Cy"]);
  });
});

describe("mentions", () => {
  const path = "Daily/2026-11-20.md";
  const names = (notContact: readonly string[], note = path): string[] => {
    const settings = {
      ...DEFAULT_SETTINGS,
      people: { ...DEFAULT_SETTINGS.people, folders: ["People"] },
      mentions: { ...DEFAULT_SETTINGS.mentions, on: true, notContact },
    };
    const text = "[[Ada]] and [[ada]], [[Bo]], [[Nobody]], [[2026-11-20]]";
    const index = indexOf(
      { "People/Ada.md": "", "People/Bo.md": "", [note]: `---\ndate: 2026-11-20\n---\n${text}\n` },
      settings,
      parseFrontmatter,
    );
    return index
      .everybody()
      .filter(({ mentions }) => mentions.length > 0)
      .map((person) => `${person.path} ${person.mentions.map(({ date, source }) => `${date} ${source}`).join()}`);
  };

  it("count once a day for each person whom the link resolves to", () => {
    expect(names([])).toEqual(["People/Ada.md 2026-11-20 mention", "People/Bo.md 2026-11-20 mention"]);
  });

  it("do not count where one mention, or the note, is no contact; a rename goes along", () => {
    const one = oneMention(path, "People/Ada.md");
    expect(names([one])).toEqual(["People/Bo.md 2026-11-20 mention"]);
    expect(names([path])).toEqual([]);
    expect(renamedIn([one, path], (from) => (from === "People/Ada.md" ? "People/Ada L.md" : from))).toEqual([
      oneMention(path, "People/Ada L.md"),
      path,
    ]);
  });

  it("are marked however a disk encodes the accents of a path", () => {
    const apart = "Tagebuch/Zürich.md".normalize("NFD");
    const together = apart.normalize("NFC");
    expect(names([], apart)).toHaveLength(2);
    expect(names([together], apart)).toEqual([]);
    expect(names([`${together} > People/Ada.md`], apart)).toEqual(["People/Bo.md 2026-11-20 mention"]);
    expect(changeMarks([apart], { added: [], removed: [together] })).toEqual({
      ok: true,
      notContact: [],
    });
  });
});
