/** No part of a link but its other name holds an opening bracket, so that reading is linear in the text. */
const WIKI_LINK = String.raw`\[\[([^[\]|\n]+)(?:\|((?:[^[\]\n]|\[(?!\[))*))?\]\]`;
const LABEL = String.raw`\[((?:[^[\]\\]|\\[^])*)\]`;
const PLACE = String.raw`\(\s*(?:<([^<>\n]+)>|((?:[^\s()]|\([^\s()]*\))+))`;
const LINK = new RegExp(`(!?)${WIKI_LINK}|(!?)${LABEL}${PLACE}`, "g");

/**
 * The targets of the links in a text, in order: `[[Ada Lovelace|Ada]]` and `[Ada](People/Ada%20Lovelace.md)`
 * both; headings and blocks behind `#` are left off, embeds and web addresses are none.
 */
export function linksInText(text: string): string[] {
  const targets: string[] = [];
  for (const match of text.matchAll(LINK)) {
    if (match[1] === "!" || match[4] === "!") continue;
    const target = match[2] ?? decoded(match[6] ?? match[7] ?? "");
    const path = (/^[a-z][a-z0-9+.-]+:/i.test(target) ? "" : (target.split("#", 1)[0] ?? "")).trim();
    if (path !== "") targets.push(path);
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

/** A text as it is read: `[[Ada Lovelace|Ada]]` is "Ada". */
export function withoutLinkMarks(text: string): string {
  return text
    .replace(WIKI_LINKS, (_, target: string, alias?: string) => alias ?? target.slice(target.lastIndexOf("/") + 1))
    .replace(/\[([^[\]]+)\]\([^()]*\)/g, "$1");
}

const WIKI_LINKS = new RegExp(WIKI_LINK, "g");
