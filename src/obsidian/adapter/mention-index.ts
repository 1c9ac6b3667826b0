import { Component, type App, type CachedMetadata, type TFile } from "obsidian";
import type { CivilDate } from "../../core/text/dates/civil-date";
import { contactDay } from "../../core/index/dated-note";
import { linkFactsIn, linkFactsOf, type LinkFact } from "../../core/index/link-facts";
import { MentionBook, sameMark } from "../../core/index/mention-book";
import { mentionsIn, renamedIn, type DatedNote, type Mentions } from "../../core/index/mentions";
import type { Settings } from "../../core/people/settings/settings";
import type { PlacedTouch } from "../../core/log/touch";
import type { SettingsStore } from "../settings/settings-store";
import { factsOf } from "./note-facts";
import type { MetadataWatch } from "./metadata-watch";
import { NoteKeeper, type Packing } from "./note-keeper";
import type { PeopleIndex } from "./people-index";
import { timeSlices, type Slices } from "./time-slices";

const LATER_MS = 300;
const LINKS: Packing<readonly LinkFact[]> = {
  pack: (links) => JSON.stringify(links),
  unpack: (text) => JSON.parse(text) as LinkFact[],
};

/**
 * The mentions of people in dated notes, from the metadata cache: no note is read for it, but for those
 * with a ticked task, whose day stands in the text, and of these none that is as it was at the start before. One
 * changed note costs one note.
 */
export class MentionIndex extends Component {
  /** Before the book, which is handed it as soon as it is made. */
  private readonly resolve = (target: string, from: string): string | null =>
    this.app.metadataCache.getFirstLinkpathDest(target, from)?.path ?? null;
  private book = this.emptyBook();
  private generation = 0;
  /** Notes that came, went or were renamed: links of their names are looked up again. */
  private readonly moved = new Set<string>();
  private readonly changed = new Set<string>();
  /** What changes while a new book is being made, as it may have been looked at before; null while none is. */
  private meanwhile: Map<string, DatedNote | null> | null = null;
  private pending: number | null = null;
  private isTelling = false;
  private isGone = false;
  /** The links of notes that had to be read. */
  private readonly kept: NoteKeeper<readonly LinkFact[]>;

  constructor(
    private readonly app: App,
    private readonly index: PeopleIndex,
    private readonly settings: SettingsStore,
    private readonly metadata: MetadataWatch,
  ) {
    super();
    this.kept = this.addChild(new NoteKeeper<readonly LinkFact[]>(app, "reconnect-links", () => null, LINKS));
  }

  /** Begins to listen and to read; to be called once the layout is ready. */
  start(): void {
    const { metadataCache, vault } = this.app;
    this.register(
      this.metadata.onChanged((file, text, cache) => {
        if (this.isOn()) this.noteChanged(file, text, cache);
      }),
    );
    this.registerEvent(
      metadataCache.on("deleted", (file) => {
        this.keep(file.path, null);
        this.relink(file.path);
      }),
    );
    this.registerEvent(vault.on("rename", (file, oldPath) => void this.renamed(file.path, oldPath)));
    // A new note may be what a link has long pointed to.
    this.registerEvent(
      vault.on("create", (file) => {
        this.relink(file.path);
      }),
    );
    this.register(this.settings.onChange(() => void this.rebuild()));
    void this.rebuild();
  }

  override onunload(): void {
    this.isGone = true;
    this.generation++;
    if (this.pending !== null) window.clearTimeout(this.pending);
  }

  /** What would count, whether or not it does: for the examples. */
  async look(): Promise<Mentions> {
    await this.index.allRead();
    const notes: DatedNote[] = [];
    for (const file of this.app.vault.getMarkdownFiles()) {
      const cache = this.app.metadataCache.getFileCache(file);
      const note = this.dated(
        file.path,
        cache,
        hasTicked(cache) ? linkFactsIn(await this.app.vault.cachedRead(file)) : null,
      );
      if (note) notes.push(note);
    }
    return mentionsIn(notes, this.resolve, this.settings.get().mentions.notContact);
  }

  private async rebuild(): Promise<void> {
    const generation = ++this.generation;
    const book = this.emptyBook();
    const meanwhile = (this.meanwhile = new Map<string, DatedNote | null>());
    await this.index.whenListed;
    if (generation !== this.generation) return;
    if (this.isOn()) await this.kept.begin();
    const slices = timeSlices();
    const read = new Set<string>();
    for (const file of this.isOn() ? this.app.vault.getMarkdownFiles() : []) {
      const cache = this.app.metadataCache.getFileCache(file);
      const isRead = hasTicked(cache) && this.dayOf(file.path, cache) !== null;
      if (isRead) read.add(file.path);
      const links = isRead ? (this.kept.of(file) ?? (await this.readLinks(file))) : null;
      await slices.breathe();
      if (generation !== this.generation) return;
      const note = this.dated(file.path, cache, links);
      if (note) book.put(note);
    }
    if (generation !== this.generation) return;
    for (const [path, note] of meanwhile) put(book, path, note);
    this.meanwhile = null;
    void this.kept.letGoOfAllBut((path) => read.has(path) || book.has(path));
    const before = this.book;
    this.book = book;
    for (const people of [before.people(), book.people()]) for (const path of people) this.changed.add(path);
    void this.tell(slices);
  }

