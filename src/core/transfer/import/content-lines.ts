import { decodeText } from "./decode-text";

/** One property line of a vCard or calendar, unfolded. */
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
}

/** After so many lines a reader is given a turn to pause, in the middle of a block too. */
const LINES_A_TURN = 50_000;
/** Longer lines are pictures or an attack. */
const LONGEST_LINE = 64 * 1024;
const LARGEST_BLOCK = 512 * 1024;
const SKIPPED = /^(?:[\w-]+\.)?(?:photo|logo|sound|key|attach|x-ms-cardpicture|x-ms-ol-design|agent)[;:]/i;

/**
 * Cuts a file into its blocks, such as cards, going through the bytes once and decoding one block at
 * a time: a file of any length takes the room of its largest block. Pictures are passed over undecoded. Null is no
 * block but a turn for others.
 */
export function* blocksOf(bytes: Uint8Array, name: "VCARD" | "VEVENT"): Generator<Block | null> {
  const begin = `BEGIN:${name}`;
  const end = `END:${name}`;
  let block: { raw: RawLine[]; line: number; size: number } | null = null;
  for (const line of rawLines(bytes)) {
    if (line.number % LINES_A_TURN === 0) yield null;
    const isMark = line.to - line.from < 64;
    const text = isMark ? asciiOf(bytes, line).trim().toUpperCase() : "";
    if (text === begin) {
      if (block) yield closed(bytes, block.raw, block.line, false);
      block = { raw: [], line: line.number, size: 0 };
    } else if (block && text === end) {
      yield closed(bytes, block.raw, block.line, true);
      block = null;
    } else if (block && block.size < LARGEST_BLOCK) {
      // A block larger than any card is read as far as that.
      const kept = keptPart(bytes, line, block.raw);
      if (kept) {
        block.raw.push(kept);
        block.size += kept.to - kept.from;
      }
    }
  }
  if (block) yield closed(bytes, block.raw, block.line, false);
}

interface RawLine {
  readonly from: number;
  readonly to: number;
  readonly number: number;
  readonly isSkipped?: boolean;
}

/** Lines end with LF, CRLF or, in very old files, CR alone. */
function* rawLines(bytes: Uint8Array): Generator<RawLine> {
  const newline = bytes.indexOf(10) >= 0 ? 10 : 13;
  let number = 0;
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (from < bytes.length) {
    const found = bytes.indexOf(newline, from);
    const next = found < 0 ? bytes.length : found;
    const to = newline === 10 && bytes[next - 1] === 13 ? next - 1 : next;
    yield { from, to: Math.max(from, to), number: ++number };
    from = next + 1;
  }
}

/** A line as far as it is looked at; null for the lines of a picture. */
function keptPart(bytes: Uint8Array, line: RawLine, before: RawLine[]): RawLine | null {
  const first = bytes[line.from];
  const continues = first === 32 || first === 9;
  if (continues && before.at(-1)?.isSkipped) return null;
  if (!continues && SKIPPED.test(asciiOf(bytes, { ...line, to: Math.min(line.to, line.from + 80) }))) {
    if (!before.at(-1)?.isSkipped)
      before.push({ from: line.from, to: line.from, number: line.number, isSkipped: true });
    return null;
  }
  return line.to - line.from > LONGEST_LINE ? { ...line, to: line.from + LONGEST_LINE } : line;
}

function closed(bytes: Uint8Array, raw: readonly RawLine[], line: number, isClosed: boolean): Block {
  return {
    lines: unfolded(
      decodeLines(
        bytes,
        raw.filter((one) => !one.isSkipped),
      ),
    ),
    line,
    isClosed,
  };
}

/** The lines of a block, decoded together: a charset named in one of them holds for all. */
function decodeLines(bytes: Uint8Array, raw: readonly RawLine[]): { text: string; number: number }[] {
  const size = raw.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const joined = new Uint8Array(size);
  let at = 0;
  for (const { from, to } of raw) {
    joined.set(bytes.subarray(from, to), at);
    at += to - from;
    joined[at++] = 10;
  }
  const charset =
    /charset="?([\w.:-]+)/i.exec(asciiOf(joined, { from: 0, to: Math.min(joined.length, 20_000) }))?.[1] ?? null;
  // Folding may have cut a character in two: joined bytes are decoded before lines are unfolded, so those halves are put right here.
  const text = decodeText(withoutFoldsInsideCharacters(joined), charset);
  return text
    .split("\n")
    .slice(0, raw.length)
    .map((line, index) => ({ text: line, number: raw[index]?.number ?? 0 }));
}

/** Old programs fold after so many bytes, in the middle of a character: LF and one space before a continuation byte. */
function withoutFoldsInsideCharacters(bytes: Uint8Array): Uint8Array {
  const cuts: number[] = [];
  for (let at = bytes.indexOf(10); at >= 0 && at + 2 < bytes.length; at = bytes.indexOf(10, at + 1)) {
    const next = bytes[at + 2] ?? 0;
    if ((bytes[at + 1] === 32 || bytes[at + 1] === 9) && next >= 0x80 && next < 0xc0) cuts.push(at);
  }
  if (cuts.length === 0) return bytes;
  const result = new Uint8Array(bytes);
  // The half before and its rest change places with the fold: the line count stays, the character is whole.
  for (const at of cuts) {
    let end = at + 2;
    while (end < result.length && (result[end] ?? 0) >= 0x80 && (result[end] ?? 0) < 0xc0) end++;
    const rest = result.slice(at + 2, end);
    const fold = result.slice(at, at + 2);
    result.set(rest, at);
    result.set(fold, at + rest.length);
  }
  return result;
}

/** Joins folded lines (RFC 6350, 3.2), and those that quoted-printable breaks off with "=". */
function unfolded(lines: readonly { text: string; number: number }[]): ContentLine[] {
  const result: { parts: string[]; length: number; line: number; isSoft: boolean; isCut: boolean }[] = [];
  for (const { text, number } of lines) {
    const last = result.at(-1);
    const continues = last !== undefined && (last.isSoft || /^[ \t]/.test(text));
    if (continues) {
      const part = last.isSoft ? text.replace(/^[ \t]/, "") : text.slice(1);
      if (last.length + part.length > LONGEST_LINE) last.isCut = true;
      else last.parts.push(part);
      last.length += part.length;
      if (last.isSoft) last.isSoft = part.endsWith("=");
    } else if (text.trim() !== "") {
      const isQuoted = /^[^:]*quoted-printable[^:]*:/i.test(text);
      result.push({
        parts: [text],
        length: text.length,
        line: number,
        isSoft: isQuoted && text.endsWith("="),
        isCut: text.length >= LONGEST_LINE,
      });
    }
  }
  return result.map(({ parts, line, isCut }) => ({ text: joinedSoftly(parts), line, isCut }));
}

/** The "=" at the end of a quoted-printable line only says that it goes on. */
function joinedSoftly(parts: readonly string[]): string {
  const isQuoted = /^[^:]*quoted-printable[^:]*:/i.test(parts[0] ?? "");
  return parts.map((part, index) => (isQuoted && index < parts.length - 1 ? part.replace(/=$/, "") : part)).join("");
}

function asciiOf(bytes: Uint8Array, { from, to }: { from: number; to: number }): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
