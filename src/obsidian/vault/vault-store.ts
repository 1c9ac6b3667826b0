import { MarkdownView, type App, type TFile } from "obsidian";
import { NoteError, type NoteStore } from "../../core/ports";
import type { Person } from "../../core/people/person";
import type { PeopleIndex } from "./people-index";

/** The notes of the open vault. */
export class VaultStore implements NoteStore {
  constructor(
    private readonly app: App,
    private readonly index: PeopleIndex,
  ) {}

  async readPeople(): Promise<readonly Person[]> {
    await this.index.allRead();
    return this.index.people();
  }

  async read(path: string): Promise<string> {
    return this.app.vault.read(await this.settled(path));
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    const file = await this.settled(path);
    const written = await this.app.vault.process(file, change);
    this.index.noteWritten(path, written);
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
