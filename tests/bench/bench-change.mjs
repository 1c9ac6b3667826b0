import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, median, notesOf, printTable } from "./measure.mjs";

/** One note changes: it is read, reckoned, and everyone put in order again, as the panel does it. */
export async function benchChange({ sizes, rounds }) {
  const core = await loadCore();
  const settings = peopleSettings(core);
  const format = core.noteFormat(settings);
  const rows = sizes.map((size) => {
    const notes = asCached(core, notesOf(size)).slice(0, size);
    const byPath = new Map(notes.map((note) => [note.path, core.readPerson(note, format)]));
    const reckoner = new core.Reckoner(settings, TODAY);
    reckoner.reckonAll([...byPath.values()]);
    const [reading, reckoning] = [[], []];
    for (let round = 0; round < rounds * 20; round++) {
      const note = notes[(round * 7919) % notes.length];
      const text = `${note.text}- ${TODAY} → call: round ${round}\n`;
      const from = performance.now();
      byPath.set(note.path, core.readPerson({ ...note, text }, format));
      const read = performance.now();
      reckoner.reckonAll([...byPath.values()]);
      reading.push((read - from) * 1000);
      reckoning.push((performance.now() - read) * 1000);
    }
    return [`${size}`, median(reading), median(reckoning)];
  });
  const of = (size, column) => rows.find(([one]) => one === `${size}`)?.[column];
  printTable("One changed note (µs)", ["people", "reading it", "walking everybody's reckoned facts"], rows);
  if (of(1000, 1) && of(50000, 1)) console.log(`  reading it at 50,000 against 1,000: ${(of(50000, 1) / of(1000, 1)).toFixed(2)} times; the walk: ${(of(50000, 2) / of(1000, 2)).toFixed(1)} times`);
}
