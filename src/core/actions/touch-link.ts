import { escapeMarkdown } from "../text/note/escape-markdown";
import type { Person } from "../index/person";
import type { TouchDraft } from "./touch-draft";

/** A link by which somebody is reached: what channel it opens, and whom. */
export interface ContactLink {
  readonly channel: "call" | "message" | "email";
  /** A number (digits, with a leading +) or an address in lower case. */
  readonly target: string;
}

const SCHEMES: ReadonlyMap<string, ContactLink["channel"]> = new Map([
  ["tel", "call"],
  ["facetime", "call"],
  ["sms", "message"],
  ["imessage", "message"],
  ["mailto", "email"],
]);

/** Reads `tel:`, `sms:` and `mailto:` links (RFC 3966, 5724, 6068); null for any other. */
export function readContactLink(href: string): ContactLink | null {
  const match = /^([a-z]+):(?:\/\/)?([^?;&#]*)/i.exec(href.trim());
  const channel = match ? SCHEMES.get((match[1] ?? "").toLowerCase()) : undefined;
  const target = channel ? targetOf(channel, decoded(match?.[2] ?? "")) : "";
  return channel && target !== "" ? { channel, target } : null;
}

/** Who has that number or address; null where nobody has, or several. */
export function personOfLink(people: readonly Person[], { channel, target }: ContactLink): Person | null {
  const found = people.filter((person) =>
    channel === "email"
      ? person.emails.some((email) => targetOf("email", email) === target)
      : person.phones.some((phone) => sameNumber(targetOf(channel, phone), target)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What a link from outside (`obsidian://reconnect?do=touch&…`) asks to be filled in; it is always shown first. */
export function draftOfLink(given: Readonly<Record<string, string | undefined>>): Partial<TouchDraft> {
  const { date, channel, direction, note } = given;
  return {
    ...(date ? { day: date.slice(0, 40) } : {}),
    ...(channel ? { channel: channel.slice(0, 40) } : {}),
    ...(direction === "out" || direction === "in" || direction === "both" ? { direction } : {}),
    ...(note ? { note: escapeMarkdown(note.slice(0, 2_000)) } : {}),
  };
}

function targetOf(channel: ContactLink["channel"], text: string): string {
  if (channel === "email") return text.trim().toLowerCase().split(",")[0] ?? "";
  const digits = text.replace(/\D/g, "");
  return text.trim().startsWith("+") ? `+${digits}` : digits;
}

/** `+351 912 345 678` and `912345678` are one: the last nine digits decide where one lacks its country. */
function sameNumber(one: string, other: string): boolean {
  if (one === other) return one !== "";
  const [a, b] = [one.replace("+", ""), other.replace("+", "")];
  const shorter = Math.min(a.length, b.length);
  return shorter >= 7 && one.startsWith("+") !== other.startsWith("+") && a.slice(-9) === b.slice(-9);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
