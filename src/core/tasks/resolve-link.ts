import { withoutMd } from "../text/note/without-md";

/** Where a link's target leads from a note: the path of a note, or null. */
export type ResolveLink = (target: string, from: string) => string | null;

/**
 * Resolves links over the paths of a vault's notes as Obsidian does: a path from the vault's root, one
 * relative to the note, the end of a path, or a bare name; case does not matter. Of several notes with
 * one name it is the one beside the linking note, else the one with the shortest path.
 */
export function linkResolver(paths: readonly string[]): ResolveLink {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = lastPart(folded(path));
    const same = byName.get(name);
    if (same) same.push(path);
    else byName.set(name, [path]);
  }
  return (target, from) => {
    const isRelative = /^\.{1,2}\//.test(target);
    const wanted = folded(isRelative ? joined(folderOf(from), target) : target.replace(/^\/+/, ""));
    const candidates = (byName.get(lastPart(wanted)) ?? []).filter(
      (path) => folded(path) === wanted || (!isRelative && folded(path).endsWith(`/${wanted}`)),
    );
    // On a disk that minds case, two notes may differ by it alone.
    const exact =
      candidates.find((path) => path === target || path === `${target}.md`) ??
      candidates.find((path) => folded(path) === wanted);
    if (exact !== undefined && wanted.includes("/")) return exact;
    const beside = candidates.find((path) => folderOf(path) === folderOf(from));
    return beside ?? exact ?? [...candidates].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
  };
}

function folded(path: string): string {
  // A no-break space, as text from elsewhere brings it along, is a space to Obsidian.
  return withoutMd(path.normalize("NFC").replace(/\u00a0/g, " ")).toLowerCase();
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function joined(folder: string, target: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
