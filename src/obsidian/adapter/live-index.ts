import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from "obsidian";
import { contactDay } from "../../core/index/dated-note";
import { normalizeMark, renamedIn } from "../../core/index/not-contact";
import { readingRules, type NoteRecord, type NoteSource } from "../../core/index/note-record";
import type { Person } from "../../core/index/person";
import type { CompletedTask } from "../../core/index/completed-tasks";
import { VaultIndex } from "../../core/index/vault-index";
import type { PlacedTouch } from "../../core/log/touch";
import type { Settings } from "../../core/people/settings/settings";
import type { TaskNote } from "../../core/tasks/note-task";
import { readingNeed } from "../../core/today/reading-order";
import { standingRules } from "../../core/today/standing";
import type { SettingsStore } from "../settings/settings-store";
import { todayHere } from "./calendar-day";
import { Listeners } from "./listeners";
import type { MetadataWatch } from "./metadata-watch";
import { NoteCache } from "./note-cache";
import { hasUnreadFrontmatter, sourceOf, sourceOfText } from "./note-source";
import { timeSlices, type Slices } from "./time-slices";

/** So many notes are asked for at once; each is answered by the device in its own time. */
const READ_AT_ONCE = 8;
/** While notes are read, listeners are told this often: they draw, and that costs too. */
const TELL_EVERY_MS = 400;
/** Fewer notes than this are read before anybody could read how far it is. */
const LONG = 1_000;

/**
 * The index of the open vault, kept up to date from Obsidian's events: one changed note costs one note. At the start
 * everybody's frontmatter comes first, from the metadata cache and without reading a file, so that something can be
 * shown; bodies follow in small slices, the most pressing first, and only those that changed since they were last read
 * on this device.
 */
export class LiveIndex extends Component {
  private index: VaultIndex;
  /** The index that is being made under new settings; the old one is shown until everybody is in it. */
  private next: VaultIndex | null = null;
  private readonly cache: NoteCache;
  private readonly listeners = new Listeners();
  /** The notes whose body still has to be read. */
  private readonly unread = new Set<string>();
  private generation = 0;
  private listed = false;
  private whole = false;
  private loading = true;
  /** The rules that notes are read by. */
  private rules: string | null = null;
  private percent: number | null = null;
  private finished: Promise<void> = Promise.resolve();
  private tellListed: () => void = () => undefined;
  /** Resolves once everybody is known from their frontmatter. */
  readonly whenListed = new Promise<void>((resolve) => {
    this.tellListed = resolve;
  });

  constructor(
    private readonly app: App,
    private readonly settings: SettingsStore,
    private readonly metadata: MetadataWatch,
  ) {
    super();
    this.index = this.emptyIndex();
    this.cache = this.addChild(new NoteCache(app));
  }

  override onload(): void {
    this.finished = this.start();
  }

  override onunload(): void {
    this.generation++;
    this.listeners.clear();
  }

  /** Follows the settings: everything is read anew where they read notes in another way. */
  rebuild(): void {
    // Before the vault can be read, nothing has been.
    if (this.rules === null) return;
    if (!this.loading && JSON.stringify(readingRules(this.settings.get())) === this.rules) {
      const index = this.emptyIndex();
      for (const [path, record] of this.index.entries()) index.put(path, record);
      this.index = index;
      this.listeners.tell();
    } else this.finished = this.readAll(++this.generation);
  }

  /** Whether notes are being read, for the first time or anew. */
  get isLoading(): boolean {
    return this.loading;
  }

  /** Whether everybody is known from their frontmatter; bodies may still be to come. */
  get isListed(): boolean {
    return this.listed;
  }

  /** Whether every body has been read under these settings, so that what follows from logs no longer jumps about. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** Whether Obsidian has read the vault: until then nobody is not the same as nobody here. */
  get isVaultRead(): boolean {
    return this.metadata.isComplete;
  }

  /** How far reading bodies is, from 0 to 100; null where it does not take long, or is done. */
  get percentRead(): number | null {
    return this.percent;
  }

  people(): Person[] {
    return this.index.everybody();
  }

  person(path: string): Person | undefined {
    return this.index.person(path);
  }

  /** The notes with tasks that concern people. */
  notesWithTasks(): readonly TaskNote[] {
    return this.index.notesWithTasks();
  }

