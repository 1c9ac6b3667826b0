import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 60_000;
const BREAKER_AGE_MS = 10_000;
/** Work under a lock takes milliseconds. One this old is its owner's no more: another process has got its number. */
const LOCK_AGE_MS = 30_000;

/** Runs `work` while no other process holds the same lock file. The lock of a process that died is taken over. */
export async function withLock<T>(lockPath: string, work: () => Promise<T> | T): Promise<T> {
  mkdirSync(dirname(lockPath), { recursive: true, mode: 0o700 });
  const deadline = Date.now() + PATIENCE_MS;
  const signature = `${process.pid} ${randomBytes(6).toString("hex")}`;
  while (!take(lockPath, signature)) {
    breakStale(lockPath);
    if (Date.now() > deadline) throw new Error(`Another process has held ${lockPath} for a minute.`);
    await sleep(2 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    if (ownerOf(lockPath) === signature) remove(lockPath);
  }
}

/**
 * A lock is a symbolic link that points to its owner's signature: made and signed at one stroke, so a
 * process killed in the middle never leaves one unsigned. Where links cannot be had, a file will do.
 */
function take(path: string, signature: string): boolean {
  try {
    symlinkSync(signature, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    if (!isCode(error, "EPERM") && !isCode(error, "ENOSYS") && !isCode(error, "ENOTSUP")) throw error;
  }
  try {
    writeFileSync(path, signature, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/**
 * Removes a lock whose owner is gone. Only the holder of a second lock may do so, having looked
 * again, or two processes could each remove what the other has just taken.
 */
function breakStale(path: string): void {
  if (!isStale(path)) return;
  const breaker = `${path}.break`;
  if (!take(breaker, String(process.pid))) {
    if (ageOf(breaker) > BREAKER_AGE_MS) remove(breaker);
    return;
  }
  try {
    if (isStale(path)) remove(path);
  } finally {
    remove(breaker);
  }
}

function isStale(path: string): boolean {
  const owner = ownerOf(path);
  if (owner === null) return false;
  if (ageOf(path) > LOCK_AGE_MS) return true;
  const pid = Number.parseInt(owner, 10);
  // A file that is not yet signed, unless it has stayed so.
  if (!(pid > 0)) return ageOf(path) > BREAKER_AGE_MS;
  return !isAlive(pid);
}

/** Whether there is a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, "ESRCH");
  }
}

/** What a lock is signed with; null where there is none any more. */
function ownerOf(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - lstatSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isCode(error, "ENOENT")) throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
