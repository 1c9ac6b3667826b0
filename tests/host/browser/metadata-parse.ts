import type * as O from "obsidian";
import { linksIn, tagsIn } from "./metadata-inline.ts";
import { Lines } from "./lines.ts";
import { getFrontMatterInfo, parseYaml } from "./yaml.ts";

type Cache = O.CachedMetadata;

/** One note's metadata, as the app's cache shapes it. Unreadable frontmatter is a `yaml` section and nothing more. */
export function parseMetadata(text: string): Cache {
  const lines = new Lines(text);
  const cache: Cache = {};
  const sections: O.SectionCache[] = [];
  const info = getFrontMatterInfo(text);
  let first = 0;
  if (info.exists) {
    first = lines.lineAt(info.contentStart - 1) + 1;
    const position = lines.range(0, info.to + 3);
    sections.push({ type: "yaml", position });
    readFrontmatter(info.frontmatter, position, cache);
  }
  readBlocks(lines, first, cache, sections);
  const textual = sections.filter((section) => !["yaml", "code"].includes(section.type));
  const inline = textual.map((section) => [section.position.start.offset, section.position.end.offset] as const);
  const found = inline.flatMap(([from, to]) => linksIn(lines, from, to));
  const links = found.filter((link) => !link.original.startsWith("!"));
  const embeds = found.filter((link) => link.original.startsWith("!"));
  const tags = inline.flatMap(([from, to]) => tagsIn(lines, from, to));
  if (links.length > 0) cache.links = links;
  if (embeds.length > 0) cache.embeds = embeds;
  if (tags.length > 0) cache.tags = tags;
  if (sections.length > 0) cache.sections = sections;
  return cache;
}

function readFrontmatter(yaml: string, position: O.Pos, cache: Cache): void {
  let value: unknown;
  try {
    value = parseYaml(yaml);
  } catch {
    return;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  cache.frontmatter = value;
  cache.frontmatterPosition = position;
  const links = frontmatterLinks(value, "");
  if (links.length > 0) cache.frontmatterLinks = links;
}

/** `people: ["[[Ada]]"]` is a link with the key `people.0`; only a value that is a link as a whole counts. */
function frontmatterLinks(value: unknown, key: string): O.FrontmatterLinkCache[] {
  if (typeof value === "string") {
    const match = /^\[\[([^\]|]+)(?:\|([^\]]*))?\]\]$/.exec(value.trim());
    if (match === null) return [];
    const [original, link = "", shown] = match;
    return [{ key, link, original, displayText: shown ?? link }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    frontmatterLinks(inner, key === "" ? name : `${key}.${name}`),
  );
}

const LIST_ITEM = /^([ \t]*)(?:[-*+]|\d+[.)])(?:[ \t]+(?:\[(.)\](?=[ \t]|$))?|$)/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function readBlocks(lines: Lines, first: number, cache: Cache, sections: O.SectionCache[]): void {
  for (let at = first; at < lines.count;) {
    const line = lines.text(at);
    if (line.trim() === "") {
      at += 1;
      continue;
    }
    const [type, next] = blockAt(lines, at);
    const last = lastFilled(lines, at, next);
    const position = lines.linesRange(at, last);
    sections.push({ type, position });
    if (type === "heading") readHeading(line, position, cache);
    if (type === "list") readList(lines, at, last, cache);
    at = next;
  }
}

