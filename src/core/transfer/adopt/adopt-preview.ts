import type { PropertyNames } from "../../people/property-names";
import type { PluginId } from "../../entry/detection/plugin-marks";
import type { AdoptNote, AdoptRules, Found, Move } from "./move";
import { movesOfVault, type OwnProperty } from "./moves-of-vault";

/** One thing found in one note. */
export interface AdoptExample {
  readonly path: string;
  readonly here: string;
  readonly becomes: string;
}

/** What one move would do in the whole vault. */
export interface AdoptRow {
  readonly move: Move;
  readonly plugin: PluginId | null;
  readonly paths: readonly string[];
  readonly counts: Readonly<Record<Found["state"], number>>;
  /** What is to be said of it beside its notes. */
  readonly remark: string | null;
  /** In how many of them the original stays, whatever is ticked. */
  readonly keeps: number;
  /** A few notes of each kind. */
  readonly examples: Readonly<Record<Found["state"], readonly AdoptExample[]>>;
}

export interface AdoptPreview {
  readonly rows: readonly AdoptRow[];
  readonly notes: number;
  /** The keys that no row takes, with how many notes have each: a person may say what they are. */
  readonly otherKeys: readonly { readonly key: string; readonly count: number }[];
}

const EXAMPLES = 3;

/**
 * Looks at person notes for all that could be adopted; nothing is planned or written. null where `onNote` said to stop.
 */
export async function previewAdoption(
  notes: readonly AdoptNote[],
  names: PropertyNames,
  rules: AdoptRules,
  own: readonly OwnProperty[] = [],
  onNote: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<AdoptPreview | null> {
  const keys = new Map<string, number>();
  for (const { properties } of notes) for (const key of properties.keys()) keys.set(key, (keys.get(key) ?? 0) + 1);
  const rows = movesOfVault(new Set(keys.keys()), names, rules.spellings, own).flatMap(({ plugin, moves }) =>
    moves.map((move) => emptyRow(move, plugin, rules)),
  );
  for (const note of notes) {
    for (const row of rows) take(row, note, rules);
    if (!(await onNote())) return null;
  }
  const shown = rows.filter(
    ({ plugin, counts }) => counts.new + counts.differs + counts.unreadable > 0 || (plugin !== null && counts.same > 0),
  );
  return { rows: shown, notes: notes.length, otherKeys: othersOf(keys, shown, names) };
}

interface GrowingRow extends AdoptRow {
  readonly paths: string[];
  readonly counts: Record<Found["state"], number>;
  keeps: number;
  readonly examples: Record<Found["state"], AdoptExample[]>;
}

function emptyRow(move: Move, plugin: PluginId | null, rules: AdoptRules): GrowingRow {
  return {
    move: { ...move, to: move.property === null ? move.to : rules.spellings[move.property] },
    plugin,
    paths: [],
    keeps: 0,
    remark: move.remark?.(rules) ?? null,
    counts: { new: 0, same: 0, differs: 0, unreadable: 0 },
    examples: { new: [], same: [], differs: [], unreadable: [] },
  };
}

function take(row: GrowingRow, note: AdoptNote, rules: AdoptRules): void {
  const found = row.move.look(note, rules);
  if (!found) return;
  row.counts[found.state]++;
  if (found.keeps) row.keeps++;
  if (found.state === "new" || found.state === "same") row.paths.push(note.path);
  const examples = row.examples[found.state];
  if (examples.length < EXAMPLES) examples.push({ path: note.path, here: found.here, becomes: found.becomes });
}

/** Never offered: Obsidian's own. */
const OBSIDIANS = new Set(["tags", "tag", "aliases", "alias", "cssclasses", "cssclass", "publish"]);

function othersOf(
  counts: ReadonlyMap<string, number>,
  rows: readonly AdoptRow[],
  names: PropertyNames,
): AdoptPreview["otherKeys"] {
  const taken = new Set([...rows.map(({ move }) => move.from), ...Object.values(names).flat()]);
  return [...counts]
    .filter(([key]) => !taken.has(key) && !OBSIDIANS.has(key.toLowerCase()))
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
