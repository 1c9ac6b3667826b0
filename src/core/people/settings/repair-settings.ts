import { parse, type ParseError } from "jsonc-parser";
import { readCadence } from "../cadence";
import { PROPERTY_IDS, type PropertyId, type PropertyNames } from "../property-names";
import { isCalendarPath } from "./calendar-path";
import { noTag } from "./field-checks";
import {
  DEFAULT_SETTINGS,
  REACH_WAYS,
  SCHEMA_VERSION,
  type CircleSetting,
  type ReachWay,
  type Settings,
} from "./settings";

/** Settings as read from data.json, and what had to be put right, in words. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly repairs: readonly string[];
}

/** The fields of data.json as they were parsed, also those of other versions. */
export type SettingsData = Readonly<Record<string, unknown>>;

/** What a text of data.json is; not whole where it is empty, cut off, or something else. */
export interface SettingsText extends ReadSettings {
  readonly data: SettingsData;
  readonly isWhole: boolean;
}

/**
 * Reads the text of data.json. Whatever in it can be read is kept, even where the file is cut off
 * or a value has the wrong type; the rest falls back to the defaults and is named.
 */
export function readSettingsText(text: string): SettingsText {
  const { data, isDamaged } = parsed(text.replace(/^\uFEFF/, ""));
  const isWhole = !isDamaged && isSettingsData(data);
  const read = readSettings(data);
  const broken = isWhole ? [] : ["The settings file is damaged; what could be read was kept."];
  return { settings: read.settings, repairs: [...broken, ...read.repairs], data: fieldsOf(data), isWhole };
}

