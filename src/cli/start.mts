import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { isMainThread } from "node:worker_threads";
import { runKept } from "./kept-code.mjs";
import { stateFolder } from "./state-folder.mjs";

/** The program (bin.mts), as the build has put it here: a text, which is skipped in a fraction of the time that reading it takes. */
declare const PROGRAM: string;
/** What tells it from another. */
declare const PROGRAM_DIGEST: string;

// They hold for all threads. A run is over before most of what V8 would optimise pays for it: optimise later, and let the young heap grow at once.
if (isMainThread) {
  setFlagsFromString("--interrupt-budget=600000");
  setFlagsFromString("--semi-space-growth-factor=16");
}

const run = runKept(`(function(require,programUrl,programDigest){${PROGRAM}\n})`, {
  name: fileURLToPath(import.meta.url),
  digest: PROGRAM_DIGEST,
  file: join(stateFolder(process.env), "program.code"),
  command: process.argv.slice(2).find((word) => /^[a-z][a-z-]{0,20}$/.test(word)) ?? "help",
  isToKeep: isMainThread,
}) as (require: NodeJS.Require, programUrl: string, programDigest: string) => void;
run(createRequire(import.meta.url), import.meta.url, PROGRAM_DIGEST);
