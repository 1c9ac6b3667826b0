import { words } from "../../words/words";
import { noPlace, wholeNumber } from "./field-checks";
import type { SettingField } from "./setting-fields";
import { withoutSlashes } from "../../text/note/without-slashes";

const { fields, onOff, badTouches, badShares } = words.relationshipSettings;

/** The settings about relationships. */
export const RELATIONSHIP_FIELDS: readonly SettingField[] = [
  {
    key: "relationships.weeklyTouches",
    group: "relationships",
    ...fields.weeklyTouches,
    control: "number",
    show: (s) => s.relationships.weeklyTouches,
    put: (s, value) => {
      const weeklyTouches = wholeNumber(value, 0, 366);
      return weeklyTouches === null ? badTouches : { ...s, relationships: { ...s.relationships, weeklyTouches } };
    },
  },
  {
    key: "relationships.balance",
    group: "relationships",
    ...fields.balance,
    control: "choice",
    choices: onOff,
    show: (s) => (s.relationships.balance ? "on" : "off"),
    put: (s, value) => ({ ...s, relationships: { ...s.relationships, balance: value !== "off" } }),
  },
  {
    key: "relationships.shareFolders",
    group: "relationships",
    ...fields.shareFolders,
    control: "lines",
    show: (s) => s.relationships.shareFolders.join("\n"),
    put: (s, value) => {
      const shareFolders = String(value)
        .split("\n")
        .map((line) => withoutSlashes(line.trim()))
        .filter((line) => line !== "");
      const bad = noPlace(shareFolders);
      return bad === null
        ? { ...s, relationships: { ...s.relationships, shareFolders } }
        : words.settings.badPlace(bad);
    },
  },
  {
    key: "relationships.sharesADay",
    group: "relationships",
    ...fields.sharesADay,
    control: "number",
    range: [0, 5],
    show: (s) => s.relationships.sharesADay,
    put: (s, value) => {
      const sharesADay = wholeNumber(value, 0, 5);
      return sharesADay === null ? badShares : { ...s, relationships: { ...s.relationships, sharesADay } };
    },
  },
];
