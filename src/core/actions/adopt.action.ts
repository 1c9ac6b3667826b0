import type { TakenMove } from "../transfer/adopt/adopt-note";
import type { AdoptPreview, AdoptRow } from "../transfer/adopt/adopt-preview";
import type { OwnProperty } from "../transfer/adopt/moves-of-vault";
import type { Problem } from "../text/note/problem";
import { foldPropertyName } from "../text/note/property-name";
import { noteName } from "../people/people-rules";
import { DEFAULT_PROPERTY_NAMES, PROPERTY_IDS, type PropertyId } from "../people/property-names";
import type { Context } from "../ports";
import { words } from "../words/words";
import type { Action } from "./action";
import { DRY_RUN } from "./answers";
import { adoptNotes, adoptRules, previewNotes, readNotesToAdopt } from "./adopt";
import { UsageError, type Arguments } from "./arguments";
import { problemLine, section } from "../lists/plain-text";
import { partsOf } from "../words/parts";

export const adoptAction: Action = {
  id: "adopt",
  about: "What your notes hold under other names or from other plugins, and what it would become; writes what is named",
  takes: [
    {
      name: "take",
      kind: "text",
      about: 'what to write: rows such as "spelling/lastContact,orbit/frequency", a plugin (orbit), spelling, or all',
    },
    {
      name: "rename",
      kind: "text",
      about: 'a property and what it becomes, such as "contact frequency=cadence,lastContact=last_contact"',
    },
    { name: "remove", kind: "flag", about: "take the originals out too, where all of them was understood" },
    DRY_RUN,
  ],
  commands: [{ id: "adopt", label: "Adopt properties and other plugins' data", does: "adopt" }],
  async run(context, args) {
    const renames = renamesOf(args.text("rename"), context);
    const read = await readNotesToAdopt(context);
    const rules = adoptRules(
      context,
      Object.fromEntries(renames.map(({ property, to }) => [property, to])),
      read?.tiers,
    );
    const preview = read && (await previewNotes(context, read, rules, renames));
    if (!read || !preview) return { data: {}, text: "", refused: [] };
    const rows = takenRows(preview, args, renames);
    const taken = rows.map(({ move }): TakenMove => ({ move, remove: args.flag("remove") && move.canRemove }));
    const paths = [...new Set(rows.flatMap((row) => row.paths))];
    const isWriting = rows.length > 0 && !args.flag("dry-run");
    const changed = isWriting ? await adoptNotes(context, paths, taken, rules) : { written: [], refused: [] };
    const refused = [...read.problems, ...changed.refused];
    const shown = rows.length > 0 ? rows : preview.rows;
    return {
      data: { rows: shown.map(rowData), written: changed.written, refused },
      text: isWriting
        ? [words.adopt.done(changed.written.length), ...changed.written.map((path) => `  ${path}`)].join("\n")
        : [previewText(preview, shown, rows.length > 0), ...problemsBelow(refused)].join("\n\n"),
      // Looking at what there is fails at no note of which part cannot be read.
      refused: isWriting ? refused : [],
    };
  },
};

function problemsBelow(problems: readonly Problem[]): string[] {
  return problems.length === 0 ? [] : [section(words.list.problems, problems.map(problemLine))];
}

interface Rename extends OwnProperty {
  readonly to: string;
}

/** `lastContact=Last contact`: the property is known by what it becomes, or by what it was. */
function renamesOf(text: string | null, context: Context): Rename[] {
  return (text ?? "")
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      const [key, to] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at < 1 || key === "" || to === "")
        throw new UsageError(`"${pair.trim()}" is no renaming; expected one such as "contact frequency=cadence".`);
      const known = propertyNamed(to, context);
      if (known !== null)
        return {
          key,
          property: known,
          to: PROPERTY_IDS.some((id) => id === to) ? (DEFAULT_PROPERTY_NAMES[known][0] ?? to) : to,
        };
      const own = propertyNamed(key, context);
      if (own === null)
        throw new UsageError(
          `"${to}" is no property of a person; expected one of ${PROPERTY_IDS.map((id) => DEFAULT_PROPERTY_NAMES[id][0]).join(", ")}.`,
        );
      if (!context.changeSettings)
        throw new UsageError(`"${to}" is no spelling that is read here; add it to the settings first.`);
      return { key, property: own, to };
    });
}

