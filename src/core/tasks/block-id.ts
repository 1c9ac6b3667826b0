/**
 * Splits a task's words from the block id behind them (`^a1b2`, with the white space before it; "" where
 * there is none). A line of nothing but spaces costs no more than its length.
 */
export function splitBlockId(text: string): { readonly words: string; readonly block: string } {
  const trimmed = text.trimEnd();
  const match = /\s\^[\w-]+$/.exec(trimmed);
  if (!match) return { words: text, block: "" };
  const words = trimmed.slice(0, match.index).trimEnd();
  return { words, block: text.slice(words.length) };
}
