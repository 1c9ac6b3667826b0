import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * A file of this device that holds what could be worked out again: read whole, or not at all. Whatever is wrong
 * with it (missing, cut short, damaged, of another build), it counts as not there.
 */
export function readDeviceFile(path: string, key: string): unknown {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    return bytes.toString("utf8", 0, end) === `${key} ${digest(body)}` ? JSON.parse(body.toString("utf8")) : undefined;
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
    const body = Buffer.from(JSON.stringify(data), "utf8");
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${key} ${digest(body)}\n`, "utf8"), body]), { flag: "wx", mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made.
    }
  }
}

export function digest(data: string | Uint8Array): string {
  return createHash("sha1").update(data).digest("hex");
}
