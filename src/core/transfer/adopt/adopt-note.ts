import { composePlans } from "../../text/note/compose-plans";
import { headingTitles, inlineTags } from "../../text/note/inline-tags";
import type { EditPlan } from "../../text/note/note-edit";
import { readFrontmatter, propertiesOf } from "../../text/note/read-frontmatter";
import type { TextProblem } from "../../text/note/problem";
import { propertyTags } from "../../people/people-rules";
import type { AdoptNote, AdoptRules, Move } from "./move";

/** A move that was ticked, and whether the original goes. */
export interface TakenMove {
  readonly move: Move;
  readonly remove: boolean;
}

/** A note as moves look at it, or why its properties cannot be read. */
export function adoptNoteOf(
  path: string,
  text: string,
  { parseYaml }: Pick<AdoptRules, "parseYaml">,
): AdoptNote | TextProblem {
  const head = readFrontmatter(text, parseYaml);
  if (head.kind === "refused") return head.problem;
  const properties = propertiesOf(head);
  return {
    path,
    text,
    properties,
    tags: [...new Set([...propertyTags(properties), ...inlineTags(text)])],
    headings: headingTitles(text),
  };
}

/**
 * Plans all that was ticked in one note, each on what those before it leave. A second time there is nothing left to do.
 */
export function planAdoption(path: string, text: string, taken: readonly TakenMove[], rules: AdoptRules): EditPlan {
  return composePlans(
    text,
    taken.map(({ move, remove }) => (now: string): EditPlan => {
      const note = adoptNoteOf(path, now, rules);
      if ("message" in note) return { ok: false, problem: note };
      return move.look(note, rules)?.plan(remove) ?? { ok: true, splices: [] };
    }),
  );
}
