import { withoutMd } from "./without-md";

/** The signs that the Tasks plugin and Dataview read as fields of a task. No backslash takes their meaning away. */
const SIGNS = "📅📆🗓⏳⌛🛫➕✅❌🔁🆔⛔🏁🔺⏫🔼🔽⏬";

/** What is active even in the name of a `[[link]]`. */
const ACTIVE_IN_LINKS: readonly string[] = [
  // Templater's commands; Obsidian's comments.
  "<%+>?",
  "%{2,}>?|%>",
  // CommonMark: escapes, code, links, HTML. Obsidian: links, tags, block ids, tables; `{{variables}}` of templates.
  "`+=?|[\\\\[\\]<>#|^]|\\{{2,}",
  // Fields of Dataview and Tasks; addresses that become links by themselves.
  ":{2,}|:(?=//)|[Ww]{3}\\.(?=\\S)",
  // Dataview takes a day behind a variation selector for that of 📅.
  `[${SIGNS}]|\\ufe0f(?=\\s*\\d)`,
];

/** What looks active and is not: `_` within a word. */
const INERT = "([\\p{L}\\p{N}]_+(?=[\\p{L}\\p{N}]))";

/** What else is active in a line. */
const ACTIVE_IN_LINES: readonly string[] = [
  // CommonMark and Obsidian: emphasis, strikethrough, math, highlights, entities.
  "[*_~]|\\$+=?|={2,}|!(?=\\[)|&(?=#?\\w{1,40};)",
  // Days of the Reminder plugin.
  "@(?=\\d)",
  // What a line can begin with: lists, underlines of headings, our arrows.
  "^(?:[-+](?=[-+>\\s]|$)|=|\\d{1,9}[.)](?=\\s|$))",
];

const IN_LINKS = new RegExp(ACTIVE_IN_LINKS.join("|"), "u");
const IN_LINES = new RegExp([INERT, ...ACTIVE_IN_LINKS, ...ACTIVE_IN_LINES].join("|"), "gu");
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Two planes of Unicode that no text uses: room for every escaped character. */
const PRIVATE = 0xf0000;
const ESCAPED = /\\([!-/:-@[-`{-~])|&#(\d{1,7});/g;

/**
 * A text from outside (an imported value, a property, a link's parameter, a name) as one line of a note's body: it
 * reads as it was written, and nothing in it is a link, an embed, code, a command, a field, a tag or a task's day.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(IN_LINES, (active: string, inert: string | undefined, at: number, line: string) => {
      // A `$` behind a space opens math, and none is left that could close it.
      if (inert !== undefined || (active === "$" && (at === 0 || line[at - 1] === " "))) return active;
      return /\P{ASCII}/u.test(active) ? `&#${active.codePointAt(0) ?? 0};` : active.replace(PUNCTUATION, "\\$&");
    });
}

/** A line of Markdown without the escapes in it: what `escapeMarkdown` was given. */
export function unescapeMarkdown(line: string): string {
  return line.replace(ESCAPED, (_, sign: string | undefined, code: string) => sign ?? characterOf(Number(code)));
}

/** Reads a line of Markdown with a function that knows no escapes: what is escaped comes through as itself. */
export function withLiterals(line: string, read: (line: string) => string): string {
  if (line.search(ESCAPED) < 0) return read(line);
  const hidden = line.replace(ESCAPED, (_, sign: string | undefined, code: string) =>
    String.fromCodePoint(PRIVATE + ((sign ?? characterOf(Number(code))).codePointAt(0) ?? 0)),
  );
  return read(hidden).replace(/[\u{f0000}-\u{10ffff}]/gu, (one) =>
    characterOf((one.codePointAt(0) ?? PRIVATE) - PRIVATE),
  );
}

/**
 * A link to a note. A name that would be more than a name in `[[…]]` is linked in the other form, which can hold any.
 *
 * @param isOnly whether the name alone leads to the note
 */
export function noteLink(path: string, name: string, isOnly: boolean): string {
  const place = withoutMd(path);
  // With a colon it could be an address.
  if (/:/.test(place) || IN_LINKS.test(isOnly ? name : place)) return `[${escapeMarkdown(name)}](${encodedPath(path)})`;
  return isOnly ? `[[${name}]]` : `[[${place}|${name}]]`;
}

/** Every sign of a path that could be one of Markdown's is encoded. */
function encodedPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*~_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
    .join("/");
}

function characterOf(code: number): string {
  return code > 0 && code < 0x20000 ? String.fromCodePoint(code) : "\ufffd";
}
