/**
 * A text without the signs at its end, as many as a pattern of one sign knows. Written as `[,.]+$`, a pattern
 * would look at a run of them anew from each of its signs.
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
