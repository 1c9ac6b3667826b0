/** JSON of ASCII alone: written and read in half of the time, and half the memory. */
export function jsonInAscii(value: unknown): string {
  return JSON.stringify(value).replace(BEYOND_ASCII, escaped);
}

const BEYOND_ASCII = /[^\0-\x7f]+/g;

/** By code: a vault has few letters, each many times. */
const escapes: string[] = [];

function escaped(letters: string): string {
  let text = "";
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    text += escapes[code] ??= `\\u${code.toString(16).padStart(4, "0")}`;
  }
  return text;
}
