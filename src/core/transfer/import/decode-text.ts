/** What turns the bytes of one charset into text, in slices where it is asked to. */
export interface TextReader {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * A reader by the name that a file gives its charset; null for none that is known. A face whose own is wrong brings
 * another.
 */
export type ReaderFor = (charset: string) => TextReader | null;

/** What most western programs write that do not say what they write. */
export const WESTERN = "windows-1252";
/** Two bytes of these may look like one letter of UTF-8: what the file says of itself counts first. */
const SEVERAL_BYTES = /jis|^gb|big5|euc|^iso-2022|949|932|936|950|^hz|utf-7/i;

/** The reader that the host brings along. */
export const hostReader: ReaderFor = (charset) => {
  try {
    return new TextDecoder(charset.trim().toLowerCase());
  } catch {
    return null;
  }
};

/**
 * Decodes bytes as what they most likely are: UTF-8, UTF-16 with or without its mark, else the charset named, else
 * Windows' western one.
 */
export function decodeText(bytes: Uint8Array, named: string | null = null, readerFor: ReaderFor = hostReader): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const half = utf16Without(bytes);
  if (half) return new TextDecoder(half).decode(bytes);
  const reader = named === null ? null : readerFor(named);
  if (reader && named !== null && SEVERAL_BYTES.test(named.trim())) return reader.decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const isUtf8 = named !== null && /^utf-?8$/i.test(named.trim());
    return ((isUtf8 ? null : reader) ?? readerFor(WESTERN) ?? new TextDecoder(WESTERN)).decode(bytes);
  }
}

/** Every second byte of western text in UTF-16 is zero. */
export function utf16Without(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const length = Math.min(bytes.length, 200) & ~1;
  if (length < 8) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > length * 0.4 && even === 0) return "utf-16le";
  return even > length * 0.4 && odd === 0 ? "utf-16be" : null;
}
