// npm run oracle -- OLD.mjs NEW.mjs [FOLDER…] [--seeds 1,2] [--people 250] [--only WORD] [--show 3]
//
// Tells two built terminal programs the same, over copies of the sample vault, of generated vaults (one a seed) and of
// any folders of notes named, and compares all that they say and every byte they write. What differs is printed by
// command; the exit code is 1 unless all of it stands in known-differences.mjs. Nothing is written but below the
// system's folder for temporary files.
//
// OLD.mjs is built from the commit to compare with:
//
//   git worktree add --detach ../reconnect-old COMMIT
//   (cd ../reconnect-old && npm ci && npm run build:cli)
//   npm run build:cli
//   npm run oracle -- ../reconnect-old/dist/reconnect.mjs dist/reconnect.mjs
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { diceFrom } from "../vault/generate.mjs";
import { Differences } from "./differences.mjs";
import { KNOWN_DIFFERENCES } from "./known-differences.mjs";
import { Lockstep } from "./lockstep.mjs";
import { writeOddVault } from "./odd-vault.mjs";
import { Program } from "./program.mjs";
import { randomScript } from "./random-script.mjs";
import { readAll } from "./reading.mjs";
import { SCRIPTS } from "./scripts.mjs";
import { OTHERWISE, SAMPLE, SAMPLE_SETTINGS, withSettings } from "./vaults.mjs";

const DAYS = ["2026-11-22", "2026-11-23", "2027-02-28"];
const out = (line) => process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "1,2" },
    people: { type: "string", default: "250" },
    only: { type: "string", default: "" },
    show: { type: "string", default: "3" },
  },
});
const [oldFile, newFile, ...folders] = positionals;
if (newFile === undefined || ![oldFile, newFile, ...folders].every((path) => existsSync(path))) {
  process.stderr.write("Usage: npm run oracle -- OLD.mjs NEW.mjs [FOLDER…] [--seeds 1,2] [--only WORD] [--show 3]\n");
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "reconnect-oracle-"));
const differences = new Differences(KNOWN_DIFFERENCES, Number(values.show));
const programs = [new Program(oldFile, join(work, "one")), new Program(newFile, join(work, "two"))];
const both = new Lockstep(...programs, differences);
const started = performance.now();
try {
  for (const vault of vaults()) {
    for (const [name, steps] of Object.entries(scriptsFor(vault))) {
      if (`${vault.vault}, ${name}`.includes(values.only)) await both.script(name, { ...vault, today: DAYS[0] }, steps);
    }
    out(
      `${vault.vault}: ${both.count} calls, ${differences.count} differences, ${((performance.now() - started) / 1000).toFixed(0)} s so far`,
    );
  }
  const isWhole = values.only === "" ? await nothingForgotten() : true;
  const unknown = differences.print(out);
  out(`\n${both.count} calls of each program; ${unknown} differences that are not known.`);
  if (unknown > 0 || !isWhole) process.exitCode = 1;
} finally {
  for (const program of programs) program.end();
  rmSync(work, { recursive: true, force: true });
}

/** The vaults to compare over: each as it is, or with settings of its own. */
function* vaults() {
  yield { vault: "sample", source: SAMPLE };
  yield withSettings(work, "sample, settled", SAMPLE, SAMPLE_SETTINGS);
  for (const [index, seed] of values.seeds.split(",").map(Number).entries()) {
    const source = join(work, `seed-${seed}`);
    mkdirSync(source);
    writeOddVault(source, { people: Number(values.people), seed, dice: diceFrom(seed + 1000) });
    if (index % 2 === 0) yield { vault: `seed ${seed}`, source, seed };
    else yield { ...withSettings(work, `seed ${seed}, otherwise`, source, OTHERWISE), seed };
  }
  for (const folder of folders) {
    const everybody = { ...OTHERWISE, people: { ...OTHERWISE.people, folders: [""] } };
    yield { vault: basename(folder), source: resolve(folder) };
    yield withSettings(work, `${basename(folder)}, everybody`, resolve(folder), everybody);
  }
}

/** Help is the same everywhere; the sample with its settings is read and written at random, no more. */
function scriptsFor({ vault, seed }) {
  const turns = seed === undefined ? [1] : [1, 2];
  const random = turns.map((turn) => [`random ${turn}`, randomScript(diceFrom((seed ?? 0) * 100 + turn), 40)]);
  return {
    ...(vault === "sample" ? { help: readHelp } : {}),
    reading: (both) => readAll(both, { days: vault === "sample" ? DAYS : DAYS.slice(1), most: 20 }),
    ...(vault === "sample, settled" ? {} : SCRIPTS),
    ...Object.fromEntries(random),
  };
}

async function readHelp(both) {
  const { stdout } = await both.call(["--help"]);
  for (const command of commandsIn(stdout)) await both.call([command, "--help"]);
}

function commandsIn(help) {
  return [...help.matchAll(/^ {2}([a-z][a-z-]*) {2,}/gm)].map(([, command]) => command);
}

/** Every command and option that a program offers has to have been tried. */
async function nothingForgotten() {
  const forgotten = new Set();
  for (const program of programs) {
    program.begin(SAMPLE);
    const { stdout } = await program.run(["--help"], DAYS[0]);
    for (const command of commandsIn(stdout)) {
      const help = (await program.run([command, "--help"], DAYS[0])).stdout;
      const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => `${command} ${name}`);
      for (const one of [command, ...options]) if (!both.tried.has(one)) forgotten.add(one);
    }
  }
  if (forgotten.size > 0) out(`\nNever tried; scripts.mjs or reading.mjs has to:\n  ${[...forgotten].join("\n  ")}`);
  return forgotten.size === 0;
}
