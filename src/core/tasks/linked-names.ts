import { noteName } from "../people/people-rules";

const LINK = /\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]/g;

/** What a text links to, as written: names or paths. */
export function linkTargets(text: string): string[] {
  return [...text.matchAll(LINK)].map((match) => (match[1] ?? "").trim());
}

/** The names of the notes that a text links to. */
export function linkedNames(text: string): string[] {
  return linkTargets(text).map(noteName);
}

/** A text with its links as plain names. */
export function withoutLinks(text: string): string {
  return text.replace(LINK, (_all, target: string) => noteName(target.trim()));
}
