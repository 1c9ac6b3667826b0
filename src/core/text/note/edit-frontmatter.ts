import { isEmptyValue } from "./empty-value";
import { findFrontmatter, type Frontmatter } from "./frontmatter";
import { frontmatterEntries, type FrontmatterEntry } from "./frontmatter-entries";
import { eolOf, lineNumberAt } from "./lines";
import { applySplices, joinPlans, planned, refused, type EditPlan, type Splice } from "./note-edit";
import { parseBlock, type ParseYaml, type Properties } from "./read-frontmatter";
import { foldPropertyName } from "./property-name";
import { replaceValue } from "./replace-value";
import { sameData } from "./same-data";
import { keyText, scalarText, type HeadValue } from "./yaml-text";

/** One change to a property. `names` are its spellings, first the one to write where the note has none. */
export interface PropertyChange {
  readonly names: readonly string[];
  /** null removes the property. */
  readonly value: HeadValue | null;
}

/** More keys than this are no person's note; YAML readers grow quadratic on them. */
const MAX_ENTRIES = 1_000;

/**
 * Plans changes to properties of a note so that only the lines of those keys change. The result is
 * parsed again and compared: where anything else would read differently, it refuses.
 */
export function editFrontmatter(text: string, changes: readonly PropertyChange[], parseYaml: ParseYaml): EditPlan {
  const head = findFrontmatter(text);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  if (head.kind === "none") return newHead(text, head.bodyFrom, changes, parseYaml);
  const before = parseBlock(text.slice(head.from, head.to), parseYaml);
  if (!before.ok) return { ok: false, problem: before.problem };
  const entries = frontmatterEntries(text, head.from, head.to);
  if (entries.length > MAX_ENTRIES) return refused(`The frontmatter has more than ${MAX_ENTRIES} properties.`, 1);
  const splices: Splice[] = [];
  const expected = new Map<string, HeadValue | null>();
  for (const change of changes) {
    const plan = planChange(text, head, entries, before.properties, change, expected);
    if (!plan.ok) return plan;
    splices.push(...plan.splices);
  }
  return verified(text, splices, before.properties, expected, parseYaml);
}

/**
 * The entries that hold a property, those of one spelling together: as reading has it, the first spelling with a value
 * is the one in use, else the first there is.
 */
function spellingsOf(
  entries: readonly FrontmatterEntry[],
  names: readonly string[],
  properties: Properties,
): { readonly used: readonly FrontmatterEntry[]; readonly filled: readonly (readonly FrontmatterEntry[])[] } {
  const found = [...new Set(names.map(foldPropertyName))]
    .map((folded) => entries.filter((entry) => foldPropertyName(entry.key) === folded))
    .filter((same) => same.length > 0);
  const filled = found.filter((same) => same.length > 1 || same.some(({ key }) => !isEmptyValue(properties.get(key))));
  return { used: filled[0] ?? found[0] ?? [], filled };
}

function planChange(
  text: string,
  head: Extract<Frontmatter, { kind: "block" }>,
  entries: readonly FrontmatterEntry[],
  properties: Properties,
  change: PropertyChange,
  expected: Map<string, HeadValue | null>,
): EditPlan {
  const { used, filled } = spellingsOf(entries, change.names, properties);
  if (used.length === 0) {
    const hidden = hiddenKey(properties, change.names);
    if (hidden !== null)
      return refused(`"${hidden}" is written in a form that cannot be changed safely.`, null, hidden);
    if (change.value === null) return planned();
    const name = change.names[0] ?? "";
    expected.set(name, change.value);
    return planned({ from: head.to, to: head.to, insert: entryText(name, change.value, eolOf(text)) });
  }
  // Taken out, a property must not come back by another of its spellings.
  const changed = change.value === null && filled.length > 0 ? filled : [used];
  return joinPlans(changed.map((same) => planEntry(text, same, change.value, expected)));
}

function planEntry(
  text: string,
  [entry, second]: readonly FrontmatterEntry[],
  value: HeadValue | null,
  expected: Map<string, HeadValue | null>,
): EditPlan {
  if (!entry) return planned();
  if (second)
    return refused(
      `"${second.key}" stands twice in the frontmatter (also as "${entry.key}"); expected it once.`,
      lineNumberAt(text, second.from),
      second.key,
    );
  if (expected.has(entry.key))
    return refused(`"${entry.key}" would be changed in two ways at once.`, lineNumberAt(text, entry.from), entry.key);
  const replaced = value === null ? null : replaceValue(text, entry, value);
  expected.set(entry.key, replaced?.ok ? replaced.value : value);
  if (replaced === null) return planned({ from: entry.from, to: entry.to, insert: "" });
  if (replaced.ok) return planned(replaced.splice);
  return refused(replaced.message, lineNumberAt(text, entry.from), entry.key);
}

/** A key that the parser sees and our reading of the lines does not: `? key`, or inside `{…}`. */
function hiddenKey(properties: Properties, names: readonly string[]): string | null {
  const folded = new Set(names.map(foldPropertyName));
  for (const key of properties.keys()) if (folded.has(foldPropertyName(key))) return key;
  return null;
}

function newHead(text: string, at: number, changes: readonly PropertyChange[], parseYaml: ParseYaml): EditPlan {
  const eol = eolOf(text);
  const expected = new Map<string, HeadValue>();
  for (const { names, value } of changes) if (value !== null) expected.set(names[0] ?? "", value);
  if (expected.size === 0) return planned();
  const lines = [...expected].map(([name, value]) => entryText(name, value, eol));
  return verified(
    text,
    [{ from: at, to: at, insert: `---${eol}${lines.join("")}---${eol}` }],
    new Map(),
    expected,
    parseYaml,
  );
}

function entryText(name: string, value: HeadValue, eol: string): string {
  const key = keyText(name);
  if (typeof value === "boolean") return `${key}: ${String(value)}${eol}`;
  if (typeof value === "string") return `${key}: ${scalarText(value)}${eol}`;
  if (value.length === 0) return `${key}: []${eol}`;
  return `${key}:${eol}${value.map((item) => `  - ${scalarText(item)}${eol}`).join("")}`;
}

/** Lets splices through only where reading the result gives exactly what was meant. */
function verified(
  text: string,
  splices: readonly Splice[],
  before: Properties,
  expected: ReadonlyMap<string, HeadValue | null>,
  parseYaml: ParseYaml,
): EditPlan {
  const result = applySplices(text, splices);
  const head = findFrontmatter(result);
  const after = head.kind === "block" ? parseBlock(result.slice(head.from, head.to), parseYaml) : null;
  if (!after?.ok || !asExpected(before, after.properties, expected)) {
    const [property] = expected.keys();
    return refused(
      "The frontmatter is written in a way that cannot be changed without changing something else in it.",
      1,
      property ?? null,
    );
  }
  return planned(...splices);
}

function asExpected(before: Properties, after: Properties, expected: ReadonlyMap<string, HeadValue | null>): boolean {
  for (const [key, value] of expected) {
    if (value === null ? after.has(key) : !sameData(after.get(key), value)) return false;
  }
  const others = (properties: Properties): [string, unknown][] => [...properties].filter(([key]) => !expected.has(key));
  return sameData(others(before), others(after));
}
