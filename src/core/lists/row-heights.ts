const BLOCK = 128;

interface Block {
  readonly heights: (number | undefined)[];
  sum: number;
  count: number;
}

/**
 * The heights of rows, as far as they have been measured; all others are taken to be typical. Looking up costs blocks,
 * not rows.
 */
export class RowHeights {
  private readonly blocks: (Block | undefined)[] = [];

  get(index: number): number | undefined {
    return this.blocks[Math.floor(index / BLOCK)]?.heights[index % BLOCK];
  }

  set(index: number, height: number): void {
    const at = Math.floor(index / BLOCK);
    const block = (this.blocks[at] ??= { heights: [], sum: 0, count: 0 });
    const before = block.heights[index % BLOCK];
    if (before === undefined) block.count++;
    block.sum += height - (before ?? 0);
    block.heights[index % BLOCK] = height;
  }

  clear(): void {
    this.blocks.length = 0;
  }

  /** How high all rows before one are together. */
  above(index: number, typical: number): number {
    const full = Math.floor(index / BLOCK);
    let sum = index * typical;
    for (const [at, block] of this.blocks.entries()) {
      if (at > full || !block) continue;
      if (at < full) sum += block.sum - block.count * typical;
      else for (let one = 0; one < index % BLOCK; one++) sum += (block.heights[one] ?? typical) - typical;
    }
    return sum;
  }

  /** The first row that reaches below a height, of so many; their number where none does. */
  rowAt(height: number, length: number, typical: number): number {
    let [from, to] = [0, length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.above(middle + 1, typical) <= height) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
