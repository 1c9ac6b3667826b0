import fc from "fast-check";
import { headBlocks } from "./head-texts";

/** Pieces of a body, each some whole lines, as they stand in people's notes. */
const BODY_PIECES: readonly string[] = [
  "Two children and a stubborn horse.",
  "",
  "",
  "# Ada",
  "Prefers letters.\nNot mail.",
  "- [ ] Introduce her 📅 2026-11-28",
  "- a list\n  - nested\n    - deeper",
  "1. one\n2. two",
  "---",
  "----",
  "***",
  "Text\n---",
  "Title\n===",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "> [!note] callout\n> - 2026-01-01 quoted",
  "```\n- 2026-01-02 in code\n## Log\n```",
  "~~~js\ncode\n~~~",
  "- ```\n  - 2026-01-03 code in an item\n  ```",
  "```\nunclosed",
  "- ~~~\n  unclosed in an item",
  "%%\n- 2026-01-04 in a comment\n%%",
  "text %% from here",
  "inline %%aside%% comment",
  "`%%` as code",
  "<!--\n## Log\n-->",
  "<!-- one line -->",
  "<!-- unclosed",
  "$$\nmath\n$$",
  "<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch",
  "<<<<<<< only",
  "    - 2026-01-05 indented code",
  "[^1]: note",
  "![[image.png]]",
  "last_contact: 2026-10-02",
  "---\nlast_contact: 2000-01-01\n---",
  "שלום",
  "a\u2028- 2026-01-01 x",
  "tab\there  ",
  "   ",
];

const LOG_PIECES: readonly string[] = [
  "- 2026-10-02 → call: congratulated her [they-gave:: contact]\n- 2026-08-20 ← letter: the move [owe:: reply]",
  "- 2026-08-20 letter\n- 2026-10-02 call",
  "* 2026-10-02 call\n\n* 2026-08-20 letter",
  "+ [[2026-10-02]] coffee\n+ [[2026-08-20]]",
  "- [[Daily/2026-10-02|Friday]] coffee",
  "- [2026-10-02](2026-10-02.md) call",
  "1. 2026-08-20 a\n2. 2026-10-02 b",
  "- 2026-10-02 call\n  more of it\n\n  a paragraph\n  - 2026-01-01 nested",
  "- 2026-10-02 call\nlazy line\n- 2026-08-20 x",
  "prose in the log\n\n- 2026-10-02 call",
  "\n- 2026-10-02 call",
  "- October\n  - 2026-10-02 call\n  - 2026-09-02 letter",
  "\t- 2026-10-02 tab",
  "- 2026-10-02 14:30 call",
  "- 20261002 compact",
  "- 2026-13-45 impossible",
  "- 2026-10-02\n- 2026-10-02",
  "- 2026-10-02 call\n- 2026-10-02 call",
  "",
  "   ",
  "- [ ] 2026-10-02 task",
  "> - 2026-10-02 quoted",
  "### October\n- 2026-10-02 call\n### August\n- 2026-08-20 letter",
  "- 2026-10-02 call\n  ```\n  code\n  ```",
  "- 2026-10-02 a %% hidden\n- 2026-08-20 b %% c",
  "- 2026-12-31 planned ahead",
];

const heading = fc.constantFrom(
  "## Log",
  "# log",
  "### Log ###",
  "Log\n---",
  "LOG\n===",
  " ## Log",
  "## Logbook",
  "## Log:",
);
const log = fc
  .tuple(heading, fc.array(fc.constantFrom(...LOG_PIECES), { maxLength: 2 }))
  .map(([title, pieces]) => [title, ...pieces].join("\n"));
const pieces = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BODY_PIECES) }, { weight: 2, arbitrary: log });

/** Bodies with LF: none, prose, one log or several, in any order. */
export const bodies: fc.Arbitrary<string> = fc
  .tuple(fc.array(pieces, { maxLength: 5 }), fc.boolean())
  .map(([all, ended]) => all.join("\n") + (ended && all.length > 0 ? "\n" : ""));

const heads = fc.oneof(
  { weight: 12, arbitrary: headBlocks.map((block) => `---\n${block}---\n`) },
  { weight: 2, arbitrary: fc.constantFrom("", "---\n---\n", "\n", "---  \ntags: [a]\n---  \n") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "---js\nglobalThis.EVALUATED = 1\n---\n",
      "---\ntags: [a]\n",
      "----\na: 1\n----\n",
      "---\ntags: [a]\n...\n",
      "--- # x\na: 1\n---\n",
      "---",
      "---\n",
      "+++\na = 1\n+++\n",
      "--- yaml\na: 1\n---\n",
    ),
  },
);

/** Whole notes, with the line endings and the first and last bytes that editors leave. */
export const noteTexts: fc.Arbitrary<string> = fc
  .tuple(heads, bodies, fc.constantFrom("\n", "\n", "\r\n", "mixed"), fc.integer({ min: 0, max: 7 }), fc.boolean())
  .map(([head, body, eol, bom, cut]) => {
    const text = (bom === 0 ? "\ufeff" : "") + head + body;
    const ended =
      eol === "mixed"
        ? text
            .split("\n")
            .map((line, index, all) => line + (index === all.length - 1 ? "" : index % 3 === 1 ? "\r\n" : "\n"))
            .join("")
        : text.replace(/\n/g, eol);
    return cut && body === "" ? ended.replace(/\r?\n$/, "") : ended;
  });

/** Notes with a few of their characters dropped, doubled, replaced or swapped. */
export const mutatedTexts: fc.Arbitrary<string> = fc
  .tuple(
    noteTexts,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("drop", "double", "put", "cut"),
        fc.constantFrom(..."-:#[]{}|>&*!%@`\"'\n\r\t ,0\ufeff\u0000\u2028\u0085\ud800<~?.".split("")),
      ),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [place, kind, character]) => {
      const at = now.length === 0 ? 0 : place % now.length;
      const rest =
        kind === "drop"
          ? now.slice(at + 1)
          : kind === "double"
            ? now.slice(at, at + 12) + now.slice(at)
            : kind === "put"
              ? character + now.slice(at)
              : "";
      return now.slice(0, at) + rest;
    }, text),
  );
