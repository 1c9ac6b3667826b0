import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, median, notesOf, printTable } from "./measure.mjs";

const CHANGES = 400;

/** One note changes, has another name, goes: it is read, put into every order, and the picks and the panel are made anew. */
export async function benchChange({ sizes, rounds }) {
  const core = await loadCore();
  const vaults = sizes.map((size) => vaultOf(core, size));
  const kinds = [
    ["reading the note", ({ read }, at) => read(at)],
    ["a changed note", (vault, at) => vault.show(vault.everyone.put(vault.read(at)))],
    ["a renamed note", (vault, at) => vault.show(vault.rename(at))],
    [
      "a deleted note",
      (vault, at) => vault.show(vault.everyone.remove(vault.pathOf(at))),
      (vault, at) => vault.everyone.put(vault.read(at)),
    ],
    ["mentions in a dated note", (vault, at) => vault.mention(at)],
    ["a note of nobody's", (vault, at) => vault.unrelated(at)],
  ];
  const rows = kinds.map(([name, work, after]) => {
    // All sizes by turns, so that what else the machine does meets each of them.
    const times = vaults.map(() => []);
    for (let round = 0; round < CHANGES * Math.max(1, rounds / 5); round++) {
      for (const [index, vault] of vaults.entries()) {
        const at = (round * 7919) % vault.people;
        const from = performance.now();
        work(vault, at);
        times[index].push((performance.now() - from) * 1000);
        after?.(vault, at);
      }
    }
    const medians = times.map(median);
    const [small, large] = [medians[sizes.indexOf(1000)], medians[sizes.indexOf(50000)]];
    return [name, ...medians, small && large ? large / small : "-"];
  });
  printTable("One change (µs, median)", ["people", ...sizes.map(String), "50,000 : 1,000"], rows);
}

function vaultOf(core, size) {
  const settings = peopleSettings(core);
  const format = core.noteFormat(settings);
  const all = asCached(core, notesOf(size));
  const notes = all.slice(0, size);
  const everyone = new core.Everyone(new core.Reckoner(settings, TODAY));
  for (const note of notes) everyone.put(core.readPerson(note, format));
  const resolve = core.linkResolver(all.map(({ path }) => path));
  const dated = all.slice(size);
  const mentions = new core.MentionBook(resolve, []);
  const datedNote = (at, words = "") => ({
    path: dated[at].path,
    date: dated[at].path.slice(-13, -3),
    links: core.linkFactsIn(dated[at].text + words),
  });
  for (let at = 0; at < dated.length; at++) mentions.put(datedNote(at));
  let turn = 0;
  return {
    people: size,
    everyone,
    pathOf: (at) => notes[at].path,
    read: (at) =>
      core.readPerson({ ...notes[at], text: `${notes[at].text}- ${TODAY} → call: turn ${++turn}\n` }, format),
    rename(at) {
      everyone.remove(notes[at].path);
      everyone.put(core.readPerson({ ...notes[at], path: notes[at].path }, format));
    },
    show: () => {
      const { sections } = core.panelModel({
        everyone,
        settings,
        view: core.FIRST_VIEW,
        isLoading: false,
        isWhole: true,
        percentRead: null,
        locale: "en",
        taskNotes: [],
        resolveLink: resolve,
      });
      // As many rows as a panel has in view.
      let left = 40;
      for (const { rows } of sections) for (let index = 0; index < rows.length && left-- > 0; index++) rows.at(index);
    },
    mention(at) {
      const touched = mentions.put(datedNote(at % dated.length, `\n[[${notes[at].path.slice(0, -3)}]]`));
      for (const path of touched) mentions.of(path);
    },
    unrelated: (at) =>
      everyone.of(`Notes/Essay ${at}.md`) ??
      core.isPerson({ path: `Notes/Essay ${at}.md`, properties: new Map(), tags: [] }, settings.people),
  };
}
