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

/** Scripts that write no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A dictionary may part a word of several in a sentence that it leaves whole by itself. */
const MOST_TOGETHER = 3;
let segmenter: Intl.Segmenter | null = null;

/** The words of a phrase as they are compared: folded, without small words, a plural as its singular. */
export function wordsOf(phrase: string): string[] {
  return (normalizeName(phrase).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .flatMap((word) => (UNSPACED.test(word) ? segmentsOf(word) : [word]))
    .filter((word) => !SMALL.has(word))
    .map(singular);
}

/** The words of a text with those that stand together as one, for scripts that write no space between them. */
export function wordsFoundIn(text: string): string[] {
  return (normalizeName(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
    if (!UNSPACED.test(word)) return wordsOf(word);
    const parts = segmentsOf(word);
    return parts.flatMap((_, at) =>
      Array.from({ length: MOST_TOGETHER }, (__, more) => parts.slice(at, at + more + 1).join("")),
    );
  });
}

function segmentsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
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
