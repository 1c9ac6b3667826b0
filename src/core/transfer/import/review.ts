import { normalizeName } from "../../people/normalize-name";
import type { Settings } from "../../people/settings/settings";
import { words } from "../../words/words";
import { fieldName, LIST_FIELDS, TEXT_FIELDS, type ImportField, type TextField } from "../carried";
import { compare, type Conflict } from "./compare-person";
import type { ImportedPerson } from "./imported-person";
import { joinPeople } from "./join-duplicates";
import { freePath, type ImportPlan } from "./plan-import";
import { joined } from "../../words/parts";

/** One person of a file as the review shows them. */
export interface ReviewRow {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
  /** Values that differ, each to be written over only where it is ticked. */
  readonly conflicts: readonly { readonly field: TextField; readonly label: string }[];
  /** Whom it could be, where that is not sure; each with the values that differ from theirs. */
  readonly candidates: readonly {
    readonly path: string;
    readonly name: string;
    readonly conflicts: ReviewRow["conflicts"];
  }[];
}

export interface ReviewSection {
  readonly id: "create" | "update" | "ambiguous" | "same" | "problems" | "joined" | "left-out";
  readonly title: string;
  readonly rows: readonly ReviewRow[];
  readonly canTick: boolean;
}

/** What was ticked, by the keys of rows. Nothing is, to begin with. */
export interface Selection {
  readonly rows: ReadonlySet<string>;
  /** `key field` of each value to write over; of somebody who could be several, `key path field`. */
  readonly overwrite: ReadonlySet<string>;
  /** For a row that could be several: the path of whom it is, or "new". */
  readonly who: ReadonlyMap<string, string>;
}

export const NEW_PERSON = "new";

/** The review of a plan as sections of rows, those whose names hold the query. */
export function reviewSections(plan: ImportPlan, query = ""): ReviewSection[] {
  const wanted = normalizeName(query);
  const { sections, by, why } = words.import;
  const row = (key: string, imported: ImportedPerson, detail: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
    key,
    name: imported.name,
    detail,
    conflicts: [],
    candidates: [],
    ...more,
  });
  const all: ReviewSection[] = [
    {
      id: "update",
      title: sections.update,
      canTick: true,
      rows: plan.update.map((one, at) =>
        row(`update-${at}`, one.imported, joined([one.person.path, by[one.by], addsText(one.adds)], " · "), {
          conflicts: conflictRows(one.conflicts),
        }),
      ),
    },
    {
      id: "create",
      title: sections.create,
      canTick: true,
      rows: plan.create.map(({ imported, path }, at) =>
        row(`create-${at}`, imported, joined([path, knownText(imported)], " · ")),
      ),
    },
    {
      id: "ambiguous",
      title: sections.ambiguous,
      canTick: true,
      rows: plan.ambiguous.map((one, at) =>
        row(`ambiguous-${at}`, one.imported, joined([why[one.why], knownText(one.imported)], " · "), {
          candidates: [
            ...one.candidates.map((person) => ({
              path: person.path,
              name: person.name,
              conflicts: conflictRows(compare(person, one.imported).conflicts),
            })),
            ...one.planned.map(({ path, imported }) => ({
              path,
              name: words.import.madeHere(imported.name, imported.line),
              conflicts: [],
            })),
          ],
        }),
      ),
    },
    {
      id: "problems",
      title: sections.problems,
      canTick: false,
      rows: plan.problems.map(({ line, message }, at) =>
        plainRow(`problem-${at}`, line === null ? "" : words.import.line(line), message),
      ),
    },
    {
      id: "same",
      title: sections.same,
      canTick: false,
      rows: plan.same.map(({ imported, person }, at) => row(`same-${at}`, imported, person.path)),
    },
    {
      id: "joined",
      title: sections.joined,
      canTick: false,
      rows: plan.joined.map(({ name, cards, by: told }, at) =>
        plainRow(`joined-${at}`, name, words.import.joined(cards, told)),
      ),
    },
    {
      id: "left-out",
      title: sections.leftOut,
      canTick: false,
      rows: [
        ...(plan.ignoredColumns.length > 0
          ? [plainRow("columns", "", words.import.ignoredColumns(plan.ignoredColumns))]
          : []),
        ...plan.leftOut.map(({ title, why: reason }, at) => plainRow(`left-out-${at}`, title, reason)),
        ...plan.dropped.map(({ name, property, value }, at) =>
          plainRow(`dropped-${at}`, name, words.import.dropped(property, value)),
        ),
      ],
    },
  ];
  return all
    .map((section) => ({ ...section, rows: section.rows.filter(({ name }) => normalizeName(name).includes(wanted)) }))
    .filter(({ rows }) => rows.length > 0);
}

