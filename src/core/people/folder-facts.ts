/** What is asked of the folder of a note, for every note of it in a row. */
export interface FolderFacts {
  /** With its last slash; "" at the top. */
  readonly folder: string;
  /** Its own name in small letters; null at the top. */
  readonly name: string | null;
  /** The whole as disks see it: they pass over case, and some take accents apart. */
  readonly folded: string;
  /** Whether it, or one it lies in, is called a folder of templates. */
  readonly isForTemplates: boolean;
}

const TEMPLATES = /^[_.\d\s-]*templates?$/i;

/** A vault has few folders and many notes in each; one that makes them up must not fill the memory. */
const MOST_KEPT = 2_000;
const known = new Map<string, FolderFacts>();
let last: FolderFacts = factsOf("");

/** The facts of the folder that a path lies in. */
export function folderFactsOf(path: string): FolderFacts {
  const end = path.lastIndexOf("/") + 1;
  if (end !== last.folder.length || !path.startsWith(last.folder)) last = factsOnce(path.slice(0, end));
  return last;
}

function factsOnce(folder: string): FolderFacts {
  const before = known.get(folder);
  if (before) return before;
  const facts = factsOf(folder);
  if (known.size < MOST_KEPT) known.set(folder, facts);
  return facts;
}

function factsOf(folder: string): FolderFacts {
  const names = folder.split("/").slice(0, -1);
  return {
    folder,
    name: names.at(-1)?.toLowerCase() ?? null,
    folded: foldPath(folder),
    isForTemplates: names.some((name) => TEMPLATES.test(name)),
  };
}

/** A path as disks see it. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