  /** Completed tasks about being in touch that nothing gives a day. */
  undatedCompletions(): readonly CompletedTask[] {
    return this.index.undatedCompletions();
  }

  /** Where a link leads, as Obsidian has it. */
  resolveLink(target: string, from: string): string | null {
    return this.app.metadataCache.getFirstLinkpathDest(target.replace(/\.md$/i, ""), from)?.path ?? null;
  }

  /** Resolves once every note has been read. */
  async allRead(): Promise<void> {
    // New settings may begin another reading meanwhile.
    for (let reading: Promise<void> | null = null; reading !== this.finished;) await (reading = this.finished);
  }

  /** Calls back after changes, once for a burst of them, until the returned function is called. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  /** Takes in a text that we have just written or made, without waiting for the metadata cache. */
  noteWritten(path: string, text: string): void {
    this.take(path, sourceOfText(path, text));
  }

  /** Lets go of a note that we have just taken away. */
  noteRemoved(path: string): void {
    this.take(path, null);
  }

  /** The days on which dated notes mention people, whether or not the settings let them count: for the examples. */
  async mentionExamples(): Promise<ReadonlyMap<string, readonly PlacedTouch[]>> {
    await this.allRead();
    const settings = this.settings.get();
    const asked = { ...settings, mentions: { ...settings.mentions, on: true } };
    const index = this.emptyIndex(asked);
    for (const file of this.app.vault.getMarkdownFiles()) {
      const found = this.app.metadataCache.getFileCache(file);
      const hasText = this.mayMention(file, found, asked) || this.index.person(file.path) !== undefined;
      const text = hasText ? await this.textOf(file) : null;
      index.apply(file.path, sourceOf(file.path, found, text));
    }
    return new Map(index.everybody().map(({ path, mentions }) => [path, mentions]));
  }

