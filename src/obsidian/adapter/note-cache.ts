import { Component, type App, type TFile } from "obsidian";
import type { NoteRecord } from "../../core/index/note-record";
import { decodeRecord, encodeRecord, type EncodedRecord } from "../../core/index/record-codec";
import { deleteDatabase } from "./device-database";
import { DeviceNotes, type StoredNote } from "./device-notes";
import { timeSlices } from "./time-slices";

/** What changed is written down after this long without another change. */
const WRITE_AFTER_MS = 3_000;
/** The form of what is stored. It goes up whenever reading a note gives something else than before. */
const FORM = 4;
/** Databases of earlier versions. */
const OUTDATED = ["reconnect-tasks", "reconnect-links"];

interface Waiting {
  readonly modified: number;
  readonly size: number;
  readonly record: NoteRecord | null;
}

/**
 * Stores records on this device, so that the next start need not read a note that is as it was. Holds nothing in memory
 * beyond the start but what waits to be written.
 */
export class NoteCache extends Component {
  private readonly device: DeviceNotes;
  private stored = new Map<string, StoredNote>();
  private readonly used = new Set<string>();
  private readonly waiting = new Map<string, Waiting | null>();
  private timer: number | null = null;
  private changedAt = 0;
  private key = "";
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly app: App) {
    super();
    this.device = new DeviceNotes(app, "reconnect-notes");
  }

  override onload(): void {
    for (const kind of OUTDATED) deleteDatabase(this.app, kind);
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    void this.write().then(() => {
      this.device.close();
    });
  }

  /** Reads what was stored under these rules of reading by this build of the plugin. */
  async begin(rules: unknown): Promise<void> {
    await this.write();
    const key = JSON.stringify([FORM, await this.build(), rules]);
    this.stored.clear();
    this.used.clear();
    this.key = key;
    const slices = timeSlices();
    await this.device.load(key, async (notes) => {
      for (const note of notes) this.stored.set(note.path, note);
      await slices.yieldToUi();
    });
  }

  /**
   * The record of a note that is as it was, null where it says nothing of people; undefined where it has to be read.
   */
  get(file: TFile): NoteRecord | null | undefined {
    const note = this.stored.get(file.path);
    if (note?.modified !== file.stat.mtime || note.size !== file.stat.size) return undefined;
    try {
      const data = JSON.parse(note.packed) as EncodedRecord | null;
      const record = data && decodeRecord(data, file.path);
      this.used.add(file.path);
      return record;
    } catch {
      return undefined;
    }
  }

  put({ path, stat }: TFile, record: NoteRecord | null): void {
    this.waiting.set(path, { modified: stat.mtime, size: stat.size, record });
    this.used.add(path);
    this.writeLater();
  }

  remove(path: string): void {
    if (!this.used.delete(path)) return;
    this.waiting.set(path, null);
    this.writeLater();
  }

  /** The start is over: what nobody asked for goes, and memory is freed. */
  async dropUnused(): Promise<void> {
    const { stored } = this;
    this.stored = new Map();
    const slices = timeSlices();
    for (const path of stored.keys()) {
      if (!this.used.has(path)) this.waiting.set(path, null);
      await slices.yieldToUi();
    }
    if (this.waiting.size > 0) this.writeLater();
  }

  /** Of thousands in a row each only says when it was: a timer for each would cost more than what is kept. */
  private writeLater(): void {
    this.changedAt = performance.now();
    this.timer ??= window.setTimeout(() => {
      this.writeIfQuiet();
    }, WRITE_AFTER_MS);
  }

  private writeIfQuiet(): void {
    const left = this.changedAt + WRITE_AFTER_MS - performance.now();
    this.timer =
      left > 0
        ? window.setTimeout(() => {
            this.writeIfQuiet();
          }, left)
        : null;
    if (this.timer === null) void this.write();
  }

  /** One after the other: two at once would each write over what the other has just kept. */
  private write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeWaiting());
    return this.writing;
  }

  private async writeWaiting(): Promise<void> {
    if (this.waiting.size === 0) return;
    const { key } = this;
    const changed: StoredNote[] = [];
    const gone: string[] = [];
    const slices = timeSlices();
    for (const [path, note] of this.waiting) {
      this.waiting.delete(path);
      if (note) {
        const packed = JSON.stringify(note.record && encodeRecord(note.record));
        changed.push({ path, modified: note.modified, size: note.size, packed });
      } else gone.push(path);
      await slices.yieldToUi();
    }
    await this.device.save(key, changed, gone, slices);
  }

  /** Which build of the plugin this is: another may read more from a note. */
  private async build(): Promise<string> {
    try {
      const stat = await this.app.vault.adapter.stat(`${this.app.vault.configDir}/plugins/reconnect/main.js`);
      return `${stat?.mtime ?? ""} ${stat?.size ?? ""}`;
    } catch {
      return "";
    }
  }
}
