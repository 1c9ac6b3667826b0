import type { App, TFile } from "obsidian";
import { standingRules } from "../../core/today/list-due";
import type { CivilDate } from "../../core/text/dates/civil-date";
import type { Person } from "../../core/index/person";
import { readingNeed } from "../../core/today/reading-order";
import type { Settings } from "../../core/people/settings/settings";
import type { Slices } from "./time-slices";

/** So many notes are asked for at once; each is answered by the device in its own time. */
const READ_AT_ONCE = 8;
/** While notes are read, it is told this often: listeners draw, and that costs too. */
export const TELL_EVERY_MS = 400;

/** Fewer notes than this are read before anybody could read how far it is. */
const LONG = 1_000;

/** What reading logs needs of whoever keeps the people. */
export interface LogTaker {
  readonly person: (path: string) => Person | undefined;
  /** Whether a note was read meanwhile, as it was changed or written while it was waiting. */
  readonly isRead: (path: string) => boolean;
  readonly take: (file: TFile, text: string) => void;
  /** Whether the reading still is wanted. */
  readonly isCurrent: () => boolean;
  readonly tell: () => void;
  readonly slices: Slices;
}

/** Reads notes' logs in the background, the newest need first, in slices that leave the screen its turn. */
export class LogReader {
  /** How far it is, from 0 to 100; null where it does not take long, or nothing is being read. */
  percent: number | null = null;

  constructor(
    private readonly app: App,
    private readonly settings: () => Settings,
    private readonly today: () => CivilDate,
  ) {}

  async read(paths: readonly string[], taker: LogTaker): Promise<void> {
    const queue = await this.inOrder(paths, taker);
    let told = taker.slices.now();
    const tellNow = (): void => {
      if (taker.slices.now() - told < TELL_EVERY_MS) return;
      told = taker.slices.now();
      taker.tell();
    };
    for (let at = 0; at < queue.length; at += READ_AT_ONCE) {
      this.percent = queue.length < LONG ? null : Math.floor((100 * at) / queue.length);
      const files = queue
        .slice(at, at + READ_AT_ONCE)
        .flatMap((path) => (taker.isRead(path) ? [] : (this.app.vault.getFileByPath(path) ?? [])));
      const texts = await Promise.all(files.map((file) => this.textOf(file)));
      for (const [index, file] of files.entries()) {
        if (!taker.isCurrent()) return;
        const text = taker.isRead(file.path) ? null : texts[index];
        if (typeof text === "string") taker.take(file, text);
        await taker.slices.breathe(tellNow);
      }
    }
    this.percent = null;
  }

  /** The text of a note; null for one that cannot be read, as it has gone meanwhile. */
  async textOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null;
    }
  }

  /** The newest need first; last those of whom nothing is known without their text. Sorting fifty thousand at once would hold the screen. */
  private async inOrder(paths: readonly string[], { person, slices }: LogTaker): Promise<string[]> {
    const rules = standingRules(this.settings());
    const today = this.today();
    const byNeed = new Map<number, string[]>();
    for (const path of paths) {
      const known = person(path);
      const need = known ? readingNeed(known, rules, today) : Infinity;
      const equals = byNeed.get(need);
      if (equals) equals.push(path);
      else byNeed.set(need, [path]);
      await slices.breathe();
    }
    return [...byNeed].sort(([a], [b]) => a - b).flatMap(([, equals]) => equals);
  }
}
