import { Component, type App, type TFile } from "obsidian";
import { DeviceNotes, type KeptNote } from "./device-notes";
import { timeSlices } from "./time-slices";

/** What changed is written down after this long without another change. */
const WRITE_AFTER_MS = 3_000;
/** The form of what is kept. It goes up whenever reading a note gives something else than before. */
const FORM = 2;

/**
 * Keeps on this device what was read from which note, so that the next start need not read a note that is as it was.
 * Holds nothing in memory beyond the start but what waits to be written.
 */
export class NoteKeeper<Value> extends Component {
  private readonly device: DeviceNotes<Value>;
  private readonly start = new Map<string, KeptNote<Value>>();
  private readonly waiting = new Map<string, KeptNote<Value> | null>();
  private timer: number | null = null;
  private changedAt = 0;
  private key = "";

  constructor(
    private readonly app: App,
    kind: string,
    /** What reading hangs on besides the text and the path. */
    private readonly rules: () => unknown,
  ) {
    super();
    this.device = new DeviceNotes(app, kind);
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    void this.write().then(() => { this.device.close(); });
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
    return kept?.modified === file.stat.mtime && kept.size === file.stat.size ? kept.value : undefined;
  }

  put({ path, stat }: TFile, value: Value): void {
    this.waiting.set(path, { path, modified: stat.mtime, size: stat.size, value });
    this.writeLater();
  }

  letGoOf(path: string): void {
    this.waiting.set(path, null);
    this.writeLater();
  }

  /** The start is over: what nobody asks for any more goes, and memory is freed. */
  letGoOfAllBut(isWanted: (path: string) => boolean): void {
    for (const path of this.start.keys()) if (!isWanted(path)) this.letGoOf(path);
    this.start.clear();
  }

  /** Of thousands in a row each only says when it was: a timer for each would cost more than what is kept. */
  private writeLater(): void {
    this.changedAt = performance.now();
    this.timer ??= window.setTimeout(() => { this.writeIfQuiet(); }, WRITE_AFTER_MS);
  }

  private writeIfQuiet(): void {
    const left = this.changedAt + WRITE_AFTER_MS - performance.now();
    this.timer = left > 0 ? window.setTimeout(() => { this.writeIfQuiet(); }, left) : null;
    if (this.timer === null) void this.write();
  }

  private async write(): Promise<void> {
    if (this.waiting.size === 0) return;
    const changes = [...this.waiting];
    this.waiting.clear();
    await this.device.save(this.key, changes.flatMap(([, note]) => note ?? []), changes.flatMap(([path, note]) => (note ? [] : [path])));
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
