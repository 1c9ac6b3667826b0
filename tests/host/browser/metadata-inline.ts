import type * as O from "obsidian";
import type { Lines } from "./lines.ts";

/** Wikilinks, Markdown links and embeds between two places, outside inline code. */
export function linksIn(lines: Lines, from: number, to: number): O.LinkCache[] {
  const text = withoutCode(lines.source.slice(from, to));
  const found: O.LinkCache[] = [];
  for (const match of text.matchAll(/!?\[\[([^\][|]+)(?:\|([^\]]*))?\]\]/g)) {
    const link = (match[1] ?? "").trim();
    found.push(linkCache(lines, from + match.index, match[0], link, match[2] ?? link));
  }
  for (const match of text.matchAll(
    /!?\[([^\][]*)\]\((?:<([^>]+)>|([^()\s]+(?:\([^()]*\)[^()\s]*)*))(?:\s+"[^"]*")?\)/g,
  )) {
    const link = match[2] ?? match[3] ?? "";
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
    found.push(linkCache(lines, from + match.index, match[0], safeDecode(link), match[1] ?? ""));
  }
  return found.sort((a, b) => a.position.start.offset - b.position.start.offset);
}

function linkCache(lines: Lines, at: number, original: string, link: string, displayText: string): O.LinkCache {
  return { link, original, displayText, position: lines.range(at, at + original.length) };
}

export function tagsIn(lines: Lines, from: number, to: number): O.TagCache[] {
  const text = withoutCode(lines.source.slice(from, to));
  return [...text.matchAll(/(^|[\s(])(#[\p{L}\p{N}\p{Emoji_Presentation}_/-]+)/gmu)]
    .filter((match) => !/^#[\d/_-]+$/.test(match[2] ?? ""))
    .map((match) => {
      const at = from + match.index + (match[1] ?? "").length;
      const tag = match[2] ?? "";
      return { tag, position: lines.range(at, at + tag.length) };
    });
}

/** Inline code is blanked, not removed, so that every place stays where it is. */
function withoutCode(text: string): string {
  return text.replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, (code) => code.replace(/[^\n]/g, " "));
}

function safeDecode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
