import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

/** Settings that are as far from the default as they go. */
export const OTHERWISE = {
  schemaVersion: 1,
  confirmed: true,
  people: {
    folders: ["People", "Odd"],
    tags: ["person"],
    properties: [
      { name: "type", value: "person" },
      { name: "categories", value: "People" },
    ],
    templateFolders: ["Templates"],
  },
  propertyNames: { cadence: ["cadence", "frequency"], lastContact: ["last_contact", "seen"] },
  circles: [
    { name: "inner", cadence: "weekly" },
    { name: "friends", cadence: "100" },
    { name: "work", cadence: "none" },
  ],
  channels: ["appel", "walk"],
  soonDays: 3,
  leapDay: "03-01",
  occasions: { aheadDays: 30, belatedDays: 3, earlyDays: 3, prepareDays: 0 },
  relationships: { balance: true, weeklyTouches: 2, shareFolders: ["Reading", "Notes"], sharesADay: 2 },
  newPersonFolder: "People/New",
  newPersonTemplate: "Templates/Person.md",
  mentions: { on: true, properties: ["people", "attendees"], dateProperties: ["date", "created"], notContact: [] },
  tasks: { practicesNote: "Notes/Practices.md", heading: "Keep", format: "dataview", alarms: true },
  week: { picks: 5 },
};

/** The sample's own settings, with all that is off by default. */
export const SAMPLE_SETTINGS = {
  ...OTHERWISE,
  ...JSON.parse(readFileSync(fileURLToPath(new URL("../vault/sample-settings.json", import.meta.url)), "utf8")),
};

/** A copy of a vault, in a folder of that name, with settings. */
export function withSettings(work, vault, from, settings) {
  const source = join(work, vault);
  cpSync(from, source, { recursive: true });
  const file = join(source, ".obsidian/plugins/reconnect/data.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, null, 2));
  return { vault, source };
}
