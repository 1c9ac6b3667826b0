import type { App } from "obsidian";
import { parseCivilDate, type CivilDate } from "../../core/text/dates/civil-date";
import { NO_VISITS, type Visits } from "../../core/lists/fresh-start";

const KEY = "reconnect-visits";

interface Kept extends Visits {
  readonly noticedOn: CivilDate | null;
  readonly besideFolded: boolean;
}

/** What this device remembers of the panel in this vault, in Obsidian's local storage: never synced. */
export class DeviceVisits {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly app: App) {}

  get(): Visits {
    const { lastSeen, waiting, freshSince } = this.load();
    return { lastSeen, waiting, freshSince };
  }

  /** Keeps visits, and tells the listeners where the list folds or unfolds by it. */
  set(visits: Visits): void {
    const before = this.load();
    if (
      before.lastSeen === visits.lastSeen &&
      before.waiting === visits.waiting &&
      before.freshSince === visits.freshSince
    )
      return;
    this.save({ ...before, ...visits });
    if (before.freshSince !== visits.freshSince) for (const listener of this.listeners) listener();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The last day on which the notice of the day was shown. */
  get noticedOn(): CivilDate | null {
    return this.load().noticedOn;
  }

  set noticedOn(day: CivilDate | null) {
    this.save({ ...this.load(), noticedOn: day });
  }

  /** Whether the card beside the open note is folded. */
  get besideFolded(): boolean {
    return this.load().besideFolded;
  }

  set besideFolded(folded: boolean) {
    this.save({ ...this.load(), besideFolded: folded });
  }

  private load(): Kept {
    const data = this.app.loadLocalStorage(KEY) as Partial<Record<keyof Kept, unknown>> | null;
    const day = (value: unknown): CivilDate | null => (typeof value === "string" ? parseCivilDate(value) : null);
    const waiting = typeof data?.waiting === "number" ? data.waiting : NO_VISITS.waiting;
    return {
      lastSeen: day(data?.lastSeen),
      waiting,
      freshSince: day(data?.freshSince),
      noticedOn: day(data?.noticedOn),
      besideFolded: data?.besideFolded === true,
    };
  }

  private save(kept: Kept): void {
    this.app.saveLocalStorage(KEY, kept);
  }
}
