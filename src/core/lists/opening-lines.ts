import { bodyLines, type BodyLine } from "../text/note/body-lines";
import { withLiterals } from "../text/note/escape-markdown";
import { findFrontmatter } from "../text/note/frontmatter";
import { withoutLinkMarks } from "../tasks/links-in-text";

/** The first paragraphs of a person's note as plain text: two kids, wife from Texas. At most so many characters. */
export function openingLines(text: string, most = 280): string {
  const head = findFrontmatter(text);
  // Where the head is broken nobody can say where the text begins.
  if (head.kind === "refused") return "";
  const kept: string[] = [];
  let length = 0;
  for (const line of bodyLines(text, head.bodyFrom)) {
    const plain = plainText(line);
    if (plain === null) break;
    if (plain === "") continue;
    kept.push(plain);
    length += plain.length;
    if (length >= most) break;
  }
  const all = kept.join("\n");
  return all.length <= most
    ? all
    : `${all
        .slice(0, most)
        .replace(/\s\S*$/u, "")
        .trimEnd()}…`;
}

/** The words of a line; null where what is about the person ends: at a second heading's section or a task. */
function plainText(line: BodyLine): string | null {
  if (line.kind === "heading") return line.level <= 1 ? "" : null;
  if (line.kind !== "text") return "";
  const text = line.text.trim();
  if (/^(?:[-*+]|\d+[.)])\s+\[.\]/.test(text)) return null;
  if (/^(?:!\[|```|\||---+$|\*\*\*+$|<)/.test(text)) return "";
  return withoutMarkup(text.replace(/^>+\s?(?:\[![\w-]+\][+-]?\s*)?/, "").replace(/^(?:[-*+])\s+/, "• "));
}

/** Links by what they show, tags and marks of emphasis gone; what is escaped is itself. */
export function withoutMarkup(text: string): string {
  return withLiterals(text, withoutMarks);
}

function withoutMarks(text: string): string {
  return withoutLinkMarks(text.replace(/!\[\[[^[\]]*\]\]/g, ""))
    .replace(/(^|\s)#[\p{L}\p{N}_/-]+/gu, "$1")
    .replace(/(\*\*|__|==|~~|`)(.+?)\1/g, "$2")
    .replace(/(^|[^\p{L}\p{N}])\*([^\s*](?:[^*]*[^\s*])?)\*(?=$|[^\p{L}\p{N}])/gu, "$1$2")
    .replace(/(^|[^\p{L}\p{N}])_([^\s_](?:[^_]*[^\s_])?)_(?=$|[^\p{L}\p{N}])/gu, "$1$2")
    .trim();
}
