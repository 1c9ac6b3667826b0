import { textProblem, type TextProblem } from "./problem";
import { noteLines } from "./body-lines";

/** Where Git left a merge unfinished in a note: such a note is never written to, by no action and no undo. */
export function unfinishedMerge(text: string): TextProblem | null {
  if (!/(?:^|^\ufeff)<{7} /m.test(text)) return null;
  const marker = noteLines(text).find((line) => line.kind === "conflict");
  return marker
    ? textProblem("A merge of two versions was left unfinished here; choose one of them first.", marker.number)
    : null;
}
