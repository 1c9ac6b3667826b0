import { planMerge, type MergePlan } from "../transfer/merge/merge-people";
import { findPerson } from "../index/find-person";
import { isNeverPerson, noteName } from "../people/people-rules";
import type { Problem } from "../text/note/problem";
import type { Context } from "../ports";
import { noteFormat } from "../index/note-format";
import { words } from "../words/words";
import type { Action } from "./action";
import { DRY_RUN, unanswered } from "./answers";
import { type Changed, changeNotes, nothingDone, refuse } from "./change-notes";
import { withoutMd } from "../text/note/without-md";

/**
 * Puts a duplicate, or a copy that a sync left, into its person: one write, the other note to the trash, one undo for
 * both.
 */
export async function mergePeople(
  context: Context,
  from: string,
  into: string,
): Promise<Changed & { readonly preview: MergePlan | null }> {
  if (from === into) return { ...refuse("A note cannot be put into itself.", from), preview: null };
  const text = await context.store.read(from);
  const preview = await previewMerge(context, from, into);
  if (!preview.plan.ok) return { ...nothingDone({ path: into, ...preview.plan.problem }), preview };
  const plan = (own: string): MergePlan["plan"] => mergeOf(context, own, text, from, into).plan;
  const changed = await changeNotes(context, "merge", [{ path: into, plan }], { remove: [{ path: from, text }] });
  return { ...changed, preview };
}

/** What a merge would do; nothing is written. */
export async function previewMerge(context: Context, from: string, into: string): Promise<MergePlan> {
  return mergeOf(context, await context.store.read(into), await context.store.read(from), from, into);
}

function mergeOf(
  { settings, parseYaml }: Context,
  into: string,
  from: string,
  path: string,
  intoPath: string,
): MergePlan {
  const isCopy = isNeverPerson(path, settings.people) || noteName(path) === noteName(intoPath);
  return planMerge(into, from, isCopy ? "" : noteName(path), settings, noteFormat(settings).log, parseYaml);
}

export const mergeAction: Action = {
  id: "merge",
  about: "Put a duplicate, or a copy that a sync left, into its person",
  takes: [
    { name: "file", kind: "text", about: "the note to put in: a path, or a person", required: true, positional: true },
    { name: "into", kind: "person", about: "the person it belongs to", required: true, positional: true },
    DRY_RUN,
  ],
  commands: [{ id: "merge", label: "Put a duplicate into this person", on: "person", does: "merge" }],
  async run(context, args) {
    const people = await context.store.readPeople();
    const target = findPerson(people, args.text("into") ?? "");
    const from = pathOf(context, args.text("file") ?? "", people);
    const refused: Problem[] = [...(target.ok ? [] : [target.problem]), ...(typeof from === "string" ? [] : [from])];
    if (!target.ok || typeof from !== "string") return unanswered(refused);
    const into = target.person.path;
    const isDry = args.flag("dry-run");
    const merged = isDry
      ? { written: [], refused: [], preview: await previewMerge(context, from, into) }
      : await mergePeople(context, from, into);
    const { preview } = merged;
    const problems = isDry && preview && !preview.plan.ok ? [{ path: into, ...preview.plan.problem }] : merged.refused;
    return {
      data: {
        written: merged.written,
        touches: preview?.touches ?? 0,
        properties: preview?.properties ?? [],
        conflicts: preview?.conflicts ?? [],
        refused: problems,
      },
      text:
        preview && problems.length === 0
          ? words.merge.summary(
              noteName(from),
              noteName(into),
              preview.touches,
              preview.properties,
              preview.conflicts.map(({ property, here, there }) => words.merge.conflict(property, here, there)),
            )
          : "",
      refused: problems,
    };
  },
};

/** A note of the vault by its path, for a copy is nobody; else the person of that name. */
function pathOf({ store }: Context, given: string, people: Parameters<typeof findPerson>[0]): string | Problem {
  // However it is spelled (`./People/Ada.md`), it has to be the one path by which the note is known: a note is not put
  // into itself.
  const wanted = plainPath(given);
  const path = wanted === null ? null : store.resolveLink(wanted, "");
  if (path !== null && wanted !== null && folded(path) === folded(wanted)) return path;
  const found = findPerson(people, given);
  return found.ok ? found.person.path : found.problem;
}

/** A path from the vault's root without `.`, `..` and empty parts; null where it leads out. */
function plainPath(given: string): string | null {
  const parts: string[] = [];
  for (const part of given.trim().split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function folded(path: string): string {
  return withoutMd(path.normalize("NFC")).toLowerCase();
}
