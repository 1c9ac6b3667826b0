import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { bundle } from "./bundle.mjs";
import { TODAY, notesOf, printTable, timedAsync } from "./measure.mjs";

const BARE = fileURLToPath(new URL("bare-read.mjs", import.meta.url));
const PEOPLE = 7_500;

/** `due` over 10,000 notes on disk, whole processes, against a process that only reads those files. */
export async function benchTerminal({ rounds }) {
  const base = mkdtempSync(join(tmpdir(), "reconnect-bench-vault-"));
  try {
    const vault = join(base, "vault");
    const settings = join(vault, ".obsidian/plugins/reconnect/data.json");
    for (const { path, text } of [...notesOf(PEOPLE), { path: settings.slice(vault.length + 1), text: JSON.stringify({ schemaVersion: 1, confirmed: true, people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] } }) }]) {
      mkdirSync(dirname(join(vault, path)), { recursive: true });
      writeFileSync(join(vault, path), text);
    }
    // A note changed a moment ago is not trusted to be unchanged.
    await sleep(3_000);
    const cli = await bundle("src/cli/bin.mts");
    const state = join(base, "state");
    const due = (today) => execFileSync(process.execPath, [cli, "due", "--json", "--vault", vault, "--today", today], { env: { ...process.env, XDG_STATE_HOME: state }, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e9 });
    const bare = await timedAsync(rounds, () => execFileSync(process.execPath, [BARE, vault]));
    const first = await timedAsync(rounds, () => { rmSync(state, { recursive: true, force: true }); due(TODAY); });
    const same = await timedAsync(rounds, () => due(TODAY));
    let day = 0;
    const otherDay = await timedAsync(rounds, () => due(`2026-12-${String(++day).padStart(2, "0")}`));
    const rows = [["only reading the files", bare, 1], ["due, first run", first, first / bare], ["due, nothing changed", same, same / bare], ["due, nothing changed, another day", otherDay, otherDay / bare]];
    printTable(`Terminal over ${(PEOPLE + PEOPLE / 3).toLocaleString("en-US")} notes, whole process (ms)`, ["", "ms", "x reading"], rows);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