function plainRow(key: string, name: string, detail: string): ReviewRow {
  return { key, name, detail, conflicts: [], candidates: [] };
}

/** What is to be written of a plan: what was ticked, and nothing else. */
export async function chosen(
  plan: ImportPlan,
  ticks: Selection,
  settings: Settings,
  isTaken: (path: string) => Promise<boolean>,
): Promise<{
  create: { imported: ImportedPerson; path: string }[];
  update: { imported: ImportedPerson; path: string; adds: boolean; overwrite: TextField[] }[];
}> {
  const create = plan.create
    .filter((_, at) => ticks.rows.has(`create-${at}`))
    .map(({ imported, path }) => ({ imported, path }));
  const update = plan.update.flatMap(({ imported, person, conflicts }, at) => {
    const overwrite = fieldsTicked(conflicts, ticks, `update-${at}`);
    const adds = ticks.rows.has(`update-${at}`);
    return adds || overwrite.length > 0 ? [{ imported, path: person.path, adds, overwrite }] : [];
  });
  const used = new Set(plan.create.map(({ path }) => path.normalize("NFC").toLowerCase()));
  for (const [at, { imported, candidates, planned }] of plan.ambiguous.entries()) {
    const who = ticks.who.get(`ambiguous-${at}`);
    if (who === undefined) continue;
    const namesake = planned.find(({ path }) => path === who);
    if (namesake) {
      const place = create.findIndex(({ path }) => path === who);
      const before = place < 0 ? namesake : (create[place] ?? namesake);
      create.splice(place < 0 ? create.length : place, 1, {
        imported: joinPeople(before.imported, imported).person,
        path: who,
      });
      continue;
    }
    const place = who === NEW_PERSON ? await freePath(imported.name, settings, used, isTaken) : null;
    const person = candidates.find(({ path }) => path === who);
    if (place === null && person)
      update.push({
        imported,
        path: who,
        adds: true,
        overwrite: fieldsTicked(compare(person, imported).conflicts, ticks, `ambiguous-${at} ${who}`),
      });
    if (place === null) continue;
    if ("path" in place) create.push({ imported, path: place.path });
  }
  return { create, update };
}

function fieldsTicked(conflicts: readonly Conflict[], { overwrite }: Selection, key: string): TextField[] {
  return conflicts.map(({ field }) => field).filter((field) => overwrite.has(`${key} ${field}`));
}

function conflictRows(conflicts: readonly Conflict[]): ReviewRow["conflicts"] {
  return conflicts.map(({ field, here, there }) => ({
    field,
    label: words.import.overwrite(fieldName(field), here, there),
  }));
}

function addsText(adds: Readonly<Partial<Record<ImportField, string | readonly string[]>>>): string {
  return Object.entries(adds)
    .map(([field, value]) =>
      words.import.adds(fieldName(field as ImportField), typeof value === "string" ? value : value.join(", ")),
    )
    .join("; ");
}

function knownText({ texts, lists }: ImportedPerson): string {
  const values = [
    ...LIST_FIELDS.map((field) => [field, lists[field].join(", ")] as const),
    ...TEXT_FIELDS.map((field) => [field, texts[field] ?? ""] as const),
  ];
  return values
    .filter(([, value]) => value !== "")
    .map(([field, value]) => words.import.adds(fieldName(field), value))
    .join("; ");
}
