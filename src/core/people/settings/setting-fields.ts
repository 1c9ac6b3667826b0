import { readCadence, EXPECTED_CADENCE } from "../cadence";
import { PROPERTIES, PROPERTY_IDS, type PropertyId } from "../properties";
import { RELATIONSHIP_FIELDS } from "./relationship-fields";
import { words } from "../../words/words";
import { isHeading, namedTwice, noPlace, noTag, spelledBy, wholeNumber } from "./field-checks";
import { TASK_FIELDS } from "./task-fields";
import { REACH_WAYS, type Settings } from "./settings";
import { partsOf } from "../../words/parts";
import { withoutSlashes } from "../../text/note/without-slashes";

/** One setting as a control shows it: a text, a number or a choice, with its own reading and checking. */
export interface SettingField {
  readonly key: string;
  readonly group: "people" | "cadence" | "log" | "occasions" | "relationships" | "tasks" | "panel" | "names";
  readonly name: string;
  readonly about: string;
  readonly control: "text" | "lines" | "number" | "choice" | "folder" | "toggle";
  readonly choices?: Readonly<Record<string, string>>;
  /** Of a number: from where to where; days where absent. */
  readonly range?: readonly [min: number, max: number];
  /** The value as the control shows it. */
  show(settings: Settings): string | number | boolean;
  /** The settings with a new value, or what is wrong with it. */
  put(settings: Settings, value: string | number | boolean): Settings | string;
}

const { fields } = words.settings;

/** Every setting there is, in the order they are shown. */
export const SETTING_FIELDS: readonly SettingField[] = [
  lines(
    "people.folders",
    "people",
    fields.folders,
    (s) => s.people.folders.map((folder) => folder || "/"),
    (s, folders) => putPlaces(folders, (good) => ({ ...s, people: { ...s.people, folders: good } })),
  ),
  lines("people.tags", "people", fields.tags, (s) => s.people.tags, putTags),
  lines(
    "people.properties",
    "people",
    fields.properties,
    (s) => s.people.properties.map(({ name, value }) => `${name}: ${value}`),
    putRules,
  ),
  lines(
    "people.templateFolders",
    "people",
    fields.templateFolders,
    (s) => s.people.templateFolders,
    (s, templateFolders) =>
      putPlaces(templateFolders, (good) => ({ ...s, people: { ...s.people, templateFolders: good } })),
  ),
  {
    key: "newPersonFolder",
    group: "people",
    ...fields.newPersonFolder,
    control: "folder",
    show: (s) => s.newPersonFolder,
    put: (s, value) => putPlaces([String(value)], ([newPersonFolder = ""]) => ({ ...s, newPersonFolder })),
  },
  {
    key: "newPersonTemplate",
    group: "people",
    ...fields.newPersonTemplate,
    control: "text",
    show: (s) => s.newPersonTemplate,
    put: (s, value) => putPlaces([String(value)], ([newPersonTemplate = ""]) => ({ ...s, newPersonTemplate })),
  },
  lines(
    "circles",
    "cadence",
    fields.circles,
    (s) => s.circles.map(({ name, cadence }) => `${name}: ${cadence}`),
    putCircles,
  ),
  {
    key: "week.picks",
    group: "cadence",
    ...fields.picks,
    control: "number",
    range: [1, 7],
    show: (s) => s.week.picks,
    put: (s, value) => {
      const picks = wholeNumber(value, 1, 7);
      return picks === null ? words.settings.badPicks : { ...s, week: { ...s.week, picks } };
    },
  },
  days(
    "soonDays",
    "cadence",
    fields.soonDays,
    (s) => s.soonDays,
    (s, soonDays) => ({ ...s, soonDays }),
  ),
  {
    key: "logHeading",
    group: "log",
    ...fields.logHeading,
    control: "text",
    show: (s) => s.logHeading,
    put: (s, value) =>
      isHeading(String(value)) ? { ...s, logHeading: String(value).trim() } : words.settings.badHeading,
  },
  lines(
    "mentions.properties",
    "log",
    words.mentions.fields.properties,
    (s) => s.mentions.properties,
    (s, properties) => ({ ...s, mentions: { ...s.mentions, properties } }),
  ),
  lines(
    "mentions.dateProperties",
    "log",
    words.mentions.fields.dateProperties,
    (s) => s.mentions.dateProperties,
    (s, dateProperties) => ({ ...s, mentions: { ...s.mentions, dateProperties } }),
  ),
  lines(
    "mentions.notContact",
    "log",
    words.mentions.fields.notContact,
    (s) => s.mentions.notContact,
    (s, notContact) => ({ ...s, mentions: { ...s.mentions, notContact } }),
  ),
  lines(
    "channels",
    "log",
    fields.channels,
    (s) => s.channels,
    (s, channels) =>
      channels.every((one) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(one))
        ? { ...s, channels }
        : words.touchForm.badChannel,
  ),
  days(
    "occasions.aheadDays",
    "occasions",
    fields.aheadDays,
    (s) => s.occasions.aheadDays,
    (s, aheadDays) => ({ ...s, occasions: { ...s.occasions, aheadDays } }),
  ),
  days(
    "occasions.belatedDays",
    "occasions",
    fields.belatedDays,
    (s) => s.occasions.belatedDays,
    (s, belatedDays) => ({ ...s, occasions: { ...s.occasions, belatedDays } }),
  ),
  days(
    "occasions.earlyDays",
    "occasions",
    fields.earlyDays,
    (s) => s.occasions.earlyDays,
    (s, earlyDays) => ({ ...s, occasions: { ...s.occasions, earlyDays } }),
  ),
  days(
    "occasions.prepareDays",
    "occasions",
    fields.prepareDays,
    (s) => s.occasions.prepareDays,
    (s, prepareDays) => ({ ...s, occasions: { ...s.occasions, prepareDays } }),
  ),
  {
    key: "leapDay",
    group: "occasions",
    ...fields.leapDay,
    control: "choice",
    choices: words.settings.leapDays,
    show: (s) => s.leapDay,
    put: (s, value) => ({ ...s, leapDay: value === "03-01" ? "03-01" : "02-28" }),
  },
  ...TASK_FIELDS,
  lines("panel.reachOrder", "panel", fields.reachOrder, (s) => s.panel.reachOrder, putReachOrder),
  toggle("panel.besideNote", "besideNote", fields.besideNote),
  toggle("panel.statusBar", "statusBar", fields.statusBar),
  toggle("panel.dayNotice", "dayNotice", fields.dayNotice),
  ...RELATIONSHIP_FIELDS,
  ...PROPERTY_IDS.map(spelling),
];

