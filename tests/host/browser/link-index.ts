import type { TFile } from "./files.ts";

/** Finds a link's file by its last part: no walk over all files for each link. */
export class LinkIndex {
  private readonly byName = new Map<string, Set<TFile>>();

  add(file: TFile): void {
    for (const key of keys(file.path)) this.byName.set(key, (this.byName.get(key) ?? new Set()).add(file));
  }

  remove(file: TFile, path = file.path): void {
    for (const key of keys(path)) this.byName.get(key)?.delete(file);
  }

  /** The whole path first, then the nearest to the source, then the shortest path. */
  resolve(linkpath: string, sourcePath: string): TFile | null {
    const wanted = resolveDots(linkpath.trim().replace(/^\/+/, ""), sourcePath).toLowerCase();
    if (wanted === "") return null;
    const last = wanted.slice(wanted.lastIndexOf("/") + 1);
    const candidates = [...(this.byName.get(last) ?? [])];
    const matching = candidates.filter((file) =>
      names(file).some((name) => name === wanted || name.endsWith(`/${wanted}`)),
    );
    const folder = sourcePath.slice(0, sourcePath.lastIndexOf("/") + 1).toLowerCase();
    const rank = (file: TFile): number =>
      (names(file).includes(wanted) ? 0 : 2) +
      (file.path.toLowerCase() === `${folder}${file.name.toLowerCase()}` ? 0 : 1);
    return (
      matching.sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0] ??
      null
    );
  }

  sharesName(file: TFile): boolean {
    return (this.byName.get(file.basename.toLowerCase())?.size ?? 0) > 1;
  }
}

function names(file: TFile): string[] {
  const path = file.path.toLowerCase();
  return path.endsWith(".md") ? [path, path.slice(0, -3)] : [path];
}

function keys(path: string): string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return name.endsWith(".md") ? [name, name.slice(0, -3)] : [name];
}

function resolveDots(linkpath: string, sourcePath: string): string {
  if (!linkpath.startsWith("./") && !linkpath.startsWith("../")) return linkpath;
  const parts = sourcePath.split("/").slice(0, -1);
  for (const part of linkpath.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
