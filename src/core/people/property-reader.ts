import type { Reading } from "../text/dates/reading";
import { isEmptyValue } from "../text/note/empty-value";
import { textProblem, type TextProblem } from "../text/note/problem";
import type { Properties } from "../text/note/parse-head";
import { foldPropertyName } from "../text/note/property-name";
import type { PropertyId, PropertyNames } from "./property-names";

/** Looks our properties up in a note, whatever their spelling, and gathers what cannot be read. */
export interface PropertyReader {
  /** The value and the key it stands under; undefined where the note has none. */
  find(id: PropertyId): { readonly key: string; readonly value: unknown } | undefined;
  /** Reads a property; null where it is absent or unreadable. */
  read<T>(id: PropertyId, reader: (value: unknown) => Reading<T>): T | null;
  /** Notes that a property cannot be read. */
  refuse(key: string, value: unknown, expected: string): void;
  readonly problems: readonly TextProblem[];
}

export function propertyReader(properties: Properties, names: PropertyNames): PropertyReader {
  const wanted = idsByName(names);
  const byFoldedName = new Map<string, { key: string; value: unknown }[]>();
  const present = new Set<PropertyId>();
  properties.forEach((value, key) => {
    const folded = foldPropertyName(key);
    const ids = wanted.get(folded);
    if (!ids) return;
    for (const id of ids) present.add(id);
    const same = byFoldedName.get(folded);
    if (same) same.push({ key, value });
    else byFoldedName.set(folded, [{ key, value }]);
  });
  const problems: TextProblem[] = [];
  /** Asked for again, what stands there twice must not be noted again. */
  const twice = new Set<PropertyId>();
  const find = (id: PropertyId): { key: string; value: unknown } | undefined => {
    if (!present.has(id)) return undefined;
    let empty: { key: string; value: unknown } | undefined;
    for (const name of names[id]) {
      const same = byFoldedName.get(foldPropertyName(name));
      if (!same) continue;
      const first = same[0];
      const second = same[1];
      if (first && second) {
        if (twice.has(id)) return undefined;
        twice.add(id);
        problems.push(
          textProblem(`"${first.key}" and "${second.key}" are the same property; expected it once.`, null, second.key),
        );
        return undefined;
      }
      if (first && !isEmptyValue(first.value)) return first;
      empty ??= first;
    }
    return empty;
  };
  const refuse = (key: string, value: unknown, expected: string): void => {
    problems.push(textProblem(`"${key}: ${shown(value)}" cannot be read; expected ${expected}.`, null, key));
  };
  return {
    find,
    refuse,
    problems,
    read<T>(id: PropertyId, reader: (value: unknown) => Reading<T>): T | null {
      const found = find(id);
      if (!found) return null;
      const reading = reader(found.value);
      if (reading.kind === "unreadable") refuse(found.key, found.value, reading.expected);
      return reading.kind === "value" ? reading.value : null;
    },
  };
}

const known = new WeakMap<PropertyNames, ReadonlyMap<string, readonly PropertyId[]>>();

/** Which properties a folded name may stand for. Most notes have few of ours, and are asked for all of them. */
function idsByName(names: PropertyNames): ReadonlyMap<string, readonly PropertyId[]> {
  const before = known.get(names);
  if (before) return before;
  const ids = new Map<string, PropertyId[]>();
  for (const id of Object.keys(names) as PropertyId[]) {
    for (const name of names[id]) ids.set(foldPropertyName(name), [...(ids.get(foldPropertyName(name)) ?? []), id]);
  }
  known.set(names, ids);
  return ids;
}

/** A value in a message: short, on one line, and never a YAML bomb's whole. */
export function shown(value: unknown): string {
  if (typeof value === "string") return clip(value.replace(/\s+/g, " "));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "a day" : value.toISOString().slice(0, 10);
  if (Array.isArray(value))
    return clip(
      value
        .slice(0, 3)
        .map((item: unknown) => (typeof item === "object" ? "…" : shown(item)))
        .join(", "),
    );
  return value === null || value === undefined ? "" : "{…}";
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
