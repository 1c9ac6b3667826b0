import { decodeText, type ReaderFor } from "./decode-text";

/** One property line of a vCard or calendar: unfolded, and decoded from its charset and from quoted-printable. */
export interface ContentLine {
  readonly text: string;
  /** Of the file, from 1. */
  readonly line: number;
  /** What was cut off: the rest of an endless line. */
  readonly isCut: boolean;
}

/** One block of a file, from its BEGIN to its END. */
export interface Block {
  readonly lines: readonly ContentLine[];
  readonly line: number;
  /** False where the file, or the next block, came before its end. */
  readonly isClosed: boolean;
  /** The names of what was not read: pictures and their like. */
  readonly passedOver: readonly string[];
}

/** A line that stands in no block, as far as it is shown. */
export interface StrayLine {
  readonly stray: string;
  readonly line: number;
}

/** After so many lines a reader is given a turn to pause, in the middle of a block too. */
const LINES_A_TURN = 50_000;
/** Longer lines are pictures or an attack. */
const LONGEST_LINE = 64 * 1024;
const LARGEST_BLOCK = 512 * 1024;
const SKIPPED = /^(?:[\w-]+\.)?(photo|logo|sound|key|attach|x-ms-cardpicture|x-ms-ol-design|agent)[;:]/i;
/** A line with this after one that quoted-printable breaks off: its "=" was the end of it after all. */
const NEXT_PROPERTY =
  /^(?:[\w-]+\.)?(?:FN|N|TEL|EMAIL|ADR|ORG|TITLE|ROLE|NOTE|URL|BDAY|REV|UID|NICKNAME|VERSION|X-[A-Z-]+)[;:]/;
const [TAB, LF, CR, SPACE, EQUALS] = [9, 10, 13, 32, 61];

/**
 * Cuts a file into its blocks, such as cards, going through the bytes once and decoding one block at
 * a time: a file of any length takes the room of its largest block. Pictures are passed over undecoded. Null is no
 * block but a turn for others.
 */
export function* blocksOf(
  bytes: Uint8Array,
  name: "VCARD" | "VEVENT",
  readerFor: ReaderFor,
): Generator<Block | StrayLine | null> {
  const begin = `BEGIN:${name}`;
  const end = `END:${name}`;
  let block: OpenBlock | null = null;
  for (const line of rawLines(bytes)) {
    if (line.number % LINES_A_TURN === 0) yield null;
    const isMark = line.to - line.from < 64;
    const text = isMark ? asciiOf(bytes, line).trim().toUpperCase() : "";
    if (text === begin) {
      // The card of somebody's agent stands in that of theirs.
      if (block && isAgent(block)) block.depth++;
      else {
        if (block) yield closed(bytes, block, false, readerFor);
        block = { raw: [], passedOver: [], line: line.number, size: 0, depth: 0, isSkipping: false };
      }
    } else if (block && text === end) {
      if (block.depth > 0) block.depth--;
      else {
        yield closed(bytes, block, true, readerFor);
        block = null;
      }
    } else if (block === null) {
      if (!isBlank(bytes, line)) yield { stray: strayText(bytes, line), line: line.number };
    } else if (block.depth === 0 && block.size < LARGEST_BLOCK) {
      // A block larger than any card is read as far as that.
      const kept = keptPart(bytes, line, block);
      if (kept) {
        block.raw.push(kept);
        block.size += kept.to - kept.from;
      }
    }
  }
  if (block) yield closed(bytes, block, false, readerFor);
}

