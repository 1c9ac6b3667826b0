import { CORE_SCHEMA, load } from "js-yaml";
import { isMap, isScalar, parseDocument, type Node } from "yaml";

/**
 * What a note should look like after a write, found without any of the code under test: heads by
 * their fences, entries by the ranges that the `yaml` package gives, data by two YAML readers.
 */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly bodyFrom: number;
}

/** The frontmatter block as Obsidian finds it; null where there is none. */
export function blockOf(text: string): Block | null {
  const lines = linesOf(text);
  const isFence = (line: string | undefined): boolean =>
    line !== undefined && /^---[ \t]*$/.test(line.replace(/\r?\n$/, ""));
  if (!isFence(lines[0]?.replace(/^\ufeff/, "")) || !text.includes("\n")) return null;
  const closing = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (closing < 0) return null;
  const lengthTo = (count: number): number => lines.slice(0, count).join("").length;
  return { from: lengthTo(1), to: lengthTo(closing), bodyFrom: lengthTo(closing + 1) };
}

/** The lines of a text, each with its ending. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Lines without their endings. */
export function bareLines(text: string): string[] {
  return linesOf(text).map((line) => line.replace(/\r?\n$/, ""));
}

export type Data = Readonly<Record<string, unknown>>;

/** The properties as js-yaml's core schema reads them; null where it refuses, {} where there are none. */
export function dataOf(text: string): Data | null {
  const block = blockOf(text);
  if (!block) return {};
  try {
    return asData(load(text.slice(block.from, block.to), { schema: CORE_SCHEMA }));
  } catch {
    return null;
  }
}

/** The same as the `yaml` package reads them, which is what Obsidian uses. */
export function dataOfObsidian(text: string): Data | null {
  const block = blockOf(text);
  if (!block) return {};
  try {
    const document = parseDocument(text.slice(block.from, block.to), { uniqueKeys: true, logLevel: "silent" });
    return document.errors.length > 0 ? null : asData(document.toJS());
  } catch {
    return null;
  }
}

function asData(value: unknown): Data | null {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? (value as Data) : null;
}

/** The whole lines that the entry of a key takes; null where `yaml` cannot say. */
export function entryLines(text: string, key: string): { readonly from: number; readonly to: number } | null {
  const block = blockOf(text);
  if (!block) return null;
  const document = parseDocument(text.slice(block.from, block.to), { uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  const pair = document.contents.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  const start = (pair?.key as Node | undefined)?.range?.[0];
  if (pair === undefined || start === undefined) return null;
  const end = block.from + Math.max((pair.key as Node).range?.[1] ?? 0, (pair.value as Node | null)?.range?.[1] ?? 0);
  const lineEnd = text[end - 1] === "\n" ? end : text.indexOf("\n", end) + 1;
  return { from: text.lastIndexOf("\n", block.from + start - 1) + 1, to: lineEnd };
}

export function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

export function commonSuffix(one: string, other: string): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one[one.length - 1 - length] === other[other.length - 1 - length]
  )
    length++;
  return length;
}

/**
 * The lines added where all of the old ones are still there, byte for byte and in order; null where
 * they are not. Only a last line without an ending may get one.
 */
export function addedLines(before: string, after: string): string[] | null {
  if (before.startsWith("\ufeff"))
    return after.startsWith("\ufeff") ? addedLines(before.slice(1), after.slice(1)) : null;
  const old = linesOf(before);
  const added: string[] = [];
  let next = 0;
  for (const line of linesOf(after)) {
    const wanted = old[next];
    const isLast = next === old.length - 1 && wanted !== undefined && !wanted.endsWith("\n");
    if (wanted !== undefined && (line === wanted || (isLast && line.replace(/\r?\n$/, "") === wanted))) next++;
    else added.push(line);
  }
  return next === old.length ? added : null;
}
