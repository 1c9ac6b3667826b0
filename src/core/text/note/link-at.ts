/** The note named by the `[[link]]` that a character of a line stands in; null where it stands in none. */
export function linkAt(line: string, at: number): string | null {
  for (const match of line.matchAll(/\[\[([^[\]|#^\n]{1,300})(?:[#^][^[\]|\n]*)?(?:\|[^[\]\n]*)?\]\]/g)) {
    if (at < match.index || at > match.index + match[0].length) continue;
    const target = (match[1] ?? "").trim();
    return target === "" ? null : target;
  }
  return null;
}
