import { readDate } from "../dates/read-date";
import { bodyLines } from "../note/body-lines";
import { editHead, type PropertyChange } from "../note/edit-head";
import { findHead } from "../note/head";
import { eolOf } from "../note/lines";
import { applySplices, joinPlans, refused, type EditPlan, type Splice } from "../note/note-edit";
import { parseHead, type ParseYaml, type Properties } from "../note/parse-head";
import { foldPropertyName } from "../note/property-name";
import { sameData } from "../note/same-data";
import type { HeadValue } from "../note/yaml-text";
import { shown } from "../people/property-reader";
import { PROPERTY_IDS } from "../people/property-names";
import type { Settings } from "../settings/settings";
import { addTouch } from "../touches/add-touch";
import { distinctEntries, readLog, type LogFormat } from "../touches/read-log";
import { readTouch } from "../touches/touch-line";

/** What putting one note into another comes to, for a preview and for writing. */
export interface MergePlan {
  /** The text of the note that stays; null where nothing may be written. */
  readonly text: string | null;
  readonly plan: EditPlan;
  readonly touches: number;
  readonly properties: readonly string[];
  /** Values that both have and that differ: the one that stays, and the one kept below the text. */
  readonly conflicts: readonly { readonly property: string; readonly here: string; readonly there: string }[];
  readonly hasBody: boolean;
}

/** Lists of these are joined; of other properties the note that stays has the word. */
const JOINED = new Set(["aliases", "alias", "tags", "tag", "email", "phone", "interests", "dates", "milestones", "brought", "offers", "looksfor", "circle"]);

/**
 * Plans to put the note `from` into the note `into`: its touches, each once; the properties that the
 * other lacks; its text under a heading of its own, with the values that differ, so that nothing is lost.
 */
export function planMerge(into: string, from: string, fromName: string, settings: Settings, format: LogFormat, parseYaml: ParseYaml): MergePlan {
  const [here, there] = [propertiesOf(into, parseYaml), propertiesOf(from, parseYaml)];
  const nothing = { text: null, touches: 0, properties: [], conflicts: [], hasBody: false };
  if ("problem" in here) return { ...nothing, plan: here.problem };
  if ("problem" in there) return { ...nothing, plan: there.problem };
  const head = headChanges(here.properties, there.properties, fromName, settings);
  const withHead = stepped(into, editHead(into, head.changes, parseYaml));
  const log = withHead.text === null ? withHead : withTouches(withHead.text, from, format);
  const body = restOf(from, format);
  const conflictLines = head.conflicts.map(({ property, there: value }) => `- ${property}: ${value}`);
  const rest = [body, conflictLines.join("\n")].filter((part) => part !== "").join("\n\n");
  const text = log.text === null ? null : rest === "" ? log.text : withSection(log.text, fromName, rest);
  const ends = text === null ? log.plan : wholePlan(into, text);
  return { text, plan: ends, touches: "added" in log && typeof log.added === "number" ? log.added : 0, properties: head.changes.map(({ names }) => names[0] ?? ""), conflicts: head.conflicts, hasBody: body !== "" };
}

interface Step {
  readonly text: string | null;
  readonly plan: EditPlan;
}

function stepped(text: string, plan: EditPlan): Step {
  return plan.ok ? { text: applySplices(text, plan.splices), plan } : { text: null, plan };
}

/** One splice from the first to the last line that differs: what is above and below is not touched. */
function wholePlan(before: string, after: string): EditPlan {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const splice: Splice = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
  return joinPlans([{ ok: true, splices: start === before.length && end === 0 && after.length === before.length ? [] : [splice] }]);
}

function propertiesOf(text: string, parseYaml: ParseYaml): { properties: Properties } | { problem: EditPlan } {
  const head = parseHead(text, parseYaml);
  if (head.kind === "refused") return { problem: { ok: false, problem: head.problem } };
  return { properties: head.kind === "properties" ? head.properties : new Map<string, unknown>() };
}

function headChanges(here: Properties, there: Properties, fromName: string, settings: Settings): { changes: PropertyChange[]; conflicts: MergePlan["conflicts"] } {
  const changes: PropertyChange[] = [];
  const conflicts: { property: string; here: string; there: string }[] = [];
  const lastContact = new Set(settings.propertyNames.lastContact.map(foldPropertyName));
  for (const [key, value] of there) {
    if (isEmpty(value)) continue;
    const own = ownKey(here, key, settings);
    const names = [own?.key ?? key];
    if (!own || isEmpty(own.value)) {
      const written = asHeadValue(value);
      if (written !== null) changes.push({ names, value: written });
      else conflicts.push({ property: key, here: "", there: shown(value) });
    } else if (lastContact.has(foldPropertyName(key))) {
      const [a, b] = [readDate(own.value), readDate(value)];
      if (a.kind === "value" && b.kind === "value" && b.value > a.value) changes.push({ names, value: b.value });
    } else if (JOINED.has(foldPropertyName(own.key)) && texts(own.value) && texts(value)) {
      const joined = [...new Set([...(texts(own.value) ?? []), ...(texts(value) ?? [])])];
      if (joined.length > (texts(own.value) ?? []).length) changes.push({ names, value: joined });
    } else if (!sameData(own.value, value)) {
      conflicts.push({ property: key, here: shown(own.value), there: shown(value) });
    }
  }
  return { changes: withAlias(changes, here, fromName), conflicts };
}

