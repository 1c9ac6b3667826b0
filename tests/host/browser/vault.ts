import type * as O from "obsidian";
import { Adapter, changeOnDisk } from "./adapter.ts";
import { DiskError, disk, type DiskItem, type DiskStat, type OutsideChange } from "./bridge.ts";
import { Events } from "./events.ts";
import { parentPath, TAbstractFile, TFile, TFolder } from "./files.ts";
import { given } from "./host-options.ts";
import { PathLock } from "./path-lock.ts";

export class Vault extends Events {
  readonly configDir = ".obsidian";
  readonly adapter: O.DataAdapter;
  /** The editor's unsaved text is written before another change of its file, as in the app. */
  flushEditors: (path: string) => Promise<void> = async () => undefined;

  private readonly lock = new PathLock();
  private readonly byPath = new Map<string, TAbstractFile>();
  private readonly texts = new Map<string, string>();
  private readonly root: TFolder;

  constructor() {
    super();
    this.adapter = new Adapter(this.lock);
    this.root = new TFolder(this, "/");
    this.byPath.set("/", this.root);
  }

  getName(): string {
    return given.vaultName;
  }

  getConfig(key: string): unknown {
    return (
      given.options.config?.[key] ??
      { newFileLocation: "root", useMarkdownLinks: false, newLinkFormat: "shortest", promptDelete: true }[key]
    );
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.byPath.get(path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const found = this.byPath.get(path);
    return found instanceof TFile ? found : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const found = this.byPath.get(path);
    return found instanceof TFolder ? found : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.byPath.values()];
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === "md");
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (file) => file instanceof TFolder && (includeRoot || file !== this.root),
    ) as TFolder[];
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  async read(file: TFile): Promise<string> {
    return (await disk.read(file.path)).text;
  }

  async cachedRead(file: TFile): Promise<string> {
    return this.texts.get(file.path) ?? this.read(file);
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  async create(path: string, data: string): Promise<TFile> {
    return this.lock.run(path, async () => {
      if (this.byPath.has(path)) throw new Error("File already exists.");
      if (parentPath(path) !== "/" && !this.byPath.has(parentPath(path))) {
        throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      }
      const { stat } = await disk.write(path, data, { ifNew: true });
      return this.added(path, stat, data) as TFile;
    });
  }

  async createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
    if (this.byPath.has(path)) throw new Error("File already exists.");
    await this.adapter.writeBinary(path, data);
    return this.added(path, (await disk.stat(path)).stat ?? undefined) as TFile;
  }

  async createFolder(path: string): Promise<TFolder> {
    if (this.byPath.has(path)) throw new Error("Folder already exists.");
    const { stat } = await disk.mkdir(path);
    return this.added(path, stat) as TFolder;
  }

  async modify(file: TFile, data: string): Promise<void> {
    await this.lock.run(file.path, async () => {
      const { stat } = await disk.write(file.path, data);
      this.changed(file, stat, data);
    });
  }

  async modifyBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    await this.adapter.writeBinary(file.path, data);
    this.changed(file, (await disk.stat(file.path)).stat ?? undefined);
  }

  async append(file: TFile, data: string): Promise<void> {
    await this.process(file, (before) => before + data);
  }

  async appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    await this.adapter.appendBinary(file.path, data);
    this.changed(file, (await disk.stat(file.path)).stat ?? undefined);
  }

  /** Atomic: one change of a path at a time, computed from the text that is on disk. */
  async process(file: TFile, fn: (data: string) => string): Promise<string> {
    await this.flushEditors(file.path);
    return this.lock.run(file.path, async () => {
      const { text, before, stat } = await changeOnDisk(file.path, fn);
      if (text !== before) this.changed(file, stat, text);
      return text;
    });
  }

  async delete(file: TAbstractFile): Promise<void> {
    await this.lock.run(file.path, () => disk.remove(file.path));
    this.removed(file);
  }

  async trash(file: TAbstractFile): Promise<void> {
    await this.adapter.trashLocal(file.path);
    this.removed(file);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    if (this.byPath.has(newPath) && newPath.toLowerCase() !== file.path.toLowerCase())
      throw new Error("Destination file already exists!");
    if (parentPath(newPath) !== "/" && !this.byPath.has(parentPath(newPath))) {
      throw new Error(`ENOENT: no such file or directory, rename '${file.path}' -> '${newPath}'`);
    }
    await this.flushEditors(file.path);
    await this.lock.run(file.path, () => disk.rename(file.path, newPath));
    this.moved(file, newPath);
  }

  async copy(file: TAbstractFile, newPath: string): Promise<TAbstractFile> {
    if (!(file instanceof TFile)) throw new Error("only files are copied here");
    return this.create(newPath, await this.read(file));
  }

  /** Fills the vault at start; the caller replays 'create' for each, as the app does. */
  fill(items: readonly DiskItem[]): void {
    for (const item of items) this.attach(item.path, item, item.text);
  }

  async takeOutsideChange({ kind, path, stat }: OutsideChange): Promise<void> {
    const file = this.byPath.get(path);
    if (kind === "delete") {
      if (file !== undefined) this.removed(file);
      return;
    }
    const text = stat?.type === "file" && /\.(md|base|canvas)$/.test(path) ? await readOrNull(path) : undefined;
    if (text === null) return;
    if (file === undefined) this.added(path, stat, text);
    else if (file instanceof TFile && (text === undefined || text !== this.texts.get(path)))
      this.changed(file, stat, text);
  }

  private attach(path: string, stat: DiskStat | undefined, text?: string): TAbstractFile {
    const present = this.byPath.get(path);
    if (present !== undefined) return present;
    const parent = parentPath(path) === "/" ? this.root : this.attach(parentPath(path), undefined);
    const file = stat?.type === "file" ? new TFile(this, path) : new TFolder(this, path);
    file.parent = parent as TFolder;
    file.parent.children.push(file);
    this.byPath.set(path, file);
    if (file instanceof TFile && stat !== undefined)
      file.stat = { ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
    if (text !== undefined) this.texts.set(path, text);
    return file;
  }

  private added(path: string, stat: DiskStat | undefined, text?: string): TAbstractFile {
    const file = this.attach(path, stat, text);
    this.trigger("create", file);
    return file;
  }

  private changed(file: TFile, stat: DiskStat | undefined, text?: string): void {
    if (stat !== undefined) file.stat = { ctime: file.stat.ctime, mtime: stat.mtime, size: stat.size };
    if (text !== undefined) this.texts.set(file.path, text);
    this.trigger("modify", file);
  }

  private removed(file: TAbstractFile): void {
    if (this.byPath.get(file.path) !== file) return;
    if (file instanceof TFolder) for (const child of [...file.children]) this.removed(child);
    file.parent?.children.remove(file);
    this.byPath.delete(file.path);
    this.texts.delete(file.path);
    if (file instanceof TFile) file.deleted = true;
    this.trigger("delete", file);
  }

  private moved(file: TAbstractFile, newPath: string): void {
    const oldPath = file.path;
    const children = file instanceof TFolder ? [...file.children] : [];
    file.parent?.children.remove(file);
    this.byPath.delete(oldPath);
    const text = this.texts.get(oldPath);
    this.texts.delete(oldPath);
    file.path = newPath;
    file.parent = (this.byPath.get(parentPath(newPath)) as TFolder | undefined) ?? this.root;
    file.parent.children.push(file);
    this.byPath.set(newPath, file);
    if (text !== undefined) this.texts.set(newPath, text);
    this.trigger("rename", file, oldPath);
    for (const child of children) this.moved(child, `${newPath}/${child.name}`);
  }
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return (await disk.read(path)).text;
  } catch (error) {
    if (error instanceof DiskError) return null;
    throw error;
  }
}
