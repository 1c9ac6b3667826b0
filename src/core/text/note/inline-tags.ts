import { noteLines, type BodyLine } from "./body-lines";
import { withoutInlineCode } from "./inline-code";

const ANY_TAG = /(?:^|\s)#[\p{L}\p{N}_]/mu;
const TAG = /(?:^|\s)#([\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}_/-][\p{L}\p{M}\p{N}_/-]*)/gu;

/** The tags in a note's text, without `#`; not those in code, comments or inline code. */
export function inlineTags(text: string, lines = (): readonly BodyLine[] => noteLines(text)): string[] {
  if (!ANY_TAG.test(text)) return [];
  const tags = new Set<string>();
  for (const line of lines()) {
    if (line.kind === "code" || line.kind === "comment" || !line.text.includes("#")) continue;
    for (const match of withoutInlineCode(line.text).matchAll(TAG)) tags.add(match[1] ?? "");
  }
  return [...tags];
}

/** The titles of a note's headings. */
export function headingTitles(text: string): string[] {
  return noteLines(text)
    .filter((line) => line.kind === "heading")
    .map((line) => line.title);
}