function blockAt(lines: Lines, at: number): [string, number] {
  const line = lines.text(at);
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return ["code", afterFence(lines, at, fence)];
  if (HEADING.test(line)) return ["heading", at + 1];
  if (/^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$/.test(line)) return ["thematicBreak", at + 1];
  if (/^%%/.test(line))
    return [
      "comment",
      while_(
        lines,
        at + 1,
        (next) =>
          !lines
            .text(next - 1)
            .trimEnd()
            .endsWith("%%") || next === at + 1,
      ),
    ];
  if (/^ {0,3}>/.test(line))
    return [
      /^ {0,3}>[ \t]*\[!/.test(line) ? "callout" : "blockquote",
      while_(lines, at + 1, (next) => lines.text(next).trim() !== ""),
    ];
  if (LIST_ITEM.test(line)) return ["list", afterList(lines, at)];
  if (/^\|/.test(line)) return ["table", while_(lines, at + 1, (next) => lines.text(next).startsWith("|"))];
  return ["paragraph", while_(lines, at + 1, (next) => lines.text(next).trim() !== "" && blockAt1(lines.text(next)))];
}

function blockAt1(line: string): boolean {
  return !FENCE.test(line) && !HEADING.test(line) && !/^ {0,3}>/.test(line) && !LIST_ITEM.test(line);
}

function while_(lines: Lines, from: number, goesOn: (line: number) => boolean): number {
  let at = from;
  while (at < lines.count && goesOn(at)) at += 1;
  return at;
}

function afterFence(lines: Lines, at: number, fence: string): number {
  const end = new RegExp(`^ {0,3}${fence[0] ?? ""}{${fence.length},}[ \\t]*$`);
  return Math.min(lines.count, while_(lines, at + 1, (next) => !end.test(lines.text(next))) + 1);
}

/** A blank line ends a list unless the next line belongs to it: another item, or indented text. */
function afterList(lines: Lines, at: number): number {
  return while_(lines, at + 1, (next) => {
    const line = lines.text(next);
    if (line.trim() !== "") {
      if (LIST_ITEM.test(line) || /^[ \t]+/.test(line)) return true;
      return lines.text(next - 1).trim() !== "" && blockAt1(line) && !/^ {0,3}([-*_])[ \t]*(\1[ \t]*){2,}$/.test(line);
    }
    const after = while_(lines, next, (other) => lines.text(other).trim() === "");
    return after < lines.count && (LIST_ITEM.test(lines.text(after)) || /^[ \t]+/.test(lines.text(after)));
  });
}

function lastFilled(lines: Lines, from: number, next: number): number {
  let last = next - 1;
  while (last > from && lines.text(last).trim() === "") last -= 1;
  return last;
}

function readHeading(line: string, position: O.Pos, cache: Cache): void {
  const match = HEADING.exec(line);
  cache.headings = [
    ...(cache.headings ?? []),
    { heading: (match?.[2] ?? "").trim(), level: match?.[1]?.length ?? 1, position },
  ];
}

function readList(lines: Lines, from: number, to: number, cache: Cache): void {
  const items: O.ListItemCache[] = [];
  const open: { indent: number; line: number }[] = [];
  let current: { line: number; col: number; task: string | undefined } | undefined;
  const close = (last: number): void => {
    if (current === undefined) return;
    const { line, col, task } = current;
    const parent = open.length > 1 ? (open[open.length - 2]?.line ?? -from) : -from;
    const start = lines.start(line) + col;
    const id = /(?:^|\s)\^([\w-]+)\s*$/.exec(lines.text(line))?.[1];
    items.push({
      position: lines.range(start, lines.end(lastFilled(lines, line, last + 1))),
      parent: parent === 0 && open.length <= 1 ? -1 : parent,
      ...(task === undefined ? {} : { task }),
      ...(id === undefined ? {} : { id }),
    });
  };
  for (let at = from; at <= to; at += 1) {
    const match = LIST_ITEM.exec(lines.text(at));
    if (match === null) continue;
    close(at - 1);
    const indent = width(match[1] ?? "");
    while (open.length > 0 && (open[open.length - 1]?.indent ?? 0) >= indent) open.pop();
    open.push({ indent, line: at });
    current = { line: at, col: (match[1] ?? "").length, task: match[2] };
  }
  close(to);
  if (items.length > 0) cache.listItems = [...(cache.listItems ?? []), ...items];
}

function width(indent: string): number {
  return [...indent].reduce((sum, char) => sum + (char === "\t" ? 4 : 1), 0);
}
