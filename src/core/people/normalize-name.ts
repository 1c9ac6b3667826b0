/** What Unicode does not take apart, as whoever lacks the key types it. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  "’": "'",
  ʼ: "'",
};

/** Accents, Hebrew points and Arabic vowel signs. The marks of other scripts (が, राम) are letters there. */
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]/g;

/** What a clipboard brings along unseen: marks of direction, spaces of no width, soft hyphens. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Words of ASCII with one space between them: only their case can differ. */
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * A name as it is compared: case, accents, width, the kind of apostrophe, unseen marks and repeated spaces do
 * not matter. Scripts without case or accents stay as they are.
 */
export function normalizeName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(UNSEEN, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[øłđðħŧıßæœþ’ʼ]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
