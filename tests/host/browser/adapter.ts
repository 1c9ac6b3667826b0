import type * as O from "obsidian";
import { disk, type ReadAnswer } from "./bridge.ts";
import { given } from "./host-options.ts";
import type { PathLock } from "./path-lock.ts";

/** The vault's folder as plain files: what `vault.adapter` offers. */
export class Adapter implements O.DataAdapter {
  constructor(private readonly lock: PathLock) {}

  getName(): string {
    return given.vaultName;
  }

  async exists(path: string): Promise<boolean> {
    return (await this.stat(path)) !== null;
  }

  async stat(path: string): Promise<O.Stat | null> {
    return (await disk.stat(plain(path))).stat;
  }

  async list(path: string): Promise<O.ListedFiles> {
    const folder = plain(path);
    const { files, folders } = await disk.list(folder);
    const full = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
    return { files: files.map(full), folders: folders.map(full) };
  }

  async read(path: string): Promise<string> {
    return (await disk.read(plain(path))).text;
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const { text } = await disk.read(plain(path), true);
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;
  }

  async write(path: string, data: string): Promise<void> {
    await this.lock.run(plain(path), () => disk.write(plain(path), data));
  }

  async writeBinary(path: string, data: ArrayBuffer): Promise<void> {
    const text = Array.from(new Uint8Array(data), (byte) => String.fromCharCode(byte)).join("");
    await this.lock.run(plain(path), () => disk.write(plain(path), btoa(text), { base64: true }));
  }

  async append(path: string, data: string): Promise<void> {
    if (await this.exists(path)) await this.process(path, (before) => before + data);
    else await this.write(path, data);
  }

  async appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    const before = new Uint8Array(await this.readBinary(path));
    const both = new Uint8Array(before.length + data.byteLength);
    both.set(before);
    both.set(new Uint8Array(data), before.length);
    await this.writeBinary(path, both.buffer);
  }

  process(path: string, fn: (data: string) => string): Promise<string> {
    return this.lock.run(plain(path), async () => (await changeOnDisk(plain(path), fn)).text);
  }

  getResourcePath(path: string): string {
    return `app://local/${path}`;
  }

  async mkdir(path: string): Promise<void> {
    await disk.mkdir(plain(path));
  }

  async trashSystem(): Promise<boolean> {
    return false;
  }

  async trashLocal(path: string): Promise<void> {
    await disk.mkdir(".trash");
    await disk.rename(plain(path), `.trash/${plain(path).split("/").pop() ?? "file"}`);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const { files, folders } = await this.list(path);
    if (!recursive && files.length + folders.length > 0) throw new Error("Directory not empty");
    await disk.remove(plain(path));
  }

  async remove(path: string): Promise<void> {
    await disk.remove(plain(path));
  }

  async rename(path: string, to: string): Promise<void> {
    await disk.rename(plain(path), plain(to));
  }

  async copy(path: string, to: string): Promise<void> {
    await disk.copy(plain(path), plain(to));
  }
}

/** The text of each path as it was last written here: a first guess at what is on the disk, which spares a reading. */
const lastWritten = new Map<string, ReadAnswer>();

/** Reads, computes and writes only when the file still is what was read; otherwise again. */
export async function changeOnDisk(
  path: string,
  fn: (data: string) => string,
): Promise<{ text: string; before: string; stat: O.Stat }> {
  const guess = lastWritten.get(path);
  lastWritten.delete(path);
  const guessed = guess && (await changeFrom(path, guess, fn).catch(() => null));
  if (guessed && guessed.text !== guessed.before) return guessed;
  for (;;) {
    const changed = await changeFrom(path, await disk.read(path), fn);
    if (changed) return changed;
  }
}

/** Null where the file no longer is what was read; nothing is written then. */
async function changeFrom(
  path: string,
  read: ReadAnswer,
  fn: (data: string) => string,
): Promise<{ text: string; before: string; stat: O.Stat } | null> {
  const text = fn(read.text);
  if (typeof text !== "string") throw new TypeError("process needs a function that returns a string");
  if (text === read.text) return { text, before: read.text, stat: read.stat };
  const { hash, stat } = await disk.write(path, text, { ifHash: read.hash });
  if (hash === undefined || stat === undefined) return null;
  lastWritten.set(path, { text, hash, stat });
  return { text, before: read.text, stat };
}

function plain(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}
