import type { SurveyedNote } from "../core/entry/detection/propose";
import { headingTitles, inlineTags } from "../core/text/note/inline-tags";
import { propertyTags } from "../core/people/people-rules";
import type { KeptRows } from "./kept-rows.mjs";
import { isSettledAt, type ListedNote } from "./list-notes.mjs";
import type { FolderNote } from "./read-note.mjs";

/** What detection looks at in a note, as plain data: properties in pairs, tags, headings; 0 for a note that has gone. */
export type SurveyRow =
  | readonly [properties: readonly (readonly [string, unknown])[], tags: readonly string[], headings: readonly string[]]
  | 0;

/** Looks through notes for detection, at those alone that are not kept as they are now. */
export function survey(
  list: readonly ListedNote[],
  rows: KeptRows<SurveyRow>,
  noteOf: (path: string) => FolderNote | null,
  now: () => number,
): SurveyedNote[] {
  const kept = rows.of(list);
  const fresh: SurveyRow[] = [];
  const unsure: number[] = [];
  list.forEach((one, place) => {
    if (kept[place] !== null) return;
    const isSettled = isSettledAt(one, now());
    const note = noteOf(one.path);
    if (!isSettled || !note || note.isLockedAway || !arePlain(note.properties)) unsure.push(fresh.length);
    fresh.push(note ? rowOf(note) : 0);
  });
  const found: SurveyedNote[] = [];
  rows.completed(list, kept, { rows: fresh, unsure }).forEach((row, place) => {
    if (row !== 0)
      found.push({
        path: (list[place] as ListedNote).path,
        properties: new Map(row[0]),
        tags: row[1],
        headings: row[2],
      });
  });
  return found;
}

function rowOf({ text, properties }: FolderNote): SurveyRow {
  return [[...properties], [...propertyTags(properties), ...inlineTags(text)], headingTitles(text)];
}

/** Deeper, and more in all, is nobody's frontmatter: aliases of YAML can hold a value in itself, or a thousand times. */
const DEEPEST = 20;
const MOST_VALUES = 5_000;

/** Whether JSON gives these properties back as they are: it has no word for infinity. */
function arePlain(properties: FolderNote["properties"]): boolean {
  let count = 0;
  const isPlain = (value: unknown, depth: number): boolean => {
    if (++count > MOST_VALUES || depth > DEEPEST) return false;
    if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== "object" || value === null)
      return typeof value === "string" || typeof value === "boolean" || value === null;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
    return Object.values(value).every((one) => isPlain(one, depth + 1));
  };
  return [...properties.values()].every((value) => isPlain(value, 0));
}
