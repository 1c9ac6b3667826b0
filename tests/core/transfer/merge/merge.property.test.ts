import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { planMerge } from "../../../../src/core/transfer/merge/merge-people";
import { bodyLines, isHeadingOf } from "../../../../src/core/text/note/body-lines";
import { findFrontmatter } from "../../../../src/core/text/note/frontmatter";
import { applySplices } from "../../../../src/core/text/note/note-edit";
import { readFrontmatter, type Properties } from "../../../../src/core/text/note/read-frontmatter";
import { noteFormat } from "../../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";
import { readLog } from "../../../../src/core/log/read-log";
import { check } from "../../../support/check";
import { noteTexts } from "../../../support/note-texts";

const FORMAT = noteFormat(DEFAULT_SETTINGS).log;
const merge = (into: string, from: string) => planMerge(into, from, "Bo", DEFAULT_SETTINGS, FORMAT, parseFrontmatter);
const filled = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
const properties = (text: string): Properties => {
  const head = readFrontmatter(text, parseFrontmatter);
  return head.kind === "properties" ? head.properties : new Map<string, unknown>();
};
const days = (text: string): string[] =>
  readLog(text, FORMAT).entries.map(
    ({ date, item, dayToken }) => `${date}${item.content.slice(dayToken.length).trim()}`,
  );

describe("two notes put together", () => {
  it("have every line, touch and property of both, and the plan is the text", () => {
    let merged = 0;
    check(fc.tuple(noteTexts, noteTexts), 1_000, ([into, from]) => {
      const { text, plan } = merge(into, from);
      if (text === null) {
        expect(plan.ok).toBe(false);
        return;
      }
      merged++;
      expect(plan.ok && applySplices(into, plan.splices)).toBe(text);
      const result = new Set(filled(text));
      const lost = (note: string): string[] => {
        const lines = bodyLines(note, findFrontmatter(note).bodyFrom);
        const headings = lines.filter(
          (line, index) =>
            isHeadingOf(line, FORMAT.heading) ||
            (line.kind === "underline" && isHeadingOf(lines[index - 1] ?? line, FORMAT.heading)),
        );
        return filled(
          lines
            .filter((line) => !headings.includes(line))
            .map((line) => line.text)
            .join("\n"),
        ).filter((line) => !result.has(line));
      };
      // Of two touches that are one, either may be written.
      const isTouch = (line: string): boolean => /^(?:[-*+]|\d+\.) (?:\[.*)?\d{4}-?\d{2}/.test(line);
      expect(lost(into)).toEqual([]);
      expect(lost(from).filter((line) => !isTouch(line))).toEqual([]);
      expect([...new Set([...days(into), ...days(from)])].sort()).toEqual([...new Set(days(text))].sort());
      for (const key of [...properties(into).keys()]) expect([...properties(text).keys()]).toContain(key);
    });
    expect(merged).toBeGreaterThan(20);
  });
});
