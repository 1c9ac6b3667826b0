/** Decodes bytes as what they most likely are: UTF-8, UTF-16 with or without its mark, else the charset named, else Windows' western one. */
export function decodeText(bytes: Uint8Array, named: string | null = null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const half = utf16Without(bytes);
  if (half) return new TextDecoder(half).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return (named === null ? null : decoderFor(named)?.decode(bytes)) ?? new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A decoder by the name that a file gives its charset; null for none that is known. */
export function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset.trim().toLowerCase());
  } catch {
    return null;
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
