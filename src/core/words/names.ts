import { number } from "./number";

/** So many names are said; of more, the first few. */
const MOST = 5;

/** `Ada, Charles`; of many people `Ada, Charles, Mary, Grace and 37 more`. */
export function namesInWords(names: readonly string[], between = ", ", most = MOST): string {
  if (names.length <= most) return names.join(between);
  return `${names.slice(0, most - 1).join(between)} and ${number(names.length - most + 1)} more`;
}
