import { readDate } from "../../text/dates/read-date";
import { composePlans } from "../../text/note/compose-plans";
import { planned } from "../../text/note/note-edit";
import { foldPropertyName } from "../../text/note/property-name";
import { shown } from "../../text/note/shown-value";
import { KNOWN_CHANNELS } from "../../log/channels";
import { dayStart } from "../../log/touch-line";
import { words } from "../../words/words";
import { missingTouches, planTouches, type ForeignTouch } from "./add-touches";
import type { AdoptNote, Move } from "./move";
import { removeProperty } from "./remove-property";

export interface TouchesMove {
  readonly id: string;
  /** The property that holds them, folded; null where they stand in the text. */
  readonly key: string | null;
  readonly from: string;
  readonly applies?: (note: AdoptNote) => boolean;
  /** A day that the log has already needs no other line. */
  readonly oncePerDay?: true;
  readonly read: (
    note: AdoptNote,
    value: unknown,
  ) => { readonly touches: readonly ForeignTouch[]; readonly unread: number; readonly saysMore?: boolean };
}

/**
 * A history kept as data, or under headings, that becomes lines of the log. What is still to come is no contact and
 * stays.
 */
export function moveTouches(of: TouchesMove): Move {
  return {
    id: of.id,
    from: of.from,
    to: words.adopt.log,
    property: null,
    canKeep: true,
    canRemove: of.key !== null,
    look(note, rules) {
      if (of.applies && !of.applies(note)) return null;
      const source =
        of.key === null ? undefined : [...note.properties.keys()].find((key) => foldPropertyName(key) === of.key);
      if (of.key !== null && source === undefined) return null;
      const {
        touches,
        unread,
        saysMore = false,
      } = of.read(note, source === undefined ? undefined : note.properties.get(source));
      if (touches.length + unread === 0) return null;
      const past = touches.filter(({ date }) => date <= rules.today);
      const left = unread + touches.length - past.length;
      const [newest] = [...past].sort((a, b) => (a.date < b.date ? 1 : -1));
      const here = words.adopt.entries(touches.length + unread);
      if (!newest) return { here, becomes: "", state: "unreadable", plan: () => planned() };
      const missing = missingTouches(note.text, past, rules, of.oncePerDay);
      return {
        here: left > 0 ? words.adopt.someStay(here, left) : here,
        becomes: shown(`- ${newest.date} ${newest.text}`.trimEnd()),
        state: missing.length > 0 ? "new" : "same",
        ...(left > 0 || saysMore ? { keeps: true as const } : {}),
        // The property goes only where every entry of it was understood.
        plan: (remove) =>
          composePlans(note.text, [
            ...(missing.length > 0 ? [(now: string) => planTouches(now, missing, rules)] : []),
            ...(remove && source !== undefined && left === 0 && !saysMore
              ? [removeProperty(source, rules.parseYaml)]
              : []),
          ]),
      };
    },
  };
}

const DAY_FIELDS = ["date", "day", "when", "on"];
const TEXT_FIELDS = ["text", "note", "notes", "description", "summary", "title", "what", "content"];
const KIND_FIELDS = ["type", "kind", "channel", "method"];

/**
 * Reads a list of entries with fields (`{date, text, type}`), of texts that begin with a day, or a map from day to
 * text.
 */
export function readEntries(value: unknown): { touches: ForeignTouch[]; unread: number; saysMore: boolean } {
  const items: readonly unknown[] = Array.isArray(value)
    ? value
    : isMap(value)
      ? Object.entries(value).map(([date, text]: [string, unknown]) => ({ date, text }))
      : [];
  const touches: ForeignTouch[] = [];
  for (const item of items) {
    const touch =
      typeof item === "string"
        ? fromText(item)
        : isMap(item)
          ? fromFields(new Map<string, unknown>(Object.entries(item)))
          : null;
    if (touch) touches.push(touch);
  }
  // One field of each sort is written; any other is more than a line of the log holds.
  const saysMore = items.some(
    (item) =>
      isMap(item) &&
      filledFields(item).length >
        [DAY_FIELDS, TEXT_FIELDS, KIND_FIELDS].filter((names) =>
          filledFields(item).some((field) => names.includes(field)),
        ).length,
  );
  return { touches, unread: items.length - touches.length, saysMore };
}

function fromText(text: string): ForeignTouch | null {
  const start = dayStart(text.trim());
  return start.kind === "day" ? { date: start.date, text: start.rest.replace(/^\s*[:–—-]\s*/, "").trim() } : null;
}

function fromFields(fields: ReadonlyMap<string, unknown>): ForeignTouch | null {
  const first = (names: readonly string[]): unknown =>
    names.map((name) => fields.get(name)).find((one) => one !== undefined && one !== null && one !== "");
  const date = readDate(first(DAY_FIELDS) ?? null);
  if (date.kind !== "value") return null;
  const [text, kind] = [first(TEXT_FIELDS), first(KIND_FIELDS)];
  const said = typeof text === "string" ? text.trim() : typeof text === "number" ? String(text) : "";
  const channel = typeof kind === "string" ? channelWord(kind) : "";
  return { date: date.value, text: said === "" ? channel.replace(/:$/, "") : `${channel} ${said}`.trim() };
}

/** Other plugins' words for how you were in touch, in ours. */
const CHANNELS: Readonly<Record<string, string>> = {
  "in-person": "visit",
  "in person": "visit",
  "face to face": "visit",
  phone: "call",
  "phone call": "call",
  texted: "message",
  sms: "message",
  chat: "message",
  mail: "email",
  "e-mail": "email",
  "video call": "video",
  videocall: "video",
  hangout: "gathering",
  party: "gathering",
  event: "gathering",
  other: "",
};

/** `in-person` is `visit:`; a word that is no known channel is one with its colon, several words are text. */
function channelWord(kind: string): string {
  const word = kind.trim().toLowerCase();
  const known = Object.hasOwn(CHANNELS, word) ? (CHANNELS[word] ?? "") : word;
  if (known === "") return "";
  return KNOWN_CHANNELS.includes(known) || /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(known)
    ? `${known}:`
    : kind.trim();
}

/** The one touch that a last contact and how it was make: no more is known of it. */
export function lastTouchOf(day: unknown, kind: unknown): { touches: ForeignTouch[]; unread: number } {
  const date = readDate(day ?? null);
  if (typeof kind !== "string" || kind.trim() === "") return { touches: [], unread: 0 };
  return date.kind === "value"
    ? { touches: [{ date: date.value, text: channelWord(kind).replace(/:$/, "") }], unread: 0 }
    : { touches: [], unread: 1 };
}

function filledFields(item: object): string[] {
  return Object.entries(item)
    .filter(([, value]) => value !== null && value !== "")
    .map(([key]) => key);
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
