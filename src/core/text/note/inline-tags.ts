import { bodyLines } from "./body-lines";
import { findHead } from "./head";
import { withoutInlineCode } from "./inline-code";

const ANY_TAG = /(?:^|\s)#[\p{L}\p{N}_]/mu;
const TAG = /(?:^|\s)#([\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}_/-][\p{L}\p{M}\p{N}_/-]*)/gu;

/** The tags in a note's text, without `#`; not those in code, comments or inline code. */
export function inlineTags(text: string): string[] {
  const { bodyFrom } = findHead(text);
  if (!ANY_TAG.test(text.slice(bodyFrom))) return [];
  const tags = new Set<string>();
  for (const line of bodyLines(text, bodyFrom)) {
    if (line.kind === "code" || line.kind === "comment" || !line.text.includes("#")) continue;
    for (const match of withoutInlineCode(line.text).matchAll(TAG)) tags.add(match[1] ?? "");
  }
  return [...tags];
}

/** The titles of a note's headings. */
export function headingTitles(text: string): string[] {
  const { bodyFrom } = findHead(text);
  return bodyLines(text, bodyFrom)
    .filter((line) => line.kind === "heading")
    .map((line) => line.title);
}
