import { readDate } from "../../text/dates/read-date";
import { editFrontmatter, type PropertyChange } from "../../text/note/edit-frontmatter";
import { isEmptyValue } from "../../text/note/empty-value";
import { findFrontmatter } from "../../text/note/frontmatter";
import { frontmatterEntries, type FrontmatterEntry } from "../../text/note/frontmatter-entries";
import { eolOf } from "../../text/note/lines";
import { applySplices, type EditPlan, type Splice } from "../../text/note/note-edit";
import { readFrontmatter, type ParseYaml, type Properties, propertiesOf } from "../../text/note/read-frontmatter";
import { foldPropertyName } from "../../text/note/property-name";
import { sameData } from "../../text/note/same-data";
import type { HeadValue } from "../../text/note/yaml-text";
import { shown } from "../../text/note/shown-value";
import { isList, PROPERTY_IDS, propertyOf, type PropertyId } from "../../people/properties";
import type { Settings } from "../../people/settings/settings";

/** A value that both notes have and that differs: `here` stays. As shown in a preview, not whole. */
export interface Conflict {
  readonly property: string;
  readonly here: string;
  readonly there: string;
}

/** A note with the properties of another: its text, or why it cannot be written. */
export type MergedProperties =
  | { readonly ok: false; readonly plan: EditPlan }
  | {
      readonly ok: true;
      readonly text: string;
      readonly properties: readonly string[];
      readonly conflicts: readonly Conflict[];
      /** Each value that stays behind, whole, as list items. */ readonly kept: readonly string[];
    };

const ALIASES = /^alias(?:es)?$/i;
const TAGS = /^tags?$/i;

/**
 * Gives the note `into` what `from` has: properties that it lacks, in their very bytes; lists joined; the newer last
 * contact. `name` becomes an alias; "" for none.
 */
export function mergeProperties(
  into: string,
  from: string,
  name: string,
  settings: Settings,
  parseYaml: ParseYaml,
): MergedProperties {
  const [here, there] = [readHead(into, parseYaml), readHead(from, parseYaml)];
  if ("problem" in here) return { ok: false, plan: here.problem };
  if ("problem" in there) return { ok: false, plan: there.problem };
  const { changes, copies, conflicts } = difference(here.properties, there.properties, name, settings);
  const kept = conflicts.map(({ property }) => keptItem(from, property, there.properties.get(property)));
  const properties: string[] = [];
  let text = into;
  const edit = (change: PropertyChange): EditPlan => {
    const plan = editFrontmatter(text, [change], parseYaml);
    if (!plan.ok) return plan;
    text = applySplices(text, plan.splices);
    properties.push(change.names[0] ?? "");
    return plan;
  };
  for (const { key, own, value } of copies) {
    const copied = copyEntry(text, from, key, own, value, parseYaml);
    const asText = copied === null ? asHeadValue(value) : null;
    if (copied !== null) {
      text = copied;
      properties.push(own ?? key);
    } else if (asText === null) {
      conflicts.push({ property: key, here: "", there: shown(value) });
      kept.push(keptItem(from, key, value));
    } else {
      const plan = edit({ names: [own ?? key], value: asText });
      if (!plan.ok) return { ok: false, plan };
    }
  }
  for (const change of changes) {
    const plan = edit(change);
    if (!plan.ok) return { ok: false, plan };
  }
  return { ok: true, text, properties, conflicts, kept };
}

function readHead(text: string, parseYaml: ParseYaml): { properties: Properties } | { problem: EditPlan } {
  const head = readFrontmatter(text, parseYaml);
  if (head.kind === "refused") return { problem: { ok: false, problem: head.problem } };
  return { properties: propertiesOf(head) };
}

interface Difference {
  readonly changes: readonly PropertyChange[];
  /** What only the other has; `own` is the key under which this note has nothing. */
  readonly copies: readonly { readonly key: string; readonly own: string | null; readonly value: unknown }[];
  readonly conflicts: Conflict[];
}

function difference(here: Properties, there: Properties, name: string, settings: Settings): Difference {
  const changes: PropertyChange[] = [];
  const copies: { key: string; own: string | null; value: unknown }[] = [];
  const conflicts: Conflict[] = [];
  const named = (ids: readonly PropertyId[]): Set<string> =>
    new Set(ids.flatMap((id) => settings.propertyNames[id].map(foldPropertyName)));
  const joined = named(PROPERTY_IDS.filter(isList));
  const later = named(PROPERTY_IDS.filter((id) => propertyOf(id).merge === "later"));
  for (const [key, value] of there) {
    if (isEmptyValue(value)) continue;
    const own = ownKey(here, key, settings);
    const isList =
      ALIASES.test(own?.key ?? key) || TAGS.test(own?.key ?? key) || joined.has(foldPropertyName(own?.key ?? key));
    const [mine, theirs] = [listOf(own?.key ?? key, own?.value), listOf(key, value)];
    if ((!own || isEmptyValue(own.value)) && !(ALIASES.test(key) && name !== "" && theirs)) {
      copies.push({ key, own: own?.key ?? null, value });
    } else if (own && later.has(foldPropertyName(key))) {
      const [a, b] = [readDate(own.value), readDate(value)];
      if (a.kind !== "value" || b.kind !== "value")
        conflicts.push({ property: key, here: shown(own.value), there: shown(value) });
      else if (b.value > a.value) changes.push({ names: [own.key], value: b.value });
    } else if (isList && mine && theirs) {
      const all = [...new Set([...mine, ...theirs])];
      if (all.length > mine.length) changes.push({ names: [own?.key ?? key], value: all });
    } else if (!sameData(own?.value, value)) {
      conflicts.push({ property: key, here: shown(own?.value), there: shown(value) });
    }
  }
  return { changes: withAlias(changes, here, name), copies, conflicts };
}

