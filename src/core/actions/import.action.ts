import type { ColumnMapping } from "../transfer/import/csv-columns";
import { fieldName, type ImportField } from "../transfer/carried";
import { COLUMN_KINDS } from "../transfer/import/csv-columns";
import { normalizeName } from "../people/normalize-name";
import { readPeopleFile, type PeopleFile } from "../transfer/import/read-people-file";
import type { ImportPlan, PlannedUpdate } from "../transfer/import/plan-import";
import { NoteError, type Context } from "../ports";
import { words } from "../words/words";
import type { Action } from "./action";
import { DRY_RUN } from "./answers";
import { UsageError } from "./arguments";
import { allOf, importPeople, planFile } from "./import";
import { problemLine, section } from "../lists/plain-text";
import { joined } from "../words/parts";
import { problemAt } from "../text/note/problem";

export const importAction: Action = {
  id: "import",
  about: "Bring people in from a vCard, CSV or calendar file; nothing that a note says is written over",
  takes: [
    { name: "file", kind: "text", about: "the file", required: true, positional: true },
    DRY_RUN,
    { name: "only", kind: "text", about: "just these people, separated by commas" },
    {
      name: "map",
      kind: "text",
      about: `what columns are, such as "Naam=name,Jarig=birthday" (${COLUMN_KINDS.join(", ")}, or none)`,
    },
  ],
  commands: [{ id: "import", label: "Import people", does: "import" }],
  async run(context, args) {
    const path = args.text("file") ?? "";
    const bytes = await readNamed(context, path);
    if (!bytes.ok) return { data: { ...EMPTY, refused: [bytes.problem] }, text: "", refused: [bytes.problem] };
    const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
    const read = await readWith(bytes.bytes, file, args.text("map"), context);
    const plan = narrowed(await planFile(context, read, file), args.text("only"));
    const changed = args.flag("dry-run") ? { written: [], refused: [] } : await importPeople(context, allOf(plan));
    return {
      data: { ...planData(plan), written: changed.written, refused: changed.refused },
      text: planText(plan, args.flag("dry-run") ? null : changed.written),
      refused: [...plan.problems, ...changed.refused],
    };
  },
};

const EMPTY = {
  create: [],
  update: [],
  same: [],
  ambiguous: [],
  problems: [],
  joined: [],
  dropped: [],
  ignoredColumns: [],
  leftOut: [],
  written: [],
};

async function readNamed(
  { readFile }: Context,
  path: string,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; problem: ImportPlan["problems"][number] }> {
  if (!readFile) return { ok: false, problem: problemAt(path, "Files cannot be read here.") };
  try {
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof NoteError) return { ok: false, problem: problemAt(error.path, error.message) };
    throw error;
  }
}

async function readWith(bytes: Uint8Array, file: string, map: string | null, context: Context): Promise<PeopleFile> {
  const options = { file, today: context.today, readerFor: context.readerFor };
  const read = await readPeopleFile(bytes, options);
  if (map === null || !read.table) return read;
  return readPeopleFile(bytes, { ...options, mapping: mappingFrom(map, read.table.headings, read.table.mapping) });
}

function mappingFrom(text: string, headings: readonly string[], guessed: ColumnMapping): ColumnMapping {
  const mapping = [...guessed];
  for (const pair of text.split(",")) {
    const at = pair.lastIndexOf("=");
    const column = headings.findIndex((heading) => normalizeName(heading) === normalizeName(pair.slice(0, at)));
    const kind = pair.slice(at + 1).trim();
    if (at < 1 || column < 0)
      throw new UsageError(
        `There is no column "${pair.slice(0, Math.max(0, at))}"; the columns are ${headings.join(", ")}.`,
      );
    const known = COLUMN_KINDS.find((one) => one === kind);
    if (!known && kind !== "none")
      throw new UsageError(
        `"${kind}" is nothing that a column can be; expected one of ${COLUMN_KINDS.join(", ")}, none.`,
      );
    mapping[column] = known ?? null;
  }
  return mapping;
}

