/** One Dataview inline field in brackets or parentheses, `[key:: value]`. */
export interface InlineField {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** Fields are not looked for further than this into a line. */
const LONGEST_LINE = 10_000;
const KEY = /[[(]\s*([\p{L}\p{N}][\p{L}\p{N} _-]{0,60}?)\s*::/uy;

/** The inline fields of a line, in order. Brackets inside a value, as in `[[links]]`, are balanced. */
export function inlineFields(line: string): InlineField[] {
  const text = line.slice(0, LONGEST_LINE);
  const fields: InlineField[] = [];
  if (!text.includes("::")) return fields;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "[" && text[at] !== "(") continue;
    KEY.lastIndex = at;
    const opening = KEY.exec(text);
    if (!opening) continue;
    const valueFrom = at + opening[0].length;
    const end = closingOf(text, at, valueFrom);
    if (end === null) continue;
    fields.push({ key: opening[1] ?? "", value: text.slice(valueFrom, end).trim(), from: at, to: end + 1 });
    at = end;
  }
  return fields;
}

/** The line without the fields given, the white space around each closed to one space. */
export function withoutFields(line: string, fields: readonly InlineField[]): string {
  let result = "";
  let at = 0;
  for (const field of fields) {
    result = `${(result + line.slice(at, field.from)).trimEnd()} `;
    at = field.to;
    while (line[at] === " ") at++;
  }
  return (result + line.slice(at)).trim();
}

function closingOf(text: string, opening: number, from: number): number | null {
  const [open, close] = text[opening] === "[" ? ["[", "]"] : ["(", ")"];
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at;
  }
  return null;
}
