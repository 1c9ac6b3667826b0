import type * as O from "obsidian";

/** A text's lines and the places in it. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(readonly source: string) {
    for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  get count(): number {
    return this.starts.length;
  }

  start(line: number): number {
    return this.starts[line] ?? this.source.length;
  }

  /** Where the line's text ends, before its line break. */
  end(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.source.length;
    return this.source[next - 2] === "\r" ? next - 2 : next - 1;
  }

  text(line: number): string {
    return this.source.slice(this.start(line), this.end(line));
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  loc(offset: number): O.Loc {
    const line = this.lineAt(offset);
    return { line, col: offset - this.start(line), offset };
  }

  range(from: number, to: number): O.Pos {
    return { start: this.loc(from), end: this.loc(to) };
  }

  linesRange(first: number, last: number): O.Pos {
    return this.range(this.start(first), this.end(last));
  }
}
