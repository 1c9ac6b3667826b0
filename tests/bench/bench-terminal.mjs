import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundle, TERMINAL } from "./bundle.mjs";
import { TODAY, median, notesOf, printTable } from "./measure.mjs";

const BARE = fileURLToPath(new URL("bare-read.mjs", import.meta.url));
const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
};
/** A note changed later than this before it is read is not believed to be unchanged. */
const UNSURE_MS = 3_000;

/**
 * `due` over notes on disk, whole processes, each in turn with a process that only reads those files: the ratios hold
 * on a busy machine too.
 */
export async function benchTerminal({ sizes, rounds }) {
  const cli = await bundle(TERMINAL);
  const rows = [];
  for (const notes of sizes) rows.push(await rowOf(cli, notes, rounds));
  printTable(
    "Terminal: due over notes on disk, whole process, as a multiple of only reading them",
    ["notes", "reading, ms", "first run", "nothing changed", "another day", "picks, another day", "one note changed"],
    rows,
  );
}

async function rowOf(cli, notes, rounds) {
  const base = mkdtempSync(join(tmpdir(), "reconnect-bench-vault-"));
  const [vault, state] = [join(base, "vault"), join(base, "state")];
  try {
    const [person] = writeVault(vault, notes);
    await sleep(UNSURE_MS);
    const run = (...words) => timeOf([cli, ...words, "--json", "--vault", vault], state);
    const bares = [];
    const against = (work, prepare = () => undefined) => {
      const ratios = Array.from({ length: rounds }, () => {
        prepare();
        const bare = timeOf([BARE, vault], state);
        bares.push(bare);
        return work() / bare;
      });
      return median(ratios);
    };
    const first = against(
      () => run("due", "--today", TODAY),
      () => {
        rmSync(state, { recursive: true, force: true });
      },
    );
    const same = against(() => run("due", "--today", TODAY));
    let day = 0;
    const nextDay = () => `2026-12-${String((++day % 28) + 1).padStart(2, "0")}`;
    const otherDay = against(() => run("due", "--today", nextDay()));
    const picks = against(() => run("picks", "--today", nextDay()));
    const changed = against(
      () => run("due", "--today", TODAY),
      () => {
        appendFileSync(join(vault, person.path), "\n");
      },
    );
    return [notes.toLocaleString("en-US"), median(bares), first, same, otherDay, picks, changed];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** Three quarters people, the rest dated notes. */
function writeVault(vault, notes) {
  const all = notesOf(Math.round(notes * 0.75));
  for (const { path, text } of [
    ...all,
    { path: ".obsidian/plugins/reconnect/data.json", text: JSON.stringify(SETTINGS) },
  ]) {
    mkdirSync(dirname(join(vault, path)), { recursive: true });
    writeFileSync(join(vault, path), text);
  }
  return all;
}

function timeOf(argv, state) {
  const from = performance.now();
  execFileSync(process.execPath, argv, {
    env: { ...process.env, XDG_STATE_HOME: state },
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1e9,
  });
  return performance.now() - from;
}
