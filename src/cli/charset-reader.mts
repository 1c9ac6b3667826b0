import iconv from "iconv-lite";
import { hostReader, type ReaderFor } from "../core/transfer/import/decode-text";

/** What the library calls an encoding besides those of text. */
const NO_TEXT = /^(?:hex|base64|binary|ucs-?2|utf-?16.*)$/i;

/**
 * Readers of charsets for the terminal. Node's own take windows-1252 for Latin-1 (’ – € are lost), and of
 * Shift_JIS lack what Windows added to it; what the library has not, such as ISO-2022-JP, is Node's.
 */
export const charsetReader: ReaderFor = (charset) => {
  const host = hostReader(charset);
  // What a file calls Latin-1 is Windows' western charset, as in every browser.
  const name = host instanceof TextDecoder ? host.encoding : charset.trim();
  if (name === "utf-8" || NO_TEXT.test(name) || !iconv.encodingExists(name)) return host;
  const decoder = iconv.getDecoder(name);
  return {
    decode: (bytes, options) =>
      (bytes ? decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : "") +
      (options?.stream === true ? "" : (decoder.end() ?? "")),
  };
};
