/** What of a text there is, with something between: empty parts are left out. */
export function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== "").join(between);
}

/** The parts of a text that somebody separated, without the spaces around them; empty ones are left out. */
export function partsOf(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
