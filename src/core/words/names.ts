import { number } from "./number";

/** So many names are said; of more, the first few. */
const MOST = 5;

/** `Ada, Charles`; of many people `Ada, Charles, Mary, Grace and 37 more`. */
export function namesInWords(names: readonly string[], between = ", "): string {
  if (names.length <= MOST) return names.join(between);
  return `${names.slice(0, MOST - 1).join(between)} and ${number(names.length - MOST + 1)} more`;
}
