/**
 * A line with each code span in it blanked out, as long as it was: from a run of backticks to the next run of the same
 * length (CommonMark 6.1). Linear in the line, whatever runs it has.
 */
export function withoutInlineCode(text: string): string {
  if (!text.includes("`")) return text;
  const runs = [...text.matchAll(/`+/g)];
  let result = "";
  let at = 0;
  const closings = closingRuns(runs.map(([run]) => run.length));
  for (let index = 0; index < runs.length; index++) {
    const [opening, closing] = [runs[index], runs[closings[index] ?? -1]];
    if (!opening || !closing) continue;
    const end = closing.index + closing[0].length;
    result += text.slice(at, opening.index) + " ".repeat(end - opening.index);
    at = end;
    index = closings[index] ?? index;
  }
  return result + text.slice(at);
}

/** For each run the next one of its length; null where there is none. */
function closingRuns(lengths: readonly number[]): readonly (number | null)[] {
  const next = new Map<number, number>();
  const closings: (number | null)[] = [];
  for (let index = lengths.length - 1; index >= 0; index--) {
    const length = lengths[index] ?? 0;
    closings[index] = next.get(length) ?? null;
    next.set(length, index);
  }
  return closings;
}
