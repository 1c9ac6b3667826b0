import { normalizeName } from "../../people/normalize-name";

const SMALL = new Set([
  "a",
  "an",
  "the",
  "of",
  "to",
  "for",
  "in",
  "on",
  "and",
  "or",
  "from",
  "with",
  "by",
  "at",
  "someone",
  "somebody",
  "something",
  "hand",
]);

/** The words of a phrase as they are compared: folded, without small words, a plural as its singular. */
export function wordsOf(phrase: string): string[] {
  return (normalizeName(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)).map(singular);
}

/** Whether all the words of the shorter phrase stand in the longer one: "illustrator" in "illustrators of maps". */
export function sharesWords(one: string, other: string): boolean {
  const [left, right] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  return short.size > 0 && [...short].every((word) => long.has(word));
}

export function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
