import type { CivilDate } from "../text/dates/civil-date";
import type { BodyLine } from "../text/note/body-lines";
import { bodyLineAt, type ItemEnd } from "./item-end";
import { dayStart, listItem, type ListItem } from "./touch-line";

/** One touch of a log and the lines that are its own. */
export interface LogEntry {
  readonly date: CivilDate;
  /** What follows the day on its line, and the text of the lines below that are its own. */
  readonly rest: string;
  readonly below: readonly string[];
  /** Number, from 1, of its first line. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Offset after the lines that are indented below it; `to` is further where Markdown counts loose words to it. */
  readonly ownTo: number;
  readonly item: ListItem;
  /** The day as written: `2026-10-02` or `[[2026-10-02]]`. */
  readonly dayToken: string;
  /** Whether a blank line stands between it and the entry above; of a log's first, between it and the one below. */
  readonly loose: boolean;
}

const NONE: readonly string[] = [];

/**
 * Of a log of a hundred thousand touches nearly all are only passed by: what is seldom asked for is read when it is.
 */
export class ReadEntry implements LogEntry {
  constructor(
    readonly date: CivilDate,
    private readonly restAt: number,
    private readonly lines: readonly BodyLine[],
    private readonly index: number,
    private readonly end: ItemEnd,
    private isLoose: boolean,
  ) {}

  private get first(): BodyLine {
    return bodyLineAt(this.lines, this.index);
  }

  get line(): number {
    return this.first.number;
  }

  get from(): number {
    return this.first.from;
  }

  get to(): number {
    return bodyLineAt(this.lines, this.end.lazy - 1).to;
  }

  get ownTo(): number {
    return bodyLineAt(this.lines, this.end.own - 1).to;
  }

  get below(): readonly string[] {
    if (this.end.own === this.index + 1) return NONE;
    return this.lines
      .slice(this.index + 1, this.end.own)
      .filter(({ kind }) => kind === "text")
      .map(({ text }) => text);
  }

  get rest(): string {
    return this.first.text.slice(this.restAt);
  }

  get item(): ListItem {
    return listItem(this.first.text) ?? { indent: "", marker: "- ", content: this.first.text };
  }

  get dayToken(): string {
    const start = dayStart(this.item.content);
    return start.kind === "day" ? start.token : this.date;
  }

  get loose(): boolean {
    return this.isLoose;
  }

  /** As the first of a log whose second stands apart. */
  loosen(): void {
    this.isLoose = true;
  }
}
