import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from "obsidian";
import type { Mentions } from "../../core/mentions/mentions";
import { inlineTags } from "../../core/note/inline-tags";
import { headLooksLikePerson, isPerson, propertyTags } from "../../core/people/people-rules";
import type { Person } from "../../core/people/person";
import { readPerson, type NoteFormat } from "../../core/people/read-person";
import { inReadingOrder } from "../../core/people/reading-order";
import { noteFormat } from "../../core/settings/note-format";
import type { Settings } from "../../core/settings/settings";
import { withTicks, type TickedTouches } from "../../core/tasks/ticked-touches";
import type { TaskNotesIndex } from "../tasks/task-notes-index";
import { todayHere } from "./calendar-day";
import { PeopleKeeper } from "./people-keeper";
import { Listeners } from "./listeners";
import { timeSlices } from "./time-slices";
import { factsOf, hasUnreadHead, readHead, type NoteHead } from "./note-facts";

/** So many notes are asked for at once; each is answered by the device in its own time. */
const READ_AT_ONCE = 8;
/** While logs are read, listeners are told this often: they draw, and that costs too. */
const TELL_EVERY_MS = 400;

/** How far reading the logs has come. */
export interface ReadingProgress {
  readonly read: number;
  readonly total: number;
}

/**
 * The people of the vault, kept up to date from the metadata cache: one changed note costs one note. At the start
 * everybody's properties come first, from the cache and without reading a file, so that something can be shown; then
 * the logs, the newest need first, in small slices, and only those that are not as they were when last they were read
 * on this device. Listeners are told after a change, once for a burst of them.
 */
