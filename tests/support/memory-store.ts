import type { TaskNote } from "../../src/core/tasks/note-task";
import { linkResolver } from "../../src/core/tasks/resolve-link";
import { inlineTags } from "../../src/core/text/note/inline-tags";
import { parseHead, type ParseYaml, type Properties } from "../../src/core/text/note/parse-head";
import { headLooksLikePerson, isPerson, propertyTags } from "../../src/core/people/people-rules";
import type { Person } from "../../src/core/index/person";
import { readPerson } from "../../src/core/index/read-person";
import { NoteError, type NoteStore } from "../../src/core/ports";
import { noteFormat } from "../../src/core/index/note-format";
import type { Settings } from "../../src/core/people/settings/settings";
import { taskNoteOf } from "../../src/core/index/read-task-notes";
import { tickedTouches, withTicks } from "../../src/core/index/ticked-touches";

/** Notes in memory, for tests of what needs a store and no disk. It keeps the same contract as the faces' stores. */
export class MemoryStore implements NoteStore {
  readonly notes: Map<string, string>;

  constructor(
    notes: Readonly<Record<string, string>>,
    private readonly parseYaml: ParseYaml,
    protected readonly settings: Settings,
  ) {
    this.notes = new Map(Object.entries(notes));
  }

  async readPeople(): Promise<readonly Person[]> {
    const people: Person[] = [];
    for (const [path, text] of this.notes) {
      const head = parseHead(text, this.parseYaml);
      const properties: Properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
      const tags = [...propertyTags(properties), ...inlineTags(text)];
      const rules = this.settings.people;
      const counts =
        head.kind === "refused" ? headLooksLikePerson(path, text, rules) : isPerson({ path, properties, tags }, rules);
      const headProblem = head.kind === "refused" ? head.problem : null;
      if (counts) people.push(readPerson({ path, text, properties, headProblem }, noteFormat(this.settings)));
    }
    const ticked = tickedTouches(
      people.map(({ path }) => path),
      await this.readTaskNotes(),
    );
    return people.map((person) => withTicks(person, ticked.get(person.path)));
  }

  listNotes(): Promise<readonly string[]> {
    return Promise.resolve([...this.notes.keys()]);
  }

  readTaskNotes(): Promise<readonly TaskNote[]> {
    return Promise.resolve(
      [...this.notes].flatMap(
        ([path, text]) => taskNoteOf({ path, text, head: () => this.headOf(path, text) }, this.settings) ?? [],
      ),
    );
  }

  private headOf(path: string, text: string): { properties: Properties; isPerson: boolean } {
    const head = parseHead(text, this.parseYaml);
    const properties: Properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
    return {
      properties,
      isPerson: isPerson(
        { path, properties, tags: [...propertyTags(properties), ...inlineTags(text)] },
        this.settings.people,
      ),
    };
  }

  resolveLink(target: string, from: string): string | null {
    return linkResolver([...this.notes.keys()])(target, from);
  }

  async read(path: string): Promise<string> {
    const text = this.notes.get(path);
    if (text === undefined) throw new NoteError(path, "There is no such note.");
    return Promise.resolve(text);
  }

  async process(path: string, change: (text: string) => string): Promise<void> {
    await this.read(path);
    // Read again after the wait: another call may have written meanwhile.
    this.notes.set(path, change(this.notes.get(path) ?? ""));
  }

  exists(path: string): Promise<boolean> {
    return Promise.resolve(holds(this.notes, path));
  }

  async create(path: string, text: string): Promise<void> {
    if (path.split("/").some((part) => part === "" || part.startsWith(".")))
      throw new NoteError(path, "This path leads out of the vault.");
    if (holds(this.notes, path)) throw new NoteError(path, "There is already a note of that name.");
    this.notes.set(path, text);
  }

  async remove(path: string, expected: string): Promise<void> {
    if ((await this.read(path)) !== expected)
      throw new NoteError(path, "The note has changed since; it was left where it is.");
    this.notes.delete(path);
  }
}

/** Whether a note or a folder is at a path, as a disk that does not mind case sees it. */
export function holds(notes: ReadonlyMap<string, string>, path: string): boolean {
  const folded = (one: string): string => one.normalize("NFC").toLowerCase();
  const wanted = folded(path);
  return [...notes.keys()].some((one) => folded(one) === wanted || folded(one).startsWith(`${wanted}/`));
}
