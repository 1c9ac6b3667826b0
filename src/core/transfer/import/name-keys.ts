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
  "jr",
  "ii",
  "iii",
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
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s\u30fb]+$/u;

/** The words of a name that tell whose it is: without accents, honorifics, degrees, points and what stands in brackets. */
export function nameWords(name: string): string[] {
  const bare = normalizeName(name).replace(/\((?:[^()]|\([^()]*\))*\)|"[^"]*"/g, " ");
  if (UNSPACED.test(bare)) return [bare.replace(/[\s\u30fb]+/g, "")];
  const words = (bare.match(/[\p{L}\p{N}'\u200c\u200d]+/gu) ?? []).map((word) => word.replace(/'/g, ""));
  const telling = words.filter((word) => !HONORIFICS.has(word));
  return telling.length > 0 ? telling : words;
}

/** One key for all ways to write a name: "Lovelace, Ada", "Dr. Ada Lovelace" and "ADA LOVELACE" are one. "" where it has no letters. */
export function nameKey(name: string): string {
  return [...nameWords(name)].sort().join(" ");
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Numbers are one where their last nine digits are: with a country's code or without. "" where it is too short to tell. */
export function phoneKey(phone: string): string {
  const digits = phone
    .normalize("NFKC")
    .replace(/(?:ext|x|durchwahl)[^]*/i, "")
    .replace(/\D/g, "");
  return digits.length < 7 ? "" : digits.slice(-9);
}
