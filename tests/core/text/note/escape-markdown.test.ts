import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksInText, withoutLinkMarks } from "../../../../src/core/tasks/links-in-text";
import { readTask } from "../../../../src/core/tasks/read-tasks";
import {
  escapeMarkdown,
  noteLink,
  unescapeMarkdown,
  withLiterals,
} from "../../../../src/core/text/note/escape-markdown";
import { withoutMarkup } from "../../../../src/core/lists/opening-lines";
import { plainWords } from "../../../../src/core/tasks/linked-names";
import { inlineFields } from "../../../../src/core/log/inline-fields";
import { activeIn, renderedText, tasksFields } from "../../../support/active-syntax";
import { check } from "../../../support/check";

const FRAGMENTS = [
  ..."\\`*_[]<>#|~^$%={}()!&@:;-+.\"'/ 1a王",
  ..."📅🗓⏳🛫➕✅❌🔁🆔⛔🏁🔺⏫🔽",
  "![p](https://example.org/p.png)",
  "<%* tR += 1 %>",
  "`$= dv.current()`",
  "`= this.x`",
  "[[Ada]]",
  "![[Ada]]",
  "[x](y)",
  "[x]: y",
  "<img src=x>",
  "<!-- x -->",
  "%% x %%",
  "#tag",
  "^block",
  "[due:: 2020-01-01]",
  "(k:: v)",
  "k:: v",
  "[!note]",
  "==x==",
  "~~x~~",
  "$x$",
  "&amp;",
  "&#33;",
  "{{title}}",
  "www.example.org",
  "obsidian://x",
  "(@2020-01-01)",
  "📅 2020-01-01",
  "🗓\ufe0f 2020-01-01",
  "🔁 every day",
  "🆔 abc",
  "🏁 delete",
  "❤\ufe0f 2020-01-01",
  "- [ ] x",
  "1. x",
  "```",
  "~~~",
  "---",
  "===",
  "\n",
  "    ",
  "\t",
  "snake_case_name",
];
const outside = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) }, fc.string({ unit: "grapheme" })), {
    maxLength: 12,
  })
  .map((parts) => parts.join("").replaceAll("\0", ""));
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("text from outside, in a body line", () => {
  it.each([
    ["50% of O'Brien & Co. (3rd): a > b?", "50% of O'Brien & Co. (3rd): a \\> b?"],
    ["prize of $500, snake_case", "prize of $500, snake_case"],
    ["![p](https://x.org) <%* y %> `$= z`", "\\!\\[p\\](https\\://x.org) \\<\\%\\* y \\%\\> \\`\\$\\= z\\`"],
    ["[due:: 2020-01-01]", "\\[due\\:\\: 2020-01-01\\]"],
    ["visit 📅 2020-01-01", "visit &#128197; 2020-01-01"],
    ["1. FC", "1\\. FC"],
    ["-> call", "\\-\\> call"],
    ["AT&amp;T", "AT\\&amp;T"],
    [" a\n b\t", "a b"],
  ])("%j is %j", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it("is words to every program, and reads as it was written", () => {
    check(outside, 20_000, (text) => {
      const line = escapeMarkdown(text);
      expect(activeIn(line)).toEqual([]);
      expect(renderedText(line)).toBe(oneLine(text));
      expect(unescapeMarkdown(line)).toBe(oneLine(text));
      expect(withoutLinkMarks(line)).toBe(oneLine(text));
      expect(plainWords(line)).toBe(oneLine(text));
      expect(linksInText(line)).toEqual([]);
      expect(inlineFields(line)).toEqual([]);
    });
  });

  it("is words behind ours in a list, and adds no field to a task", () => {
    check(outside, 20_000, (text) => {
      const line = `Think of Ada: ${escapeMarkdown(text)} 🆔 rc-1 📅 2026-12-01`;
      expect(activeIn(`- ${line.replace(/ 📅.*$/u, "")}`)).toEqual([]);
      expect(tasksFields(line)).toEqual(["📅 2026-12-01", "🆔 rc-1"]);
      expect(readTask(1, " ", line)).toMatchObject({ due: "2026-12-01", id: "rc-1", recurrence: null, start: null });
      expect(plainWords(readTask(1, " ", line).text)).toBe(`Think of Ada: ${oneLine(text)}`.trim());
    });
  });

  it("is shown as it was written by a reader that takes marks away", () => {
    check(outside, 3_000, (text) => {
      expect(withLiterals(escapeMarkdown(text), (line) => line.replace(/[[\]*`]/g, ""))).toBe(oneLine(text));
    });
    expect(withoutMarkup(`*${escapeMarkdown("[a](b) #c")}*`)).toBe("[a](b) #c");
  });

  it("does nothing twice: what is escaped and read again is the same", () => {
    check(outside, 3_000, (text) => {
      const line = escapeMarkdown(text);
      expect(escapeMarkdown(unescapeMarkdown(line))).toBe(line);
    });
  });

  it("costs no more than its length", () => {
    for (const text of ["<%", "%", "_a", "[", "\\", ":", "$", "=", "&a", "1", "w", "{", "📅", "\ufe0f "]) {
      const start = process.cpuUsage().user;
      const line = escapeMarkdown(text.repeat(50_000 / text.length));
      withoutLinkMarks(line);
      linksInText(line);
      expect(process.cpuUsage().user - start, text).toBeLessThan(1_000_000);
    }
  });
});

describe("a link to a note", () => {
  it.each([
    ["People/Ada Lovelace.md", true, "[[Ada Lovelace]]"],
    ["People/Ada Lovelace.md", false, "[[People/Ada Lovelace|Ada Lovelace]]"],
    ["People/A#B.md", true, "[A\\#B](People/A%23B.md)"],
    ["a]]b/A|B.md", false, "[A\\|B](a%5D%5Db/A%7CB.md)"],
    ["`$= x`.md", true, "[\\`\\$\\= x\\`](%60%24%3D%20x%60.md)"],
    ["<%* x %>.md", true, "[\\<\\%\\* x \\%\\>](%3C%25%2a%20x%20%25%3E.md)"],
    ["📅 2020-01-01.md", true, "[&#128197; 2020-01-01](%F0%9F%93%85%202020-01-01.md)"],
    ["snake_case.md", true, "[[snake_case]]"],
  ])("%s, the only one: %s, is %s", (path, isOnly, expected) => {
    expect(noteLink(path, path.slice(path.lastIndexOf("/") + 1, -3), isOnly)).toBe(expected);
  });

  it("leads to its note and is shown as its name, whatever that is", () => {
    const names = outside.map((text) => oneLine(text.replaceAll("/", ""))).filter((name) => /[^\s.]/.test(name));
    check(fc.tuple(names, fc.boolean()), 5_000, ([name, isOnly]) => {
      const path = `People/${name}.md`;
      const link = noteLink(path, name, isOnly);
      const [target = "", another] = linksInText(`Wish ${link} well`);
      expect(another).toBeUndefined();
      expect([name, path, path.slice(0, -3)].map((one) => one.replace(/\p{Cs}/gu, "\ufffd"))).toContain(target);
      expect(withoutLinkMarks(`Wish ${link} well`)).toBe(`Wish ${name} well`);
      if (link.startsWith("[[")) return;
      expect(activeIn(link.slice(1, link.lastIndexOf("](")))).toEqual([]);
      expect(renderedText(link)).toBe(name);
    });
  });
});