export function findField(key: string): SettingField | undefined {
  return SETTING_FIELDS.find((field) => field.key === key);
}

type Labels = Pick<SettingField, "name" | "about">;

function lines(
  key: string,
  group: SettingField["group"],
  labels: Labels,
  get: (settings: Settings) => readonly string[],
  put: (settings: Settings, items: readonly string[]) => Settings | string,
): SettingField {
  const split = (value: string | number | boolean): string[] => partsOf(String(value), "\n");
  return {
    key,
    group,
    ...labels,
    control: "lines",
    show: (settings) => get(settings).join("\n"),
    put: (settings, value) => put(settings, split(value)),
  };
}

function days(
  key: string,
  group: SettingField["group"],
  labels: Labels,
  get: (settings: Settings) => number,
  put: (settings: Settings, value: number) => Settings,
): SettingField {
  return {
    key,
    group,
    ...labels,
    control: "number",
    show: get,
    put: (settings, value) => {
      const number = wholeNumber(value, 0, 366);
      return number === null ? words.settings.badDays : put(settings, number);
    },
  };
}

/** A switch of the panel. */
function toggle(key: string, name: "besideNote" | "statusBar" | "dayNotice", labels: Labels): SettingField {
  return {
    key,
    group: "panel",
    ...labels,
    control: "toggle",
    show: (settings) => settings.panel[name],
    put: (settings, value) => ({ ...settings, panel: { ...settings.panel, [name]: value === true } }),
  };
}

function putReachOrder(settings: Settings, items: readonly string[]): Settings | string {
  const order = items.map((item) => REACH_WAYS.find((way) => way === item.toLowerCase()));
  const at = order.indexOf(undefined);
  if (at >= 0) return words.settings.badWay(items[at] ?? "", REACH_WAYS.join(", "));
  return {
    ...settings,
    panel: { ...settings.panel, reachOrder: [...new Set(order.filter((way) => way !== undefined))] },
  };
}

/** The spellings of one property, separated by commas. */
function spelling(id: PropertyId): SettingField {
  return {
    key: `propertyNames.${id}`,
    group: "names",
    name: PROPERTIES[id].label,
    about: words.settings.spellings,
    control: "text",
    show: (settings) => settings.propertyNames[id].join(", "),
    put: (settings, value) => {
      const names = partsOf(String(value), ",");
      if (names.length === 0) return words.settings.noSpelling;
      const other = spelledBy(settings.propertyNames, id, names);
      if (other !== null) return words.settings.takenSpelling(PROPERTIES[other].label);
      return { ...settings, propertyNames: { ...settings.propertyNames, [id]: names } };
    },
  };
}

/** Folders and notes as they are kept: without slashes around them. */
function putPlaces(places: readonly string[], put: (places: readonly string[]) => Settings): Settings | string {
  const trimmed = places.map((place) => withoutSlashes(place.trim()));
  const bad = noPlace(trimmed);
  return bad === null ? put(trimmed) : words.settings.badPlace(bad);
}

function putTags(settings: Settings, items: readonly string[]): Settings | string {
  const tags = items.map((tag) => tag.replace(/^#/, ""));
  const bad = noTag(tags);
  return bad === null ? { ...settings, people: { ...settings.people, tags } } : words.settings.badTag(bad);
}

function putRules(settings: Settings, items: readonly string[]): Settings | string {
  const properties = items.map(nameAndValue);
  const bad = items.find((_, index) => !properties[index]);
  if (bad !== undefined) return words.settings.badRule(bad);
  return { ...settings, people: { ...settings.people, properties: properties.filter((rule) => rule !== null) } };
}

function putCircles(settings: Settings, items: readonly string[]): Settings | string {
  const circles: { name: string; cadence: string }[] = [];
  for (const item of items) {
    const pair = nameAndValue(item);
    if (!pair) return words.settings.badCircle(item);
    const cadence = readCadence(pair.value);
    if (cadence.kind !== "value")
      return words.settings.badCadence(pair.name, cadence.kind === "unreadable" ? cadence.expected : EXPECTED_CADENCE);
    circles.push({ name: pair.name, cadence: pair.value });
  }
  const twice = namedTwice(circles.map(({ name }) => name));
  return twice === null ? { ...settings, circles } : words.settings.circleTwice(twice);
}

function nameAndValue(line: string): { name: string; value: string } | null {
  const colon = line.indexOf(":");
  const name = line.slice(0, colon).trim();
  const value = line.slice(colon + 1).trim();
  return colon > 0 && name !== "" && value !== "" ? { name, value } : null;
}
