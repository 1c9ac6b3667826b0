import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from "obsidian";
import { inlineTags } from "../../core/text/note/inline-tags";
import { headLooksLikePerson, isPerson, propertyTags, type NoteFacts } from "../../core/people/people-rules";
import { keepPerson, keptPerson } from "../../core/index/kept-person";
import type { Person } from "../../core/index/person";
import { readPerson, type NoteFormat } from "../../core/index/read-person";
import { noteFormat } from "../../core/index/note-format";
import type { Settings } from "../../core/people/settings/settings";
import type { TouchTick } from "../../core/index/touch-ticks";
import type { TaskNotesIndex } from "./task-notes-index";
import { todayHere } from "./calendar-day";
import { KnownPeople, type MentionsOf } from "./known-people";
import { LogReader, TELL_EVERY_MS } from "./log-reader";
import { factsOf, hasUnreadHead, readHead, type NoteHead } from "./note-facts";
import type { MetadataWatch } from "./metadata-watch";
import { NoteKeeper } from "./note-keeper";
import { timeSlices, type Slices } from "./time-slices";

/**
 * The people of the vault, kept up to date from the metadata cache: one changed note costs one note. At the start
 * everybody's properties come first, from the cache and without reading a file, so that something can be shown; then
 * the logs, the newest need first, in small slices, and only those that are not as they were when last they were read
 * on this device. Listeners are told after a change, once for a burst of them.
 */
