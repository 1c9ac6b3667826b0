import { linksInText, withoutLinkMarks } from "./links-in-text";
import { noteName } from "../people/people-rules";

/** What a text links to, as written, in either form of link: names, or paths without what leads up. */
export function linkTargets(text: string): string[] {
  return linksInText(text).map((target) => target.replace(/^(?:\.{1,2}\/)+/, ""));
}

/** The names of the notes that a text links to. */
export function linkedNames(text: string): string[] {
  return linkTargets(text).map(noteName);
}

/** A task's words as they are read: links as names, without the tags before and behind (a global filter, `#garden`). */
export function plainWords(text: string): string {
  const words = text
    .trim()
    .replace(/^(?:#[^\s#]+\s+)+/, "")
    .split(/(\s+)/);
  while (words.length > 1 && /^#[^\s#]+$/.test(words.at(-1) ?? "")) words.splice(-2);
  return withoutLinkMarks(words.join("")).trim();
}
