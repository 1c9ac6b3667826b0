/** A path or a link's target without the ending of notes: `People/Ada.md` is `People/Ada`. */
export function withoutMd(path: string): string {
  return path.replace(/\.md$/i, "");
}
