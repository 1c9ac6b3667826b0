import { describe, expect, it } from "vitest";
import { readSettings } from "../../../../src/core/people/settings/repair-settings";
import { SETTING_FIELDS, findField } from "../../../../src/core/people/settings/setting-fields";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";

const put = (key: string, value: string | number | boolean) => findField(key)?.put(DEFAULT_SETTINGS, value);

describe("each setting", () => {
  it.each(SETTING_FIELDS.map((field) => [field.key, field] as const))(
    "%s takes what it shows, and keeps it in the file",
    (_, field) => {
      const settings = field.put(DEFAULT_SETTINGS, field.show(DEFAULT_SETTINGS));
      expect(settings).toEqual(DEFAULT_SETTINGS);
      expect(field.name.trim()).not.toBe("");
      expect(field.about.trim()).not.toBe("");
    },
  );

  it.each(SETTING_FIELDS.filter(({ control }) => control === "number").map(({ key }) => [key]))(
    "%s refuses what is no whole number in its bounds",
    (key) => {
      for (const wrong of ["", " ", "many", "2.5", "-1", "1e9", Number.NaN, 367, -1])
        expect(typeof put(key, wrong), String(wrong)).toBe("string");
    },
  );

  it.each([
    ["people.folders", "../elsewhere", "../elsewhere"],
    ["people.folders", "People\nC:\\People", "C:\\People"],
    ["people.templateFolders", "Templates/..", "Templates/.."],
    ["newPersonFolder", "..", ".."],
    ["newPersonTemplate", "Templates|Person", "Templates|Person"],
    ["tasks.practicesNote", "../Practices", "../Practices.md"],
    ["people.tags", "my people", "my people"],
    ["people.tags", "2026", "2026"],
    ["people.properties", "type", "type"],
    ["people.properties", ": person", ": person"],
    ["circles", "close", "close"],
    ["circles", "close: often", "close"],
    ["circles", "close: weekly\nCLOSE: monthly", "CLOSE"],
    ["channels", "phone call", "One word"],
    ["logHeading", "## Log", "without #"],
    ["logHeading", "  ", "heading"],
    ["panel.reachOrder", "call\npigeon", "pigeon"],
    ["tasks.calendarFile", "../cal.ics", ".ics"],
    ["tasks.calendarFile", "cal.txt", ".ics"],
    ["propertyNames.birthday", " , ", "spelling"],
    ["propertyNames.birthday", "Last-Contact", "Last contact"],
  ])("%s refuses %j and names it", (key, value, named) => {
    const said = put(key, value);
    expect(typeof said === "string" ? said : "taken").toContain(named);
  });

  it.each([
    ["people.folders", "/", { people: { folders: [""] } }],
    ["people.folders", "/People/Friends/", { people: { folders: ["People/Friends"] } }],
    ["people.tags", "#people/friends\nвстречи\n人", { people: { tags: ["people/friends", "встречи", "人"] } }],
    ["newPersonFolder", "", { newPersonFolder: "" }],
    ["week.picks", "2", { week: { picks: 2 } }],
    ["occasions.prepareDays", 0, { occasions: { prepareDays: 0 } }],
    ["propertyNames.birthday", "Birthday, born", { propertyNames: { birthday: ["Birthday", "born"] } }],
  ])("%s takes %j", (key, value, wanted) => {
    const settings = put(key, value);
    expect(settings).toMatchObject(wanted);
    expect(readSettings(settings).repairs).toEqual([]);
  });
});
