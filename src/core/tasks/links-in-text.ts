import { unescapeMarkdown } from "../text/note/escape-markdown";

/** No part of a link but its other name holds an opening bracket, so that reading is linear in the text. */
const WIKI_LINK = String.raw`\[\[([^[\]|\n]+)(?:\|((?:[^[\]\n]|\[(?!\[))*))?\]\]`;
const LABEL = String.raw`\[((?:[^[\]\\]|\\[^])*)\]`;
const PLACE = String.raw`\(\s*(?:<([^<>\n]+)>|((?:[^\s()]|\([^\s()]*\))+))`;
/** What is escaped begins no link. */
const LINK = new RegExp(`\\\\[^]|(!?)${WIKI_LINK}|(!?)${LABEL}${PLACE}`, "g");

/**
 * The targets of the links in a text, in order: `[[Ada Lovelace|Ada]]` and `[Ada](People/Ada%20Lovelace.md)`
 * both; headings and blocks behind `#` are left off, embeds and web addresses are none.
 */
export function linksInText(text: string): string[] {
  const targets: string[] = [];
  for (const match of text.matchAll(LINK)) {
    if (match[1] === "!" || match[4] === "!") continue;
    const target = match[2] ?? match[6] ?? match[7] ?? "";
    const place = target.split("#", 1)[0] ?? "";
    // A `#` or `:` that is encoded is part of the name.
    const path = (match[2] === undefined ? decoded(place) : place).trim();
    if (path !== "" && !/^[a-z][a-z0-9+.-]+:/i.test(place)) targets.push(path);
  }
  return targets;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** A text as it is read: `[[Ada Lovelace|Ada]]` is "Ada", and what is escaped is itself. */
export function withoutLinkMarks(text: string): string {
  return text.replace(
    MARKS,
    (mark: string, target: string | undefined, alias: string | undefined, label: string | undefined) =>
      target === undefined ? unescapeMarkdown(label ?? mark) : (alias ?? target.slice(target.lastIndexOf("/") + 1)),
  );
}

const MARKS = new RegExp(String.raw`${WIKI_LINK}|\[((?:[^[\]\\]|\\[^])+)\]\([^()]*\)|(?:\\[^]|&#\d{1,7};)+`, "g");
