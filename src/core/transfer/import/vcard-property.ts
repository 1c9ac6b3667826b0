import { decodeText, decoderFor } from "./decode-text";
import type { ContentLine } from "./content-lines";

/** What the parser does not take: vCard 2.1, and cards of later versions that borrow from it. */
const BARE_TYPES =
  /^(?:home|work|cell|voice|fax|pref|internet|msg|pager|car|isdn|video|dom|intl|postal|parcel|bbs|modem|x400|tlx|x-[\w-]+)$/i;

/**
 * A line of a vCard 2.1 as version 3.0 has it: bare types named, quoted-printable and its charset
 * decoded, commas and line breaks escaped. A line that needs nothing stays as it is; null for one that
 * is no property at all.
 */
export function toVersion3({ text }: ContentLine, isOld: boolean): string | null {
  const colon = colonOf(text);
  if (colon <= 0) return null;
  const [name = "", ...params] = splitParams(text.slice(0, colon));
  if (!/^(?:[\w-]+\.)?[A-Za-z][\w-]*$/.test(name)) return null;
  const value = text.slice(colon + 1);
  const isQuoted = params.some((param) => /^(?:encoding=)?"?quoted-printable"?$/i.test(param));
  if (!isOld && !isQuoted && params.every((param) => param.includes("="))) return text;
  const charset = params.map((param) => /^charset="?([^"]*)"?$/i.exec(param)?.[1]).find((found) => found !== undefined);
  const kept = params.flatMap((param) => keptParam(param));
  const plain = isQuoted ? fromQuotedPrintable(value, charset ?? null) : value;
  return `${[name, ...kept].join(";")}:${isOld || isQuoted ? escaped(plain, isStructured(name)) : plain}`;
}

/** Whether the value's semicolons part it, as in a name and an address. */
function isStructured(name: string): boolean {
  return /(?:^|\.)(?:n|adr|org)$/i.test(name);
}

function keptParam(param: string): string[] {
  if (/^(?:charset=|encoding=|quoted-printable$|base64$|8bit$|7bit$)/i.test(param)) return [];
  if (param.includes("=")) return [param];
  return BARE_TYPES.test(param) ? [`TYPE=${param}`] : [];
}

/** 2.1 escapes semicolons alone; 3.0 also commas, backslashes and line breaks. */
function escaped(value: string, structured: boolean): string {
  return value
    .replace(/\\([^;,nN\\]|$)/g, "\\\\$1")
    .replace(/(^|[^\\]),/g, "$1\\,")
    .replace(/(^|[^\\]),/g, "$1\\,")
    .replace(/(^|[^\\]);/g, structured ? "$1;" : "$1\\;")
    .replace(/\r\n|[\r\n]/g, "\\n");
}

/** The text of quoted-printable bytes (RFC 2045, 6.7); what is no such escape stays as it is. */
export function fromQuotedPrintable(value: string, charset: string | null): string {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === "=" ? /^[0-9A-Fa-f]{2}/.exec(value.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else {
      const character = String.fromCodePoint(value.codePointAt(at) ?? 0);
      bytes.push(...encoder.encode(character));
      at += character.length - 1;
    }
  }
  const raw = Uint8Array.from(bytes);
  const decoder = charset === null || /^utf-?8$/i.test(charset) ? null : decoderFor(charset);
  return decoder ? decoder.decode(raw) : decodeText(raw);
}

/** The colon that ends the name and its parameters: not one in quotes. */
function colonOf(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length && at < 2_000; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === ":" && !quoted) return at;
  }
  return text.indexOf(":");
}

function splitParams(head: string): string[] {
  return head.match(/(?:"[^"]*"|[^;"])+/g)?.map((part) => part.trim()) ?? [];
}