/** The other note's name is one more by which the person is known; a copy's is not. */
function withAlias(changes: readonly PropertyChange[], here: Properties, name: string): PropertyChange[] {
  if (name === "") return [...changes];
  const at = changes.findIndex(({ names }) => ALIASES.test(names[0] ?? ""));
  const key = changes[at]?.names[0] ?? [...here.keys()].find((one) => ALIASES.test(one)) ?? "aliases";
  const before = listOf(key, at < 0 ? here.get(key) : changes[at]?.value) ?? [];
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

/**
 * The text with an entry of the other note in it, byte for byte: its comments, its quotes, its big numbers. Null where
 * that reads as anything else than was meant.
 */
function copyEntry(
  text: string,
  from: string,
  key: string,
  own: string | null,
  value: unknown,
  parseYaml: ParseYaml,
): string | null {
  const source = soleEntry(from, key);
  const eol = eolOf(text);
  const lines = source?.lines.map((line) => line.text) ?? [];
  const splice =
    source &&
    (own === null
      ? wholeEntry(text, lines.join(eol) + eol, eol)
      : valueOnly(
          text,
          own,
          [from.slice(source.valueFrom, source.from + (lines[0]?.length ?? 0)), ...lines.slice(1)].join(eol),
        ));
  if (!splice) return null;
  const result = applySplices(text, [splice]);
  const [before, after] = [readHead(text, parseYaml), readHead(result, parseYaml)];
  if ("problem" in before || "problem" in after) return null;
  const name = own ?? key;
  const others = (properties: Properties): [string, unknown][] => [...properties].filter(([one]) => one !== name);
  return sameData(after.properties.get(name), value) && sameData(others(before.properties), others(after.properties))
    ? result
    : null;
}

function soleEntry(text: string, key: string): FrontmatterEntry | null {
  const head = findFrontmatter(text);
  const [entry, another] =
    head.kind === "block" ? frontmatterEntries(text, head.from, head.to).filter((one) => one.key === key) : [];
  return entry && !another ? entry : null;
}

function wholeEntry(text: string, lines: string, eol: string): Splice | null {
  const head = findFrontmatter(text);
  if (head.kind === "refused") return null;
  const at = head.kind === "block" ? head.to : head.bodyFrom;
  return { from: at, to: at, insert: head.kind === "block" ? lines : `---${eol}${lines}---${eol}` };
}

/** Behind a key that stands there with nothing behind it. */
function valueOnly(text: string, own: string, value: string): Splice | null {
  const [entry, line] = [soleEntry(text, own), soleEntry(text, own)?.lines[0]];
  if (!entry || !line || entry.lines.length > 1) return null;
  const to = line.to - line.eol.length;
  return text.slice(entry.valueFrom, to).trim() === "" ? { from: entry.valueFrom, to, insert: value } : null;
}

/** A value that has no place in the head, as a list item of the text: in one line as text, otherwise as it stood. */
function keptItem(from: string, key: string, value: unknown): string {
  if (typeof value === "string" && !value.includes("\n")) return `- ${key}: ${value}`;
  const entry = soleEntry(from, key);
  const [first, ...more] = entry?.lines.map(({ text }) => text) ?? [];
  if (!entry || first === undefined) return `- ${key}: ${shown(value)}`;
  if (more.length === 0) return `- ${key}: ${first.slice(entry.valueFrom - entry.from).trim()}`;
  return [`- ${key}:`, ...["```yaml", first, ...more, "```"].map((line) => `  ${line}`.trimEnd())].join("\n");
}

/** A list of texts; one text of aliases or tags is several, as Obsidian reads it. Null for what is more than texts. */
function listOf(key: string, value: unknown): string[] | null {
  if (typeof value === "string" && (ALIASES.test(key) || TAGS.test(key))) {
    return value
      .split(TAGS.test(key) ? /[\s,]/ : ",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  }
  const items: unknown[] = Array.isArray(value) ? value : isEmptyValue(value) ? [] : [value];
  return items.every((item): item is string | number => typeof item === "string" || typeof item === "number")
    ? items.map(String)
    : null;
}

/** A value as we can write it; null for one that is more than texts. */
function asHeadValue(value: unknown): HeadValue | null {
  if (typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return Array.isArray(value) ? listOf("", value) : null;
}
