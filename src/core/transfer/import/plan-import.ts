import { type Problem, textProblem } from "../../text/note/problem";
import { newPersonPath } from "../../entry/new-person";
import type { Person } from "../../index/person";
import type { Settings } from "../../people/settings/settings";
import { compare, type Difference } from "./compare-person";
import type { ImportedPerson } from "./imported-person";
import { peopleMatcher } from "./match-people";

export interface PlannedCreate {
  readonly imported: ImportedPerson;
  readonly path: string;
}

export interface PlannedUpdate extends Difference {
  readonly imported: ImportedPerson;
  readonly person: Person;
  readonly by: "uid" | "email" | "phone" | "name";
}

export interface Ambiguous {
  readonly imported: ImportedPerson;
  readonly candidates: readonly Person[];
  readonly why: "several" | "other-name";
}

/** What an import would do, before anything is written. */
export interface ImportPlan {
  readonly create: readonly PlannedCreate[];
  readonly update: readonly PlannedUpdate[];
  readonly same: readonly { readonly imported: ImportedPerson; readonly person: Person }[];
  readonly ambiguous: readonly Ambiguous[];
  readonly problems: readonly Problem[];
}

/** Plans the import of people; `isTaken` tells whether a path has something already. Null where `onPerson` said to stop. */
export async function planImport(
  people: readonly Person[],
  imported: readonly ImportedPerson[],
  problems: readonly Problem[],
  settings: Settings,
  file: string,
  isTaken: (path: string) => Promise<boolean>,
  onPerson: (done: number) => Promise<boolean>,
): Promise<ImportPlan | null> {
  const matcher = peopleMatcher(people);
  const plan = {
    create: [] as PlannedCreate[],
    update: [] as PlannedUpdate[],
    same: [] as { imported: ImportedPerson; person: Person }[],
    ambiguous: [] as Ambiguous[],
    problems: [...problems],
  };
  const used = new Set<string>();
  for (const [index, one] of imported.entries()) {
    if (!(await onPerson(index))) return null;
    const match = matcher.match(one);
    if (match.kind === "several") plan.ambiguous.push({ imported: one, candidates: match.people, why: match.why });
    else if (match.kind === "one") {
      const difference = compare(match.person, one);
      if (Object.keys(difference.adds).length + difference.conflicts.length === 0)
        plan.same.push({ imported: one, person: match.person });
      else plan.update.push({ imported: one, person: match.person, by: match.by, ...difference });
    } else {
      const place = await freePath(one.name, settings, used, isTaken);
      if ("problem" in place) plan.problems.push({ path: file, ...place.problem, line: one.line });
      else plan.create.push({ imported: one, path: place.path });
    }
  }
  return plan;
}

/** A path that nothing has yet, here or in the plan: "Ada Lovelace 2" beside an essay of that name. */
export async function freePath(
  name: string,
  settings: Settings,
  used: Set<string>,
  isTaken: (path: string) => Promise<boolean>,
): Promise<ReturnType<typeof newPersonPath>> {
  for (let number = 1; number < 100; number++) {
    const place = newPersonPath(number === 1 ? name : `${name} ${number}`, settings);
    if ("problem" in place) return place;
    const key = place.path.normalize("NFC").toLowerCase();
    if (used.has(key) || (await isTaken(place.path))) continue;
    used.add(key);
    return place;
  }
  return { problem: textProblem(`There are too many notes of the name "${name}".`) };
}
