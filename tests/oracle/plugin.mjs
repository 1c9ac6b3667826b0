// npm run oracle:plugin -- OLD-main.js NEW-main.js [--show 3]
//
// Opens the sample vault and a generated one with two builds of the plugin, in what stands in for Obsidian, and
// compares what its command-line handlers answer, what the panel, cards, garden and blocks show, and what it writes.
// How to get an old build: see run.mjs, with `npm run build` and main.js. Known differences are those of the terminal.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { importBesideHost } from "../host/import-beside-host.mjs";
import { diceFrom } from "../vault/generate.mjs";
import { Differences } from "./differences.mjs";
import { KNOWN_DIFFERENCES } from "./known-differences.mjs";
import { writeOddVault } from "./odd-vault.mjs";
import { dailyQuestions } from "./reading.mjs";
import { OTHERWISE, SAMPLE, SAMPLE_SETTINGS, withSettings } from "./vaults.mjs";

const out = (line) => process.stdout.write(`${line}\n`);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string", default: "3" } },
});
if (positionals.length !== 2 || !positionals.every((path) => existsSync(path))) {
  process.stderr.write("Usage: npm run oracle:plugin -- OLD-main.js NEW-main.js [--show 3]\n");
  process.exit(2);
}

const { recordPlugin, endRecording } = await importBesideHost("tests/oracle/record-plugin.mts");
const work = mkdtempSync(join(tmpdir(), "reconnect-oracle-"));
const differences = new Differences(KNOWN_DIFFERENCES, Number(values.show));
try {
  const generated = join(work, "generated");
  mkdirSync(generated);
  writeOddVault(generated, { people: 60, seed: 3, dice: diceFrom(3) });
  const questions = [...dailyQuestions([]), ["check"], ["export"], ["export", "--format", "csv"], ["adopt"]]
    .filter(([, option]) => option === undefined || option.startsWith("--"))
    .map(asHandled);
  for (const { vault, source } of [
    withSettings(work, "sample", SAMPLE, SAMPLE_SETTINGS),
    withSettings(work, "seed 3", generated, OTHERWISE),
  ]) {
    const recordings = [];
    for (const mainJs of positionals) {
      recordings.push(await recordPlugin({ vault: source, mainJs: resolve(mainJs), questions, most: 12 }));
    }
    compare(vault, ...recordings);
  }
} finally {
  await endRecording();
  rmSync(work, { recursive: true, force: true });
}
if (differences.print(out) > 0) process.exitCode = 1;

function compare(vault, old, now) {
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  for (const name of names) {
    const [command] = name.split(":");
    const where = command === "note" ? name.slice("note: ".length) : "stdout";
    differences.compare({ vault, script: "plugin", command, argv: [name] }, where, old[name], now[name]);
  }
  out(`${vault}: ${names.size} answers and screens compared, ${differences.count} differences so far`);
}

/** A command line of the terminal as Obsidian's hands it over; a flag is "true". */
function asHandled([id, ...options]) {
  const params = {};
  for (const [at, word] of options.entries()) {
    if (!word.startsWith("--")) continue;
    const next = options[at + 1];
    params[word.slice(2)] = next === undefined || next.startsWith("--") ? "true" : next;
  }
  return [id, params];
}
