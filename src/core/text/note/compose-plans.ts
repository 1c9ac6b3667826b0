import { inOrder, type EditPlan, type Splice } from "./note-edit";

/** A stretch of the text as it was, or what has come to stand there. */
type Piece = { readonly from: number; readonly to: number } | { readonly insert: string; readonly scaffold: boolean };

/**
 * Makes one plan of several, each made from the text that those before it leave; the first refusal
 * refuses all. Lines that no step touched are in no splice.
 */
export function composePlans(text: string, steps: readonly ((text: string) => EditPlan)[]): EditPlan {
  let pieces: Piece[] = text === "" ? [] : [{ from: 0, to: text.length }];
  let now = text;
  for (const step of steps) {
    const plan = step(now);
    if (!plan.ok) return plan;
    if (plan.splices.length === 0) continue;
    for (const splice of inOrder(plan.splices).reverse()) pieces = spliced(pieces, splice);
    now = textOf(text, pieces);
  }
  return { ok: true, splices: toSplices(pieces, text.length) };
}

function spliced(pieces: readonly Piece[], { from, to, insert, scaffold }: Splice): Piece[] {
  const [before, rest] = cutAt(pieces, from);
  const [, after] = cutAt(rest, to - from);
  return insert === "" ? [...before, ...after] : [...before, { insert, scaffold: scaffold === true }, ...after];
}

function cutAt(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let left = offset;
  for (const [index, piece] of pieces.entries()) {
    const length = lengthOf(piece);
    if (left < length) {
      if (left === 0) return [pieces.slice(0, index), pieces.slice(index)];
      const [head, tail] = halves(piece, left);
      return [
        [...pieces.slice(0, index), head],
        [tail, ...pieces.slice(index + 1)],
      ];
    }
    left -= length;
  }
  return [[...pieces], []];
}

function halves(piece: Piece, at: number): [Piece, Piece] {
  if ("insert" in piece)
    return [
      { ...piece, insert: piece.insert.slice(0, at) },
      { ...piece, insert: piece.insert.slice(at) },
    ];
  return [
    { from: piece.from, to: piece.from + at },
    { from: piece.from + at, to: piece.to },
  ];
}

function lengthOf(piece: Piece): number {
  return "insert" in piece ? piece.insert.length : piece.to - piece.from;
}

function textOf(text: string, pieces: readonly Piece[]): string {
  return pieces.map((piece) => ("insert" in piece ? piece.insert : text.slice(piece.from, piece.to))).join("");
}

/** What is gone between two stretches, and what stands there instead, as splices of the text as it was. */
function toSplices(pieces: readonly Piece[], length: number): Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let waiting: { insert: string; scaffold: boolean }[] = [];
  const close = (next: number): void => {
    const [first = { insert: "", scaffold: false }, ...others] = waiting;
    if (next > at || waiting.length > 0) splices.push(splice(at, next, first));
    for (const other of others) splices.push(splice(next, next, other));
    waiting = [];
  };
  for (const piece of pieces) {
    if ("insert" in piece) waiting.push(piece);
    else {
      close(piece.from);
      at = piece.to;
    }
  }
  close(length);
  return splices;
}

function splice(from: number, to: number, { insert, scaffold }: { insert: string; scaffold: boolean }): Splice {
  return scaffold ? { from, to, insert, scaffold } : { from, to, insert };
}