  private isOn(): boolean {
    return this.settings.get().mentions.on;
  }

  private dayOf(path: string, cache: CachedMetadata | null): CivilDate | null {
    return contactDay(
      path,
      factsOf(path, cache).properties,
      this.index.person(path) !== undefined,
      this.settings.get(),
    );
  }

  /** A note with a day and its links: those read in its text, else those that the cache knows. */
  private dated(path: string, cache: CachedMetadata | null, inText: readonly LinkFact[] | null): DatedNote | null {
    const date = this.dayOf(path, cache);
    if (date === null) return null;
    const links = [
      ...linkFactsOf(factsOf(path, cache).properties, this.settings.get().mentions.properties),
      ...(inText ?? linksOf(cache)),
    ];
    return links.length === 0 ? null : { path, date, links };
  }

  private async readLinks(file: TFile): Promise<readonly LinkFact[]> {
    const links = linkFactsIn(await this.app.vault.cachedRead(file));
    this.kept.put(file, links);
    return links;
  }

  private noteChanged(file: TFile, text: string, cache: CachedMetadata): void {
    const isDated = this.dayOf(file.path, cache) !== null;
    const links = isDated ? linkFactsIn(text) : [];
    if (isDated && hasTicked(cache)) this.kept.put(file, links);
    this.keep(file.path, isDated ? this.dated(file.path, cache, links) : null);
  }

  private keep(path: string, note: DatedNote | null): void {
    this.meanwhile?.set(path, note);
    const touched = put(this.book, path, note);
    for (const person of touched) this.changed.add(person);
    if (touched.size > 0) this.later();
  }

  private relink(path: string): void {
    if (!this.isOn() || !path.endsWith(".md")) return;
    this.moved.add(path);
    this.later();
  }

  private async renamed(path: string, oldPath: string): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    const was = this.book.has(oldPath);
    this.keep(oldPath, null);
    if (was && file) this.keep(path, this.dated(path, this.app.metadataCache.getFileCache(file), null));
    this.relink(oldPath);
    this.relink(path);
    const follow = (settings: Settings): Settings => {
      const notContact = renamedIn(settings.mentions.notContact, (one) =>
        sameMark(one) === sameMark(oldPath) ? path : one,
      );
      const isSame = notContact.every((one, at) => one === settings.mentions.notContact[at]);
      return isSame ? settings : { ...settings, mentions: { ...settings.mentions, notContact } };
    };
    if (follow(this.settings.get()) !== this.settings.get()) await this.settings.update(follow);
  }

  private later(): void {
    if (this.pending !== null) return;
    this.pending = window.setTimeout(() => {
      this.pending = null;
      void this.tell(timeSlices());
    }, LATER_MS);
  }

  /** Tells the people of the vault what has changed, in slices: at the start, and after a change of the settings, that is everybody. */
  private async tell(slices: Slices): Promise<void> {
    // What comes meanwhile is taken along by whoever is at it.
    if (this.isTelling) return;
    this.isTelling = true;
    while (!this.isGone && this.moved.size + this.changed.size > 0) {
      for (const path of this.moved) {
        this.moved.delete(path);
        for (const person of this.book.relink(path)) this.changed.add(person);
        await slices.breathe();
      }
      for (const path of this.changed) {
        this.changed.delete(path);
        this.index.takeMentions(this.mentionsOf, path);
        await slices.breathe();
      }
    }
    this.isTelling = false;
    this.index.mentionsTaken();
  }

  private readonly mentionsOf = (path: string): readonly PlacedTouch[] => this.book.of(path);

  private emptyBook(): MentionBook {
    return new MentionBook(this.resolve, this.settings.get().mentions.notContact);
  }
}

function put(book: MentionBook, path: string, note: DatedNote | null): ReadonlySet<string> {
  return note ? book.put(note) : book.remove(path);
}

function hasTicked(cache: CachedMetadata | null): boolean {
  return (
    (cache?.links?.length ?? 0) > 0 && (cache?.listItems?.some(({ task }) => task === "x" || task === "X") ?? false)
  );
}

/** The links of a note without its text: those in open tasks and quotes are left out by where they stand. */
function linksOf(cache: CachedMetadata | null): LinkFact[] {
  const quotes =
    cache?.sections?.filter(
      ({ type }) => type === "blockquote" || type === "callout" || type === "comment" || type === "code",
    ) ?? [];
  const tasks = cache?.listItems?.filter(({ task }) => task !== undefined) ?? [];
  return (cache?.links ?? []).flatMap(({ link, position }) => {
    const { line } = position.start;
    const isOut =
      quotes.some((one) => line >= one.position.start.line && line <= one.position.end.line) ||
      tasks.some((one) => one.position.start.line === line);
    const target = (link.split("#", 1)[0] ?? "").trim();
    return isOut || target === "" ? [] : [{ target, line: line + 1, doneOn: null }];
  });
}
