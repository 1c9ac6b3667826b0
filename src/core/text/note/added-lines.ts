import type { BodyLine } from "./body-lines";

/**
 * The lines that `after` has more than `before`, all at one place; null where any other line is gone, was
 * hidden in code or a comment, or brought to light. Blank lines do not count.
 */
export function addedLines(before: readonly BodyLine[], after: readonly BodyLine[]): readonly BodyLine[] | null {
  const [old, now] = [filled(before), filled(after)];
  const count = now.length - old.length;
  if (count < 0) return null;
  const at = now.findIndex((line, index) => !readsAs(line, old[index]));
  if (at < 0) return [];
  return old.slice(at).every((line, index) => readsAs(line, now[at + count + index]))
    ? now.slice(at, at + count)
    : null;
}

function filled(lines: readonly BodyLine[]): readonly BodyLine[] {
  return lines.filter(({ text }) => text.trim() !== "");
}

function readsAs(line: BodyLine, other: BodyLine | undefined): boolean {
  return other !== undefined && line.text === other.text && line.kind === other.kind && line.level === other.level;
}
