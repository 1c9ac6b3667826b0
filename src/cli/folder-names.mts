import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isCode } from "./file-lock.mjs";

/** After so many answers a folder is read again, whatever its time says. */
const ANSWERS = 256;

interface Listed {
  /** Each name as it stands, under what it is whatever its case and the way its accents are encoded. */
  readonly names: Map<string, string[]>;
  stamp: string;
  answers: number;
}

/**
 * The names in a vault's folders, kept so that making one of thousands of notes does not read its folder anew. A
 * folder's own time says whether another program has been there since; one that was there within the same tick of the
 * disk's clock as we were is seen a little later. Nothing is ever overwritten for that: a file is only put where none
 * is.
 */
export class FolderNames {
  private readonly folders = new Map<string, Listed>();

  constructor(private readonly root: string) {}

  /**
   * What is at a path, whatever its case and the way its accents are encoded: the path as it stands, or null for
   * nothing.
   */
  find(path: string): string | null {
    let found = "";
    for (const part of path.split("/")) {
      const alike = this.namesIn(found).get(folded(part)) ?? [];
      const name = alike.find((one) => one === part) ?? alike[0];
      if (name === undefined) return null;
      found = found === "" ? name : `${found}/${name}`;
    }
    return found;
  }

  /** Takes in what we have just made ourselves: the folder need not be read again for it. */
  made(path: string): void {
    const at = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(0, at));
    const listed = this.folders.get(folder);
    if (!listed) return;
    take(listed.names, path.slice(at + 1));
    listed.stamp = this.stampOf(folder) ?? "";
  }

  private namesIn(folder: string): ReadonlyMap<string, readonly string[]> {
    const stamp = this.stampOf(folder);
    if (stamp === null) return new Map();
    const kept = this.folders.get(folder);
    if (kept?.stamp === stamp && kept.answers++ < ANSWERS) return kept.names;
    const names = new Map<string, string[]>();
    for (const name of entries(join(this.root, folder))) take(names, name);
    // The time from before the reading: what came during it makes the next one look again.
    this.folders.set(folder, { names, stamp, answers: 0 });
    return names;
  }

  /** Which folder it is and when something in it was last made or taken away; null where there is none. */
  private stampOf(folder: string): string | null {
    try {
      const { ino, mtimeNs, ctimeNs } = statSync(join(this.root, folder), { bigint: true });
      return `${ino} ${mtimeNs} ${ctimeNs}`;
    } catch (error) {
      if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
      throw error;
    }
  }
}

function take(names: Map<string, string[]>, name: string): void {
  const alike = names.get(folded(name));
  if (!alike) names.set(folded(name), [name]);
  else if (!alike.includes(name)) alike.push(name);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return [];
    throw error;
  }
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