export class PeopleIndex extends Component {
  private readonly byPath = new Map<string, Person>();
  private readonly listeners = new Listeners();
  private generation = 0;
  private loading = true;
  private listed = false;
  private whole = false;
  private finished: Promise<void> = Promise.resolve();
  private unread: ReadingProgress | null = null;
  private ticksPending: number | null = null;
  private readonly kept: PeopleKeeper;
  /** The notes whose log is known, not only the properties. */
  private readonly readThrough = new Set<string>();
  /** What was ticked in other notes, by the person's path. */
  private ticked: TickedTouches = new Map();
  /** Mentions in dated notes, by the person's path; none while they do not count. */
  private mentions: Mentions = new Map();

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
    readonly taskNotes: TaskNotesIndex,
  ) {
    super();
    this.kept = this.addChild(new PeopleKeeper(app, settings));
  }

  /** Begins to listen and to read; to be called once the layout is ready. */
  start(): void {
    const { metadataCache, vault } = this.app;
    this.registerEvent(metadataCache.on("changed", (file, text, cache) => { this.noteChanged(file, text, cache); }));
    this.registerEvent(metadataCache.on("deleted", (file) => { this.noteGone(file.path); }));
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.noteRenamed(file, oldPath)));
    this.register(this.taskNotes.onChange(() => { this.countTicksSoon(); }));
    this.taskNotes.start();
    this.rebuild();
  }

  override onunload(): void {
    this.generation++;
    if (this.ticksPending !== null) window.clearTimeout(this.ticksPending);
    this.listeners.clear();
    this.byPath.clear();
  }

  /** Reads everything anew, as after a change of the settings. */
  rebuild(): void {
    this.finished = this.readAll(++this.generation);
  }

  get isLoading(): boolean {
    return this.loading;
  }

  /** Whether everybody is known from their properties; the logs may still be to come. */
  get isListed(): boolean {
    return this.listed;
  }

  /** Whether every log has been read once, so that what follows from logs no longer jumps about. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** How many logs have been read, of how many; null once that is done. */
  get progress(): ReadingProgress | null {
    return this.unread;
  }

  people(): Person[] {
    return [...this.byPath.values()];
  }

  person(path: string): Person | undefined {
    return this.byPath.get(path);
  }

  /** Resolves once everyone has been read. */
  async allRead(): Promise<void> {
    await this.finished;
  }

  /** Takes in a text that we have just written, without waiting for the cache. */
  noteWritten(path: string, text: string): void {
    this.taskNotes.noteWritten(path, text);
    if (!this.byPath.has(path)) return;
    this.keep(path, text, readHead(text));
    this.listeners.tell();
  }

  /** Takes in a note that we have just made, if it is a person's, without waiting for the cache. */
  noteCreated(path: string, text: string): void {
    const head = readHead(text);
    const tags = [...propertyTags(head.properties), ...inlineTags(text)];
    if (!isPerson({ path, properties: head.properties, tags }, this.settings().people)) return;
    this.keep(path, text, head);
    this.listeners.tell();
  }

  /** Lets go of a note that we have just taken away. */
  noteRemoved(path: string): void {
    this.noteGone(path);
  }

  /** Calls back after changes until the returned function is called. */
  onChange(listener: () => void): () => void {
    return this.listeners.add(listener);
  }

  private async readAll(generation: number): Promise<void> {
    this.loading = true;
    // An older list stands until the new one is whole; an empty one would say that there is nobody.
    if (this.byPath.size === 0) this.listed = this.whole = false;
    const isCurrent = (): boolean => generation === this.generation;
    await this.kept.begin();
    if (!isCurrent()) return;
    const found = await this.readHeads(isCurrent);
    if (!isCurrent()) return;
    for (const path of this.byPath.keys()) if (!found.has(path)) this.byPath.delete(path);
    this.listed = true;
    this.listeners.tell();
    await this.readLogs([...found].filter((path) => !this.readThrough.has(path)), isCurrent);
    if (!isCurrent()) return;
    this.loading = false;
    this.whole = true;
    this.unread = null;
    this.countTicks();
    this.kept.letGoOfAllBut(this.byPath);
  }

  /** Takes everybody from what the device kept or from the cache alone; gives the paths of all who may be people. */
  private async readHeads(isCurrent: () => boolean): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const format = noteFormat(this.settings());
    const slices = timeSlices();
    this.readThrough.clear();
    for (const file of this.app.vault.getMarkdownFiles()) {
      const cache = this.app.metadataCache.getFileCache(file);
      if (this.mayBePerson(file.path, cache)) {
        found.add(file.path);
        const kept = this.kept.personOf(file);
        if (kept) this.readThrough.add(file.path);
        const person = kept ?? this.personOfHead(file.path, cache, format);
        if (person) this.byPath.set(file.path, this.withMentions(withTicks(person, this.ticked.get(file.path))));
      }
      await slices.breathe();
      if (!isCurrent()) break;
    }
    return found;
  }

  /** What the properties say, without the log; null where the text itself has to be looked at. */
  private personOfHead(path: string, cache: CachedMetadata | null, format: NoteFormat): Person | null {
    if (hasUnreadHead(cache)) return null;
    const known = this.byPath.get(path);
    return known ?? readPerson({ path, text: "", properties: factsOf(path, cache).properties, headProblem: null }, format);
  }

  /** Reads the logs of these, the newest need first. */
  private async readLogs(paths: readonly string[], isCurrent: () => boolean): Promise<void> {
    const known = paths.flatMap((path) => this.byPath.get(path) ?? []);
    const ordered = inReadingOrder(known, this.settings(), todayHere()).map(({ path }) => path);
    const queue = [...ordered, ...paths.filter((path) => !this.byPath.has(path))];
    let told = performance.now();
    const slices = timeSlices(() => {
      if (performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      this.listeners.tell();
    });
    for (let at = 0; at < queue.length; at += READ_AT_ONCE) {
      this.unread = { read: at, total: queue.length };
      const files = queue.slice(at, at + READ_AT_ONCE).flatMap((path) => (this.readThrough.has(path) ? [] : (this.app.vault.getFileByPath(path) ?? [])));
      const texts = await Promise.all(files.map((file) => this.textOf(file)));
      for (const [index, file] of files.entries()) {
        if (!isCurrent()) return;
        // A note that was changed or written while it was waiting has been read since.
        const text = this.readThrough.has(file.path) ? null : texts[index];
        if (typeof text === "string" && !this.take(file, text, this.app.metadataCache.getFileCache(file))) this.byPath.delete(file.path);
        await slices.breathe();
      }
    }
  }

  /** The text of a note; null for one that cannot be read, as it has gone meanwhile. */
  private async textOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null;
    }
  }

  /** Ticks come in bursts, and each is looked up among everybody: once for all that happen in one go. */
  private countTicksSoon(): void {
    this.ticksPending ??= window.setTimeout(() => {
      this.ticksPending = null;
      this.countTicks();
    });
  }

  /** Gives each person the mentions found, and takes back those that are gone. */
  takeMentions(mentions: Mentions): void {
    const before = this.mentions;
    this.mentions = mentions;
    for (const path of new Set([...before.keys(), ...mentions.keys()])) {
      const person = this.byPath.get(path);
      if (person) this.byPath.set(path, this.withMentions(person));
    }
    this.listeners.tell();
  }

  private withMentions(person: Person): Person {
    const mentions = this.mentions.get(person.path) ?? [];
    return mentions.length === 0 && person.mentions.length === 0 ? person : { ...person, mentions };
  }

  /** Gives each person what was ticked about them, and takes back what no longer is. */
  private countTicks(): void {
    const before = this.ticked;
    this.ticked = this.taskNotes.touches(this.byPath.keys());
    for (const path of new Set([...before.keys(), ...this.ticked.keys()])) {
      const person = this.byPath.get(path);
      if (person) this.byPath.set(path, withTicks(person, this.ticked.get(path)));
    }
    this.listeners.tell();
  }

  /** Reads a file in; false where it is not a person's after all. */
  private async readFile(file: TFile, cache: CachedMetadata | null, generation: number): Promise<boolean> {
    const text = await this.textOf(file);
    return text !== null && generation === this.generation && this.take(file, text, cache);
  }

  private mayBePerson(path: string, cache: CachedMetadata | null): boolean {
    return hasUnreadHead(cache) || isPerson(factsOf(path, cache), this.settings().people);
  }

  /** Keeps a note if it is a person's. Only a head that the cache could not read is parsed here. */
  private take(file: TFile, text: string, cache: CachedMetadata | null): boolean {
    const { path } = file;
    const rules = this.settings().people;
    const facts = factsOf(path, cache);
    const head = hasUnreadHead(cache) || !cache?.frontmatter ? readHead(text) : { properties: facts.properties, headProblem: null };
    const isOne = isPerson(facts, rules) || (head.headProblem !== null && headLooksLikePerson(path, text, rules));
    if (isOne) this.kept.put(file, this.keep(path, text, head));
    return isOne;
  }

  /** Keeps the person that a text is, and gives them without the ticks and mentions, which stand in other notes. */
  private keep(path: string, text: string, head: NoteHead): Person {
    const person = readPerson({ path, text, ...head }, noteFormat(this.settings()));
    this.byPath.set(path, this.withMentions(withTicks(person, this.ticked.get(path))));
    this.readThrough.add(path);
    return person;
  }

  private noteChanged(file: TFile, text: string, cache: CachedMetadata): void {
    if (this.take(file, text, cache) || this.forget(file.path)) this.listeners.tell();
  }

  private noteGone(path: string): void {
    if (this.forget(path)) this.listeners.tell();
  }

  private forget(path: string): boolean {
    this.readThrough.delete(path);
    this.kept.letGoOf(path);
    return this.byPath.delete(path);
  }

  private async noteRenamed(file: TAbstractFile, oldPath: string): Promise<void> {
    this.noteGone(oldPath);
    if (!(file instanceof TFile) || file.extension !== "md") return;
    const cache = this.app.metadataCache.getFileCache(file);
    if (this.mayBePerson(file.path, cache) && (await this.readFile(file, cache, this.generation))) this.countTicksSoon();
  }
}
