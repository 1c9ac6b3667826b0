import { Component, TFile, type App, type CachedMetadata, type TAbstractFile } from "obsidian";
import { isMeeting } from "../../core/today/come-meetings";
import { keepTasks, keptTasks } from "../../core/tasks/kept-tasks";
import type { TaskNote } from "../../core/tasks/note-task";
import type { DayRules } from "../../core/index/dated-note";
import { inlineTags } from "../../core/text/note/inline-tags";
import { isPerson, propertyTags } from "../../core/people/people-rules";
import { isOwnTask } from "../../core/tasks/task-id";
import { isDone } from "../../core/tasks/ticks";
import { taskNoteOf, type NoteOfTasks } from "../../core/index/read-task-notes";
import { readHead } from "./note-facts";
import type { MetadataWatch } from "./metadata-watch";
import { NoteKeeper, type Packing } from "./note-keeper";
import { timeSlices } from "./time-slices";

const TASK_NOTE: Packing<TaskNote | null> = {
  pack: (note) => JSON.stringify(note && { ...note, tasks: keepTasks(note.tasks) }),
  unpack: (text) => {
    const note = JSON.parse(text) as TaskNote | null;
    return note && { ...note, tasks: keptTasks(note.tasks) };
  },
};

type NoteListener = (path: string, note: TaskNote | null) => void;

/**
 * The notes with tasks that concern people (lines we wrote, ticks that are a touch, open tasks with a
 * link), kept up to date.
 * Only notes with a checkbox in them are read, a few at a time, and at the next start none that is as it was.
 */
export class TaskNotesIndex extends Component {
  private readonly byPath = new Map<string, TaskNote>();
  private readonly meeting = new Map<string, TaskNote>();
  private readonly ticked = new Map<string, TaskNote>();
  private readonly listeners = new Set<NoteListener>();
  private generation = 0;
  private reading = false;
  private after: Promise<void> = Promise.resolve();
  private finished: Promise<void> = Promise.resolve();
  private readBy = "";
  /** Null for a note whose tasks are nobody's, as most are. */
  private readonly kept: NoteKeeper<TaskNote | null>;

  constructor(
    private readonly app: App,
    private readonly rules: () => DayRules,
    private readonly metadata: MetadataWatch,
  ) {
    super();
    this.kept = this.addChild(
      new NoteKeeper<TaskNote | null>(app, "reconnect-tasks", () => this.rulesOfReading(), TASK_NOTE),
    );
  }

