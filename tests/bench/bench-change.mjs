import { asCached, loadCore, peopleSettings } from "./bundle.mjs";
import { TODAY, median, notesOf, printTable } from "./measure.mjs";

const CHANGES = 400;

/**
 * One note changes, has another name, goes: it is read, put into every order, and the picks and the panel are made
 * anew.
 */
export async function benchChange({ sizes, rounds }) {
  const core = await loadCore();
  const vaults = sizes.map((size) => vaultOf(core, size));
  const kinds = [
    ["reading the note", ({ read }, at) => read(at)],
    ["a changed note", (vault, at) => vault.change(at)],
    ["a renamed note", (vault, at) => vault.rename(at)],
    ["a deleted note", (vault, at) => vault.remove(at), (vault, at) => vault.change(at)],
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
  const plain = peopleSettings(core);
  const settings = { ...plain, mentions: { ...plain.mentions, on: true } };
  const notes = asCached(core, notesOf(size));
  const dated = notes.slice(size);
  const resolve = core.linkResolver(notes.map(({ path }) => path));
  const index = new core.VaultIndex(settings, resolve);
  for (const note of notes) index.apply(note.path, note);
  const evaluator = new core.Evaluator(settings, TODAY);
  let ranked = new core.RankedPeople(evaluator, index.everybody());
  let turn = 0;
  const changed = (at) => ({ ...notes[at], text: `${notes[at].text}- ${TODAY} → call: turn ${++turn}\n` });
  const apply = (path, note) => index.apply(path, note);
  const show = () => {
    ranked = new core.RankedPeople(evaluator, index.everybody(), ranked);
    const { sections } = core.panelModel({
      ranked,
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
  };
  show();
  return {
    people: size,
    read: (at) => index.read(changed(at)),
    change(at) {
      apply(notes[at].path, changed(at));
      show();
    },
    rename(at) {
      const { path } = notes[at];
      notes[at] = { ...notes[at], path: path.replace(/( renamed)?[.]md$/, (_, is) => (is ? ".md" : " renamed.md")) };
      apply(path, null);
      apply(notes[at].path, notes[at]);
      show();
    },
    remove(at) {
      apply(notes[at].path, null);
      show();
    },
    mention(at) {
      const note = dated[at % dated.length];
      const link = `\n[[${notes[at].path.slice(0, -3)}]]`;
      for (const path of apply(note.path, { ...note, text: note.text + link })) index.person(path);
    },
    unrelated: (at) => apply(`Notes/Essay ${at}.md`, { ...UNRELATED, path: `Notes/Essay ${at}.md` }),
  };
}

const UNRELATED = { text: "Words.\n", properties: new Map(), headProblem: null };