interface RawLine {
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

interface OpenBlock {
  readonly raw: RawLine[];
  readonly passedOver: string[];
  readonly line: number;
  size: number;
  /** How many blocks stand open in it. */
  depth: number;
  isSkipping: boolean;
}

/**
 * Lines end with LF, CRLF or, in very old files, CR alone; where files were put together without one, at the next card.
 */
function* rawLines(bytes: Uint8Array): Generator<RawLine> {
  let [number, from, nextLf, nextCr] = [0, 0, -1, -1];
  while (from < bytes.length) {
    if (nextLf < from) nextLf = found(bytes, LF, from);
    if (nextCr < from) nextCr = found(bytes, CR, from);
    // CR alone ends a line where one of a card, or nothing, comes after it.
    while (nextCr < nextLf && nextCr + 1 < nextLf && nextLf < bytes.length && !isLineStart(bytes, nextCr + 1))
      nextCr = found(bytes, CR, nextCr + 1);
    const next = Math.min(nextLf, nextCr);
    const start = withoutMark(bytes, from, next);
    const to = Math.max(start, next);
    number++;
    const glued = gluedAt(bytes, start, to);
    if (glued > start) {
      yield { from: start, to: glued, number };
      yield { from: withoutMark(bytes, glued, to), to, number };
    } else yield { from: start, to, number };
    from = next === nextCr && next + 1 === nextLf ? nextLf + 1 : next + 1;
  }
}

function found(bytes: Uint8Array, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}

function isLineStart(bytes: Uint8Array, at: number): boolean {
  return /^(?:[A-Za-z][\w.-]*[;:]|[\r\t ])/.test(asciiOf(bytes, { from: at, to: Math.min(bytes.length, at + 60) }));
}

/** Where a line begins behind a byte order mark, which may stand in the middle of files that were put together. */
function withoutMark(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at + 2 < to && bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf) at += 3;
  return at;
}

/** "END:VCARDBEGIN:VCARD": where the next card begins in the line that ends one; else 0. */
function gluedAt(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 128 || (bytes[from] !== 69 && bytes[from] !== 101)) return 0;
  const glued = /^(END:V\w{4,5}?)[^A-Z]*BEGIN:V/i.exec(asciiOf(bytes, { from, to }));
  return glued ? from + (glued[1] ?? "").length : 0;
}

/** Whether the last line that was met opened an agent's card. */
function isAgent(block: OpenBlock): boolean {
  return block.depth > 0 || (block.isSkipping && block.passedOver.at(-1) === "agent");
}

function isBlank(bytes: Uint8Array, { from, to }: RawLine): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] ?? 0) > SPACE) return false;
  return true;
}

function strayText(bytes: Uint8Array, { from, to }: RawLine): string {
  return decodeText(bytes.subarray(from, Math.min(to, from + 200))).trim();
}

/** A line as far as it is looked at; null for the lines of a picture. */
function keptPart(bytes: Uint8Array, line: RawLine, block: OpenBlock): RawLine | null {
  const first = bytes[line.from];
  const continues = first === SPACE || first === TAB;
  if (continues && block.isSkipping) return null;
  const skipped = continues ? null : SKIPPED.exec(asciiOf(bytes, { ...line, to: Math.min(line.to, line.from + 80) }));
  if (skipped) {
    block.passedOver.push((skipped[1] ?? "").toLowerCase());
    block.isSkipping = true;
    return null;
  }
  if (!isBlank(bytes, line)) block.isSkipping = false;
  return line.to - line.from > LONGEST_LINE ? { ...line, to: line.from + LONGEST_LINE } : line;
}

function closed(bytes: Uint8Array, block: OpenBlock, isClosed: boolean, readerFor: ReaderFor): Block {
  const lines = unfolded(bytes, block.raw);
  const named = lines.map(({ head }) => charsetOf(head)).find((charset) => charset !== null) ?? null;
  return {
    lines: lines.map((one) => ({
      text: textOf(bytes, one, named, readerFor),
      line: one.line,
      isCut: one.length > LONGEST_LINE,
    })),
    line: block.line,
    isClosed,
    passedOver: block.passedOver,
  };
}

/** One property as it lies in the file: its name and parameters, and the pieces that its lines are. */
interface FoldedLine {
  readonly head: string;
  readonly line: number;
  readonly pieces: { from: number; to: number }[];
  length: number;
  /** Whether the last piece says by "=" that it goes on. */
  isSoft: boolean;
}

