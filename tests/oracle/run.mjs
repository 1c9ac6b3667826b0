// npm run oracle -- OLD.mjs NEW.mjs [FOLDER…] [--seeds 1,2] [--people 250] [--only WORD] [--show 3]
//
// Tells two built terminal programs the same, over copies of the sample vault, of generated vaults (one a seed) and of any
// folders of notes named, and compares all that they say and every byte they write. What differs is printed by command;
// the exit code is 1 unless all of it stands in known-differences.mjs. Nothing is written but below the system's folder
// for temporary files.
//
// OLD.mjs is built from the commit to compare with:
//
//   git worktree add --detach ../reconnect-old COMMIT
//   (cd ../reconnect-old && npm ci && npm run build:cli)
//   npm run build:cli
//   npm run oracle -- ../reconnect-old/dist/reconnect.mjs dist/reconnect.mjs
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
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

const DAYS = ["2026-11-22", "2026-11-23", "2027-02-28"];
const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const SAMPLE_SETTINGS = fileURLToPath(new URL("../vault/sample-settings.json", import.meta.url));
const out = (line) => process.stdout.write(`${line}\n`);

/** Settings that are as far from the default as they go. */
const OTHERWISE = {
  schemaVersion: 1,
  confirmed: true,
  people: {
    folders: ["People", "Odd"],
    tags: ["person"],
    properties: [
      { name: "type", value: "person" },
      { name: "categories", value: "People" },
    ],
    templateFolders: ["Templates"],
  },
  propertyNames: { cadence: ["cadence", "frequency"], lastContact: ["last_contact", "seen"] },
  circles: [
    { name: "inner", cadence: "weekly" },
    { name: "friends", cadence: "100" },
    { name: "work", cadence: "none" },
  ],
  channels: ["appel", "walk"],
  soonDays: 3,
  leapDay: "03-01",
  occasions: { aheadDays: 30, belatedDays: 3, earlyDays: 3, prepareDays: 0 },
  relationships: { balance: true, weeklyTouches: 2, shareFolders: ["Reading", "Notes"], sharesADay: 2 },
  newPersonFolder: "People/New",
  newPersonTemplate: "Templates/Person.md",
  mentions: { on: true, properties: ["people", "attendees"], dateProperties: ["date", "created"], notContact: [] },
  tasks: { practicesNote: "Notes/Practices.md", heading: "Keep", format: "dataview", alarms: true },
  week: { picks: 5 },
};

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
    out(`${vault.vault}: ${both.count} calls, ${((performance.now() - started) / 1000).toFixed(0)} s so far`);
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
  const settings = JSON.parse(readFileSync(SAMPLE_SETTINGS, "utf8"));
  yield { vault: "sample", source: SAMPLE };
  yield withSettings("sample, otherwise", SAMPLE, { ...OTHERWISE, ...settings, tasks: OTHERWISE.tasks });
  for (const [index, seed] of values.seeds.split(",").map(Number).entries()) {
    const source = join(work, `seed-${seed}`);
    mkdirSync(source);
    writeOddVault(source, { people: Number(values.people), seed, dice: diceFrom(seed + 1000) });
    if (index % 2 === 0) yield { vault: `seed ${seed}`, source, seed };
    else yield { ...withSettings(`seed ${seed}, otherwise`, source, OTHERWISE), seed };
  }
  for (const folder of folders) {
    const everybody = { ...OTHERWISE, people: { ...OTHERWISE.people, folders: [""] } };
    yield { vault: basename(folder), source: resolve(folder) };
    yield withSettings(`${basename(folder)}, everybody`, resolve(folder), everybody);
  }
}

function withSettings(vault, from, settings) {
  const source = join(work, vault);
  cpSync(from, source, { recursive: true });
  const file = join(source, ".obsidian/plugins/reconnect/data.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
  return { vault, source };
}

function scriptsFor({ seed = 0 }) {
  const random = [1, 2].map((turn) => [`random ${turn}`, randomScript(diceFrom(seed * 100 + turn), 60)]);
  return {
    help: readHelp,
    reading: (both) => readAll(both, { days: DAYS, most: 30 }),
    ...SCRIPTS,
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
