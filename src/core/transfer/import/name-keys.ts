import { normalizeName } from "../../people/normalize-name";

const HONORIFICS = new Set([
  "mr",
  "mrs",
  "ms",
  "miss",
  "mx",
  "dr",
  "prof",
  "professor",
  "sir",
  "dame",
  "lord",
  "lady",
  "rev",
  "fr",
  "sr",
  "sra",
  "herr",
  "frau",
  "hr",
  "fru",
  "dipl",
  "ing",
  "mag",
  "phd",
  "md",
  "msc",
  "bsc",
  "ba",
  "ma",
  "esq",
  "m",
  "mme",
  "mlle",
  "don",
  "dona",
  "dott",
  "sig",
  "signora",
  "hon",
  "capt",
  "col",
  "gen",
  "dra",
  "srta",
  "san",
  "sensei",
]);
/** What tells a father from his son, by one spelling each. "Sr." before a name is the Spanish Mr. */
const GENERATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jr: ["jr", "jnr", "junior", "fils", "filho", "hijo", "jun"],
    sr: ["sr", "snr", "senior", "pere", "pai", "padre", "sen"],
    ii: ["ii", "2nd"],
    iii: ["iii", "3rd"],
    iv: ["iv", "4th"],
    neto: ["neto", "sobrinho"],
  }).flatMap(([one, spellings]) => spellings.map((spelling) => [spelling, one] as const)),
);
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s\u30fb]+$/u;

/**
 * The words of a name that tell whose it is: without accents, honorifics, degrees, points and what stands in brackets.
 * "Byron, Ada" is turned round.
 */
export function nameWords(name: string): string[] {
  const bare = normalizeName(name).replace(/\((?:[^()]|\([^()]*\))*\)|"[^"]*"/g, " ");
  if (UNSPACED.test(bare)) return [bare.replace(/[\s\u30fb]+/g, "")];
  const [family = "", ...given] = bare.split(",");
  const isTurned = wordsIn(given.join(" ")).some((word) => !HONORIFICS.has(word) && !GENERATIONS.has(word));
  const words = (isTurned ? [...wordsIn(given.join(" ")), ...wordsIn(family)] : wordsIn(bare)).map((word, at) =>
    at === 0 ? word : (GENERATIONS.get(word) ?? word),
  );
  const telling = words.filter((word, at) => !HONORIFICS.has(word) || (at > 0 && word === "sr"));
  // "Jack Ma" and "Don Miller" have names that are titles elsewhere.
  return telling.filter((word) => !isGeneration(word)).length > 1 ? telling : words;
}

function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}'\u200c\u200d]+/gu) ?? []).map((word) => word.replace(/'/g, ""));
}

function isGeneration(word: string): boolean {
  return GENERATIONS.get(word) === word;
}

/**
 * One key for all ways to write a name: "Lovelace, Ada", "Dr. Ada Lovelace" and "ADA LOVELACE" are one, but not "Ada
 * Lovelace Jr.". "" where it has no letters.
 */
export function nameKey(name: string): string {
  return [...nameWords(name)].sort().join(" ");
}

/** Whether a name has more than a first name, which too many people have. */
export function isFullName(name: string): boolean {
  const words = nameWords(name).filter((word) => !isGeneration(word));
  return words.length > 1 || (UNSPACED.test(words[0] ?? "") && Array.from(words[0] ?? "").length > 1);
}

/** Junior, Senior, the third: which of one family's namesakes a name means; "" where it does not say. */
export function generationOf(name: string): string {
  return nameWords(name).slice(1).find(isGeneration) ?? "";
}

/** Whether one of two names says no more than the other: "Ada Lovelace" and "Ada Augusta Lovelace", not "Ada Byron". */
export function isPartOfName(one: string, other: string): boolean {
  if (generationOf(one) !== generationOf(other)) return false;
  const [left, right] = [nameWords(one), nameWords(other)];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return short.length > 0 && short[0] === long[0] && short.every((word) => long.includes(word));
}

/** Longer texts are no number. */
const LONGEST_PHONE = 100;

export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Numbers are one where their last nine digits are, with a country's code or without, and the extension too. "" where
 * it is too short to tell.
 */
export function phoneKey(phone: string): string {
  const [number = "", ...extension] = phone
    .slice(0, LONGEST_PHONE)
    .normalize("NFKC")
    .toLowerCase()
    .split(/(?:extension|ext|durchwahl|poste|x|#|[,;pw])[.:=]? ?(?=\d)/);
  const digits = number.replace(/\D/g, "");
  if (digits.length < 7) return "";
  const inner = extension.join("").replace(/\D/g, "");
  return `${digits.slice(-9)}${inner === "" ? "" : ` ${inner}`}`;
}