/** The other note's name is one more by which the person is known; a copy's is not. */
function withAlias(changes: readonly PropertyChange[], here: Properties, name: string): PropertyChange[] {
  if (name === "") return [...changes];
  const at = changes.findIndex(({ names }) => /^alias(?:es)?$/i.test(names[0] ?? ""));
  const key = [...here.keys()].find((one) => /^alias(?:es)?$/i.test(one)) ?? "aliases";
  const before = at < 0 ? (texts(here.get(key)) ?? []) : (texts(changes[at]?.value) ?? []);
  if (before.includes(name)) return [...changes];
  const added: PropertyChange = { names: [key], value: [...before, name] };
  return at < 0 ? [...changes, added] : changes.map((change, index) => (index === at ? added : change));
}

/** The same property in the other note, under whichever of its spellings. */
function ownKey(here: Properties, key: string, settings: Settings): { key: string; value: unknown } | null {
  const folded = foldPropertyName(key);
  const id = PROPERTY_IDS.find((one) => settings.propertyNames[one].some((name) => foldPropertyName(name) === folded));
  const spellings = new Set([folded, ...(id ? settings.propertyNames[id].map(foldPropertyName) : [])]);
  for (const [own, value] of here) if (spellings.has(foldPropertyName(own))) return { key: own, value };
  return null;
}

/** The log with the touches it has not, each where it belongs; the same line in both counts once. */
function withTouches(into: string, from: string, format: LogFormat): Step & { readonly added: number } {
  const keyOf = (date: string, rest: string, below: readonly string[]): string => [date, rest.trim(), ...below.map((line) => line.trim())].join("\n");
  const have = new Set(readLog(into, format).entries.map(({ date, rest, below }) => keyOf(date, rest, below)));
  const news = distinctEntries(readLog(from, format).entries, from).filter(({ date, rest, below }) => !have.has(keyOf(date, rest, below)));
  let text = into;
  for (const { date, rest, below } of news) {
    const plan = addTouch(text, readTouch(date, rest, below, format.knownChannels), format);
    if (!plan.ok) return { text: null, plan, added: 0 };
    text = applySplices(text, plan.splices);
  }
  if (readLog(text, format).entries.length !== readLog(into, format).entries.length + news.length) {
    return { text: null, plan: refused("Together the two logs would read differently; nothing was written."), added: 0 };
  }
  return { text, plan: { ok: true, splices: [] }, added: news.length };
}

/** The text of a note without its properties, its touches and its log headings. */
function restOf(text: string, format: LogFormat): string {
  const log = readLog(text, format);
  const gone = [...log.entries.map(({ from, to }) => [from, to] as const), ...log.sections.map(({ heading }) => [heading.from, heading.to] as const)].sort(([a], [b]) => a - b);
  let result = "";
  let at = findHead(text).bodyFrom;
  for (const [from, to] of gone) {
    result += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return (result + text.slice(at)).replace(/\r\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** The other's text under a heading, above the log, so that the log stays what follows its own heading. */
function withSection(text: string, name: string, rest: string): string {
  const eol = eolOf(text);
  const lines = bodyLines(text, findHead(text).bodyFrom);
  const heading = lines.find((line) => line.kind === "heading" && line.level <= 2);
  const at = heading?.from ?? text.length;
  const section = `## From ${name === "" ? "a copy" : name}${eol}${eol}${rest.split("\n").join(eol)}${eol}`;
  const above = text.slice(0, at);
  const gap = above === "" || /\n\r?\n$/.test(above) || /^---[ \t]*\r?\n$/m.test(above.slice(-6)) ? "" : above.endsWith("\n") ? eol : eol + eol;
  return `${above}${gap}${section}${heading ? eol : ""}${text.slice(at)}`;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function texts(value: unknown): string[] | null {
  const items: unknown[] = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
  return items.every((item): item is string | number => typeof item === "string" || typeof item === "number") ? items.map(String) : null;
}

/** A value as we can write it; null for one that is more than texts. */
function asHeadValue(value: unknown): HeadValue | null {
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? texts(value) : null;
}
