import { Component, type App, type TFile } from "obsidian";
import type { Person } from "../../core/people/person";
import { noteFormat } from "../../core/settings/note-format";
import type { Settings } from "../../core/settings/settings";
import { DeviceNotes, type KeptNote } from "./device-notes";
import { timeSlices } from "./time-slices";

/** What changed is written down after this long without another change. */
const WRITE_AFTER_MS = 3_000;
/** The form of what is kept. It goes up whenever reading a note gives something else than before. */
const FORM = 1;

/**
 * Keeps on this device who was read from which note, so that the next start need not read a note that is as it was.
 * Holds nothing in memory beyond the start but what waits to be written.
 */
export class PeopleKeeper extends Component {
  private readonly device: DeviceNotes;
  private readonly start = new Map<string, KeptNote>();
  private readonly waiting = new Map<string, KeptNote | null>();
  private timer: number | null = null;
  private key = "";

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
  ) {
    super();
    this.device = new DeviceNotes(app);
  }

  override onunload(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    void this.write().then(() => { this.device.close(); });
  }

  /** Reads what was kept under today's settings and this build of the plugin. */
  async begin(): Promise<void> {
    await this.write();
    const { people, ...rest } = this.settings();
    const key = JSON.stringify([FORM, await this.build(), people, noteFormat({ people, ...rest })]);
    this.start.clear();
    this.key = key;
    const slices = timeSlices();
    await this.device.load(key, async (notes) => {
      for (const note of notes) this.start.set(note.path, note);
      await slices.breathe();
    });
  }

  /** The person of a note that is as it was when it was read; null where it has to be read. */
  personOf(file: TFile): Person | null {
    const kept = this.start.get(file.path);
    return kept?.modified === file.stat.mtime && kept.size === file.stat.size ? kept.person : null;
  }

  put({ path, stat }: TFile, person: Person): void {
    this.waiting.set(path, { path, modified: stat.mtime, size: stat.size, person });
    this.writeLater();
  }

  letGoOf(path: string): void {
    this.waiting.set(path, null);
    this.writeLater();
  }

  /** The start is over: what is nobody's any more goes, and memory is freed. */
  letGoOfAllBut(isPerson: (path: string) => boolean): void {
    for (const path of this.start.keys()) if (!isPerson(path)) this.letGoOf(path);
    this.start.clear();
  }

  private writeLater(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.timer = null;
      void this.write();
    }, WRITE_AFTER_MS);
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
