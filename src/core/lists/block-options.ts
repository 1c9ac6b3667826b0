import { addDays, parseCivilDate, weekdayOf, type CivilDate } from "../text/dates/civil-date";
import { words } from "../words/words";
import type { TaskSource } from "../today/tasks/task";
import type { TaskRange } from "../today/tasks/task-rules";

/** What a `reconnect` code block can be told to show. */
const SHOWN = [
  "reconnect",
  "picks",
  "birthdays",
  "cards",
  "dates",
  "milestones",
  "tasks",
  "practices",
  "follow-ups",
  "unknown-birthdays",
] as const;
export type Shown = (typeof SHOWN)[number];

const GROUPINGS = ["day", "month", "person", "kind", "none"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The options of a `reconnect` code block, read. */
export interface BlockOptions {
  readonly show: ReadonlySet<Shown>;
  /** Names or links of people; [] for everybody. */
  readonly people: readonly string[];
  readonly circles: readonly string[];
  readonly range: TaskRange;
  readonly group: Grouping;
  /** At most so many rows; null for all. */
  readonly limit: number | null;
}

export type ReadBlock =
  { readonly ok: true; readonly options: BlockOptions } | { readonly ok: false; readonly messages: readonly string[] };

const OPTIONS = ["show", "for", "circle", "days", "group", "limit"] as const;
const DEFAULT_SHOWN: readonly Shown[] = SHOWN.filter((one) => one !== "unknown-birthdays" && one !== "picks");

/** Reads a block, `option: value` on each line; all that is wrong is said at once, by line. */
export function readBlock(source: string, today: CivilDate): ReadBlock {
  const messages: string[] = [];
  const given = new Map<string, { value: string; line: number }>();
  source.split(/\r?\n/).forEach((text, index) => {
    const said = text.trim();
    if (said === "" || said.startsWith("#")) return;
    const match = /^([a-z-]+)\s*:([^]*)$/i.exec(said);
    const name = match?.[1]?.toLowerCase() ?? "";
    if (!match || !OPTIONS.some((one) => one === name))
      messages.push(words.block.noOption(index + 1, match ? name : said, OPTIONS));
    else if (given.has(name)) messages.push(words.block.twice(index + 1, name));
    else given.set(name, { value: (match[2] ?? "").trim(), line: index + 1 });
  });
  const read = <T>(name: string, fallback: T, reader: (value: string) => T | null, expected: string): T => {
    const one = given.get(name);
    const value = one ? reader(one.value) : fallback;
    if (one && value === null) messages.push(words.block.badValue(one.line, name, one.value, expected));
    return value ?? fallback;
  };
  const options: BlockOptions = {
    show: read("show", new Set(DEFAULT_SHOWN), readShown, ["all", ...SHOWN].join(", ")),
    people: read("for", [], readNames, words.block.expectedPeople),
    circles: read("circle", [], readNames, words.block.expectedCircles),
    range: read("days", weekFrom(today), (value) => readRange(value, today), words.block.expectedDays),
    group: read(
      "group",
      "day",
      (value) => GROUPINGS.find((one) => one === value.toLowerCase()) ?? null,
      GROUPINGS.join(", "),
    ),
    limit: read<number | null>(
      "limit",
      null,
      (value) => (/^[1-9]\d{0,3}$/.test(value) ? Number(value) : null),
      words.block.expectedLimit,
    ),
  };
  return messages.length > 0 ? { ok: false, messages } : { ok: true, options };
}

/** To which kind of row a task belongs. */
export function shownAs(source: TaskSource, isCard: boolean): Shown {
  if (isCard) return "cards";
  const kinds: Readonly<Record<TaskSource, Shown>> = {
    cadence: "reconnect",
    birthday: "birthdays",
    date: "dates",
    milestone: "milestones",
    note: "tasks",
    practice: "practices",
  };
  return kinds[source];
}

/** To the Sunday of this week, and whatever still waits. */
export function weekFrom(today: CivilDate): TaskRange {
  return { from: null, to: addDays(today, 7 - weekdayOf(today)) };
}

function readShown(value: string): ReadonlySet<Shown> | null {
  const found = new Set<Shown>();
  for (const word of value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((one) => one !== "")) {
    const shown = SHOWN.find((one) => one === word || one === `${word}s`);
    if (word === "all") for (const one of DEFAULT_SHOWN) found.add(one);
    else if (shown) found.add(shown);
    else return null;
  }
  return found.size > 0 ? found : null;
}

/** `[[Ada Lovelace]], Charles Babbage`: links and names, commas between. */
function readNames(value: string): string[] | null {
  const names = (value.match(/(?:\[\[[^[\]]*\]\]|[^,])+/g) ?? [])
    .map((name) =>
      name
        .trim()
        .replace(/^\[\[([^\]|#]*)(?:[|#][^\]]*)?\]\]$/, "$1")
        .trim(),
    )
    .filter((name) => name !== "");
  return names.length > 0 ? names : null;
}

function readRange(value: string, today: CivilDate): TaskRange | null {
  const text = value.toLowerCase().trim();
  if (text === "today") return { from: null, to: today };
  if (text === "week" || text === "this week") return weekFrom(today);
  if (text === "year" || text === "this year") return { from: today, to: addDays(today, 364) };
  if (/^\d{1,3}$/.test(text)) return Number(text) <= 366 ? { from: null, to: addDays(today, Number(text)) } : null;
  const between = /^(\d{4}-\d{2}-\d{2})\s*(?:to|\.\.|–)\s*(\d{4}-\d{2}-\d{2})$/.exec(text);
  const [from, to] = [parseCivilDate(between?.[1] ?? ""), parseCivilDate(between?.[2] ?? "")];
  return from !== null && to !== null && from <= to && to <= addDays(from, 3_660) ? { from, to } : null;
}