  private async start(): Promise<void> {
    await this.metadata.whenReady;
    const { metadataCache, vault } = this.app;
    this.register(
      this.metadata.onChanged((file, text, found) => {
        this.take(file.path, sourceOf(file.path, found, text), file);
      }),
    );
    this.registerEvent(
      metadataCache.on("deleted", (file) => {
        this.take(file.path, null);
      }),
    );
    // A new note may be what a link has long pointed to.
    this.registerEvent(
      vault.on("create", (file) => {
        if (!this.index.record(file.path)) this.take(file.path, null);
      }),
    );
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.renamed(file, oldPath)));
    await this.readAll(++this.generation);
  }

  private async readAll(generation: number): Promise<void> {
    const isCurrent = (): boolean => generation === this.generation;
    this.loading = true;
    this.whole = false;
    const rules = readingRules(this.settings.get());
    this.rules = JSON.stringify(rules);
    await this.cache.begin(rules);
    if (!isCurrent()) return;
    const slices = timeSlices();
    const index = (this.next = this.emptyIndex());
    this.unread.clear();
    for (const file of this.app.vault.getMarkdownFiles()) {
      this.list(index, file);
      await slices.yieldToUi();
      if (!isCurrent()) return;
    }
    this.index = index;
    this.next = null;
    this.listed = true;
    this.listeners.tell();
    this.tellListed();
    await this.readBodies(slices, isCurrent);
    if (!isCurrent()) return;
    this.whole = true;
    this.loading = false;
    this.listeners.tell();
    void this.cache.dropUnused();
  }

  /** Takes a note from what is stored on this device, else its frontmatter alone. */
  private list(index: VaultIndex, file: TFile): void {
    const stored = this.cache.get(file);
    if (stored !== undefined) {
      if (stored) index.put(file.path, stored);
      return;
    }
    const found = this.app.metadataCache.getFileCache(file);
    const record = index.read(sourceOf(file.path, found, null));
    if (record) index.put(file.path, record);
    if (this.needsBody(file, found, record)) this.unread.add(file.path);
  }

  private needsBody(file: TFile, found: CachedMetadata | null, record: NoteRecord | null): boolean {
    if (record?.person || hasUnreadFrontmatter(found) || hasTask(found)) return true;
    return this.mayMention(file, found, this.settings.get());
  }

  private mayMention(file: TFile, found: CachedMetadata | null, settings: Settings): boolean {
    if (!settings.mentions.on || (found?.links?.length ?? 0) === 0) return false;
    const { properties } = sourceOf(file.path, found, null);
    return contactDay(file.path, properties, false, settings) !== null;
  }

  private async readBodies(slices: Slices, isCurrent: () => boolean): Promise<void> {
    const queue = this.mostPressingFirst();
    let told = slices.now();
    const tell = (): void => {
      if (slices.now() - told < TELL_EVERY_MS) return;
      told = slices.now();
      this.listeners.tell(TELL_EVERY_MS);
    };
    for (let at = 0; at < queue.length; at += READ_AT_ONCE) {
      this.percent = queue.length < LONG ? null : Math.floor((100 * at) / queue.length);
      const files = queue
        .slice(at, at + READ_AT_ONCE)
        .flatMap((path) => (this.unread.has(path) ? (this.app.vault.getFileByPath(path) ?? []) : []));
      const texts = await Promise.all(files.map((file) => this.textOf(file)));
      for (const [place, file] of files.entries()) {
        if (!isCurrent()) return;
        // It may have changed, and so been read, while others were waited for.
        if (!this.unread.delete(file.path)) continue;
        const text = texts[place] ?? null;
        this.put(
          file.path,
          text === null ? null : sourceOf(file.path, this.app.metadataCache.getFileCache(file), text),
          file,
        );
        await slices.yieldToUi(tell);
      }
    }
    this.percent = null;
  }

  /** Those whose log may move them in or out of what is shown first; last the notes that are nobody's. */
  private mostPressingFirst(): string[] {
    const rules = standingRules(this.settings.get());
    const today = todayHere();
    const needs = new Map<string, number>();
    for (const path of this.unread) {
      const person = this.index.person(path);
      needs.set(path, person ? readingNeed(person, rules, today) : Infinity);
    }
    return [...needs].sort(([, a], [, b]) => (a === b ? 0 : a - b)).map(([path]) => path);
  }

  /** Takes in what a note says now, and tells. */
  private take(path: string, source: NoteSource | null, file: TFile | null = null): void {
    this.unread.delete(path);
    const reached = this.put(path, source, file);
    for (const one of reached) {
      if (one !== path && this.index.person(one) === undefined) continue;
      this.listeners.tell(this.whole ? 0 : TELL_EVERY_MS);
      return;
    }
  }

  private put(path: string, source: NoteSource | null, file: TFile | null): ReadonlySet<string> {
    const record = source && this.index.read(source);
    if (file && source?.text != null) this.cache.put(file, record);
    else if (!source) this.cache.remove(path);
    this.next?.put(path, record);
    return this.index.put(path, record);
  }

  private async renamed(file: TAbstractFile, oldPath: string): Promise<void> {
    this.take(oldPath, null);
    if (file instanceof TFile && file.extension === "md") {
      const found = this.app.metadataCache.getFileCache(file);
      const text = await this.textOf(file);
      // Renamed again meanwhile, it comes under its newest name.
      if (this.app.vault.getFileByPath(file.path) === file)
        this.take(file.path, sourceOf(file.path, found, text), file);
    }
    await this.renameMarks(oldPath, file.path);
  }

  /** What the settings say is no contact goes along. */
  private async renameMarks(oldPath: string, path: string): Promise<void> {
    const follow = (settings: Settings): Settings => {
      const notContact = renamedIn(settings.mentions.notContact, (one) =>
        normalizeMark(one) === normalizeMark(oldPath) ? path : one,
      );
      const isSame = notContact.every((one, at) => one === settings.mentions.notContact[at]);
      return isSame ? settings : { ...settings, mentions: { ...settings.mentions, notContact } };
    };
    if (follow(this.settings.get()) !== this.settings.get()) await this.settings.update(follow);
  }

  /** The text of a note; null for one that cannot be read, as it has gone meanwhile. */
  private async textOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null;
    }
  }

  private emptyIndex(settings: Settings = this.settings.get()): VaultIndex {
    return new VaultIndex(settings, (target, from) => this.resolveLink(target, from));
  }
}

function hasTask(found: CachedMetadata | null): boolean {
  return found?.listItems?.some(({ task }) => task !== undefined) ?? false;
}
