import type { CivilDate } from "../text/dates/civil-date";
import { linksInText } from "../tasks/links-in-text";
import { isReminder } from "../tasks/reminder-line";
import { readTasks } from "../tasks/read-tasks";
import { flatValues } from "../text/note/flat-values";
import { withoutInlineCode } from "../text/note/inline-code";
import type { Properties } from "../text/note/read-frontmatter";
import { foldPropertyName } from "../text/note/property-name";
import type { BodyLine } from "../text/note/body-lines";

/** A link of a note that may be a mention: its target as written, and where it stands. */
export interface LinkFact {
  readonly target: string;
  /** From 1; null for a link in a property. */
  readonly line: number | null;
  /** The ✅ day of a ticked task; null elsewhere. */
  readonly doneOn: CivilDate | null;
}

/** A note with a day, and the links in it that may be mentions. */
export interface DatedNote {
  readonly path: string;
  readonly date: CivilDate;
  readonly links: readonly LinkFact[];
}

/** Comments within a line; one that stays open hides the rest of it. */
const COMMENTS = /%%[^]*?(?:%%|$)|<!--[^]*?(?:-->|$)/g;

/**
 * The links of a note that count as mentions: in its words and ticked tasks; not in open tasks, reminders of ours,
 * quotes, code or embeds.
 */
export function linkFactsIn(lines: readonly BodyLine[]): LinkFact[] {
  const facts: LinkFact[] = [];
  const tasks = new Map(readTasks(lines).map((task) => [task.line, task]));
  for (const { kind, text: words, number } of lines) {
    if ((kind !== "text" && kind !== "heading") || /^\s*>/.test(words) || !words.includes("[")) continue;
    if (isReminder(words)) continue;
    const task = tasks.get(number);
    if (task && task.mark !== "x" && task.mark !== "X") continue;
    for (const target of linksInText(withoutInlineCode(words).replace(COMMENTS, " ")))
      facts.push({ target, line: number, doneOn: task?.done ?? null });
  }
  return facts;
}

/** The links in a note's named properties (`people`, `attendees`). */
export function linkFactsOf(properties: Properties, names: readonly string[]): LinkFact[] {
  const wanted = new Set(names.map(foldPropertyName));
  return [...properties]
    .flatMap(([key, value]) => (wanted.has(foldPropertyName(key)) ? textsOf(value) : []))
    .flatMap((text) => linksInText(text))
    .map((target) => ({ target, line: null, doneOn: null }));
}

/** An unquoted `[[Ada]]` is a list in a list to YAML; it was meant as a link, alone or in a list of several. */
function textsOf(value: unknown): string[] {
  return [
    ...asLink(value),
    ...flatValues(value, 1).flatMap(asLink),
    ...flatValues(value, 5).filter((one) => typeof one === "string"),
  ];
}

function asLink(value: unknown): string[] {
  const [only, another] = Array.isArray(value) ? (value as unknown[]) : [];
  return another === undefined && Array.isArray(only) && only.length === 1 && typeof only[0] === "string"
    ? [`[[${only[0]}]]`]
    : [];
}
