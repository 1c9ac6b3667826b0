/** `last contact`, `Last-Contact` and `lastContact` are one name: case, spaces, `-` and `_` do not count. */
export function foldPropertyName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const fresh = name.toLowerCase().replace(/[\s_-]+/g, "");
  // A vault has few names, each asked for in every note; one that makes up names must not fill the memory.
  if (folded.size < MOST_KEPT && name.length < LONGEST_KEPT) folded.set(name, fresh);
  return fresh;
}

const MOST_KEPT = 2_000;
const LONGEST_KEPT = 100;
const folded = new Map<string, string>();
