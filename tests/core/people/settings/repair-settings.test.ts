import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCadence } from "../../../../src/core/people/cadence";
import { readSettings, readSettingsText } from "../../../../src/core/people/settings/repair-settings";
import { SETTING_FIELDS, findField } from "../../../../src/core/people/settings/setting-fields";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";

describe("settings that were damaged", () => {
  it("keeps what can be read of a file that was cut off", () => {
    const text = JSON.stringify({ ...DEFAULT_SETTINGS, confirmed: true, soonDays: 3, logHeading: "History" });
    const cut = text.slice(0, text.indexOf('"leapDay"'));
    const { settings, repairs } = readSettingsText(cut);
    expect([settings.confirmed, settings.soonDays, settings.logHeading, settings.leapDay]).toEqual([
      true,
      3,
      "History",
      "02-28",
    ]);
    expect(repairs).toEqual([expect.stringContaining("damaged")]);
  });

  it("sets back just the value that is wrong, and names it", () => {
    const { settings, repairs } = readSettings({
      confirmed: true,
      soonDays: "many",
      circles: [{ name: "inner", cadence: "often" }],
      people: { folders: ["People"], tags: 7 },
    });
    expect(settings.confirmed).toBe(true);
    expect(settings.people.folders).toEqual(["People"]);
    expect(settings.soonDays).toBe(7);
    expect(settings.circles).toEqual(DEFAULT_SETTINGS.circles);
    expect(repairs.map((text) => /"(\w+)"/.exec(text)?.[1]).sort()).toEqual(["circles", "soonDays", "tags"]);
  });

  it("keeps a cadence that is a number as text: an action that changes it is kept in texts, to be undone", () => {
    expect(readSettings({ circles: [{ name: "inner", cadence: 30 }] })).toMatchObject({
      settings: { circles: [{ name: "inner", cadence: "30" }] },
      repairs: [],
    });
    expect(readCadence("30")).toEqual(readCadence(30));
  });

  it.each([
    ["nothing", "", false],
    ["blank lines", " \r\n", false],
    ["a file that was cut off", '{"confirmed": true, "peo', false],
    ["null", "null", false],
    ["a list", "[]", false],
    ["zeros after a power cut", "\0\0\0", false],
    ["an empty object", "{}", true],
    ["a byte order mark", '\uFEFF{"confirmed": true}', true],
    ["what a person edited", '{\n  // mine\n  "confirmed": true,\n}', true],
  ])("tells whether %s is a whole file", (_, text, isWhole) => {
    expect(readSettingsText(text)).toMatchObject({ isWhole, repairs: isWhole ? [] : [expect.any(String)] });
  });

  it("reads its own writing back without a repair", () => {
    expect(readSettingsText(JSON.stringify(DEFAULT_SETTINGS))).toMatchObject({
      settings: DEFAULT_SETTINGS,
      repairs: [],
    });
  });

  it("never throws and always gives whole settings, whatever the file holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((text) => text.slice(0, -1)),
        ),
        (text) => {
          expect(Object.keys(readSettingsText(text).settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("settings as controls show them", () => {
  it("puts back what it shows, for every setting", () => {
    for (const field of SETTING_FIELDS)
      expect(field.put(DEFAULT_SETTINGS, field.show(DEFAULT_SETTINGS)), field.key).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ["circles", "close: often", /cadence of close/],
    ["circles", "close", /write a circle and its cadence/],
    ["people.properties", "type", /write a property and its value/],
    ["soonDays", -1, /from 0 to 366/],
    ["soonDays", 1.5, /from 0 to 366/],
    ["logHeading", " ", /title of a heading/],
    ["logHeading", "## Log", /title of a heading/],
    ["propertyNames.lastContact", " , ", /at least one/i],
    ["channels", "video call", /one word/i],
  ])("refuses %s = %j and says why", (key, value, message) => {
    expect(findField(key)?.put(DEFAULT_SETTINGS, value)).toMatch(message);
  });
});
