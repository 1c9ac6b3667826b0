import type { ContentLine } from "./content-lines";

/** What the parser does not take: vCard 2.1, and cards of later versions that borrow from it. */
const BARE_TYPES =
  /^(?:home|work|cell|voice|fax|pref|internet|msg|pager|car|isdn|video|dom|intl|postal|parcel|bbs|modem|x400|tlx|x-[\w-]+)$/i;

/**
 * A line of a vCard 2.1 as version 3.0 has it: bare types named, commas and line breaks escaped. A line that needs
 * nothing stays as it is; null for one that is no property at all.
 */
export function toVersion3({ text }: ContentLine, isOld: boolean): string | null {
  const colon = colonOf(text);
  if (colon <= 0) return null;
  const [name = "", ...params] = splitParams(text.slice(0, colon));
  if (!/^(?:[\w-]+\.)?[A-Za-z][\w/-]*$/.test(name)) return null;
  const value = text.slice(colon + 1);
  const isQuoted = params.some((param) => /^(?:encoding=)?"?quoted-printable"?$/i.test(param));
  const isPlain = params.every((param) => param.includes("=") && !/^(?:charset|encoding)=/i.test(param));
  if (!isOld && !isQuoted && isPlain) return text;
  const kept = params.flatMap((param) => keptParam(param));
  return `${[name, ...kept].join(";")}:${isOld || isQuoted ? escaped(value, name) : value}`;
}

/** Whether the value's semicolons part it, as in a name and an address. */
function isStructured(name: string): boolean {
  return /(?:^|\.)(?:n|adr|org|gender|x-android-custom)$/i.test(name);
}

/** Whether its commas part several values, where they are no text. */
function isList(name: string): boolean {
  return /(?:^|\.)(?:(?:x-)?nickname|categories)$/i.test(name);
}

function keptParam(param: string): string[] {
  if (/^(?:charset=|encoding=|quoted-printable$|base64$|8bit$|7bit$)/i.test(param)) return [];
  if (param.includes("=")) return [param];
  return BARE_TYPES.test(param) ? [`TYPE=${param}`] : [];
}

/** 2.1 escapes semicolons alone; 3.0 also commas, backslashes and line breaks. */
function escaped(value: string, name: string): string {
  const signs = isStructured(name) ? /[,]/ : isList(name) ? /[;]/ : /[,;]/;
  let result = "";
  for (let at = 0; at < value.length; at++) {
    const [sign = "", next = ""] = [value[at], value[at + 1]];
    if (sign === "\\" && /[;,nN\\:]/.test(next)) {
      result += next === ":" ? next : sign + next;
      at++;
    } else result += sign === "\\" || signs.test(sign) ? `\\${sign}` : sign;
  }
  return result.replace(/\r\n|[\r\n]/g, "\\n");
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
