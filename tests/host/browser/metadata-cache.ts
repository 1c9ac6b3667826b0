import type * as O from "obsidian";
import { Events } from "./events.ts";
import { TFile, type TAbstractFile } from "./files.ts";
import { LinkIndex } from "./link-index.ts";
import { parseMetadata } from "./metadata-parse.ts";
import type { Vault } from "./vault.ts";

/** How metadata comes that was late at the start. */
export interface LateFilling {
  /** Default: all notes. */
  readonly paths?: readonly string[];
  /** Whether `changed` is fired for each of them. */
  readonly changed: boolean;
  /** Whether `resolved` is fired in the end. */
  readonly resolved: boolean;
}

/** Knows of a write only after it: `delay` milliseconds later, as a test chooses. */
export class MetadataCache extends Events {
  delay = 20;
  /** While the notes that were there at the start wait for `fillLate`. */
  isHeld = false;
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};

  private readonly caches = new Map<string, O.CachedMetadata>();
  private readonly waiting = new Map<string, number>();
  private readonly index = new LinkIndex();

  constructor(private readonly vault: Vault) {
    super();
    vault.on("create", (file: TAbstractFile) => this.isNew(file) && this.later(file));
    vault.on("modify", (file: TAbstractFile) => this.later(file));
    vault.on("delete", (file: TAbstractFile) => file instanceof TFile && this.forget(file));
    vault.on("rename", (file: TAbstractFile, oldPath: string) => file instanceof TFile && this.move(file, oldPath));
  }

  getFileCache(file: TFile): O.CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): O.CachedMetadata | null {
    return this.caches.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    if (linkpath === "") return this.vault.getFileByPath(sourcePath);
    return this.index.resolve(linkpath, sourcePath);
  }

  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    const path = this.index.sharesName(file) ? file.path : file.name;
    return omitMdExtension && file.extension === "md" ? path.replace(/\.md$/i, "") : path;
  }

  getTags(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const cache of this.caches.values())
      for (const { tag } of cache.tags ?? []) counts[tag] = (counts[tag] ?? 0) + 1;
    return counts;
  }

  /** Everything at once, before the plugin is there. */
  async fill(): Promise<void> {
    this.fillNames();
    for (const file of this.vault.getMarkdownFiles())
      this.caches.set(file.path, parseMetadata(await this.vault.cachedRead(file)));
    for (const path of this.caches.keys()) this.resolveLinks(path);
  }

  /** Only what links are resolved by: the notes are still to be parsed. */
  fillNames(): void {
    for (const file of this.vault.getFiles()) this.index.add(file);
  }

  /** Parses notes that have no metadata yet, all or those given, as the app does after the layout is ready. */
  async fillLate({ paths, changed, resolved }: LateFilling): Promise<void> {
    for (const file of this.vault.getMarkdownFiles()) {
      if (this.caches.has(file.path) || paths?.includes(file.path) === false) continue;
      const text = await this.vault.cachedRead(file);
      const cache = parseMetadata(text);
      this.caches.set(file.path, cache);
      this.resolveLinks(file.path);
      if (changed) this.trigger("changed", file, text, cache);
    }
    if (resolved) this.trigger("resolved");
  }

  /** True while a write is not yet known here. */
  get busy(): boolean {
    return this.waiting.size > 0;
  }

  private isNew(file: TAbstractFile): boolean {
    if (file instanceof TFile) this.index.add(file);
    // Those of a late start are parsed when the test says so.
    return !this.caches.has(file.path) && !this.isHeld;
  }

  private later(file: TAbstractFile): void {
    if (!(file instanceof TFile) || file.extension !== "md") return;
    window.clearTimeout(this.waiting.get(file.path));
    this.waiting.set(
      file.path,
      window.setTimeout(() => void this.take(file), this.delay),
    );
  }

  private async take(file: TFile): Promise<void> {
    const { path } = file;
    const timer = this.waiting.get(path);
    if (!file.deleted) {
      const text = await this.vault.cachedRead(file);
      if (file.deleted || file.path !== path) return;
      const cache = parseMetadata(text);
      this.caches.set(path, cache);
      this.resolveLinks(path);
      this.trigger("changed", file, text, cache);
      this.trigger("resolve", file);
    }
    if (this.waiting.get(path) === timer) this.waiting.delete(path);
    if (!this.busy) this.trigger("resolved");
  }

  private forget(file: TFile): void {
    const before = this.caches.get(file.path) ?? null;
    window.clearTimeout(this.waiting.get(file.path));
    this.waiting.delete(file.path);
    this.index.remove(file);
    this.caches.delete(file.path);
    delete this.resolvedLinks[file.path];
    delete this.unresolvedLinks[file.path];
    if (before !== null) this.trigger("deleted", file, before);
  }

  private move(file: TFile, oldPath: string): void {
    this.index.remove(file, oldPath);
    this.index.add(file);
    const cache = this.caches.get(oldPath);
    this.caches.delete(oldPath);
    if (cache !== undefined) this.caches.set(file.path, cache);
    delete this.resolvedLinks[oldPath];
    delete this.unresolvedLinks[oldPath];
    if (this.waiting.has(oldPath)) {
      window.clearTimeout(this.waiting.get(oldPath));
      this.waiting.delete(oldPath);
      this.later(file);
    }
    this.resolveLinks(file.path);
    this.trigger("resolve", file);
    if (!this.busy) this.trigger("resolved");
  }

  private resolveLinks(path: string): void {
    const cache = this.caches.get(path);
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])]) {
      const linkpath = link.split("#")[0] ?? "";
      if (linkpath === "") continue;
      const target = this.getFirstLinkpathDest(linkpath, path);
      if (target !== null) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
      else unresolved[linkpath] = (unresolved[linkpath] ?? 0) + 1;
    }
    this.resolvedLinks[path] = resolved;
    this.unresolvedLinks[path] = unresolved;
  }
}
