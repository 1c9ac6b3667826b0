import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Person } from "../core/index/person";
import type { CompletedTask } from "../core/index/completed-tasks";
import { VaultIndex } from "../core/index/vault-index";
import type { Settings } from "../core/people/settings/settings";
import { NoteError, type NoteStore } from "../core/ports";
import type { TaskNote } from "../core/tasks/note-task";
import { linkResolver, type ResolveLink } from "../core/tasks/resolve-link";
import type { ParseYaml } from "../core/text/note/read-frontmatter";
import { words } from "../core/words/words";
import { writeAtomically } from "./atomic-write.mjs";
import { isCode, withLock } from "./file-lock.mjs";
import { FolderNames } from "./folder-names.mjs";
import { listNotes, type ListedNote } from "./list-notes.mjs";
import type { NoteCache } from "./note-cache.mjs";
import { createFile, moveToTrash } from "./note-files.mjs";
import { readNote, type FolderNote } from "./read-note.mjs";
import { hashedName } from "./state-folder.mjs";

/** How often a write begins anew when another program keeps changing the note under it. */
const RETRIES = 5;

/** The notes of a plain folder. */
export class FolderStore implements NoteStore {
  private notes: ReadonlyMap<string, FolderNote> | null = null;
  private list: readonly ListedNote[] | null = null;
  private index: VaultIndex | null = null;
  private resolver: ResolveLink | null = null;
  private refusal: string | null = null;
  private readonly root: string;
  private readonly names: FolderNames;

  constructor(
    folder: string,
    private readonly locks: string,
    private readonly parseYaml: ParseYaml,
    private readonly settings: () => Settings,
    /** Where records are stored from run to run; without it every note is read. */
    private readonly cacheFor?: (settings: Settings) => NoteCache,
  ) {
    this.root = realpathSync(resolve(folder));
    this.names = new FolderNames(this.root);
  }

  /** From now on nothing is written, and this is why. */
  refuseWrites(why: string): void {
    this.refusal = why;
  }

  readPeople(): Promise<readonly Person[]> {
    return Promise.resolve(this.readIndex().everybody());
  }

  readTaskNotes(): Promise<readonly TaskNote[]> {
    return Promise.resolve(this.readIndex().notesWithTasks());
  }

  readUndatedCompletions(): Promise<readonly CompletedTask[]> {
    return Promise.resolve(this.readIndex().undatedCompletions());
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve(this.listed().map(({ path }) => path));
  }

  resolveLink(target: string, from: string): string | null {
    this.resolver ??= linkResolver(this.listed().map(({ path }) => path));
    return this.resolver(target, from);
  }

  /** Every note of the folder, read once; hidden folders and links are not followed. */
  readNotes(): readonly FolderNote[] {
    this.notes ??= new Map(
      this.listed()
        .flatMap(({ path }) => readNote(this.root, path, this.parseYaml) ?? [])
        .map((note) => [note.path, note]),
    );
    return [...this.notes.values()];
  }

  /** The notes that lie in the folder, listed once. */
  private listed(): readonly ListedNote[] {
    this.list ??= listNotes(this.root);
    return this.list;
  }

  /** What is known of the vault: each note read once, or not at all where its record is stored. */
  private readIndex(): VaultIndex {
    if (this.index) return this.index;
    const settings = this.settings();
    const index = new VaultIndex(settings, (target, from) => this.resolveLink(target, from));
    const cache = this.cacheFor?.(settings);
    for (const listed of this.listed()) {
      const stored = cache?.get(listed);
      if (stored !== undefined) {
        if (stored) index.put(listed.path, stored);
        continue;
      }
      const note = this.notes ? this.notes.get(listed.path) : readNote(this.root, listed.path, this.parseYaml);
      const record = note ? index.read(note) : null;
      if (record) index.put(listed.path, record);
      if (note && !note.isUnreadable) cache?.put(listed, record);
    }
    cache?.save(this.listed());
    this.index = index;
    return index;
  }

