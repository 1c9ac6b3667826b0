import { joined } from "../words/parts";
/** One Dataview inline field in brackets or parentheses, `[key:: value]`. */
export interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const KEY = /[[(]\s*([\p{L}\p{N}][\p{L}\p{N} _-]{0,60}?)\s*::/uy;

/**
 * The inline fields of a line, in order; its length is all they cost. Brackets inside a value, as in `[[links]]`, are
 * balanced.
 */
export function inlineFields(text: string): InlineField[] {
  const fields: InlineField[] = [];
  if (!text.includes("::")) return fields;
  const closings = closingBrackets(text);
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "[" && text[at] !== "(") continue;
    KEY.lastIndex = at;
    const opening = KEY.exec(text);
    if (!opening) continue;
    const valueFrom = at + opening[0].length;
    const end = closings.get(at);
    if (end === undefined) continue;
    fields.push({ key: opening[1] ?? "", value: text.slice(valueFrom, end).trim(), from: at, to: end + 1 });
    at = end;
  }
  return fields;
}

/** The line without the fields given, the white space around each closed to one space. */
export function withoutFields(line: string, fields: readonly InlineField[]): string {
  if (fields.length === 0) return line.trim();
  const pieces: string[] = [];
  let at = 0;
  for (const field of fields) {
    pieces.push(line.slice(at, field.from).trim());
    at = field.to;
  }
  pieces.push(line.slice(at).trim());
  return joined(pieces, " ");
}

/** Where each opening bracket is closed, `[` by `]` and `(` by `)`; those never closed are missing. */
function closingBrackets(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open = { "[": [] as number[], "(": [] as number[] };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[" || character === "(") {
      open[character].push(at);
    } else if (character === "]" || character === ")") {
      const opening = open[character === "]" ? "[" : "("].pop();
      if (opening !== undefined) closings.set(opening, at);
    }
  }
  return closings;
}
