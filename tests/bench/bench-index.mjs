import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, notesOf, printTable, processorTimes } from "./measure.mjs";

/** Who is a person and what the properties say, from cached metadata, against a bare walk that reads the same keys. */
export async function benchIndex({ sizes, rounds }) {
  const core = await loadCore();
  const settings = peopleSettings(core);
  const read = core.recordReader(settings);
  const keys = [...Object.values(core.DEFAULT_PROPERTY_NAMES).flat(), "tags", "tag", "aliases", "alias"];
  const rows = sizes.map((size) => {
    const notes = asCached(core, notesOf(size));
    const maps = notes.map(({ properties }) => new Map(properties));
    // As the plugin does it: nothing is copied.
    const looked = () =>
      notes.map(({ path, frontmatter }) => ({
        path,
        text: null,
        properties: new core.PropertyView(frontmatter),
        headProblem: null,
      }));
    const index = new core.VaultIndex(settings, core.linkResolver(notes.map(({ path }) => path)));
    for (const note of notes) index.apply(note.path, note);
    const people = index.everybody();
    const evaluate = () => new core.RankedPeople(new core.Evaluator(settings, TODAY), people);
    const [bare, bareMaps, heads, bodies, due] = processorTimes(rounds * 3, [
      () =>
        notes.reduce((seen, { frontmatter }) => seen + keys.filter((key) => frontmatter[key] !== undefined).length, 0),
      () => maps.reduce((seen, properties) => seen + keys.filter((key) => properties.get(key) !== undefined).length, 0),
      () => looked().map(read),
      () => notes.map(read),
      () => core.listDue(evaluate()),
    ]);
    return [
      `${size}`,
      notes.length,
      bare,
      bareMaps,
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
    "properties",
    "x bare",
    "x Maps",
    "with bodies",
    "µs a person",
    "list of the day",
  ];
  printTable("Index from cached metadata (ms of processor time)", headings, rows);
}
