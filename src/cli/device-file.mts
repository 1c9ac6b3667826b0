import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A file of this device that holds what could be worked out again: read whole, or not at all. Whatever is wrong
 * with it (missing, cut short, damaged, of another build), it counts as not there.
 */
export function readDeviceFile(path: string, key: string): unknown {
  try {
    const text = readFileSync(path, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return text.slice(0, end) === `${key} ${digest(body)}` ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps data for next time. Of two processes that write at once the later wins, each file whole. A disk that is full
 * or not ours to write only means that the next run takes as long as this one.
 */
export function writeDeviceFile(path: string, key: string, data: unknown): void {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  try {
    const body = JSON.stringify(data);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, `${key} ${digest(body)}\n${body}`, { flag: "wx", mode: 0o600 });
    chmodSync(temporary, 0o600);
    renameSync(temporary, path);
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
  }
}

export function digest(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
