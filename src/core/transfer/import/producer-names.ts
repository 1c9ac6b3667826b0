/** What programs put before the names of their own properties. */
const VENDOR =
  /^x-(?:(?:ms|evolution|kaddressbook-x|kaddressbook|android|apple|google|gnome|mozilla|synthesis|funambol|nextcloud|owncloud|wab|palm|blackberry|samsung|ab|epocsecond)-)?/;

/** The name of a property without whose it is: `X-KADDRESSBOOK-X-SpouseName` and `X-MS-SPOUSE` are a spouse. */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replace(VENDOR, "");
  return plain.replace(
    /^(spouse|partner|manager|assistant|child|anniversary|nickname|profession|office)(?:s?name|s)$/,
    "$1",
  );
}

const SERVICES: Readonly<Record<string, string>> = {
  aim: "AIM",
  facebook: "Facebook",
  gadugadu: "Gadu-Gadu",
  gtalk: "Google Talk",
  "google-talk": "Google Talk",
  icq: "ICQ",
  irc: "IRC",
  jabber: "Jabber",
  matrix: "Matrix",
  msn: "MSN",
  msnim: "MSN",
  qq: "QQ",
  sip: "SIP",
  xmpp: "XMPP",
  ymsgr: "Yahoo",
};
const MESSENGER =
  /^(?:messaging\/)?(aim|discord|facebook|gadugadu|google-?talk|gtalk|groupwise|icq|im|imaddress|instagram|irc|jabber|line|linkedin|mastodon|matrix|msn|msnim|qq|signal|sip|skype|telegram|threema|twitter|viber|weibo|wechat|whatsapp|xmpp|yahoo|ymsgr)(?:-(?:username|user-?id|id|all|home|work))?$/;

/** The messenger that a property or the scheme of an address is of, as people write it; null for none. */
export function messengerOf(name: string): string | null {
  const found = MESSENGER.exec(name.toLowerCase())?.[1];
  if (found === undefined) return null;
  if (found === "im" || found === "imaddress") return "IM";
  return SERVICES[found] ?? `${found.charAt(0).toUpperCase()}${found.slice(1)}`;
}

/** An address of a messenger and whose it is: `xmpp:ada@example.org`. Apple's own scheme says nothing. */
export function readMessenger(text: string): { readonly service: string | null; readonly text: string } {
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\/\/)\S/i.exec(text)?.[1] ?? "";
  if (/^x-apple$/i.test(scheme)) return { service: null, text: text.slice(scheme.length + 1) };
  const service = messengerOf(scheme);
  return service === null ? { service, text } : { service, text: text.slice(scheme.length + 1) };
}

/** What Android knows of a person that a card has no place for, by the numbers that it gives them. */
export type AndroidValue =
  | { readonly kind: "nickname"; readonly value: string }
  | { readonly kind: "event" | "relation"; readonly value: string; readonly label: string }
  | { readonly kind: "other"; readonly value: string; readonly label: string };

const EVENTS = ["", "anniversary", "other", "birthday"];
const RELATIONS = [
  "",
  "assistant",
  "brother",
  "child",
  "domestic partner",
  "father",
  "friend",
  "manager",
  "mother",
  "parent",
  "partner",
  "referred by",
  "relative",
  "sister",
  "spouse",
];

/**
 * Reads `vnd.android.cursor.item/relation;Bob;14;;…`: what it is, the value, its number, and a label where that is 0.
 */
export function readAndroid(raw: string): AndroidValue {
  const [kind = "", value = "", number = "", label = ""] = splitUnescaped(raw, ";");
  const what = kind
    .slice(kind.indexOf("/") + 1)
    .trim()
    .toLowerCase();
  if (what === "nickname") return { kind: "nickname", value };
  if (what === "contact_event") return { kind: "event", value, label: label || (EVENTS[Number(number)] ?? "") };
  if (what === "relation") return { kind: "relation", value, label: label || (RELATIONS[Number(number)] ?? "") };
  return { kind: "other", value, label: what };
}

/** The parts of a value between signs that no backslash stands before, unescaped. */
export function splitUnescaped(raw: string, sign: "," | ";"): string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < raw.length; at++) {
    const one = raw[at] ?? "";
    if (one === "\\" && at + 1 < raw.length) {
      const next = raw[++at] ?? "";
      part += /n/i.test(next) ? "\n" : /[\\,;:]/.test(next) ? next : one + next;
    } else if (one === sign) {
      parts.push(part);
      part = "";
    } else part += one;
  }
  return [...parts, part];
}

/** What kind of day a label names, in the languages of address books. */
export function kindOfDay(label: string): "birthday" | "death" | null {
  const text = label.trim();
  if (
    /^(?:death|died|date of death|passed away|todestag|gestorben|d[ée]c[èe]s|fallecimiento|morte|overleden|overlijden)$/iu.test(
      text,
    )
  )
    return "death";
  return /^(?:birthday|geburtstag|anniversaire de naissance|naissance|cumplea[ñn]os|compleanno|verjaardag)$/iu.test(
    text,
  )
    ? "birthday"
    : null;
}
