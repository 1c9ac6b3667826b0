import { Component, type App, type TFile } from "obsidian";
import { DeviceNotes, type KeptNote } from "./device-notes";
import { timeSlices } from "./time-slices";

/** What changed is written down after this long without another change. */
const WRITE_AFTER_MS = 3_000;
/** The form of what is kept. It goes up whenever reading a note gives something else than before. */
const FORM = 3;

interface Waiting<Value> {
  readonly modified: number;
  readonly size: number;
  readonly value: Value;
}

/** How a value is written down as a text, and read back. */
export interface Packing<Value> {
  readonly pack: (value: Value) => string;
  readonly unpack: (text: string, path: string) => Value;
}

/**
 * Keeps on this device what was read from which note, so that the next start need not read a note that is as it was.
 * Holds nothing in memory beyond the start but what waits to be written.
 */
export class NoteKeeper<Value> extends Component {
  private readonly device: DeviceNotes;
  private start = new Map<string, KeptNote>();
  private readonly waiting = new Map<string, Waiting<Value> | null>();
  private timer: number | null = null;
  private changedAt = 0;
  private key = "";
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    kind: string,
    /** What reading hangs on besides the text and the path. */
    private readonly rules: () => unknown,
    private readonly packing: Packing<Value>,
  ) {
    super();
    this.device = new DeviceNotes(app, kind);
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    void this.write().then(() => {
      this.device.close();
    });
  }

  /** Reads what was kept under today's rules and this build of the plugin. */
  async begin(): Promise<void> {
    await this.write();
    const key = JSON.stringify([FORM, await this.build(), this.rules()]);
    this.start.clear();
    this.key = key;
    const slices = timeSlices();
    await this.device.load(key, async (notes) => {
      for (const note of notes) this.start.set(note.path, note);
      await slices.breathe();
    });
  }

  /** What a note gave that is as it was when it was read; undefined where it has to be read. */
  of(file: TFile): Value | undefined {
    const kept = this.start.get(file.path);
    if (kept?.modified !== file.stat.mtime || kept.size !== file.stat.size) return undefined;
    try {
      return this.packing.unpack(kept.packed, file.path);
    } catch {
      return undefined;
    }
  }

  put({ path, stat }: TFile, value: Value): void {
    this.waiting.set(path, { modified: stat.mtime, size: stat.size, value });
    this.writeLater();
  }

  letGoOf(path: string): void {
    this.waiting.set(path, null);
    this.writeLater();
  }

  /** The start is over: what nobody asks for any more goes, and memory is freed. */
  async letGoOfAllBut(isWanted: (path: string) => boolean): Promise<void> {
    const { start } = this;
    this.start = new Map();
    const slices = timeSlices();
    for (const path of start.keys()) {
      if (!isWanted(path)) this.letGoOf(path);
      await slices.breathe();
    }
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
    const changed: KeptNote[] = [];
    const gone: string[] = [];
    const slices = timeSlices();
    for (const [path, note] of this.waiting) {
      this.waiting.delete(path);
      if (note) changed.push({ path, modified: note.modified, size: note.size, packed: this.packing.pack(note.value) });
      else gone.push(path);
      await slices.breathe();
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
