import { addedLines } from "../../text/note/added-lines";
import { noteLines } from "../../text/note/body-lines";
import { findFrontmatter } from "../../text/note/frontmatter";
import { eolOf } from "../../text/note/lines";
import { planned, refused, type EditPlan } from "../../text/note/note-edit";
import type { ParseYaml } from "../../text/note/read-frontmatter";
import { unfinishedMerge } from "../../text/note/unfinished-merge";
import type { Settings } from "../../people/settings/settings";
import { readLog, type LogFormat } from "../../log/read-log";
import { mergeLogs } from "./merge-logs";
import { mergeProperties, type Conflict } from "./merge-properties";
import { joined } from "../../words/parts";

/** What putting one note into another comes to, for a preview and for writing. */
export interface MergePlan {
  /** The text of the note that stays; null where nothing may be written. */
  readonly text: string | null;
  readonly plan: EditPlan;
  readonly touches: number;
  readonly properties: readonly string[];
  /** Values that both have and that differ: the one that stays, and the one kept below the text. */
  readonly conflicts: readonly Conflict[];
  readonly hasBody: boolean;
}

/**
 * Plans to put the note `from` into the note `into`: its touches, each once; the properties that the
 * other lacks; its text under a heading of its own, with the values that differ, so that nothing is lost.
 */
export function planMerge(
  into: string,
  from: string,
  fromName: string,
  settings: Settings,
  format: LogFormat,
  parseYaml: ParseYaml,
): MergePlan {
  const nothing = (plan: EditPlan): MergePlan => ({
    text: null,
    touches: 0,
    properties: [],
    conflicts: [],
    hasBody: false,
    plan,
  });
  const unfinished = unfinishedMerge(from);
  if (unfinished) return nothing({ ok: false, problem: unfinished });
  const head = mergeProperties(into, from, fromName, settings, parseYaml);
  if (!head.ok) return nothing(head.plan);
  const log = mergeLogs(head.text, from, format);
  if (!log.ok) return nothing(log.plan);
  const body = restOf(from, format);
  const rest = joined([body, head.kept.join("\n")], "\n\n");
  const text = rest === "" ? log.text : withSection(log.text, fromName, rest);
  if (
    addedLines(noteLines(log.text), noteLines(text)) === null ||
    readLog(text, format).entries.length !== readLog(log.text, format).entries.length
  ) {
    return nothing(
      refused(
        "With the text of the other note the rest of this one would read differently: code or a comment in it is never closed. Nothing was written.",
      ),
    );
  }
  return {
    text,
    plan: wholePlan(into, text),
    touches: log.added,
    properties: head.properties,
    conflicts: head.conflicts,
    hasBody: body !== "",
  };
}

/** One splice from the first to the last line that differs: what is above and below is not touched. */
function wholePlan(before: string, after: string): EditPlan {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  return before === after
    ? planned()
    : planned({ from: start, to: before.length - end, insert: after.slice(start, after.length - end) });
}

/** The text of a note without its properties, its touches and its log headings. */
function restOf(text: string, format: LogFormat): string {
  const log = readLog(text, format);
  const lines = noteLines(text);
  const headings = log.sections.flatMap(({ heading }) =>
    lines.filter(
      (line, index) =>
        line.from === heading.from || (heading.kind === "underline" && lines[index + 1]?.from === heading.from),
    ),
  );
  const gone = [...log.entries, ...headings].map(({ from, to }) => [from, to] as const).sort(([a], [b]) => a - b);
  let result = "";
  let at = findFrontmatter(text).bodyFrom;
  for (const [from, to] of gone) {
    result += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return (result + text.slice(at))
    .replace(/\r\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The other's text under a heading, above the log, so that the log stays what follows its own heading. */
function withSection(text: string, name: string, rest: string): string {
  const eol = eolOf(text);
  const heading = noteLines(text).find((line) => line.kind === "heading" && line.level <= 2);
  const at = heading?.from ?? text.length;
  const section = `## From ${name === "" ? "a copy" : name}${eol}${eol}${rest.split("\n").join(eol)}${eol}`;
  const above = text.slice(0, at);
  const gap =
    above === "" || /\n\r?\n$/.test(above) || /^---[ \t]*\r?\n$/m.test(above.slice(-6))
      ? ""
      : above.endsWith("\n")
        ? eol
        : eol + eol;
  return `${above}${gap}${section}${heading ? eol : ""}${text.slice(at)}`;
}
