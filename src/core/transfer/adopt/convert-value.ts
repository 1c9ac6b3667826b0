import { isList, propertyOf, type PropertyId } from "../../people/properties";
import { readTexts } from "../../people/read-values";
import { CADENCE, DAY, TEXT, TEXTS, YEARLY_DAY, type ValueType } from "../../people/value-types";
import type { HeadValue } from "../../text/note/yaml-text";
import { isoDay } from "../import/csv-days";

/** What a value of another plugin, or of another habit, is for a property of ours. */
export type Converted =
  /** `asIs`: it reads under our name just as it is written. `loses`: it says more than ours can hold. */
  | { readonly kind: "value"; readonly value: HeadValue; readonly asIs: boolean; readonly loses?: true }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly expected: string };

/** Words for how often that we do not read ourselves, folded. */
const CADENCE_WORDS: Readonly<Record<string, string>> = {
  biweekly: "every 2 weeks",
  everyotherweek: "every 2 weeks",
  fortnight: "every 2 weeks",
  twiceamonth: "every 2 weeks",
  semimonthly: "every 2 weeks",
  bimonthly: "every 2 months",
  everyothermonth: "every 2 months",
  biannually: "every 6 months",
  biannual: "every 6 months",
  semiannually: "every 6 months",
  semiannual: "every 6 months",
  halfyearly: "every 6 months",
  twiceayear: "every 6 months",
  sixmonthly: "every 6 months",
  annual: "yearly",
  onceayear: "yearly",
  biennially: "every 2 years",
  everyotheryear: "every 2 years",
  onceaweek: "weekly",
  onceamonth: "monthly",
  onceaquarter: "quarterly",
  quarter: "quarterly",
  everyday: "daily",
};

/** Reads a value as a property of ours, turning what we would not read by ourselves into what we do. */
export function convertValue(id: PropertyId, value: unknown): Converted {
  const { type } = propertyOf(id);
  if (type === TEXT || type === TEXTS) return texts(value);
  const reading = type.read(value);
  if (reading.kind === "absent") return reading;
  if (reading.kind === "unreadable") return turned(type, value) ?? { kind: "unreadable", expected: reading.expected };
  const asWritten = isList(id) ? plainTexts(value) : null;
  return { kind: "value", value: asWritten ?? type.write(reading.value) ?? false, asIs: true };
}

/** Words for how often and days that others write; null where they are not understood either. */
function turned(type: ValueType<unknown>, value: unknown): Converted | null {
  if (typeof value !== "string") return null;
  let text: HeadValue | null = null;
  if (type === CADENCE) {
    const word = value.toLowerCase().replace(/[^a-z]/g, "");
    text = (Object.hasOwn(CADENCE_WORDS, word) ? CADENCE_WORDS[word] : null) ?? null;
  } else if (type === DAY || type === YEARLY_DAY) {
    const reading = type.read(isoDay(value.trim().replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, padded), null));
    if (reading.kind === "value") text = type.write(reading.value);
  }
  return text === null ? null : { kind: "value", value: text, asIs: false };
}

function padded(_: string, year: string, month: string, dayOfMonth: string): string {
  return `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
}

/** A text or texts; of a list of entries with fields, each entry's own text. */
function texts(value: unknown): Converted {
  const reading = readTexts(value);
  if (reading.kind === "absent") return { kind: "absent" };
  if (reading.kind === "value") return { kind: "value", value: plainTexts(value) ?? single(reading.value), asIs: true };
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const said = items.map(saidBy);
  const whole = said.filter((text) => text !== null);
  return whole.length === items.length && whole.length > 0
    ? { kind: "value", value: single(whole), asIs: false, ...(items.some(saysMore) ? { loses: true as const } : {}) }
    : { kind: "unreadable", expected: reading.expected };
}

function single(found: readonly string[]): HeadValue {
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : found;
}

/** Texts as they are written, links too; null where something else is among them. */
function plainTexts(value: unknown): HeadValue | null {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return null;
  const items: readonly unknown[] = value;
  return items.every((item): item is string | number => typeof item === "string" || typeof item === "number")
    ? single(items.map((item) => String(item).trim()).filter((item) => item !== ""))
    : null;
}

const SAID_FIELDS = ["text", "name", "title", "label", "value"];

/** Whether an entry has fields that its few words leave out. */
function saysMore(item: unknown): boolean {
  if (typeof item !== "object" || item === null) return false;
  return Object.entries(item).filter(([key, value]) => key !== "detail" && value !== null && value !== "").length > 1;
}

/** What an entry with fields says in a few words: `{text: We, detail: Zamyatin}` is "We (Zamyatin)". */
function saidBy(item: unknown): string | null {
  if (typeof item === "string" || typeof item === "number") return String(item).trim();
  if (typeof item !== "object" || item === null || Array.isArray(item)) return null;
  const fields = new Map<string, unknown>(Object.entries(item));
  const text = (names: readonly string[]): string | null => {
    const found = names.map((name) => fields.get(name)).find((one) => typeof one === "string" && one.trim() !== "");
    return typeof found === "string" ? found.replace(/\s+/g, " ").trim() : null;
  };
  const main = text(SAID_FIELDS);
  const detail = text(["detail"]);
  return main === null ? null : detail === null ? main : `${main} (${detail})`;
}