  /** Begins to listen, and to read after something; to be called once the vault can be read. */
  start(after: Promise<void>): void {
    const { metadataCache, vault } = this.app;
    this.register(
      this.metadata.onChanged((file, text, cache) => {
        this.noteChanged(file, text, cache);
      }),
    );
    this.registerEvent(
      metadataCache.on("deleted", (file) => {
        this.forget(file.path);
      }),
    );
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.renamed(file, oldPath)));
    this.after = after;
    this.rebuild();
  }

  /** Reads all notes anew where the settings now say otherwise which have a day. */
  rebuild(): void {
    if (!this.metadata.isReady) return;
    const rules = JSON.stringify(this.rulesOfReading());
    if (rules === this.readBy) return;
    this.readBy = rules;
    this.finished = this.readAll(++this.generation);
  }

  override onunload(): void {
    this.generation++;
    this.listeners.clear();
    this.byPath.clear();
  }

  notes(): TaskNote[] {
    return [...this.byPath.values()];
  }

  /** Those with a ticked line that we wrote. */
  withTicks(): TaskNote[] {
    return [...this.ticked.values()];
  }

  /** Those with a planned meeting in them. */
  withMeetings(): TaskNote[] {
    return [...this.meeting.values()];
  }

  /** Whether notes are being looked at one after the other. */
  get isReading(): boolean {
    return this.reading;
  }

  /** Resolves once every note has been looked at. */
  async allRead(): Promise<void> {
    await this.finished;
  }

  /** Takes in a text that we have just written, without waiting for the cache. */
  noteWritten(path: string, text: string): void {
    this.take(path, text);
  }

  /** Calls back with a note that has changed; with null where it holds no such task any more. */
  onChange(listener: NoteListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async readAll(generation: number): Promise<void> {
    this.reading = true;
    await this.after;
    if (generation !== this.generation) return;
    await this.kept.begin();
    const slices = timeSlices();
    const found = new Set<string>();
    for (const file of this.app.vault.getMarkdownFiles()) {
      if (generation !== this.generation) return;
      if (hasCheckbox(this.app.metadataCache.getFileCache(file))) {
        found.add(file.path);
        const kept = this.kept.of(file);
        const text = kept === undefined ? await this.textOf(file) : null;
        if (generation !== this.generation) return;
        if (kept !== undefined) this.put(file.path, kept);
        else if (text !== null) this.kept.put(file, this.take(file.path, text));
      }
      await slices.breathe();
    }
    if (generation !== this.generation) return;
    this.reading = false;
    void this.kept.letGoOfAllBut((path) => found.has(path));
  }

  /** The text of a note; null for one that has gone meanwhile. */
  private async textOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null;
    }
  }

  private noteChanged(file: TFile, text: string, cache: CachedMetadata): void {
    const note = this.take(file.path, text);
    if (note || hasCheckbox(cache)) this.kept.put(file, note);
  }

  private take(path: string, text: string): TaskNote | null {
    const note = taskNoteOf({ path, text, head: () => this.headOf(path, text) }, this.rules());
    this.put(path, note);
    return note;
  }

  private put(path: string, note: TaskNote | null): void {
    if (note) this.keep(note);
    else this.forget(path);
  }

  /** What of the settings says which tasks concern people, and which day a note has. */
  private rulesOfReading(): unknown {
    const { people, dailyNotes, mentions } = this.rules();
    return [people, dailyNotes, mentions.dateProperties];
  }

  /** From the text itself: of a note that was just written the cache knows nothing yet. */
  private headOf(path: string, text: string): ReturnType<NoteOfTasks["head"]> {
    const { properties } = readHead(text);
    return {
      properties,
      isPerson: isPerson(
        { path, properties, tags: [...propertyTags(properties), ...inlineTags(text)] },
        this.rules().people,
      ),
    };
  }

  /** A note's name may be its day: it is read again. */
  private async renamed(file: TAbstractFile, oldPath: string): Promise<void> {
    const isKnown = this.byPath.has(oldPath);
    this.forget(oldPath);
    if (isKnown && file instanceof TFile) this.take(file.path, await this.app.vault.cachedRead(file));
  }

  private keep(note: TaskNote): void {
    if (JSON.stringify(tellTale(this.byPath.get(note.path))) === JSON.stringify(tellTale(note))) return;
    this.byPath.set(note.path, note);
    this.sort(note.path, note);
    this.announce(note.path, note);
  }

  private forget(path: string): void {
    this.sort(path, null);
    if (this.byPath.delete(path)) this.announce(path, null);
  }

  private sort(path: string, note: TaskNote | null): void {
    if (note?.tasks.some(isMeeting)) this.meeting.set(path, note);
    else this.meeting.delete(path);
    if (note?.tasks.some((task) => isDone(task) && isOwnTask(task))) this.ticked.set(path, note);
    else this.ticked.delete(path);
  }

  private announce(path: string, note: TaskNote | null): void {
    for (const listener of this.listeners) listener(path, note);
  }
}

function hasCheckbox(cache: CachedMetadata | null): boolean {
  return cache?.listItems?.some((item) => item.task !== undefined) ?? false;
}

/** What has to change for anybody to care. */
function tellTale(note: TaskNote | undefined): unknown {
  return note && [note.day, ...note.tasks.map((task) => ({ ...task, fields: [...task.fields] }))];
}
