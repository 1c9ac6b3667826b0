import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { readFrontmatter, type ParseYaml } from "../../src/core/text/note/read-frontmatter";
import { check } from "../support/check";

/** As Obsidian reads it. */
const parseYaml: ParseYaml = (yaml) => parse(yaml, { logLevel: "error" }) as unknown;

function problemLine(text: string, reader: ParseYaml): number | null | undefined {
  const head = readFrontmatter(text, reader);
  return head.kind === "refused" ? head.problem.line : undefined;
}

describe("the line that a Problem of the frontmatter names", () => {
  it.each<[string, string, number]>([
    ["the second of two keys", "---\ncircle: close\nplace: Oslo\ncircle: friends\n---\n", 4],
    ["the second of two keys, with CRLF", "---\r\ncircle: close\r\ncircle: friends\r\n---\r\n", 3],
    ["the second of two keys, below empty lines", "---\n\n\ncircle: close\n\ncircle: friends\n---\n", 6],
    ["the second of two keys, the last line of a block", "---\na: 1\ncircle:\n  - x\ncircle:\n  - y\n---\n", 5],
    ["the second of two keys, behind a byte order mark", "\ufeff---\ncircle: close\ncircle: friends\n---\n", 3],
    ["the second of two keys of a map", "---\ndates:\n  a: 1\n  a: 2\nplace: Oslo\n---\n", 4],
    ["a tab that indents", "---\na: 1\n\tb: 2\n---\n", 3],
    ["a colon within a value", "---\nplace: Oslo\nmet: at: the fair\n---\n", 3],
    ["the end, where a quote is never closed", '---\nplace: "Oslo\nmet: there\n---\n', 4],
  ])("is that of %s", (_what, text, line) => {
    expect(problemLine(text, parseFrontmatter)).toBe(line);
    expect(problemLine(text, parseYaml)).toBe(line);
  });

  it("is that of the second of two keys, wherever they stand, in both faces", () => {
    const fillers = fc.array(
      fc.constantFrom("", "# a comment", "place: Oslo", "list:\n  - one\n  - two", "text: |\n  x"),
      {
        maxLength: 4,
      },
    );
    check(fc.tuple(fillers, fillers, fillers), 200, ([above, between, below]) => {
      const unlike = (lines: string[], part: string): string[] =>
        lines.map((line, index) => line.replace(/^(\w+):/, `$1${part}${index}:`));
      const before = ["---", ...unlike(above, "a"), "circle: close", ...unlike(between, "b")].join("\n");
      const text = [before, "circle: friends", ...unlike(below, "c"), "---", ""].join("\n");
      const line = before.split("\n").length + 1;
      expect([problemLine(text, parseFrontmatter), problemLine(text, parseYaml)]).toEqual([line, line]);
    });
  });
});
