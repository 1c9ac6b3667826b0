import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, notesOf, printTable, timed } from "./measure.mjs";

const KEYS = ["circle", "cadence", "last_contact", "snooze_until", "paused", "closed", "birthday", "dates", "milestones", "place", "address", "email", "phone", "interests", "brought", "offers", "looks_for", "met", "introduced_by", "drifted", "uid", "tags", "aliases"];

/** Who is a person and what the properties say, from cached metadata, against a bare walk that reads the same keys. */
export async function benchIndex({ sizes, rounds }) {
  const core = await loadCore();
  const settings = peopleSettings(core);
  const format = core.noteFormat(settings);
  const rows = sizes.map((size) => {
    const notes = asCached(core, notesOf(size));
    const isOne = (note) => core.isPerson({ path: note.path, properties: note.properties, tags: core.propertyTags(note.properties) }, settings.people);
    const bare = timed(rounds, () => notes.reduce((seen, { properties }) => seen + KEYS.filter((key) => properties.get(key) !== undefined).length, 0));
    const heads = timed(rounds, () => notes.filter(isOne).map((note) => core.readPerson({ ...note, text: "" }, format)));
    const bodies = timed(rounds, () => notes.filter(isOne).map((note) => core.readPerson(note, format)));
    const people = notes.filter(isOne).map((note) => core.readPerson(note, format));
    const due = timed(rounds, () => core.listDue(people, settings, TODAY));
    return [`${size}`, notes.length, bare, heads, heads / bare, bodies, bodies / people.length * 1000, due];
  });
  printTable("Index from cached metadata (ms)", ["people", "notes", "bare walk", "properties", "x bare", "with logs", "µs a person", "list of the day"], rows);
}
