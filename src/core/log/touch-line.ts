import { readDate } from "../text/dates/read-date";
import { parseCivilDate, type CivilDate } from "../text/dates/civil-date";
import { foldPropertyName } from "../text/note/property-name";
import { inlineFields, withoutFields, type InlineField } from "./inline-fields";
import type { Direction, Touch } from "./touch";
import { joined } from "../words/parts";

/** A list item as it is split before it is understood. */
export interface ListItem {
  readonly indent: string;
  /** The marker with the white space after it, `- `. */
  readonly marker: string;
  readonly content: string;
}

/** How a list item begins: with a day, with something that was meant as one, or with neither. */
export type DayStart =
  | { readonly kind: "day"; readonly date: CivilDate; readonly token: string; readonly rest: string }
  | { readonly kind: "bad-day"; readonly token: string }
  | { readonly kind: "prose" };

const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])([ \t]+|$)([^ \t].*|)$/s;
/** A day with nothing behind it, or a space and what cannot be a time. */
export const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}(?:$| [^\d\s])/;
const TIME = /^(?:[T ]\s*)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}|\s?[ap]\.?m\.?)?(?=[\s:,]|$)/i;
/** What keyboards and clipboards put before words unseen: marks of direction, spaces of no width. */
const UNSEEN = /^[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/;
const DAY_LIKE = /^\d{1,4}([-./])\d{1,2}\1\d{1,4}(?![\w-])/;
const ARROWS: readonly (readonly [string, Direction])[] = [
  ["<->", "both"],
  ["↔", "both"],
  ["->", "out"],
  ["→", "out"],
  ["<-", "in"],
  ["←", "in"],
];
// Bounded: a regular expression gives up with an exception on a word of a million letters.
const CHANNEL = /^([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{0,60})(?::(?=\s|$)|：)\s*/u;
const FIRST_WORD = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]{0,60}(?=$|[\s,;.!?()–—])/u;

/** Splits `- text` into indent, marker and content; null for a line that is no list item. */
export function listItem(line: string): ListItem | null {
  const plain = plainItem(line);
  if (plain !== undefined) return plain;
  const match = ITEM.exec(line);
  return match
    ? { indent: match[1] ?? "", marker: (match[2] ?? "") + (match[3] ?? ""), content: match[4] ?? "" }
    : null;
}

/** The same for a line that begins as nearly all do, without a pattern; undefined for any other. */
function plainItem(line: string): ListItem | null | undefined {
  let at = 0;
  while (line[at] === " " || line[at] === "\t") at++;
  const mark = line[at];
  if (mark !== "-" && mark !== "*" && mark !== "+")
    return mark !== undefined && /[A-Za-z#>|[(]/.test(mark) ? null : undefined;
  let to = at + 1;
  while (line[to] === " " || line[to] === "\t") to++;
  return to > at + 1 || to === line.length
    ? { indent: line.slice(0, at), marker: line.slice(at, to), content: line.slice(to) }
    : null;
}

/** Reads the day that an item's content begins with, plain or as a link to that day's note. */
export function dayStart(content: string): DayStart {
  if (PLAIN_DAY.test(content)) {
    const token = content.slice(0, 10);
    const date = parseCivilDate(token);
    if (date !== null) return { kind: "day", date, token, rest: content.slice(10) };
  }
  const unseen = UNSEEN.exec(content)?.[0] ?? "";
  if (unseen !== "") {
    const start = dayStart(content.slice(unseen.length));
    return start.kind === "day" ? { ...start, token: unseen + start.token } : start;
  }
  const token =
    /^(?:\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\))/.exec(content)?.[0] ??
    /^\d{4}-\d{2}-\d{2}|^\d{8}(?!\d)|^[\d./-]+/.exec(content)?.[0] ??
    "";
  if (token === "") return { kind: "prose" };
  const date = readDate(dayOfLink(token));
  if (date.kind !== "value")
    return isDayLike(token, content)
      ? { kind: "bad-day", token: DAY_LIKE.exec(content)?.[0] ?? token }
      : { kind: "prose" };
  const after = content.slice(token.length);
  // "2026-10-02x" and "2026-10-021" are words of somebody's own.
  if (/^[\p{L}\p{N}_]/u.test(after) && !TIME.test(after)) return { kind: "prose" };
  const time = TIME.exec(after)?.[0] ?? "";
  return { kind: "day", date: date.value, token, rest: after.slice(time.length) };
}

/** Reads what follows the day: `[ARROW] [CHANNEL:] [TEXT]`, inline fields, and the lines below. */
export function readTouch(
  date: CivilDate,
  rest: string,
  below: readonly string[],
  knownChannels: readonly string[],
): Touch {
  if (below.length === 0 && !rest.includes("::")) return plainTouch(date, rest, knownChannels);
  const lines = [rest, ...below.map((line) => line.trim())];
  const fields = lines.map((line) => inlineFields(line).filter(isOurs));
  const own = fields.flat();
  const bare = lines.map((line, index) => withoutFields(line, fields[index] ?? []));
  const arrow = readArrow(bare[0] ?? "");
  const channel = readChannel(arrow.rest, knownChannels);
  return {
    date,
    direction: arrow.direction,
    channel: channel.name,
    text: joined([channel.rest, ...bare.slice(1)], "\n"),
    asked: valueOf(own, "asked"),
    gave: valueOf(own, "gave"),
    theyAsked: valueOf(own, "theyasked"),
    theyGave: valueOf(own, "theygave"),
    owe: valueOf(own, "owe"),
    holding: own.some((field) => foldPropertyName(field.key) === "holding"),
    declined: own.some((field) => foldPropertyName(field.key) === "declined"),
  };
}

/** A touch of one line without fields, as most are. */
function plainTouch(date: CivilDate, rest: string, knownChannels: readonly string[]): Touch {
  const arrow = readArrow(rest.trim());
  const channel = readChannel(arrow.rest, knownChannels);
  return {
    date,
    direction: arrow.direction,
    channel: channel.name,
    text: channel.rest,
    asked: null,
    gave: null,
    theyAsked: null,
    theyGave: null,
    owe: null,
    holding: false,
    declined: false,
  };
}

/**
 * The direction of a touch from its line alone, where `from` to `to` is what follows the day; undefined where a field
 * or an unseen mark stands at its beginning, and has to be read before anything can be said.
 */
export function directionAt(text: string, from: number, to: number): Direction | null | undefined {
  let at = from;
  while (at < to && isSpace(text[at] ?? "")) at++;
  switch (at < to ? text[at] : "") {
    case "[":
    case "(":
      return undefined;
    case "→":
      return "out";
    case "←":
      return "in";
    case "↔":
      return "both";
    case "-":
      return text[at + 1] === ">" && at + 1 < to ? "out" : null;
    case "<":
      return text[at + 1] !== "-" || at + 1 >= to ? null : text[at + 2] === ">" && at + 2 < to ? "both" : "in";
    default:
      return UNSEEN.test(text[at] ?? "") ? undefined : null;
  }
}

function isSpace(character: string): boolean {
  return character === " " || /\s/.test(character);
}

/** Writes a touch as the content of its log line, after the day. */
export function touchText(touch: Touch, knownChannels: readonly string[]): string {
  const arrow = touch.direction === null ? "" : { out: "→", in: "←", both: "↔" }[touch.direction];
  const text = touch.text.replace(/\s+/g, " ").trim();
  const bareChannel = touch.channel !== null && knownChannels.includes(touch.channel) && text === "";
  const channel = touch.channel === null ? "" : bareChannel ? touch.channel : `${touch.channel}:`;
  const fields = [
    field("asked", touch.asked),
    field("gave", touch.gave),
    field("they-asked", touch.theyAsked),
    field("they-gave", touch.theyGave),
    field("owe", touch.owe),
    touch.holding ? "[holding:: true]" : "",
    touch.declined ? "[declined:: true]" : "",
  ];
  return joined([arrow, channel, text, ...fields], " ");
}

function field(key: string, value: string | null): string {
  const text = (value ?? "").replace(/\s+/g, " ").trim();
  if (text === "") return "";
  const bracketed = `[${key}:: ${text}]`;
  // Dataview reads both kinds; a stray bracket of one kind leaves the other.
  return inlineFields(bracketed)[0]?.value === text ? bracketed : `(${key}:: ${text})`;
}

/** What was asked or given that a log line cannot hold: a text with stray brackets of both kinds. */
export function unwritable(touch: Touch): string | null {
  const values = [touch.asked, touch.gave, touch.theyAsked, touch.theyGave, touch.owe];
  return (
    values.find((value) => {
      const [read] = inlineFields(field("x", value));
      return value !== null && value.trim() !== "" && read?.value !== value.replace(/\s+/g, " ").trim();
    }) ?? null
  );
}

const OUR_FIELDS = new Set(["asked", "gave", "theyasked", "theygave", "owe", "holding", "declined"]);

function isOurs(found: InlineField): boolean {
  return OUR_FIELDS.has(foldPropertyName(found.key));
}

function valueOf(fields: readonly InlineField[], folded: string): string | null {
  const values = fields
    .filter((one) => foldPropertyName(one.key) === folded && one.value !== "")
    .map((one) => one.value);
  return values.length === 0 ? null : values.join("; ");
}

function readArrow(text: string): { direction: Direction | null; rest: string } {
  const trimmed = text.trimStart().replace(UNSEEN, "");
  for (const [sign, direction] of ARROWS) {
    // An emoji-style arrow has a variation selector behind it.
    if (trimmed.startsWith(sign))
      return {
        direction,
        rest: trimmed
          .slice(sign.length)
          .replace(/^\ufe0f/, "")
          .trim(),
      };
  }
  return { direction: null, rest: trimmed.replace(/^(?:[:,–—]|-(?=\s|$))\s*/, "").trim() };
}

function readChannel(text: string, known: readonly string[]): { name: string | null; rest: string } {
  const written = CHANNEL.exec(text);
  if (written) return { name: channelName(written[1] ?? "", known), rest: text.slice(written[0].length).trim() };
  const word = FIRST_WORD.exec(text)?.[0] ?? "";
  const name = word.toLowerCase();
  if (!known.includes(name)) return { name: null, rest: text };
  return {
    name,
    rest: text
      .slice(word.length)
      .replace(/^\s*(?:[,–—-]\s+)?/, "")
      .trim(),
  };
}

function channelName(word: string, known: readonly string[]): string {
  return known.includes(word.toLowerCase()) ? word.toLowerCase() : word;
}

/** `[any](Daily/2026-10-02.md)` links a day as `[[2026-10-02]]` does. */
function dayOfLink(token: string): string {
  const markdown = /^\[[^\]]*\]\(<?([^)>]*?)(?:\.md)?>?\)$/.exec(token);
  return markdown ? `[[${decode(markdown[1] ?? "")}]]` : token;
}

function decode(target: string): string {
  return target.replace(/%20/g, " ");
}

function isDayLike(token: string, content: string): boolean {
  return DAY_LIKE.test(content) || /^\[\[\d{4}-\d{2}-\d{2}/.test(token);
}
