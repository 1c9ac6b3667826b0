import type { Person } from "../index/person";
import type { ReachWay } from "../people/settings/settings";

/** One way to reach a person. */
export interface WayToReach {
  readonly way: ReachWay;
  /** What is shown: the number, the address, the place. */
  readonly text: string;
  /** A link that can do nothing but call, text or write; null where there is none to follow. */
  readonly href: string | null;
}

/** The ways to reach a person that the note knows, in the order of the settings; those not named there come after. */
export function waysToReach(
  person: Pick<Person, "phones" | "emails" | "address" | "place">,
  order: readonly ReachWay[],
  all: readonly ReachWay[],
): WayToReach[] {
  return [...order, ...all.filter((way) => !order.includes(way))].flatMap((way) => waysOf(person, way));
}

function waysOf(person: Pick<Person, "phones" | "emails" | "address" | "place">, way: ReachWay): WayToReach[] {
  switch (way) {
    case "call":
      return person.phones.map((text) => ({ way, text, href: phoneLink("tel", text) }));
    case "message":
      return person.phones
        .map((text) => ({ way, text, href: phoneLink("sms", text) }))
        .filter(({ href }) => href !== null);
    case "email":
      return person.emails.map((text) => ({ way, text, href: mailLink(text) }));
    case "letter":
      return person.address === null ? [] : [{ way, text: person.address, href: null }];
    case "visit":
      return person.place === null ? [] : [{ way, text: person.place, href: null }];
  }
}

/**
 * `tel:+351555010203` (RFC 3966) or `sms:` (RFC 5724) from a number as people write it: only digits, one
 * leading plus, `*` and `#` survive. Null where no number is left.
 */
export function phoneLink(scheme: "tel" | "sms", number: string): string | null {
  const bare = number.trim().replace(/^tel:/i, "").replace(/\(0\)/, "");
  if (!/^[+(\d*#][\d\s().\-/*#\u00a0\u2011]*$/.test(bare)) return null;
  const digits = (bare.startsWith("+") ? "+" : "") + bare.replace(/[^\d*#]/g, "");
  return /\d{2,}/.test(digits) ? `${scheme}:${digits.replace(/#/g, "%23")}` : null;
}

/** `mailto:` (RFC 6068) of one plain address; null for anything else, headers smuggled in included. */
export function mailLink(address: string): string | null {
  const bare = address.trim().replace(/^mailto:/i, "");
  return /^[^\s@?&=,;:<>"'\\()[\]]+@[^\s@?&=,;:<>"'\\()[\]/]+$/.test(bare)
    ? `mailto:${encodeURIComponent(bare).replace("%40", "@")}`
    : null;
}
