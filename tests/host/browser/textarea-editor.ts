import type * as O from "obsidian";

type Position = O.EditorPosition;

/** Obsidian's Editor over a plain textarea. */
export class Editor {
  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly changed: () => void,
  ) {}

  getDoc(): this {
    return this;
  }

  refresh(): void {}

  getValue(): string {
    return this.area.value;
  }

  setValue(content: string): void {
    this.area.value = content;
    this.changed();
  }

  getLine(line: number): string {
    return this.lines()[line] ?? "";
  }

  setLine(line: number, text: string): void {
    this.replaceRange(text, { line, ch: 0 }, { line, ch: this.getLine(line).length });
  }

  lineCount(): number {
    return this.lines().length;
  }

  lastLine(): number {
    return this.lineCount() - 1;
  }

  getSelection(): string {
    return this.area.value.slice(this.area.selectionStart, this.area.selectionEnd);
  }

  somethingSelected(): boolean {
    return this.area.selectionStart !== this.area.selectionEnd;
  }

  getRange(from: Position, to: Position): string {
    return this.area.value.slice(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string): void {
    this.splice(replacement, this.area.selectionStart, this.area.selectionEnd);
  }

  replaceRange(replacement: string, from: Position, to: Position = from): void {
    const cursor = this.area.selectionStart;
    const [start, end] = [this.posToOffset(from), this.posToOffset(to)];
    this.splice(replacement, start, end);
    const moved =
      cursor <= start
        ? cursor
        : cursor >= end
          ? cursor + replacement.length - (end - start)
          : start + replacement.length;
    this.area.setSelectionRange(moved, moved);
  }

  getCursor(side: "from" | "to" | "head" | "anchor" = "head"): Position {
    const { selectionStart, selectionEnd, selectionDirection } = this.area;
    const backwards = selectionDirection === "backward";
    const first = side === "from" || (side === "anchor" && !backwards) || (side === "head" && backwards);
    return this.offsetToPos(first ? selectionStart : selectionEnd);
  }

  listSelections(): O.EditorSelection[] {
    return [{ anchor: this.getCursor("anchor"), head: this.getCursor("head") }];
  }

  setCursor(pos: Position | number, ch = 0): void {
    this.setSelection(typeof pos === "number" ? { line: pos, ch } : pos);
  }

  setSelection(anchor: Position, head: Position = anchor): void {
    const [from, to] = [this.posToOffset(anchor), this.posToOffset(head)];
    this.area.setSelectionRange(Math.min(from, to), Math.max(from, to), from > to ? "backward" : "forward");
  }

  setSelections(ranges: O.EditorSelectionOrCaret[], main = 0): void {
    const range = ranges[main];
    if (range !== undefined) this.setSelection(range.anchor, range.head ?? range.anchor);
  }

  focus(): void {
    this.area.focus();
  }

  blur(): void {
    this.area.blur();
  }

  hasFocus(): boolean {
    return document.activeElement === this.area;
  }

  getScrollInfo(): { top: number; left: number } {
    return { top: this.area.scrollTop, left: this.area.scrollLeft };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.area.scrollTo(x ?? this.area.scrollLeft, y ?? this.area.scrollTop);
  }

  scrollIntoView(range: O.EditorRange): void {
    const height = this.area.scrollHeight / Math.max(1, this.lineCount());
    this.area.scrollTop = Math.max(0, range.from.line * height - this.area.clientHeight / 2);
  }

  undo(): void {}

  redo(): void {}

  exec(): void {}

  transaction(transaction: O.EditorTransaction): void {
    const changes = (transaction.changes ?? []).map(({ text, from, to }) => ({
      text,
      from: this.posToOffset(from),
      to: this.posToOffset(to ?? from),
    }));
    for (const { text, from, to } of changes.sort((a, b) => b.from - a.from)) this.splice(text, from, to);
    if (transaction.replaceSelection !== undefined) this.replaceSelection(transaction.replaceSelection);
    const selection = transaction.selection ?? transaction.selections?.[0];
    if (selection !== undefined) this.setSelection(selection.from, selection.to ?? selection.from);
  }

  wordAt(pos: Position): O.EditorRange | null {
    const line = this.getLine(pos.line);
    for (const match of line.matchAll(/[\p{L}\p{N}_]+/gu)) {
      const end = match.index + match[0].length;
      if (match.index <= pos.ch && pos.ch <= end)
        return { from: { line: pos.line, ch: match.index }, to: { line: pos.line, ch: end } };
    }
    return null;
  }

  posToOffset(pos: Position): number {
    const lines = this.lines();
    const before = lines.slice(0, pos.line).reduce((sum, line) => sum + line.length + 1, 0);
    return Math.min(this.area.value.length, before + Math.min(pos.ch, lines[pos.line]?.length ?? 0));
  }

  offsetToPos(offset: number): Position {
    const before = this.area.value.slice(0, offset).split("\n");
    return { line: before.length - 1, ch: before[before.length - 1]?.length ?? 0 };
  }

  processLines<T>(
    read: (line: number, text: string) => T | null,
    write: (line: number, text: string, value: T | null) => O.EditorChange | void,
  ): void {
    const lines = this.lines();
    const values = lines.map((text, line) => read(line, text));
    const changes = lines.flatMap((text, line) => write(line, text, values[line] ?? null) ?? []);
    this.transaction({ changes });
  }

  private splice(text: string, from: number, to: number): void {
    const { value } = this.area;
    this.area.value = value.slice(0, from) + text + value.slice(to);
    this.area.setSelectionRange(from + text.length, from + text.length);
    this.changed();
  }

  private lines(): string[] {
    return this.area.value.split("\n");
  }
}
