import type { TaskNote } from "../../src/core/tasks/note-task";
import { linkResolver } from "../../src/core/tasks/resolve-link";
import { readFrontmatter, type ParseYaml } from "../../src/core/text/note/read-frontmatter";
import type { NoteSource } from "../../src/core/index/note-record";
import type { Person } from "../../src/core/index/person";
import type { CompletedTask } from "../../src/core/index/completed-tasks";
import { VaultIndex } from "../../src/core/index/vault-index";
import { NoteError, type NoteStore } from "../../src/core/ports";
import type { Settings } from "../../src/core/people/settings/settings";

/** A note as a face hands it to the index. */
export function noteSource(path: string, text: string, parseYaml: ParseYaml): NoteSource {
  const head = readFrontmatter(text, parseYaml);
  return {
    path,
    text,
    properties: head.kind === "properties" ? head.properties : new Map<string, unknown>(),
    headProblem: head.kind === "refused" ? head.problem : null,
  };
}

/** An index over notes, made anew. */
export function indexOf(notes: Readonly<Record<string, string>>, settings: Settings, parseYaml: ParseYaml): VaultIndex {
  const index = new VaultIndex(settings, linkResolver(Object.keys(notes)));
  for (const [path, text] of Object.entries(notes)) index.apply(path, noteSource(path, text, parseYaml));
  return index;
}

/** Notes in memory, for tests of what needs a store and no disk. It keeps the same contract as the faces' stores. */
export class MemoryStore implements NoteStore {
  readonly notes: Map<string, string>;

  constructor(
    notes: Readonly<Record<string, string>>,
    private readonly parseYaml: ParseYaml,
    protected readonly settings: Settings,
  ) {
    this.notes = new Map(Object.entries(notes));
  }

  readPeople(): Promise<readonly Person[]> {
    return Promise.resolve(this.index().everybody());
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve([...this.notes.keys()]);
  }

  readTaskNotes(): Promise<readonly TaskNote[]> {
    return Promise.resolve(this.index().notesWithTasks());
  }

  readUndatedCompletions(): Promise<readonly CompletedTask[]> {
    return Promise.resolve(this.index().undatedCompletions());
  }

  private index(): VaultIndex {
    return indexOf(Object.fromEntries(this.notes), this.settings, this.parseYaml);
  }

  resolveLink(target: string, from: string): string | null {
    return linkResolver([...this.notes.keys()])(target, from);
  }

  async read(path: string): Promise<string> {
    const text = this.notes.get(path);
    if (text === undefined) throw new NoteError(path, "There is no such note.");
    return Promise.resolve(text);
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    await this.read(path);
    // Read again after the wait: another call may have written meanwhile.
    this.notes.set(path, change(this.notes.get(path) ?? ""));
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(holds(this.notes, path));
  }

  async create(path: string, text: string): Promise<void> {
    if (path.split("/").some((part) => part === "" || part.startsWith(".")))
      throw new NoteError(path, "This path leads out of the vault.");
    if (holds(this.notes, path)) throw new NoteError(path, "There is already a note of that name.");
    this.notes.set(path, text);
  }

  async remove(path: string, expected: string): Promise<void> {
    if ((await this.read(path)) !== expected)
      throw new NoteError(path, "The note has changed since; it was left where it is.");
    this.notes.delete(path);
  }
}

/** Whether a note or a folder is at a path, as a disk that does not mind case sees it. */
export function holds(notes: ReadonlyMap<string, string>, path: string): boolean {
  const folded = (one: string): string => one.normalize("NFC").toLowerCase();
  const wanted = folded(path);
  return [...notes.keys()].some((one) => folded(one) === wanted || folded(one).startsWith(`${wanted}/`));
}
