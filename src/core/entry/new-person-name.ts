import { withoutEnd } from "../text/note/without-end";

/** A file's name may have 255 bytes on common disks; what is left is for a number, `.md` and a sync's own words. */
const MAX_BYTES = 180;
/** Whoever's name begins with more letters than this has none; looking for its end would cost their square. */
const LONGEST = 2_000;
/** Windows keeps these for devices, whatever follows a dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?=\.|$)/i;
/** What no file or no link can hold, and what is put in its place. */
const REPLACED: Readonly<Record<string, string>> = {
  "/": "-",
  "\\": "-",
  ":": "-",
  "|": "-",
  '"': "'",
  "[": "(",
  "]": ")",
  "<": "(",
  ">": ")",
  "*": "",
  "?": "",
  "#": "",
  "^": "",
  "`": "'",
};

/**
 * A person's name as the name of a note that every system can keep and every link can reach: without
 * path signs, control and direction characters, leading or trailing dots, Windows' device names, and
 * not too long. "" where nothing is left of it.
 */
export function safeNoteName(name: string): string {
  const cleaned = name
    .trimStart()
    .slice(0, LONGEST)
    .normalize("NFC")
    // Spaces and line breaks of every kind are one space.
    .replace(/[\s\u0085\u2028\u2029]+/g, " ")
    .replace(
      /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
      "",
    )
    .replace(/[/\\:|"[\]<>*?#^`]/g, (sign) => REPLACED[sign] ?? "")
    // Marks of comments, of queries (`$=`) and of variables (`{{title}}`).
    .replace(/([%{}])\1+/g, "$1")
    .split("=")
    .map((part, at, parts) => (at < parts.length - 1 ? withoutEnd(part, /\$/) : part))
    .join("=");
  const trimmed = trimEnds(cleaned.replace(/ {2,}/g, " "));
  return trimEnds(shortened(trimmed)).replace(RESERVED, (word) => `${word}_`);
}

/** A hidden file, and a name that Windows would cut, are none that a person means. */
function trimEnds(name: string): string {
  return withoutEnd(name.replace(/^(?:[\s.-]|\u200c|\u200d)+/u, ""), /[\s.]|\u200c|\u200d/);
}

/** Cut between whole characters as a reader sees them: a family of emoji is one. */
function shortened(name: string): string {
  const encoder = new TextEncoder();
  // Segmenting is bounded: a name of a million letters is cut before it is looked at.
  const bounded = name.slice(0, 4 * MAX_BYTES);
  if (encoder.encode(bounded).length <= MAX_BYTES) return bounded.replace(/\p{Cs}/gu, "");
  let result = "";
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(bounded)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MAX_BYTES) break;
    result += segment;
  }
  return result;
}
