import { Component, Notice, normalizePath, type App } from "obsidian";
import { calendarText } from "../../core/actions/ics.action";
import { words } from "../../core/words/words";
import { plural } from "../../core/words/number";
import type { PluginHost } from "../plugin-host";
import { DayWatch } from "./calendar-day";
import type { TaskService } from "./task-service";

const KEY = "reconnect-keeps-calendar";
const OURS = "PRODID:-//Reconnect//";
/** After a change; typing goes on for a while. */
const WRITE_AFTER_MS = 3_000;

/** Writes the calendar into the vault when asked, and keeps it up to date where this device was told to. */
export class CalendarKeeper extends Component {
  private pending: number | null = null;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly host: Pick<PluginHost, "runner" | "settings" | "index">,
    private readonly tasks: TaskService,
  ) {
    super();
  }

  override onload(): void {
    this.register(
      this.tasks.onChange(() => {
        this.writeSoon();
      }),
    );
    this.addChild(
      new DayWatch(() => {
        this.writeSoon();
      }),
    );
  }

  override onunload(): void {
    if (this.pending !== null) window.clearTimeout(this.pending);
  }

  /** Whether this device keeps the calendar: said once here, never synced. */
  get isKept(): boolean {
    return this.app.loadLocalStorage(KEY) === true;
  }

  async keep(isKept: boolean): Promise<void> {
    this.app.saveLocalStorage(KEY, isKept ? true : null);
    new Notice((isKept ? words.calendar.keeping : words.calendar.notKeeping)(this.path));
    if (isKept) await this.write();
  }

  /** Writes the calendar now and says so. */
  async export(): Promise<void> {
    const { days, outcome } = await this.write();
    if (outcome === "not-ours") new Notice(words.calendar.notOurs(this.path));
    else
      new Notice(
        outcome === "same"
          ? words.calendar.unchanged(this.path)
          : words.calendar.exported(this.path, plural(days, "day", "days")),
      );
  }

  private get path(): string {
    return normalizePath(this.host.settings.get().tasks.calendarFile);
  }

  private writeSoon(): void {
    if (!this.isKept || this.host.index.isLoading) return;
    if (this.pending !== null) window.clearTimeout(this.pending);
    this.pending = window.setTimeout(() => {
      this.pending = null;
      void this.write();
    }, WRITE_AFTER_MS);
  }

  /** One write at a time; a file with the same bytes is left alone. */
  private write(): Promise<{ days: number; outcome: "written" | "same" | "not-ours" }> {
    const next = this.writing.then(() => this.writeNow());
    this.writing = next.catch(() => undefined);
    return next;
  }

  private async writeNow(): Promise<{ days: number; outcome: "written" | "same" | "not-ours" }> {
    const { text, days } = await calendarText(this.host.runner.context());
    const { vault } = this.app;
    const file = vault.getFileByPath(this.path);
    if (!file) {
      const folder = this.path.split("/").slice(0, -1).join("/");
      if (folder !== "" && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
      await vault.create(this.path, text);
      return { days, outcome: "written" };
    }
    const before = await vault.read(file);
    if (before === text) return { days, outcome: "same" };
    if (!before.includes(OURS)) return { days, outcome: "not-ours" };
    await vault.process(file, () => text);
    return { days, outcome: "written" };
  }
}
