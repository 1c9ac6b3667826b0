import { textProblem, type TextProblem } from "./problem";

/** A replacement of `from` to `to` of the text as it was. Several never overlap. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Set-up that an undo may leave behind when the note has changed since: a log heading. */
  readonly scaffold?: true;
}

/** What an edit of a text comes to: the splices to make, or why nothing may be written. */
export type EditPlan =
  { readonly ok: true; readonly splices: readonly Splice[] } | { readonly ok: false; readonly problem: TextProblem };

export function planned(...splices: readonly Splice[]): EditPlan {
  return { ok: true, splices };
}

export function refused(message: string, line: number | null = null, property: string | null = null): EditPlan {
  return { ok: false, problem: textProblem(message, line, property) };
}

/** Joins plans made on the same text; the first refusal refuses all. */
export function joinPlans(plans: readonly EditPlan[]): EditPlan {
  const splices: Splice[] = [];
  for (const plan of plans) {
    if (!plan.ok) return plan;
    splices.push(...plan.splices);
  }
  return { ok: true, splices: inOrder(splices) };
}

/** The text with all splices made, in their order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = "";
  let at = 0;
  for (const splice of inOrder(splices)) {
    if (splice.from < at) throw new Error("Splices overlap");
    result += text.slice(at, splice.from) + splice.insert;
    at = splice.to;
  }
  return result + text.slice(at);
}

/**
 * By offset; those at one offset stay in the order given, but what is inserted there stands before what is
 * replaced from there on, whichever was planned first.
 */
export function inOrder(splices: readonly Splice[]): Splice[] {
  return splices
    .map((splice, index) => ({ splice, index }))
    .sort(
      (a, b) =>
        a.splice.from - b.splice.from ||
        Number(isReplacement(a.splice)) - Number(isReplacement(b.splice)) ||
        a.index - b.index,
    )
    .map(({ splice }) => splice);
}

function isReplacement({ from, to }: Splice): boolean {
  return to > from;
}
