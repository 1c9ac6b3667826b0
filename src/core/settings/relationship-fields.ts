import { words } from "../words/words";
import { wholeNumber } from "./field-checks";
import type { SettingField } from "./setting-fields";

const { fields, onOff, badTouches } = words.relationshipSettings;

/** The settings about relationships. */
export const RELATIONSHIP_FIELDS: readonly SettingField[] = [
  {
    key: "relationships.weeklyTouches", group: "relationships", ...fields.weeklyTouches, control: "number",
    show: (s) => s.relationships.weeklyTouches,
    put: (s, value) => {
      const weeklyTouches = wholeNumber(value, 0, 366);
      return weeklyTouches === null ? badTouches : { ...s, relationships: { ...s.relationships, weeklyTouches } };
    },
  },
  {
    key: "relationships.balance", group: "relationships", ...fields.balance, control: "choice", choices: onOff,
    show: (s) => (s.relationships.balance ? "on" : "off"),
    put: (s, value) => ({ ...s, relationships: { ...s.relationships, balance: value !== "off" } }),
  },
];
