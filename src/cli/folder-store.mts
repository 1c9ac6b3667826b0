import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { TaskNote } from "../core/tasks/note-task";
import type { SurveyedNote } from "../core/entry/detection/propose";
import { linkResolver, type ResolveLink } from "../core/tasks/resolve-link";
import { mentionsIn, type Mentions } from "../core/index/mentions";
import type { ParseYaml } from "../core/text/note/parse-head";
import { withLateTouches } from "../core/index/late-touches";
import type { Person } from "../core/index/person";
import { readTouches } from "../core/index/read-person";
import { NoteError, type NoteStore } from "../core/ports";
import { noteFormat } from "../core/index/note-format";
import type { Settings } from "../core/people/settings/settings";
import { tickedTouches, withTicks } from "../core/index/ticked-touches";
import type { PlacedTouch } from "../core/log/touch";
import { words } from "../core/words/words";
import { writeAtomically } from "./atomic-write.mjs";
import { isCode, withLock } from "./file-lock.mjs";
import { noteFinder, type FoundInNote } from "./find-in-note.mjs";
import { FolderNames } from "./folder-names.mjs";
import { createFile, moveToTrash } from "./note-files.mjs";
import { listNotes, type ListedNote } from "./list-notes.mjs";
import type { KeptRows } from "./kept-rows.mjs";
import type { NoteCache } from "./note-cache.mjs";
import { readNote, type FolderNote } from "./read-note.mjs";
import { readTogether } from "./read-together.mjs";
import type { ReadingHelpers } from "./reading-helpers.mjs";
import { survey, type SurveyRow } from "./survey.mjs";
import { hashedName } from "./state-folder.mjs";

/** How often a write begins anew when another program keeps changing the note under it. */
const RETRIES = 5;

/** The notes of a plain folder. */
export class FolderStore implements NoteStore {
  private notes: ReadonlyMap<string, FolderNote> | null = null;
  private list: readonly ListedNote[] | null = null;
  private found: Promise<readonly FoundInNote[]> | null = null;
  private resolver: ResolveLink | null = null;
  private isLacking = false;
  private refusal: string | null = null;
  private readonly root: string;
  private readonly names: FolderNames;

  constructor(
    folder: string,
    private readonly locks: string,
    private readonly parseYaml: ParseYaml,
    private readonly settings: () => Settings,
    /** Where people are kept from run to run; without it every note is read. */
    private readonly cacheFor?: (settings: Settings, textOf: (path: string) => string) => NoteCache,
    /** Who reads many notes beside us. */
    private readonly helpers?: ReadingHelpers,
  ) {
    this.root = realpathSync(resolve(folder));
    this.names = new FolderNames(this.root);
  }

  /** From now on nothing is written, and this is why. */
  refuseWrites(why: string): void {
    this.refusal = why;
  }

  async readPeople(): Promise<readonly Person[]> {
    const found = await this.findAll();
    const people: Person[] = [];
    for (const { person } of found) if (person) people.push(person);
    const ticked = tickedTouches(
      people.map(({ path }) => path),
      await this.readTaskNotes(),
    );
    const mentions = this.mentions(found);
    return people.map((person) => {
      const mentioned = mentions.get(person.path);
      // Set on the person itself, whom nobody else has yet: a copy would have to make all touches.
      if (mentioned) Object.assign(person, { mentions: mentioned });
      const ticks = ticked.get(person.path);
      return ticks ? withTicks(person, ticks) : person;
    });
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve(this.listed().map(({ path }) => path));
  }

  async readTaskNotes(): Promise<readonly TaskNote[]> {
    return (await this.findAll()).flatMap(({ tasks }) => tasks ?? []);
  }

  /** What every note holds, each read once, or not at all where it is as it was when last it was read. */
  private findAll(): Promise<readonly FoundInNote[]> {
    this.found ??= this.readAll();
    return this.found;
  }

  private async readAll(): Promise<readonly FoundInNote[]> {
    const { root, parseYaml, notes, helpers = null } = this;
    const settings = this.settings();
    const textOf = (path: string): string => this.readNote(path)?.text ?? "";
    const cache = this.cacheFor?.(settings, textOf);
    if (cache) {
      return cache.foundIn(this.listed(), async (unread) => {
        const portions = await readTogether(unread, { root, settings, parseYaml, now: cache.now, notes, helpers });
        if (portions.some(({ unsure }) => unsure.length > 0)) this.isLacking = true;
        return portions;
      });
    }
    const find = noteFinder(settings);
    const touchesOf = (path: string): readonly PlacedTouch[] =>
      readTouches({ path, text: textOf(path) }, noteFormat(settings));
    return this.readNotes().map((note) => {
      const found = find(note);
      return {
        ...found,
        person: found.person && withLateTouches(found.person.person, found.person.summary, touchesOf),
      };
    });
  }

  /** After a change on the disk, what was listed and read before it holds no more. */
  private forget(): void {
    this.notes = null;
    this.list = null;
    this.found = null;
    this.resolver = null;
  }

  /** The notes that lie in the folder, listed once. */
  listed(): readonly ListedNote[] {
    this.list ??= listNotes(this.root, (notes) => this.helpers?.expect(notes));
    return this.list;
  }

  /** Whether all notes that were to be read were there to be read. */
  isWhole(): boolean {
    return !this.isLacking;
  }

  /** What dated notes say of people, where the settings let it count. */
  private mentions(found: readonly FoundInNote[]): Mentions {
    const dated = found.flatMap((one) => one.dated ?? []);
    return mentionsIn(dated, (target, from) => this.resolveLink(target, from), this.settings().mentions.notContact);
  }

  private readNote(path: string): FolderNote | null {
    const note = readNote(this.root, path, this.parseYaml);
    if (!note || note.isLockedAway) this.isLacking = true;
    return note;
  }

  /** Every note of the folder, read once; hidden folders and links are not followed. */
  readNotes(): readonly FolderNote[] {
    this.notes ??= new Map(
      this.listed()
        .flatMap(({ path }) => this.readNote(path) ?? [])
        .map((note) => [note.path, note]),
    );
    return [...this.notes.values()];
  }

  /** What detection looks at in every note, as kept, or read. */
  survey(rows: KeptRows<SurveyRow>): readonly SurveyedNote[] {
    const list = this.listed();
    // Where all have to be read, they are looked through for people next.
    if (rows.of(list).every((row) => row === null)) this.readNotes();
    return survey(list, rows, (path) => (this.notes ? (this.notes.get(path) ?? null) : this.readNote(path)), Date.now);
  }

  resolveLink(target: string, from: string): string | null {
    this.resolver ??= linkResolver(this.listed().map(({ path }) => path));
    return this.resolver(target, from);
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
          this.forget();
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
    this.forget();
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
    this.forget();
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