  /** Takes in that a note was written, made or removed by us. */
  private noteChanged(path: string): void {
    this.notes = null;
    this.list = null;
    this.resolver = null;
    this.index?.apply(path, readNote(this.root, path, this.parseYaml));
  }

  async read(path: string): Promise<string> {
    return Promise.resolve(this.readText(this.fullPath(path), path));
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    if (this.refusal !== null) throw new NoteError(path, this.refusal);
    const full = this.fullPath(path);
    await withLock(join(this.locks, `${hashedName(full)}.lock`), () => {
      for (let attempt = 0; attempt < RETRIES; attempt++) {
        const before = this.readText(full, path);
        const after = change(before);
        if (after === before) return;
        if (this.replace(full, path, before, after)) {
          this.noteChanged(path);
          return;
        }
      }
      throw new NoteError(path, "Another program keeps changing this note; nothing was written.");
    });
  }

  async exists(path: string): Promise<boolean> {
    return Promise.resolve(this.names.find(path) !== null);
  }

  async create(path: string, text: string): Promise<void> {
    if (this.refusal !== null) throw new NoteError(path, this.refusal);
    // One lock for the whole vault: two new notes may differ by case alone.
    await withLock(join(this.locks, `${hashedName(this.root)}-new.lock`), () => {
      try {
        createFile(this.root, path, Buffer.from(text, "utf8"), this.names);
      } catch (error) {
        throw explained(path, error);
      }
    });
    this.noteChanged(path);
  }

  async remove(path: string, expected: string): Promise<void> {
    if (this.refusal !== null) throw new NoteError(path, this.refusal);
    const full = this.fullPath(path);
    await withLock(join(this.locks, `${hashedName(full)}.lock`), () => {
      if (this.readText(full, path) !== expected)
        throw new NoteError(path, "The note has changed since; it was left where it is.");
      try {
        moveToTrash(this.root, full);
      } catch (error) {
        throw explained(path, error);
      }
    });
    this.noteChanged(path);
  }

  /** False where the note changed since it was read: then nothing was written. */
  private replace(full: string, path: string, before: string, after: string): boolean {
    try {
      // Renaming over a file asks only its folder for leave; a note made read-only is meant to stay.
      if ((lstatSync(full).mode & 0o222) === 0)
        throw new NoteError(path, "The note is read-only; nothing was written.");
      return writeAtomically(full, Buffer.from(after, "utf8"), () => this.readText(full, path) === before);
    } catch (error) {
      throw explained(path, error);
    }
  }

  private readText(full: string, path: string): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(full));
    } catch (error) {
      throw explained(path, error);
    }
  }

  /** The place of a note on the disk, refused where it would lead out of the vault. */
  private fullPath(path: string): string {
    const full = resolve(this.root, path);
    try {
      const folder = realpathSync(dirname(full));
      const inside = folder === this.root || folder.startsWith(this.root + sep);
      if (inside && full.startsWith(this.root + sep) && lstatSync(full).isFile()) return full;
    } catch (error) {
      throw explained(path, error);
    }
    throw new NoteError(path, "This path leads out of the vault.");
  }
}

/** What the operating system refused, in words. */
function explained(path: string, error: unknown): Error {
  if (error instanceof NoteError) return error;
  const message =
    isCode(error, "ENOENT") || isCode(error, "ENOTDIR")
      ? "There is no such note."
      : isCode(error, "EACCES") || isCode(error, "EPERM") || isCode(error, "EROFS")
        ? "The note cannot be opened for writing; nothing was written."
        : isCode(error, "ENOSPC") || isCode(error, "EDQUOT")
          ? "The disk is full; nothing was written."
          : isCode(error, "ERR_ENCODING_INVALID_ENCODED_DATA")
            ? words.notUtf8
            : null;
  return message === null ? (error as Error) : new NoteError(path, message);
}
