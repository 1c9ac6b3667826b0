/**
 * A name as it is compared: case, accents, width and repeated spaces do not matter. Scripts without
 * case or accents stay as they are.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // A Turkish dotless i is an i to whoever types it without that key.
    .replace(/ı/g, "i")
    .replace(/\s+/g, " ")
    .trim();
}
