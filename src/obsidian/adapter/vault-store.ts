import { MarkdownView, normalizePath, type App, type TFile } from "obsidian";
import type { TaskNote } from "../../core/tasks/note-task";
import { NoteError, type NoteStore } from "../../core/ports";
import type { Person } from "../../core/index/person";
import type { CompletedTask } from "../../core/index/completed-tasks";
import { UNREADABLE } from "../../core/index/read-person";
import { words } from "../../core/words/words";
import type { PathIndex } from "./path-index";
import type { LiveIndex } from "./live-index";

/** The notes of the open vault. */
export class VaultStore implements NoteStore {
  constructor(
    private readonly app: App,
    private readonly index: LiveIndex,
    private readonly paths: PathIndex,
  ) {}

  async readPeople(): Promise<readonly Person[]> {
    await this.index.allRead();
    return this.index.people();
  }

  async readTaskNotes(): Promise<readonly TaskNote[]> {
    await this.index.allRead();
    return this.index.notesWithTasks();
  }

  async readUndatedCompletions(): Promise<readonly CompletedTask[]> {
    await this.index.allRead();
    return this.index.undatedCompletions();
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve(this.app.vault.getMarkdownFiles().map(({ path }) => path));
  }

  resolveLink(target: string, from: string): string | null {
    return this.index.resolveLink(target, from);
  }

  async read(path: string): Promise<string> {
    const file = await this.settled(path);
    const text = await this.app.vault.read(file);
    if (text.includes(UNREADABLE) && !isUtf8(await this.app.vault.readBinary(file)))
      throw new NoteError(path, words.notUtf8);
    return text;
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    const file = await this.settled(path);
    const written = await this.app.vault.process(file, change);
    this.index.noteWritten(path, written);
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(this.paths.find(path) !== null);
  }

  async create(path: string, text: string): Promise<void> {
    const { vault } = this.app;
    if (path.split("/").some((part) => part === "" || part.startsWith(".")))
      throw new NoteError(path, "This path leads out of the vault.");
    const there = this.paths.find(path);
    if (there !== null)
      throw new NoteError(
        path,
        there === path ? "There is already a note of that name." : `There is already a note of that name: ${there}.`,
      );
    try {
      await this.makeFolder(path.split("/").slice(0, -1));
      await vault.create(normalizePath(path), text);
    } catch (error) {
      throw new NoteError(
        path,
        `The note could not be made (${error instanceof Error ? error.message : String(error)}).`,
      );
    }
    this.paths.add(path);
    this.index.noteWritten(path, text);
  }

  async remove(path: string, expected: string): Promise<void> {
    const file = await this.settled(path);
    if ((await this.app.vault.read(file)) !== expected)
      throw new NoteError(path, "The note has changed since; it was left where it is.");
    try {
      await this.app.fileManager.trashFile(file);
    } catch (error) {
      throw new NoteError(
        path,
        `The note could not be put in the trash (${error instanceof Error ? error.message : String(error)}).`,
      );
    }
    this.index.noteRemoved(path);
  }

  /** The bytes of any file of the vault: here a file outside it cannot be named. */
  async readBytes(path: string): Promise<Uint8Array> {
    const file = this.app.vault.getFileByPath(normalizePath(path));
    if (!file) throw new NoteError(path, "There is no such file in the vault.");
    return new Uint8Array(await this.app.vault.readBinary(file));
  }

  private async makeFolder(parts: readonly string[]): Promise<void> {
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      const there = this.paths.find(folder);
      if (there !== null && there !== folder) throw new Error(`the folder is spelled ${there} here`);
      if (there !== null) continue;
      await this.app.vault.createFolder(folder);
      this.paths.add(folder);
    }
  }

  /** The file, once an editor that has it open has saved what was typed in it. */
  private async settled(path: string): Promise<TFile> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new NoteError(path, "There is no such note.");
    for (const { view } of this.app.workspace.getLeavesOfType("markdown")) {
      if (view instanceof MarkdownView && view.file?.path === path) await view.save();
    }
    return file;
  }
}

/** Written back as the text it was read as, any other encoding would lose letters. */
function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
