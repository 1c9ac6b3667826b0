/** A list is cut into pieces of at most so many: placing one item moves few others, however long the list. */
const PIECE = 256;

/** Items in order. One is placed, found and taken out by bisection; only equal items compare as 0. */
export class SortedList<Item> implements Iterable<Item> {
  private readonly pieces: Item[][] = [];
  private count = 0;

  constructor(
    private readonly compare: (a: Item, b: Item) => number,
    items: readonly Item[] = [],
    /** Told of each part that changes. */
    private readonly onChange: (part: readonly Item[]) => void = () => undefined,
  ) {
    const sorted = [...items].sort(compare);
    for (let at = 0; at < sorted.length; at += PIECE / 2) this.pieces.push(sorted.slice(at, at + PIECE / 2));
    this.count = sorted.length;
  }

  get length(): number {
    return this.count;
  }

  add(item: Item): void {
    this.count++;
    const piece = this.pieces[this.pieceOf(item)] ?? this.pieces.at(-1);
    if (!piece) {
      this.pieces.push([item]);
      return;
    }
    this.onChange(piece);
    piece.splice(this.placeIn(piece, item), 0, item);
    if (piece.length > PIECE) this.pieces.splice(this.pieces.indexOf(piece) + 1, 0, piece.splice(PIECE / 2));
  }

  /** Takes out the item that is equal; false where there is none. */
  remove(item: Item): boolean {
    const at = this.pieceOf(item);
    const piece = this.pieces[at];
    const place = piece ? this.placeIn(piece, item) : 0;
    const found = piece?.[place];
    if (!piece || found === undefined || this.compare(found, item) !== 0) return false;
    this.onChange(piece);
    piece.splice(place, 1);
    if (piece.length === 0) this.pieces.splice(at, 1);
    this.count--;
    return true;
  }

  at(index: number): Item | undefined {
    let left = index;
    for (const piece of index < 0 ? [] : this.pieces) {
      if (left < piece.length) return piece[left];
      left -= piece.length;
    }
    return undefined;
  }

  /** Where an equal item stands; -1 for nowhere. */
  indexOf(item: Item): number {
    const at = this.pieceOf(item);
    const piece = this.pieces[at];
    const place = piece ? this.placeIn(piece, item) : 0;
    const found = piece?.[place];
    if (found === undefined || this.compare(found, item) !== 0) return -1;
    let before = 0;
    for (let one = 0; one < at; one++) before += this.pieces[one]?.length ?? 0;
    return before + place;
  }

  *[Symbol.iterator](): Generator<Item, void, undefined> {
    for (const piece of this.pieces) yield* piece;
  }

  /** The items in order, some hundred at a time. */
  parts(): readonly (readonly Item[])[] {
    return this.pieces;
  }

  /** The first piece whose last item does not come before this one. */
  private pieceOf(item: Item): number {
    let [from, to] = [0, this.pieces.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const last = this.pieces[middle]?.at(-1);
      if (last !== undefined && this.compare(last, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private placeIn(piece: readonly Item[], item: Item): number {
    let [from, to] = [0, piece.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.compare(piece[middle] as Item, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
