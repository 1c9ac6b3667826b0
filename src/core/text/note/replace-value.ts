import type { FrontmatterEntry } from "./frontmatter-entries";
import type { Splice } from "./note-edit";
import { scalarText, type HeadValue, type QuoteStyle } from "./yaml-text";

/** The splice that puts a value in an entry, and that value as it will read back. */
export type ReplacedValue =
  | { readonly ok: true; readonly splice: Splice; readonly value: HeadValue }
  | { readonly ok: false; readonly message: string };

/**
 * Plans a new value for an entry in the manner of the old one: its quotes, its `[[link]]`, its list
 * form and the comment behind it stay.
 */
export function replaceValue(text: string, entry: FrontmatterEntry, value: HeadValue): ReplacedValue {
  const first = entry.lines[0];
  if (!first) return { ok: false, message: "The property has no line." };
  const lineEnd = first.to - first.eol.length;
  const rest = text.slice(entry.valueFrom, lineEnd);
  if (/^\s*[&!]/.test(rest)) {
    return { ok: false, message: `"${entry.key}" carries a YAML anchor or tag and cannot be changed safely.` };
  }
  if (entry.lines.length > 1) return replaceLines(entry, value);
  const token = valueToken(rest);
  if (token === null) return { ok: false, message: `The value of "${entry.key}" cannot be changed safely.` };
  const old = rest.slice(token.from, token.to);
  const written = inTheMannerOf(old, value);
  const gap = token.from === 0 ? " " : "";
  const tail = token.to < rest.length && !/^\s/.test(rest.slice(token.to)) ? " " : "";
  const from = entry.valueFrom + token.from;
  return {
    ok: true,
    splice: { from, to: entry.valueFrom + token.to, insert: gap + written.text + tail },
    value: written.value,
  };
}

/** Where the value stands in what follows the colon; null where its end is not on this line. */
function valueToken(rest: string): { from: number; to: number } | null {
  const from = rest.search(/\S/);
  if (from < 0) return rest === "" ? { from: 0, to: 0 } : { from: 1, to: 1 };
  if (rest[from] === "#") return { from: 1, to: 1 };
  const opening = rest[from];
  const to =
    opening === '"'
      ? endOfMatch(/"(?:[^"\\]|\\.)*"/y, rest, from)
      : opening === "'"
        ? endOfMatch(/'(?:[^']|'')*'/y, rest, from)
        : opening === "[" || opening === "{"
          ? endOfFlow(rest, from)
          : endOfPlain(rest, from);
  return to === null || !/^\s*(?:#.*)?$/.test(rest.slice(to)) ? null : { from, to };
}

function endOfMatch(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? from + match[0].length : null;
}

function endOfPlain(text: string, from: number): number {
  const comment = text.slice(from).search(/\s#/);
  return (comment >= 0 ? text.slice(0, from + comment) : text).trimEnd().length;
}

function endOfFlow(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const end = endOfMatch(character === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y, text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (character === "[" || character === "{") depth++;
    else if ((character === "]" || character === "}") && --depth === 0) return at + 1;
  }
  return null;
}

/** A value over several lines: a list stays a list, anything else becomes one line. */
function replaceLines(entry: FrontmatterEntry, value: HeadValue): ReplacedValue {
  const [first, ...others] = entry.lines;
  if (!first) return { ok: false, message: "The property has no line." };
  const rest = first.text.slice(entry.valueFrom - first.from);
  const values = typeof value === "string" ? [value] : value === true || value === false ? [] : value;
  const isBlockText = /^\s*[|>]\S*\s*$/.test(rest);
  const isList = values.length > 0 && /^\s*(?:#.*)?$/.test(rest) && /^\s*- +/.test(others[0]?.text ?? "");
  const replacedLines = isBlockText
    ? []
    : isList
      ? others.map((line) => line.text)
      : [rest, ...others.map((line) => line.text)];
  if (replacedLines.some(mayHoldComment)) {
    return { ok: false, message: `The value of "${entry.key}" has comments inside it, which would be lost.` };
  }
  const last = entry.lines.at(-1) ?? first;
  const to = last.to - last.eol.length;
  const item = /^(\s*- +)([^ ].*|)$/.exec(others[0]?.text ?? "");
  if (isList && item) {
    const style = quoteStyleOf((item[2] ?? "").trim());
    const written = values.map((one) => (item[1] ?? "- ") + scalarText(linkedLike((item[2] ?? "").trim(), one), style));
    const result = values.map((one) => linkedLike((item[2] ?? "").trim(), one));
    return {
      ok: true,
      splice: { from: others[0]?.from ?? first.to, to, insert: written.join(first.eol) },
      value: result,
    };
  }
  const written = inTheMannerOf("", value);
  return { ok: true, splice: { from: entry.valueFrom, to, insert: ` ${written.text}` }, value: written.value };
}

/** Whether a line of a value has a comment, or something that cannot be told from one. */
function mayHoldComment(line: string): boolean {
  const value = line.replace(/^\s*(?:- +)?/, "");
  const token = valueToken(value);
  return (token === null || token.to < value.trimEnd().length) && /(?:^|\s)#/.test(value);
}

function inTheMannerOf(old: string, value: HeadValue): { text: string; value: HeadValue } {
  if (typeof value === "boolean") return { text: String(value), value };
  if (typeof value !== "string") return flowList(value, "plain");
  // An unquoted [[2026-10-02]] was meant as a link, though YAML reads a list in a list.
  const link = /^\[\[[^\][]*\]\]$/.test(old);
  if (old.startsWith("[") && !link) return flowList([linkedLike(old, value)], quoteStyleOf(old.slice(1).trim()));
  const result = linkedLike(old, value);
  return { text: scalarText(result, quoteStyleOf(old)), value: result };
}

function flowList(items: readonly string[], style: QuoteStyle): { text: string; value: HeadValue } {
  return { text: `[${items.map((item) => scalarText(item, style)).join(", ")}]`, value: items };
}

function quoteStyleOf(old: string): QuoteStyle {
  return old.startsWith('"') ? "double" : old.startsWith("'") ? "single" : "plain";
}

/** Where the old value was a link to a day's note, a new day is written as such a link. */
function linkedLike(old: string, value: string): string {
  const link = /\[\[((?:[^[\]|#]*\/)?)\d{4}-\d{2}-\d{2}(?:[|#][^[\]]*)?\]\]/.exec(old);
  if (!link || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  // A folder of one month or year is not the new day's.
  return `[[${/\d/.test(link[1] ?? "") ? "" : (link[1] ?? "")}${value}]]`;
}
