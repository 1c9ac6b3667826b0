import { debounce } from "./debounce.ts";
import { TFile, type TAbstractFile } from "./files.ts";
import type { WorkspaceLeaf } from "./leaf.ts";
import { ItemView } from "./view.ts";

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  getDisplayText(): string {
    return this.file?.basename ?? "No file";
  }

  override onload(): void {
    const { vault } = this.app;
    this.registerEvent(
      vault.on("rename", (file: TAbstractFile) => file === this.file && void this.onRename(this.file)),
    );
    this.registerEvent(vault.on("delete", (file: TAbstractFile) => file === this.file && this.leaf.detach()));
  }

  override getState(): Record<string, unknown> {
    return this.file === null ? {} : { file: this.file.path };
  }

  override async setState(state: unknown): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    if (typeof path !== "string") return;
    const file = this.app.vault.getFileByPath(path);
    if (file === this.file) return;
    if (this.file !== null) await this.onUnloadFile(this.file);
    this.file = file;
    if (file !== null) await this.onLoadFile(file);
    this.titleEl.setText(this.getDisplayText());
  }

  override async close(): Promise<void> {
    if (this.file !== null && !this.file.deleted) await this.onUnloadFile(this.file);
    await super.close();
  }

  async onLoadFile(_file: TFile): Promise<void> {}

  async onUnloadFile(_file: TFile): Promise<void> {}

  async onRename(_file: TFile): Promise<void> {
    this.titleEl.setText(this.getDisplayText());
    this.leaf.updateHeader();
  }

  canAcceptExtension(extension: string): boolean {
    return extension === "md";
  }
}

export abstract class EditableFileView extends FileView {}

const SAVE_AFTER_MS = 2000;

export abstract class TextFileView extends EditableFileView {
  data = "";
  dirty = false;
  readonly requestSave: () => void;
  private readonly saveSoon = debounce(() => void this.save(), SAVE_AFTER_MS, true);

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.requestSave = () => {
      this.dirty = true;
      this.saveSoon();
    };
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on("modify", (file: TAbstractFile) => file === this.file && void this.takeOutsideText()),
    );
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.data = await this.app.vault.read(file);
    this.setViewData(this.data, true);
  }

  override async onUnloadFile(): Promise<void> {
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    this.saveSoon.cancel();
    if (this.dirty && this.file !== null && !this.file.deleted) {
      this.dirty = false;
      this.data = this.getViewData();
      await this.app.vault.modify(this.file, this.data);
    }
    if (clear) this.clear();
  }

  /** Text that is not saved yet is kept; otherwise the view follows the file. */
  private async takeOutsideText(): Promise<void> {
    if (this.dirty || this.file === null) return;
    const text = await this.app.vault.cachedRead(this.file);
    if (this.dirty || text === this.data) return;
    this.data = text;
    this.setViewData(text, false);
  }
}
