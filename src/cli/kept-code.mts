import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { digestOf, fileStamp, readDeviceFile, writeDeviceFile } from "./device-file.mjs";

interface Kept {
  /** The file that the source is from. */
  readonly name: string;
  /** Of the source: packagers give every file the same time, and the engine itself looks at no more than the length. */
  readonly digest: string;
  /** Where the code is kept. */
  readonly file: string;
  /** What is run: what one command calls is not what another calls. */
  readonly command: string;
  readonly isToKeep: boolean;
}

/** More are not kept apart: there are fewer commands. */
const MOST_COMMANDS = 100;

/**
 * Evaluates a source, of which the engine keeps what it has made of it on this device: reading the program anew takes as long as
 * many of its answers. The code of each command is added when that command is first run. The engine refuses code of another
 * version of itself; code of another build, or damaged, counts as missing. Losing it costs time, nothing else.
 */
export function runKept(source: string, { name, digest, file, command, isToKeep }: Kept): unknown {
  const key = digestOf(JSON.stringify([process.version, process.arch, digest, fileStamp(name)]));
  const [commands, code] = readDeviceFile(file, key) ?? [];
  const script = new Script(source, { filename: name, ...(code && { cachedData: code }) });
  const known = code && script.cachedDataRejected === false ? (commands?.toString("utf8").split(" ") ?? []) : [];
  if (isToKeep && !known.includes(command) && known.length < MOST_COMMANDS) {
    // When all is done, as only then what was called is known.
    process.once("exit", () => {
      if (isWritable(dirname(file)))
        writeDeviceFile(file, key, [[...known, command].join(" "), script.createCachedData()]);
    });
  }
  return script.runInThisContext();
}

/** Not made for this alone, and no code is made that could not be written. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
