import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from "obsidian";
import type { Mentions } from "../../core/mentions/mentions";
import { inlineTags } from "../../core/note/inline-tags";
import { headLooksLikePerson, isPerson, propertyTags } from "../../core/people/people-rules";
import type { Person } from "../../core/people/person";
import { readPerson } from "../../core/people/read-person";
import { noteFormat } from "../../core/settings/note-format";
import type { Settings } from "../../core/settings/settings";
import { withTicks, type TickedTouches } from "../../core/tasks/ticked-touches";
import type { TaskNotesIndex } from "../tasks/task-notes-index";
import { factsOf, hasUnreadHead, readHead, type NoteHead } from "./note-facts";

/** How long reading may hold the main thread before it lets others work. */
const SLICE_MS = 8;

/**
 * The people of the vault, kept up to date from the metadata cache: one changed note costs one note.
 * Listeners are told after a change, once for a burst of them.
 */
export class PeopleIndex extends Component {
  private readonly byPath = new Map<string, Person>();
  private readonly listeners = new Set<() => void>();
  private generation = 0;
  private pending: number | null = null;
  private loading = true;
  private finished: Promise<void> = Promise.resolve();
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
  }

  /** Begins to listen and to read; to be called once the layout is ready. */
  start(): void {
    const { metadataCache, vault } = this.app;
    this.registerEvent(metadataCache.on("changed", (file, text, cache) => { this.noteChanged(file, text, cache); }));
    this.registerEvent(metadataCache.on("deleted", (file) => { this.noteGone(file.path); }));
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.noteRenamed(file, oldPath)));
    this.register(this.taskNotes.onChange(() => { this.countTicks(); }));
    this.taskNotes.start();
    this.rebuild();
  }

  override onunload(): void {
    this.generation++;
    if (this.pending !== null) window.clearTimeout(this.pending);
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
    this.announce();
  }

  /** Takes in a note that we have just made, if it is a person's, without waiting for the cache. */
  noteCreated(path: string, text: string): void {
    const head = readHead(text);
    const tags = [...propertyTags(head.properties), ...inlineTags(text)];
    if (!isPerson({ path, properties: head.properties, tags }, this.settings().people)) return;
    this.keep(path, text, head);
    this.announce();
  }

  /** Lets go of a note that we have just taken away. */
  noteRemoved(path: string): void {
    this.noteGone(path);
  }

  /** Calls back after changes until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async readAll(generation: number): Promise<void> {
    this.loading = true;
    const found = new Set<string>();
    let sliceEnd = performance.now() + SLICE_MS;
    for (const file of this.app.vault.getMarkdownFiles()) {
      const cache = this.app.metadataCache.getFileCache(file);
      if (this.mayBePerson(file.path, cache) && (await this.readFile(file, cache, generation))) found.add(file.path);
      if (performance.now() > sliceEnd) {
        await new Promise((resolve) => window.setTimeout(resolve));
        sliceEnd = performance.now() + SLICE_MS;
        if (found.size > 0) this.announce();
      }
      if (generation !== this.generation) return;
    }
    for (const path of this.byPath.keys()) if (!found.has(path)) this.byPath.delete(path);
    this.loading = false;
    this.countTicks();
    this.announce();
  }

  /** Gives each person the mentions found, and takes back those that are gone. */
  takeMentions(mentions: Mentions): void {
    const before = this.mentions;
    this.mentions = mentions;
    for (const path of new Set([...before.keys(), ...mentions.keys()])) {
      const person = this.byPath.get(path);
      if (person) this.byPath.set(path, this.withMentions(person));
    }
    this.announce();
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
    this.announce();
  }

  /** Reads a file in; false where it is not a person's after all. */
  private async readFile(file: TFile, cache: CachedMetadata | null, generation: number): Promise<boolean> {
    const text = await this.app.vault.cachedRead(file);
    return generation === this.generation && this.take(file.path, text, cache);
  }

  private mayBePerson(path: string, cache: CachedMetadata | null): boolean {
    return hasUnreadHead(cache) || isPerson(factsOf(path, cache), this.settings().people);
  }

  /** Keeps a note if it is a person's. Only a head that the cache could not read is parsed here. */
  private take(path: string, text: string, cache: CachedMetadata | null): boolean {
    const rules = this.settings().people;
    const facts = factsOf(path, cache);
    const head = hasUnreadHead(cache) || !cache?.frontmatter ? readHead(text) : { properties: facts.properties, headProblem: null };
    const isOne = isPerson(facts, rules) || (head.headProblem !== null && headLooksLikePerson(path, text, rules));
    if (isOne) this.keep(path, text, head);
    return isOne;
  }

  private keep(path: string, text: string, head: NoteHead): void {
    this.byPath.set(path, this.withMentions(withTicks(readPerson({ path, text, ...head }, noteFormat(this.settings())), this.ticked.get(path))));
  }

  private noteChanged(file: TFile, text: string, cache: CachedMetadata): void {
    if (this.take(file.path, text, cache) || this.byPath.delete(file.path)) this.announce();
  }

  private noteGone(path: string): void {
    if (this.byPath.delete(path)) this.announce();
  }

  private async noteRenamed(file: TAbstractFile, oldPath: string): Promise<void> {
    this.noteGone(oldPath);
    if (!(file instanceof TFile) || file.extension !== "md") return;
    const cache = this.app.metadataCache.getFileCache(file);
    if (this.mayBePerson(file.path, cache) && (await this.readFile(file, cache, this.generation))) this.countTicks();
  }

  /** Tells the listeners, once for everything that happens in one go. */
  private announce(): void {
    this.pending ??= window.setTimeout(() => {
      this.pending = null;
      for (const listener of this.listeners) listener();
    });
  }
}
