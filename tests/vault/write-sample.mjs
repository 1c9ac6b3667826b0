// node tests/vault/write-sample.mjs DEST [--today YYYY-MM-DD]
//
// Writes a copy of the sample vault in which every date has moved along to today.

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EPOCH, isDay, shiftPath, shiftText } from "./shift-dates.mjs";

const SAMPLE = fileURLToPath(new URL("./sample", import.meta.url));
const USAGE = "Usage: node tests/vault/write-sample.mjs DEST [--today YYYY-MM-DD]";

/** A folder that is not empty could be somebody's real vault. */
export class FolderNotEmpty extends Error {}

/**
 * @param {string} dest a folder that is empty or does not exist yet
 * @param {string} today YYYY-MM-DD
 * @returns {Promise<string[]>} the paths written, relative to dest
 */
export async function writeSample(dest, today) {
  if (!isDay(today)) throw new RangeError(`Not a day: ${today}`);
  await refuseUnlessEmpty(dest);

  const move = { from: EPOCH, to: today };
  const written = [];
  for (const path of await filesIn(SAMPLE)) {
    const bytes = await readFile(join(SAMPLE, path));
    const isNote = path.endsWith(".md");
    const target = isNote ? shiftPath(path, move) : path;
    await mkdir(dirname(join(dest, target)), { recursive: true });
    await writeFile(join(dest, target), isNote ? shiftText(bytes.toString("utf8"), move) : bytes);
    written.push(target);
  }
  return written;
}

async function refuseUnlessEmpty(dest) {
  const entries = await readdir(dest).catch((error) => {
    if (error.code === "ENOENT") return [];
    if (error.code === "ENOTDIR") throw new FolderNotEmpty(`${dest} is a file, not a folder. Nothing was written.`);
    throw error;
  });
  if (entries.length > 0) throw new FolderNotEmpty(`${dest} is not empty. Nothing was written.`);
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** The civil day here: the only place that looks at the clock. */
function todayHere() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

async function main(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { today: { type: "string" } } });
  } catch (error) {
    return refuse(`${error.message}\n${USAGE}`);
  }
  const [dest, ...more] = parsed.positionals;
  const today = parsed.values.today ?? todayHere();
  if (dest === undefined || more.length > 0) return refuse(USAGE);
  if (!isDay(today)) return refuse(`Not a day: ${today}\n${USAGE}`);

  try {
    const written = await writeSample(dest, today);
    process.stdout.write(`${written.length} files written to ${dest}, as on ${today}.\n`);
    return 0;
  } catch (error) {
    if (error instanceof FolderNotEmpty) return refuse(error.message);
    throw error;
  }
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  return 2;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