/** Whether parsed data can be settings at all. */
export function isSettingsData(data: unknown): data is SettingsData {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function parsed(text: string): { readonly data: unknown; readonly isDamaged: boolean } {
  const errors: ParseError[] = [];
  try {
    const data: unknown = parse(text, errors, { allowTrailingComma: true });
    return { data, isDamaged: errors.length > 0 };
  } catch {
    // Nested deeper than a parser goes.
    return { data: null, isDamaged: true };
  }
}

/** Reads settings from parsed data, field by field. */
export function readSettings(data: unknown): ReadSettings {
  const repairs: string[] = [];
  const object = fieldsOf(data);
  const field = fieldReader(object, repairs);
  const version = typeof object["schemaVersion"] === "number" ? object["schemaVersion"] : SCHEMA_VERSION;
  if (version > SCHEMA_VERSION)
    repairs.push("These settings were written by a newer version; what it added is not used.");
  const people = fieldReader(fieldsOf(object["people"]), repairs);
  const occasions = fieldReader(fieldsOf(object["occasions"]), repairs);
  const mentions = fieldReader(fieldsOf(object["mentions"]), repairs);
  const relationships = fieldReader(fieldsOf(object["relationships"]), repairs);
  const daily = fieldReader(fieldsOf(object["dailyNotes"]), repairs);
  const tasks = fieldReader(fieldsOf(object["tasks"]), repairs);
  const week = fieldReader(fieldsOf(object["week"]), repairs);
  const panel = fieldReader(fieldsOf(object["panel"]), repairs);
  const base = DEFAULT_SETTINGS;
  return {
    repairs,
    settings: {
      schemaVersion: SCHEMA_VERSION,
      confirmed: field("confirmed", base.confirmed, isBoolean),
      people: {
        folders: people("folders", base.people.folders, isTexts),
        tags: people("tags", base.people.tags, isTexts),
        properties: people("properties", base.people.properties, isRules),
        templateFolders: people("templateFolders", base.people.templateFolders, isTexts),
      },
      propertyNames: propertyNames(fieldsOf(object["propertyNames"]), repairs),
      // A cadence may be written as a number of days; it is kept as text, as all of them are.
      circles: field<readonly GivenCircle[]>("circles", base.circles, isCircles).map((circle) => ({
        ...circle,
        cadence: String(circle.cadence),
      })),
      logHeading: field("logHeading", base.logHeading, isHeading),
      channels: field("channels", base.channels, isTexts),
      soonDays: field("soonDays", base.soonDays, isDays),
      leapDay: field(
        "leapDay",
        base.leapDay,
        (value): value is Settings["leapDay"] => value === "02-28" || value === "03-01",
      ),
      occasions: {
        aheadDays: occasions("aheadDays", base.occasions.aheadDays, isDays),
        belatedDays: occasions("belatedDays", base.occasions.belatedDays, isDays),
        earlyDays: occasions("earlyDays", base.occasions.earlyDays, isDays),
        prepareDays: occasions("prepareDays", base.occasions.prepareDays, isDays),
      },
      relationships: {
        balance: relationships("balance", base.relationships.balance, isBoolean),
        weeklyTouches: relationships("weeklyTouches", base.relationships.weeklyTouches, isDays),
        shareFolders: relationships("shareFolders", base.relationships.shareFolders, isTexts),
        sharesADay: relationships("sharesADay", base.relationships.sharesADay, isShareCount),
      },
      newPersonFolder: field("newPersonFolder", base.newPersonFolder, isText),
      newPersonTemplate: field("newPersonTemplate", base.newPersonTemplate, isText),
      mentions: {
        on: mentions("on", base.mentions.on, isBoolean),
        properties: mentions("properties", base.mentions.properties, isTexts),
        dateProperties: mentions("dateProperties", base.mentions.dateProperties, isTexts),
        notContact: mentions("notContact", base.mentions.notContact, isTexts),
      },
      dailyNotes: {
        folder: daily("folder", base.dailyNotes.folder, isText),
        format: daily("format", base.dailyNotes.format, (value): value is string => isText(value) && value !== ""),
      },
      tasks: {
        practicesNote: tasks("practicesNote", base.tasks.practicesNote, isText),
        heading: tasks("heading", base.tasks.heading, isHeading),
        followUps: tasks(
          "followUps",
          base.tasks.followUps,
          (value): value is Settings["tasks"]["followUps"] =>
            value === "anywhere" || value === "people" || value === "tag",
        ),
        followUpTag: tasks(
          "followUpTag",
          base.tasks.followUpTag,
          (value): value is string => isText(value) && value !== "" && noTag([value]) === null,
        ),
        format: tasks(
          "format",
          base.tasks.format,
          (value): value is Settings["tasks"]["format"] =>
            value === "auto" || value === "emoji" || value === "dataview",
        ),
        calendarFile: tasks(
          "calendarFile",
          base.tasks.calendarFile,
          (value): value is string => isText(value) && isCalendarPath(value),
        ),
        alarms: tasks("alarms", base.tasks.alarms, isBoolean),
      },
      week: { picks: week("picks", base.week.picks, isPickCount) },
      panel: {
        reachOrder: panel("reachOrder", base.panel.reachOrder, isReachOrder),
        besideNote: panel("besideNote", base.panel.besideNote, isBoolean),
        statusBar: panel("statusBar", base.panel.statusBar, isBoolean),
        dayNotice: panel("dayNotice", base.panel.dayNotice, isBoolean),
      },
    },
  };
}

type FieldReader = <T>(name: string, fallback: T, isGood: (value: unknown) => value is T) => T;

function fieldReader(object: Readonly<Record<string, unknown>>, repairs: string[]): FieldReader {
  return (name, fallback, isGood) => {
    const value = object[name];
    if (value === undefined) return fallback;
    if (isGood(value)) return value;
    repairs.push(`"${name}" in the settings could not be read and was set back.`);
    return fallback;
  };
}

function propertyNames(object: Readonly<Record<string, unknown>>, repairs: string[]): PropertyNames {
  const read = fieldReader(object, repairs);
  const names: Record<PropertyId, readonly string[]> = { ...DEFAULT_SETTINGS.propertyNames };
  for (const id of PROPERTY_IDS)
    names[id] = read(
      id,
      names[id],
      (value): value is string[] => isTexts(value) && value.length > 0 && !value.includes(""),
    );
  return names;
}

function fieldsOf(data: unknown): SettingsData {
  return isSettingsData(data) ? Object.fromEntries(Object.entries(data)) : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isHeading(value: unknown): value is string {
  return isText(value) && value.trim() !== "" && !/[\r\n#]/.test(value);
}

function isDays(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 366;
}

function isShareCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 5;
}

function isPickCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 7;
}

function isReachOrder(value: unknown): value is ReachWay[] {
  return Array.isArray(value) && value.every((way) => REACH_WAYS.some((known) => known === way));
}

function isRules(value: unknown): value is { name: string; value: string }[] {
  return (
    Array.isArray(value) && value.every((item) => isText(fieldsOf(item)["name"]) && isText(fieldsOf(item)["value"]))
  );
}

/** A circle as the file may have it. */
type GivenCircle = Omit<CircleSetting, "cadence"> & { readonly cadence: string | number };

function isCircles(value: unknown): value is GivenCircle[] {
  return (
    Array.isArray(value) &&
    value.every((item) => {
      const { name, cadence } = fieldsOf(item);
      return isText(name) && name.trim() !== "" && readCadence(cadence).kind === "value";
    })
  );
}
