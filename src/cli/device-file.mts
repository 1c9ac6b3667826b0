import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A file of this device that holds what could be worked out again, in parts: read whole, or not at all. Whatever is
 * wrong with it (missing, cut short, damaged, of another build), it counts as not there.
 */
export function readDeviceFile(path: string, key: string): readonly Buffer[] | undefined {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf("\n");
    const [of, digest, ...sizes] = bytes.toString("utf8", 0, end).split(" ");
    const body = bytes.subarray(end + 1);
    if (of !== key || digest !== digestOf(sizes.join(" "), body)) return undefined;
    let from = 0;
    return sizes.map((size) => body.subarray(from, (from += Number(size))));
  } catch {
    return undefined;
  }
}

/**
 * Keeps parts for next time. Of two processes that write at once the later wins, each file whole. A disk that is full
 * or not ours to write only means that the next run takes as long as this one.
 */
export function writeDeviceFile(path: string, key: string, parts: readonly (string | Uint8Array)[]): void {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  try {
    const bytes = parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : part));
    const sizes = bytes.map(({ length }) => length).join(" ");
    const header = Buffer.from(`${key} ${digestOf(sizes, ...bytes)} ${sizes}\n`, "utf8");
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([header, ...bytes]), { flag: "wx", mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
  }
}

/** Time and size of a file; "unknown" where there is none, as of a program that is read from standard input. */
export function fileStamp(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs} ${size}`;
  } catch {
    return "unknown";
  }
}

export function digestOf(...data: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1");
  for (const one of data) hash.update(one);
  return hash.digest("hex");
}