function propertyNamed(name: string, { settings }: Context): PropertyId | null {
  const folded = foldPropertyName(name);
  return (
    PROPERTY_IDS.find((id) =>
      [id, ...DEFAULT_PROPERTY_NAMES[id], ...settings.propertyNames[id]].some(
        (one) => foldPropertyName(one) === folded,
      ),
    ) ?? null
  );
}

function takenRows({ rows }: AdoptPreview, args: Arguments, renames: readonly Rename[]): AdoptRow[] {
  const wanted = partsOf(args.text("take") ?? "", ",");
  const groupOf = (row: AdoptRow): string => row.plugin ?? row.move.id.split("/")[0] ?? "";
  for (const id of wanted) {
    if (id !== "all" && !rows.some((row) => row.move.id === id || groupOf(row) === id))
      throw new UsageError(
        words.adopt.unknownRow(
          id,
          [...new Set(rows.flatMap((row) => [groupOf(row), row.move.id]))].join(", ") || "nothing",
        ),
      );
  }
  const renamed = new Set(renames.map(({ key }) => foldPropertyName(key)));
  return rows.filter(
    (row) =>
      wanted.includes("all") ||
      wanted.includes(row.move.id) ||
      wanted.includes(groupOf(row)) ||
      (row.move.id.startsWith("spelling/") && renamed.has(foldPropertyName(row.move.from))),
  );
}

function rowData({ move, plugin, counts, keeps, examples }: AdoptRow): object {
  return {
    id: move.id,
    plugin,
    from: move.from,
    to: move.to,
    notes: counts.new,
    same: counts.same,
    differs: counts.differs,
    unreadable: counts.unreadable,
    keeps,
    examples,
  };
}

function previewText({ rows }: AdoptPreview, shown: readonly AdoptRow[], isChosen: boolean): string {
  if (rows.length === 0) return words.adopt.nothing;
  const groups = [...new Set(shown.map(({ plugin }) => plugin))];
  const titled = groups.map((plugin) =>
    section(
      plugin === null ? words.adopt.spellings : words.adopt.plugins[plugin],
      shown.filter((row) => row.plugin === plugin).flatMap(rowLines),
    ),
  );
  return [...titled, ...(isChosen ? [] : [words.adopt.howTo])].join("\n\n");
}

function rowLines(row: AdoptRow): string[] {
  const { move, counts, examples } = row;
  const lines = [`${move.id}  ${words.adopt.becomes(move.from, move.to)}  ${words.adopt.notes(counts.new)}`];
  for (const { path, here, becomes } of examples.new)
    lines.push(`    ${words.adopt.example(noteName(path), here, becomes)}`);
  return [...lines, ...adoptRemarks(row).map((line) => `    ${line}`)];
}

/** What is to be said of a row beside what it would write. */
export function adoptRemarks({ move, counts, examples, keeps, remark }: AdoptRow): string[] {
  return [
    ...(remark === null ? [] : [remark]),
    ...(counts.same > 0 ? [words.adopt.same(counts.same)] : []),
    ...(counts.differs > 0
      ? [
          words.adopt.differs(
            counts.differs,
            examples.differs
              .map(({ path, here, becomes }) => words.adopt.differing(noteName(path), here, becomes))
              .join("; "),
          ),
        ]
      : []),
    ...(keeps > 0 ? [words.adopt.keeps(keeps, move.from)] : []),
    ...(counts.unreadable > 0
      ? [
          words.adopt.unreadable(
            counts.unreadable,
            examples.unreadable.map(({ path, here }) => words.adopt.example(noteName(path), here, "")).join("; "),
          ),
        ]
      : []),
  ];
}