/** Joins folded lines (RFC 6350, 3.2), and those that quoted-printable breaks off with "=". */
function unfolded(bytes: Uint8Array, raw: readonly RawLine[]): FoldedLine[] {
  const result: FoldedLine[] = [];
  for (const line of raw) {
    if (isBlank(bytes, line)) continue;
    const last = result.at(-1);
    const first = bytes[line.from];
    const isFold = first === SPACE || first === TAB;
    const isSoft =
      last?.isSoft === true && !NEXT_PROPERTY.test(asciiOf(bytes, { ...line, to: Math.min(line.to, line.from + 40) }));
    if (last && (isFold || isSoft)) {
      // A space behind a soft break is text, unless it parts a letter of UTF-8.
      const from = line.from + (isFold && (!isSoft || partsLetter(bytes, line)) ? 1 : 0);
      const softEnd = isQuoted(last.head) ? softBreak(bytes, from, line.to) : -1;
      const to = softEnd < 0 ? line.to : softEnd;
      if (last.length <= LONGEST_LINE) last.pieces.push({ from, to });
      last.length += to - from;
      last.isSoft = softEnd >= 0;
    } else {
      const head = headOf(bytes, line);
      const softEnd = isQuoted(head) ? softBreak(bytes, line.from, line.to) : -1;
      const to = softEnd < 0 ? line.to : softEnd;
      result.push({
        head,
        line: line.number,
        pieces: [{ from: line.from, to }],
        length: line.to - line.from >= LONGEST_LINE ? LONGEST_LINE + 1 : to - line.from,
        isSoft: softEnd >= 0,
      });
    }
  }
  return result;
}

/** Where the "=" stands that ends a line softly, spaces after it or not; -1 where none does. */
function softBreak(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && (bytes[at - 1] === SPACE || bytes[at - 1] === TAB)) at--;
  return at > from && bytes[at - 1] === EQUALS ? at - 1 : -1;
}

/** " =A9": old programs fold after so many signs, in the middle of a letter. */
function partsLetter(bytes: Uint8Array, { from, to }: RawLine): boolean {
  return /^[ \t]=[89AB][0-9A-F]/i.test(asciiOf(bytes, { from, to: Math.min(to, from + 5) }));
}

/** A property's name and parameters, before the colon. */
function headOf(bytes: Uint8Array, { from, to }: RawLine): string {
  return asciiOf(bytes, { from, to: Math.min(to, from + 2_000) }).split(":", 1)[0] ?? "";
}

function isQuoted(head: string): boolean {
  return /;(?:encoding=)?"?quoted-printable/i.test(head);
}

function charsetOf(head: string): string | null {
  return /;charset="?([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/** The text of a property by its own charset, else by the one that another of its card names. */
function textOf(bytes: Uint8Array, { head, pieces }: FoldedLine, named: string | null, readerFor: ReaderFor): string {
  const joined = new Uint8Array(pieces.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of pieces) {
    joined.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  const charset = charsetOf(head) ?? named;
  if (!isQuoted(head)) return decodeText(joined, charset, readerFor);
  const start = Math.min(joined.length, head.length + 1);
  return `${decodeText(joined.subarray(0, start))}${decodeText(fromQuotedPrintable(joined.subarray(start)), charset, readerFor)}`;
}

/** The bytes that quoted-printable stands for (RFC 2045, 6.7); what is no such escape stays as it is. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === EQUALS ? asciiOf(bytes, { from: at + 1, to: at + 3 }) : "";
    const isEscape = /^[0-9A-Fa-f]{2}$/.test(hex);
    result[length++] = isEscape ? Number.parseInt(hex, 16) : (bytes[at] ?? 0);
    if (isEscape) at += 2;
  }
  return result.subarray(0, length);
}

function asciiOf(bytes: Uint8Array, { from, to }: { from: number; to: number }): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