export class PeopleIndex extends Component {
  private readonly known = new KnownPeople();
  private readonly kept: NoteKeeper<Person>;
  private readonly logs: LogReader;
  private generation = 0;
  private loading = true;
  private listed = false;
  private whole = false;
  private finished: Promise<void> = Promise.resolve();
  private tellListed: () => void = () => undefined;
  /** Resolves once everybody is known from their properties: no note is read before. */
  readonly whenListed = new Promise<void>((resolve) => {
    this.tellListed = resolve;
  });
  /** The notes whose log is known, not only the properties. */
  private readonly readThrough = new Set<string>();

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
    readonly taskNotes: TaskNotesIndex,
    private readonly metadata: MetadataWatch,
  ) {
    super();
    this.kept = this.addChild(
      new NoteKeeper<Person>(app, "reconnect-notes", () => [settings().people, noteFormat(settings())], {
        pack: keepPerson,
        unpack: keptPerson,
      }),
    );
    this.logs = new LogReader(app, settings, todayHere);
  }

  override onload(): void {
    this.finished = this.begin();
  }

  /** Begins to listen and to read, once the vault can be read. */
  private async begin(): Promise<void> {
    await this.metadata.whenReady;
    const { metadataCache, vault } = this.app;
    this.register(
      this.metadata.onChanged((file, text, cache) => {
        this.noteChanged(file, text, cache);
      }),
    );
    this.registerEvent(
      metadataCache.on("deleted", (file) => {
        this.noteGone(file.path);
      }),
    );
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.noteRenamed(file, oldPath)));
    this.register(
      this.taskNotes.onChange((path, note) => {
        this.known.takeTasks(path, note);
        // What is still open in it is shown too; thousands of them come one after the other at the start.
        this.known.tell(this.loading || this.taskNotes.isReading ? TELL_EVERY_MS : 0);
      }),
    );
    void this.metadata.whenComplete.then(() => {
      this.known.tell();
    });
    this.taskNotes.start(this.whenListed);
    await this.readAll(++this.generation);
  }

  override onunload(): void {
    this.generation++;
    this.known.clear();
  }

  /** Reads everything anew, as after a change of the settings. */
  rebuild(): void {
    if (!this.metadata.isReady) return;
    this.finished = this.readAll(++this.generation);
  }

  get isLoading(): boolean {
    return this.loading;
  }

  /** Whether Obsidian itself has read every note: before, a list without anybody says nothing. */
  get isVaultRead(): boolean {
    return this.metadata.isComplete;
  }

  /** Whether everybody is known from their properties; the logs may still be to come. */
  get isListed(): boolean {
    return this.listed;
  }

  /** Whether every log has been read once, so that what follows from logs no longer jumps about. */
  get isWhole(): boolean {
    return this.whole;
  }

  /** How far reading the logs is, from 0 to 100; null where it does not take long, or is done. */
  get percentRead(): number | null {
    return this.logs.percent;
  }

  people(): Person[] {
    return this.known.all();
  }

  /** Everybody's path; who comes or goes while they are gone through comes or goes there too. */
  paths(): Iterator<string> {
    return this.known.paths();
  }

  person(path: string): Person | undefined {
    return this.known.get(path);
  }

  /** Resolves once everyone has been read. */
  async allRead(): Promise<void> {
    for (let known = null; known !== this.finished;) await (known = this.finished);
  }

  /** Takes in a text that we have just written, without waiting for the cache. */
  noteWritten(path: string, text: string): void {
    this.taskNotes.noteWritten(path, text);
    if (!this.known.get(path)) return;
    this.keep(path, text, readHead(text));
    this.known.tell();
  }

  /** Takes in a note that we have just made, if it is a person's, without waiting for the cache. */
  noteCreated(path: string, text: string): void {
    const head = readHead(text);
    const tags = [...propertyTags(head.properties), ...inlineTags(text)];
    if (!isPerson({ path, properties: head.properties, tags }, this.settings().people)) return;
    this.keep(path, text, head);
    this.known.tell();
  }

  /** Lets go of a note that we have just taken away. */
  noteRemoved(path: string): void {
    this.noteGone(path);
  }

  /** Calls back after changes until the returned function is called. */
  onChange(listener: () => void): () => void {
    return this.known.onChange(listener);
  }

  /** Calls back at once with the path of everybody who is put in, changed or taken out. */
  onPerson(watcher: (path: string) => void): () => void {
    return this.known.onPerson(watcher);
  }

  /** What was ticked without a day, about whomever. */
  undatedTicks(): TouchTick[] {
    return this.known.undatedTicks();
  }

  /** Gives somebody their mentions, where these may have changed. */
  takeMentions(mentionsOf: MentionsOf, path: string): void {
    this.known.takeMentions(mentionsOf, path);
  }

  /** Everybody has the mentions that changed: listeners are told once. */
  mentionsTaken(): void {
    this.known.tell();
  }

  private async readAll(generation: number): Promise<void> {
    this.loading = true;
    // An older list stands until the new one is whole; an empty one would say that there is nobody.
    if (this.known.size === 0) this.listed = this.whole = false;
    const isCurrent = (): boolean => generation === this.generation;
    await this.kept.begin();
    if (!isCurrent()) return;
    const slices = timeSlices();
    const found = await this.readHeads(slices, isCurrent);
    if (!isCurrent()) return;
    // Whose note came while the others were gone through was not found, and is there.
    for (const path of this.known.paths()) if (!found.has(path) && !this.readThrough.has(path)) this.known.remove(path);
    this.listed = true;
    this.known.tell();
    this.tellListed();
    await this.logs.read(
      [...found].filter((path) => !this.readThrough.has(path)),
      {
        person: (path) => this.known.get(path),
        isRead: (path) => this.readThrough.has(path),
        take: (file, text) => {
          if (!this.take(file, text, this.app.metadataCache.getFileCache(file))) this.known.remove(file.path);
        },
        isCurrent,
        tell: () => {
          this.known.tell();
        },
        slices,
      },
    );
    if (!isCurrent()) return;
    this.loading = false;
    this.whole = true;
    this.known.tell();
    void this.kept.letGoOfAllBut((path) => this.known.get(path) !== undefined);
  }

  /** Takes everybody from what the device kept or from the cache alone; gives the paths of all who may be people. */
  private async readHeads(slices: Slices, isCurrent: () => boolean): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const format = noteFormat(this.settings());
    const rules = this.settings().people;
    this.readThrough.clear();
    for (const file of this.app.vault.getMarkdownFiles()) {
      const cache = this.app.metadataCache.getFileCache(file);
      const facts = factsOf(file.path, cache);
      if (hasUnreadHead(cache) || isPerson(facts, rules)) {
        found.add(file.path);
        const kept = this.kept.of(file);
        if (kept) this.readThrough.add(file.path);
        const person = kept ?? (hasUnreadHead(cache) ? null : this.personOfHead(facts, format));
        if (person) this.known.put(person);
      }
      await slices.breathe();
      if (!isCurrent()) break;
    }
    return found;
  }

  /** What the properties say, without the log; where the text itself has to be looked at, nobody yet. */
  private personOfHead({ path, properties }: NoteFacts, format: NoteFormat): Person {
    return this.known.get(path) ?? readPerson({ path, text: "", properties, headProblem: null }, format);
  }

  /** Reads a file in; false where it is not a person's after all. */
  private async readFile(file: TFile, cache: CachedMetadata | null, generation: number): Promise<boolean> {
    const text = await this.logs.textOf(file);
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
    const head =
      hasUnreadHead(cache) || !cache?.frontmatter
        ? readHead(text)
        : { properties: facts.properties, headProblem: null };
    const isOne = isPerson(facts, rules) || (head.headProblem !== null && headLooksLikePerson(path, text, rules));
    if (isOne) this.kept.put(file, this.keep(path, text, head));
    return isOne;
  }

  /** Keeps the person that a text is, and gives them as they stand there: ticks and mentions stand in other notes. */
  private keep(path: string, text: string, head: NoteHead): Person {
    const person = readPerson({ path, text, ...head }, noteFormat(this.settings()));
    this.known.put(person);
    this.readThrough.add(path);
    return person;
  }

  private noteChanged(file: TFile, text: string, cache: CachedMetadata): void {
    if (this.take(file, text, cache) || this.forget(file.path)) this.known.tell();
  }

  private noteGone(path: string): void {
    if (this.forget(path)) this.known.tell();
  }

  /** A note that was nobody's costs nothing: most that change are not. */
  private forget(path: string): boolean {
    if (!this.known.remove(path)) return false;
    this.readThrough.delete(path);
    this.kept.letGoOf(path);
    return true;
  }

  private async noteRenamed(file: TAbstractFile, oldPath: string): Promise<void> {
    this.noteGone(oldPath);
    if (!(file instanceof TFile) || file.extension !== "md") return;
    const cache = this.app.metadataCache.getFileCache(file);
    if (this.mayBePerson(file.path, cache) && (await this.readFile(file, cache, this.generation))) this.known.tell();
  }
}
