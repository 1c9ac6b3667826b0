import { Parser } from "commonmark";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyLines } from "../../../../src/core/text/note/body-lines";

/** The numbers of the lines that are code or comment, blank ones apart. */
function hidden(text: string): number[] {
  return bodyLines(text, 0)
    .filter(({ kind, text: line }) => (kind === "code" || kind === "comment") && line.trim() !== "")
    .map(({ number }) => number);
}

/** The same of fenced code, as the reference implementation has it. */
function fenced(text: string): number[] {
  const lines = text.split("\n");
  const found: number[] = [];
  const walker = new Parser().parse(text).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    if (!event.entering || event.node.type !== "code_block" || !event.node._isFenced) continue;
    const [[first], [last]] = event.node.sourcepos;
    for (let line = first; line <= last; line++) found.push(line);
  }
  return found.filter((line) => lines[line - 1]?.trim() !== "");
}

/** The numbers of the headings that begin with `#` and are the note's own, not a list item's. */
function headings(text: string): number[] {
  return bodyLines(text, 0)
    .filter(({ kind, text: line }) => kind === "heading" && /^ {0,3}#/.test(line))
    .map(({ number }) => number);
}

function headingsOfReference(text: string): number[] {
  const lines = text.split("\n");
  const found: number[] = [];
  for (let node = new Parser().parse(text).firstChild; node; node = node.next) {
    if (node.type !== "heading") continue;
    if (/^ {0,3}#/.test(lines[node.sourcepos[0][0] - 1] ?? "")) found.push(node.sourcepos[0][0]);
  }
  return found;
}

describe("the lines of a body", () => {
  it.each([
    [
      "a fence indented by two spaces is no list item's",
      ["  ```", "- 2026-10-02 call", "# no heading", "  ```", "- out"],
      [1, 2, 3, 4],
    ],
    ["a fence in a list item ends with it", ["- a", "  ```", "  code", "- b"], [2, 3]],
    ["a fence in a list item ends at text beside the item", ["- a", "  ```", "  code", "text"], [2, 3]],
    ["a fence that is indented too far closes nothing", ["```", "    ```", "code", "```", "text"], [1, 2, 3, 4]],
    ["four spaces make indented code, not a fence", ["", "    ```", "- 2026-10-02 call"], []],
    ["%% in inline code opens no comment", ["say `%%` twice", "- 2026-10-02 call"], []],
    ["%% in longer inline code neither", ["`` ` %% ``", "- 2026-10-02 call"], []],
    ["%% behind inline code opens one", ["`code` %%", "- 2026-10-02 call", "%%", "out"], [2, 3]],
    ["a comment is closed by %% whatever backticks stand around it", ["%%", "`%%`", "out"], [1, 2]],
    ["a comment closed and opened again in one line goes on", ["%%", "a %% b %%", "in", "%%"], [1, 2, 3, 4]],
    ["a backtick that stands alone opens no code", ["one ` %%", "in", "%%", "out"], [2, 3]],
  ])("%s", (_, lines, wanted) => {
    expect(hidden(`${lines.join("\n")}\n`)).toEqual(wanted);
  });

  it("agree with CommonMark's own reader about headings, which below a list item may be the item's", () => {
    const line = fc.constantFrom(
      "- a",
      "  - b",
      "  text",
      "text",
      "1. n",
      "   - x",
      "",
      "# H",
      "## Log",
      " # one",
      "  # two",
      "   # three",
      "    # four",
      "- 2026-10-02 call",
      "-",
      "- - n",
      "10. x",
      "***",
      "  ## Log",
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        expect(headings(text)).toEqual(headingsOfReference(text));
      }),
      { numRuns: process.env["RECONNECT_FAST"] === undefined ? 2_000 : 500 },
    );
  });

  it("agree with CommonMark's own reader about headings that are underlined, which a rule across the page is not", () => {
    const underlined = (text: string): number[] =>
      bodyLines(text, 0)
        .filter(({ kind, text: line }) => kind === "heading" && !line.startsWith("#"))
        .map(({ number }) => number);
    const ofReference = (text: string): number[] => {
      const found: number[] = [];
      for (let node = new Parser().parse(text).firstChild; node; node = node.next) {
        // Where several lines are one underlined paragraph, the last of them is ours.
        const [[,], [last]] = node.sourcepos;
        if (node.type === "heading" && !(text.split("\n")[last - 1] ?? "").startsWith("#")) found.push(last - 1);
      }
      return found;
    };
    const line = fc.constantFrom(
      "text",
      "***",
      "---",
      "- - -",
      "* * *",
      "___",
      "===",
      "",
      "# H",
      "-----",
      "**bold**",
      "_a_",
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        expect(underlined(text)).toEqual(ofReference(text));
      }),
      { numRuns: process.env["RECONNECT_FAST"] === undefined ? 3_000 : 500 },
    );
  });

  it("agree with CommonMark's own reader about fences, at the margin and in lists", () => {
    const line = fc.constantFrom(
      "- a",
      "  - b",
      "  text",
      "text",
      "```",
      " ```",
      "  ```",
      "   ```",
      "    ```",
      "      ```",
      "1. n",
      "   - x",
      "- ```js",
      "~~~",
      "  ~~~",
      "\t```",
      "",
      "# H",
      "## Log",
      "- 2026-10-02 call",
      "- [ ] t",
      "* ```",
      "    code",
      "-     ```",
      "  # h",
      "10. x",
      "    - deep",
      "\ttab",
      "-",
      "- - n",
      "***",
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        expect(hidden(text)).toEqual(fenced(text));
      }),
      { numRuns: process.env["RECONNECT_FAST"] === undefined ? 5_000 : 500 },
    );
  });
});
