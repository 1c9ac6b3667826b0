import { lineAt, lineNumberAt, nextLineFrom, type Line } from "./lines";
import { textProblem, type TextProblem } from "./problem";

/**
 * Where a note's frontmatter block lies. `from` to `to` are the offsets of the YAML between the
 * fences (line endings included), `bodyFrom` the first offset after the closing fence's line.
 */
export type Frontmatter =
  | { readonly kind: "none"; readonly bodyFrom: number }
  | { readonly kind: "block"; readonly from: number; readonly to: number; readonly bodyFrom: number }
  | { readonly kind: "refused"; readonly bodyFrom: number; readonly problem: TextProblem };

/** Longer blocks are refused, so that no YAML reader is ever handed a megabyte. */
const MAX_HEAD_CHARACTERS = 65_536;
const MAX_BLANK_LINES = 200;

const LONG_RUN = new RegExp(`\\s{${MAX_BLANK_LINES + 1},}`, "g");

const BOM = "\ufeff";
const FENCE = /^---[ \t]*$/;

/** Finds the frontmatter block as Obsidian does: `---` alone on the first line, up to the next such line. */
export function findFrontmatter(text: string): Frontmatter {
  // Whoever reads a note asks several times in a row.
  if (last?.text !== text) last = { text, head: headOf(text) };
  return last.head;
}

let last: { readonly text: string; readonly head: Frontmatter } | null = null;

function headOf(text: string): Frontmatter {
  const start = text.startsWith(BOM) ? 1 : 0;
  if (!text.startsWith("---", start)) return { kind: "none", bodyFrom: start };
  const newline = text.indexOf("\n", start);
  const first = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, "");
  if (!FENCE.test(first)) return notAFence(first, start);
  const from = newline < 0 ? text.length : newline + 1;
  const closing = newline < 0 ? null : closingFence(text, from);
  if (!closing) return unclosed(start);
  const { from: to, to: bodyFrom } = closing;
  const tooLarge = refuseLarge(text, from, to);
  return tooLarge ? { kind: "refused", bodyFrom, problem: tooLarge } : { kind: "block", from, to, bodyFrom };
}

/** The first line of three dashes. Searched as text: `^` would also match behind a lone CR or U+2028. */
function closingFence(text: string, from: number): Line | null {
  for (let at = text.indexOf("\n---", from - 1); at >= 0; at = text.indexOf("\n---", at + 1)) {
    const line = lineAt(text, at + 1, nextLineFrom(text, at + 1));
    if (FENCE.test(line.text)) return line;
  }
  return null;
}

/** A rule of dashes is text; `---js` and the like ask other tools to run code, and are left alone. */
function notAFence(first: string, start: number): Frontmatter {
  if (/^[-\s]+$/.test(first) || /^---\s+\S.*\s/.test(first)) return { kind: "none", bodyFrom: start };
  const language = /^---[ \t]*([A-Za-z]\S*)[ \t]*$/.exec(first);
  if (!language) return { kind: "none", bodyFrom: start };
  return {
    kind: "refused",
    bodyFrom: start,
    problem: textProblem(
      `The note begins with "---${language[1] ?? ""}", which is not frontmatter that can be read; expected "---" alone on the first line.`,
      1,
    ),
  };
}

function unclosed(start: number): Frontmatter {
  return {
    kind: "refused",
    bodyFrom: start,
    problem: textProblem(
      'The frontmatter begins on line 1 but is never closed; expected a line "---" after the properties.',
      1,
    ),
  };
}

function refuseLarge(text: string, from: number, to: number): TextProblem | null {
  if (to - from > MAX_HEAD_CHARACTERS) {
    const size = Math.round((to - from) / 1024);
    return textProblem(`The frontmatter is ${size} KB long; expected at most ${MAX_HEAD_CHARACTERS / 1024} KB.`, 1);
  }
  const blank = longBlankRun(text.slice(from, to));
  if (blank === null) return null;
  return textProblem(
    `The frontmatter has more than ${MAX_BLANK_LINES} empty lines in a row.`,
    lineNumberAt(text, from + blank),
  );
}

/**
 * Where more empty lines follow each other than a YAML reader takes quickly. A reader's own patterns
 * (gray-matter's for comments) count a lone CR, U+2028 and their like as line ends too.
 */
function longBlankRun(yaml: string): number | null {
  // So long a run covers one of the places that lie so far apart; nearly every block has something else at each.
  let isPossible = false;
  for (let at = MAX_BLANK_LINES; at < yaml.length; at += MAX_BLANK_LINES + 1) isPossible ||= /\s/.test(yaml[at] ?? "");
  if (!isPossible) return null;
  for (const run of yaml.matchAll(LONG_RUN)) {
    if (run[0].split(/\r\n|[\n\r\u2028\u2029]/).length - 1 > MAX_BLANK_LINES) return run.index;
  }
  return null;
}
