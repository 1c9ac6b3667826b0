import { newestOf, type CivilDate } from "../../text/dates/civil-date";
import { readDate } from "../../text/dates/read-date";
import { composePlans } from "../../text/note/compose-plans";
import { editFrontmatter } from "../../text/note/edit-frontmatter";
import { escapeMarkdown, unescapeMarkdown } from "../../text/note/escape-markdown";
import { eolOf } from "../../text/note/lines";
import { planned, refused, type EditPlan } from "../../text/note/note-edit";
import { readFrontmatter } from "../../text/note/read-frontmatter";
import { foldPropertyName } from "../../text/note/property-name";
import { noteFormat } from "../../index/note-format";
import { addCheckedTouch, asWritten } from "../../log/add-checked-touch";
import { readLog, touchOf, type LogFormat } from "../../log/read-log";
import { touchText } from "../../log/touch-line";
import { touchOnDay, type Touch } from "../../log/touch";
import type { AdoptRules } from "./move";

/** A moment of contact as another plugin keeps it. */
export interface ForeignTouch {
  readonly date: CivilDate;
  readonly text: string;
  /** Whether it stood in the text of a note, and is Markdown already. */
  readonly isMarkdown?: true;
}

const MOST = 2_000;

/** The touches that a note's log has not yet; each once. `oncePerDay`: a day that the log has needs no other line. */
export function missingTouches(
  text: string,
  found: readonly ForeignTouch[],
  rules: AdoptRules,
  oncePerDay = false,
): Touch[] {
  const { log: format } = noteFormat(rules.settings);
  const { entries } = readLog(text, format);
  const days = new Set(entries.map(({ date }) => date));
  // As it reads, and as that would read if it were written: a dash before a time is passed over, and then the time is.
  const there = new Set(
    entries.map((entry) => touchOf(entry, format)).flatMap((own) => [lineOf(own, format), keyOf(own, format)]),
  );
  return found.flatMap(({ date, text: said, isMarkdown }) => {
    // Before it was escaped, a text was written as it was: that line is still its own.
    const raw: Touch = { ...touchOnDay(date), text: said.replace(/\s+/g, " ").trim() };
    const touch = isMarkdown ? raw : { ...raw, text: escapeMarkdown(said) };
    const keys = [raw, touch, escaped(touch)].map((one) => keyOf(one, format));
    if ((oncePerDay && days.has(date)) || keys.some((key) => there.has(key))) return [];
    there.add(keyOf(touch, format));
    return [touch];
  });
}

/** Plans log lines for them, in the log's own order, and moves last contact forward to the newest. */
export function planTouches(text: string, touches: readonly Touch[], rules: AdoptRules): EditPlan {
  if (touches.length > MOST) return refused(`There are more than ${MOST} entries; they were left as they are.`);
  const { log: format } = noteFormat(rules.settings);
  const newestFirst = [...touches].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const isEmptyLog = readLog(text, format).entries.length === 0;
  const steps = isEmptyLog
    ? [(now: string) => planBlock(now, newestFirst, format)]
    : newestFirst.map((touch) => (now: string) => planOne(now, touch, format));
  return composePlans(text, [...steps, (now) => forward(now, newestFirst, rules)]);
}

/**
 * The first line with its heading, the rest right below it at one stroke: a log of hundreds is not read anew for each.
 */
function planBlock(text: string, touches: readonly Touch[], format: LogFormat): EditPlan {
  const [first, ...others] = touches;
  if (!first) return planned();
  return composePlans(text, [
    (now) => planOne(now, first, format),
    (now) => {
      const [entry] = readLog(now, format).entries;
      if (!entry || others.length === 0) return planned();
      const eol = eolOf(now);
      const lines = others.map((touch) =>
        `${entry.item.indent}${entry.item.marker || "- "}${touch.date} ${touchText(touch, format.knownChannels)}`.trimEnd(),
      );
      const hasEnd = now[entry.to - 1] === "\n";
      const plan = planned({
        from: entry.to,
        to: entry.to,
        insert: hasEnd ? lines.map((line) => line + eol).join("") : lines.map((line) => eol + line).join(""),
      });
      const after = readLog(
        now.slice(0, entry.to) + (plan.ok ? (plan.splices[0]?.insert ?? "") : "") + now.slice(entry.to),
        format,
      );
      const reads =
        after.entries.length === touches.length &&
        after.entries.every(
          (one, index) => keyOf(touchOf(one, format), format) === keyOf(touches[index] ?? first, format),
        );
      return reads
        ? plan
        : composePlans(
            now,
            others.map((touch) => (text2: string) => planOne(text2, touch, format)),
          );
    },
  ]);
}

/** One line; Markdown that would be read as something else is written so that it is text. */
function planOne(text: string, touch: Touch, format: LogFormat): EditPlan {
  const log = readLog(text, format);
  const plan = addCheckedTouch(text, touch, format, log);
  return plan.ok ? plan : addCheckedTouch(text, escaped(touch), format, log);
}

/** With every mark in it as text; what is escaped already stays as it is. */
function escaped(touch: Touch): Touch {
  return { ...touch, text: escapeMarkdown(unescapeMarkdown(touch.text)) };
}

function forward(text: string, touches: readonly Touch[], { settings, parseYaml, spellings }: AdoptRules): EditPlan {
  const head = readFrontmatter(text, parseYaml);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const names = [spellings.lastContact, ...settings.propertyNames.lastContact];
  const folded = new Set(names.map(foldPropertyName));
  const own =
    head.kind === "properties"
      ? [...head.properties].filter(([key]) => folded.has(foldPropertyName(key))).map(([, value]) => readDate(value))
      : [];
  if (own.some(({ kind }) => kind === "unreadable")) return planned();
  const newest = newestOf(touches.map(({ date }) => date));
  const known = newestOf(own.flatMap((reading) => (reading.kind === "value" ? [reading.value] : [])));
  return newest === null || (known !== null && known >= newest)
    ? planned()
    : editFrontmatter(text, [{ names, value: newest }], parseYaml);
}

/** One key for a touch however its line is written. */
function keyOf(touch: Touch, format: LogFormat): string {
  return lineOf(asWritten(touch, format), format);
}

function lineOf(touch: Touch, format: LogFormat): string {
  return `${touch.date} ${touchText(touch, format.knownChannels)}`;
}
