import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { randomBytes } from "node:crypto";

/**
 * Puts bytes in a file's place at one stroke: a dot-named file beside it, flushed to the disk, then
 * renamed over it. Whatever happens, the old file or the new one stands there, whole. Mode and owner
 * stay. `beforeRename` may still object; then the file is untouched.
 */
export function writeAtomically(path: string, bytes: Uint8Array, beforeRename: () => boolean = () => true): boolean {
  const before = statSync(path, { throwIfNoEntry: false });
  // Not named after the file: its name may already be as long as names can be.
  const temporary = join(dirname(path), `.reconnect-${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
  const mode = before ? before.mode & 0o7777 : 0o600;
  try {
    const file = openSync(temporary, "wx", mode);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      if (before && (before.uid !== process.getuid?.() || before.gid !== process.getgid?.()))
        keepOwner(file, before.uid, before.gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // The mode given to open is cut down by the umask.
    chmodSync(temporary, mode);
    if (!beforeRename()) {
      unlinkSync(temporary);
      return false;
    }
    renameSync(temporary, path);
    return true;
  } catch (error) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was never made, or has already taken its place.
    }
    throw error;
  }
}

function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only an administrator can give a file away; then it is ours, as any editor would have it.
  }
}
