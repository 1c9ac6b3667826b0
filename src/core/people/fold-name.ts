/** What Unicode does not take apart, as whoever lacks the key types it. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", "’": "'", "ʼ": "'",
};

/**
 * A name as it is compared: case, accents, width, the kind of apostrophe and repeated spaces do not
 * matter. Scripts without case or accents stay as they are.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđðħŧıßæœþ’ʼ]/g, (letter) => BASE_LETTERS[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}