function narrowed(plan: ImportPlan, only: string | null): ImportPlan {
  if (only === null) return plan;
  const wanted = new Set(only.split(",").map(normalizeName));
  const keep = <Item extends { imported: { name: string } }>(items: readonly Item[]): Item[] =>
    items.filter(({ imported }) => wanted.has(normalizeName(imported.name)));
  return {
    ...plan,
    create: keep(plan.create),
    update: keep(plan.update),
    same: keep(plan.same),
    ambiguous: keep(plan.ambiguous),
    joined: plan.joined.filter(({ name }) => wanted.has(normalizeName(name))),
    dropped: plan.dropped.filter(({ name }) => wanted.has(normalizeName(name))),
  };
}

function planData(plan: ImportPlan): object {
  return {
    create: plan.create.map(({ imported, path }) => ({
      name: imported.name,
      path,
      aliases: imported.aliases,
      ...imported.texts,
      ...imported.lists,
      about: imported.about,
    })),
    update: plan.update.map(({ imported, person, by, adds, conflicts }) => ({
      name: imported.name,
      path: person.path,
      by,
      adds,
      conflicts,
    })),
    same: plan.same.map(({ imported, person }) => ({ name: imported.name, path: person.path })),
    ambiguous: plan.ambiguous.map(({ imported, candidates, planned, why }) => ({
      name: imported.name,
      candidates: [...candidates, ...planned].map(({ path }) => path),
      why,
    })),
    problems: plan.problems,
    joined: plan.joined,
    dropped: plan.dropped,
    ignoredColumns: plan.ignoredColumns,
    leftOut: plan.leftOut,
  };
}

function planText(plan: ImportPlan, written: readonly string[] | null): string {
  const made = new Set(plan.create.map(({ path }) => path));
  const count = (written ?? []).filter((path) => made.has(path)).length;
  const sections = [
    section(
      words.import.sections.create,
      plan.create.map(({ imported, path }) => `${imported.name}  ${path}`),
    ),
    section(
      words.import.sections.update,
      plan.update.map((one) => `${one.imported.name}  ${one.person.path}  ${differenceLine(one)}`),
    ),
    section(
      words.import.sections.ambiguous,
      plan.ambiguous.map(
        ({ imported, candidates, planned, why }) =>
          `${imported.name}: ${[...candidates, ...planned].map(({ path }) => path).join(", ")} (${words.import.why[why]})`,
      ),
    ),
    section(words.import.sections.joined, joinedLines(plan)),
    section(words.import.sections.leftOut, leftOutLines(plan)),
    plan.same.length > 0 ? words.import.counts.same(plan.same.length) : "",
    written === null
      ? section(words.import.sections.problems, plan.problems.map(problemLine))
      : words.import.written(count, written.length - count),
  ];
  return joined(sections, "\n\n");
}

/** Longer lists are for machines: `--json` has all of them. */
const SHOWN = 50;

function joinedLines({ joined: cards }: ImportPlan): string[] {
  return shortened(cards.map((one) => `${one.name}  ${words.import.joined(one.cards, one.by)}`));
}

function leftOutLines({ dropped, ignoredColumns, leftOut }: ImportPlan): string[] {
  return [
    ...shortened(leftOut.map(({ title, why }) => `${title}  ${why}`)),
    ...shortened(dropped.map(({ name, property, value }) => `${name}  ${words.import.dropped(property, value)}`)),
    ...(ignoredColumns.length > 0 ? [words.import.ignoredColumns(ignoredColumns)] : []),
  ];
}

function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - SHOWN;
  return rest > 0 ? [...lines.slice(0, SHOWN), words.import.andMore(rest)] : [...lines];
}

function differenceLine({ adds, conflicts }: PlannedUpdate): string {
  return [
    ...Object.entries(adds).map(([field, value]) =>
      words.import.adds(fieldName(field as ImportField), typeof value === "string" ? value : value.join(", ")),
    ),
    ...conflicts.map(({ field, here, there }) => words.import.differs(fieldName(field), here, there)),
  ].join("; ");
}
