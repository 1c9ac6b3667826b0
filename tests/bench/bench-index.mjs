import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, notesOf, printTable, processorTimes } from "./measure.mjs";

/** Who is a person and what the properties say, from cached metadata, against a bare walk that reads the same keys. */
export async function benchIndex({ sizes, rounds }) {
  const core = await loadCore();
  const settings = peopleSettings(core);
  const format = core.noteFormat(settings);
  const keys = [...Object.values(core.DEFAULT_PROPERTY_NAMES).flat(), "tags", "tag", "aliases", "alias"];
  const rows = sizes.map((size) => {
    const notes = asCached(core, notesOf(size));
    const maps = notes.map(({ properties }) => new Map(properties));
    // As the plugin does it: nothing is copied, and tags are gathered where the folder does not tell already.
    const isOne = ({ path, properties }) =>
      core.isPerson(
        {
          path,
          properties,
          get tags() {
            return core.propertyTags(properties);
          },
        },
        settings.people,
      );
    const looked = () =>
      notes.map(({ path, frontmatter }) => ({
        path,
        text: "",
        properties: new core.PropertyView(frontmatter),
        headProblem: null,
      }));
    const people = notes.filter(isOne).map((note) => core.readPerson(note, format));
    const [bare, bareMaps, telling, heads, bodies, due] = processorTimes(rounds * 3, [
      () =>
        notes.reduce((seen, { frontmatter }) => seen + keys.filter((key) => frontmatter[key] !== undefined).length, 0),
      () => maps.reduce((seen, properties) => seen + keys.filter((key) => properties.get(key) !== undefined).length, 0),
      () => looked().filter(isOne),
      () =>
        looked()
          .filter(isOne)
          .map((note) => core.readPerson(note, format)),
      () => notes.filter(isOne).map((note) => core.readPerson(note, format)),
      () => core.listDue(people, settings, TODAY),
    ]);
    return [
      `${size}`,
      notes.length,
      bare,
      bareMaps,
      telling,
      heads,
      heads / bare,
      heads / bareMaps,
      bodies,
      (bodies / people.length) * 1000,
      due,
    ];
  });
  const headings = [
    "people",
    "notes",
    "bare walk",
    "through Maps",
    "who is one",
    "properties",
    "x bare",
    "x Maps",
    "with logs",
    "µs a person",
    "list of the day",
  ];
  printTable("Index from cached metadata (ms of processor time)", headings, rows);
}
