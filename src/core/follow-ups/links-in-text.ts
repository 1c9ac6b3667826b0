/**
 * The targets of the links in a text, in order: `[[Ada Lovelace|Ada]]` and `[Ada](People/Ada%20Lovelace.md)`
 * both; headings and blocks behind `#` are left off, embeds and web addresses are none.
 */
export function linksInText(text: string): string[] {
  const targets: string[] = [];
  const pattern = /(!?)\[\[([^\]|]+?)(?:\|[^\]]*)?\]\]|(!?)\[(?:[^\]\\]|\\.)*\]\(\s*(?:<([^>]+)>|([^\s)]+(?:\([^\s)]*\)[^\s)]*)*))/g;
  for (const match of text.matchAll(pattern)) {
    if (match[1] === "!" || match[3] === "!") continue;
    const target = match[2] ?? decoded(match[4] ?? match[5] ?? "");
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
  return text.replace(/\[\[([^\]|]+?)(?:\|([^\]]*))?\]\]/g, (_, target: string, alias?: string) => alias ?? target.slice(target.lastIndexOf("/") + 1)).replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}
