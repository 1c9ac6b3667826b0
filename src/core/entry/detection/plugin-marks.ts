import type { NoteFacts } from "../../people/people-rules";
import type { Properties } from "../../text/note/read-frontmatter";
import { foldPropertyName } from "../../text/note/property-name";

export type PluginId =
  | "personal-crm"
  | "orbit"
  | "friend-tracker"
  | "callander"
  | "contacts"
  | "vcf-contacts"
  | "contact-note"
  | "whodex"
  | "alas"
  | "simple-birthday";

type Marked = Pick<NoteFacts, "properties" | "tags"> & { readonly headings: readonly string[] };

/** Whether a note holds a plugin's data, from what is known without reading its text. */
export type PluginMarks = (note: Marked & { readonly text?: string }) => boolean;

/** What tells the plugins whose data is understood, by what research found in their own sources. */
export const PLUGIN_MARKS: Readonly<Record<PluginId, PluginMarks>> = {
  "personal-crm": ({ properties, headings }) =>
    hasKey(properties, (key) => key.startsWith("prm")) || headings.some((one) => one.toLowerCase() === "contact log"),
  orbit: ({ properties, headings }) =>
    hasProperty(properties, "social_battery") ||
    (hasProperty(properties, "frequency") && hasProperty(properties, "last_contact")) ||
    isInteractionKind(valueOf(properties, "last_interaction")) ||
    headings.some((one) => one.toLowerCase() === "interaction log"),
  "friend-tracker": ({ properties }) => isHistory(valueOf(properties, "interactions")),
  callander: ({ properties }) =>
    isHistory(valueOf(properties, "events")) ||
    ["funfacts", "insidejokes", "birthdaywished"].some((key) => hasProperty(properties, key)) ||
    hasEntries(valueOf(properties, "interests")) ||
    hasEntries(valueOf(properties, "ideas")),
  contacts: ({ properties, text }) =>
    hasProperty(properties, "last_chat") ||
    isParts(valueOf(properties, "name")) ||
    text?.includes("/---contact---/") === true,
  "vcf-contacts": ({ properties }) =>
    ["FN", "N.GN", "N.FN"].some((key) => properties.has(key)) ||
    hasKey(properties, (key) => /^(?:tel|email|adr)\[/.test(key)),
  "contact-note": ({ properties }) => hasProperty(properties, "firstName") && hasProperty(properties, "lastName"),
  whodex: ({ properties }) => hasProperty(properties, "whodex") || hasProperty(properties, "organisations"),
  alas: ({ headings }) => headings.filter((title) => /^\d{4}-\d{2}-\d{2}$/.test(title.trim())).length > 0,
  "simple-birthday": ({ tags }) => tags.some((tag) => /^birthday\/[\d/]{5,10}$/i.test(tag)),
};

/** The plugins whose data person notes hold, by count: from properties and headings alone, reading no note. */
export function detectPlugins(people: readonly Marked[]): { readonly plugin: PluginId; readonly count: number }[] {
  return (Object.keys(PLUGIN_MARKS) as PluginId[])
    .map((plugin) => ({ plugin, count: people.filter((note) => PLUGIN_MARKS[plugin](note)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

export function hasProperty(properties: Properties, name: string): boolean {
  return hasKey(properties, (key) => key === foldPropertyName(name));
}

function hasKey(properties: Properties, test: (folded: string) => boolean): boolean {
  for (const key of properties.keys()) if (test(foldPropertyName(key))) return true;
  return false;
}

export function valueOf(properties: Properties, name: string): unknown {
  for (const [key, value] of properties) if (foldPropertyName(key) === foldPropertyName(name)) return value;
  return undefined;
}

function isParts(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("first" in value || "last" in value);
}

function hasEntries(value: unknown): boolean {
  return (
    Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  );
}

/** A list of entries that have a day. */
function isHistory(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && "date" in item);
}

export function isInteractionKind(value: unknown): boolean {
  return typeof value === "string" && /^(?:call|text|in-person|email|other)$/i.test(value.trim());
}
