import { EXPECTED_CADENCE, readCadence } from "../../people/cadence";
import { EXPECTED_DAY, EXPECTED_YEARLY_DAY, readDate, readYearlyDay } from "../../text/dates/read-date";
import type { Reading } from "../../text/dates/reading";
import { isoDay } from "../import/csv-days";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import type { HeadValue } from "../../text/note/yaml-text";
import type { PropertyId } from "../../people/property-names";
import { readClosed, readFlag, readMilestones, readTexts, readYearlyDates } from "../../people/read-values";

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
  switch (id) {
    case "lastContact":
    case "snoozeUntil":
      return day(value, readDate, (found) => found, EXPECTED_DAY);
    case "birthday":
      return day(value, readYearlyDay, yearlyDayText, EXPECTED_YEARLY_DAY);
    case "cadence":
      return cadence(value);
    case "paused":
      return from(readFlag(value), (flag) => flag);
    case "closed":
      return from(readClosed(value), (closed) => closed);
    case "dates":
    case "milestones": {
      const { items, refused } = id === "dates" ? readYearlyDates(value) : readMilestones(value);
      const [bad] = refused;
      if (bad) return { kind: "unreadable", expected: bad.expected };
      const texts = items.map(({ day: found, what }) =>
        `${typeof found === "string" ? found : yearlyDayText(found)} ${what}`.trim(),
      );
      return texts.length === 0 ? { kind: "absent" } : { kind: "value", value: plainTexts(value) ?? texts, asIs: true };
    }
    default:
      return texts(value);
  }
}

function day<Found>(
  value: unknown,
  read: (value: unknown) => Reading<Found>,
  write: (found: Found) => string,
  expected: string,
): Converted {
  const asItIs = read(value);
  if (asItIs.kind === "absent") return { kind: "absent" };
  if (asItIs.kind === "value") return { kind: "value", value: write(asItIs.value), asIs: true };
  const turned =
    typeof value === "string"
      ? read(isoDay(value.trim().replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, padded), null))
      : asItIs;
  return turned.kind === "value"
    ? { kind: "value", value: write(turned.value), asIs: false }
    : { kind: "unreadable", expected };
}

function padded(_: string, year: string, month: string, dayOfMonth: string): string {
  return `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
}

function cadence(value: unknown): Converted {
  const reading = readCadence(value);
  if (reading.kind === "absent") return { kind: "absent" };
  if (reading.kind === "value") return { kind: "value", value: reading.value.text, asIs: true };
  const word = typeof value === "string" ? value.toLowerCase().replace(/[^a-z]/g, "") : "";
  const known = Object.hasOwn(CADENCE_WORDS, word) ? CADENCE_WORDS[word] : undefined;
  return known === undefined
    ? { kind: "unreadable", expected: EXPECTED_CADENCE }
    : { kind: "value", value: known, asIs: false };
}

function from<Found extends HeadValue>(reading: Reading<Found>, write: (found: Found) => HeadValue): Converted {
  if (reading.kind === "absent") return { kind: "absent" };
  return reading.kind === "value"
    ? { kind: "value", value: write(reading.value), asIs: true }
    : { kind: "unreadable", expected: reading.expected };
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
