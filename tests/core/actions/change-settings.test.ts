import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CircleChange } from "../../../src/core/ports";
import { changeSettings, inverseChange } from "../../../src/core/actions/change-settings";
import { editSettings } from "../../../src/core/actions/edit-settings-text";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  circles: [
    { name: "Close", cadence: "monthly" },
    { name: "friends", cadence: "yearly" },
  ],
};
const circles = (change: CircleChange): unknown => {
  const changed = changeSettings(SETTINGS, { circle: change });
  return changed.ok ? changed.settings.circles.map(({ name, cadence }) => `${name} ${cadence}`) : changed.message;
};

describe("the cadence of a circle in the settings", () => {
  it.each<[string, CircleChange, unknown]>([
    [
      "keeps its place and spelling",
      { name: "close", before: "monthly", after: "weekly" },
      ["Close weekly", "friends yearly"],
    ],
    [
      "comes last where it is new",
      { name: "choir", before: null, after: "weekly" },
      ["Close monthly", "friends yearly", "choir weekly"],
    ],
    ["goes where it was not there before", { name: "FRIENDS", before: "yearly", after: null }, ["Close monthly"]],
    [
      "is left alone where somebody else changed it",
      { name: "close", before: "weekly", after: "daily" },
      "The cadence of the circle close has been changed since. Nothing was changed.",
    ],
    [
      "is left alone where somebody else made it",
      { name: "close", before: null, after: "daily" },
      "The cadence of the circle close has been changed since. Nothing was changed.",
    ],
  ])("%s", (_what, change, expected) => {
    expect(circles(change)).toEqual(expected);
  });

  it("comes back whatever it was, with what is marked as no contact", () => {
    const name = fc.constantFrom("close", "Friends", "choir", "new");
    fc.assert(
      fc.property(
        name,
        fc.constantFrom("weekly", "none", "every 6 weeks"),
        fc.uniqueArray(fc.constantFrom("a.md", "b.md > c.md")),
        (circle, after, added) => {
          const before =
            SETTINGS.circles.find((one) => one.name.toLowerCase() === circle.toLowerCase())?.cadence ?? null;
          const change = { marks: { added, removed: [] }, circle: { name: circle, before, after } };
          const there = changeSettings(SETTINGS, change);
          if (!there.ok) throw new Error(there.message);
          expect(changeSettings(there.settings, inverseChange(change))).toEqual({ ok: true, settings: SETTINGS });
        },
      ),
    );
  });

  it("changes nothing else in the text of the file", () => {
    const text =
      '{\r\n  // mine\r\n  "circles": [{ "name": "Close", "cadence": "monthly" }],\r\n  "other": 1e3\r\n}\r\n';
    const edited = editSettings(text, { circle: { name: "close", before: "monthly", after: "weekly" } });
    expect(edited.ok && edited.text.replace(/"circles": \[[^\]]*\]/, "CIRCLES")).toBe(
      '{\r\n  // mine\r\n  CIRCLES,\r\n  "other": 1e3\r\n}\r\n',
    );
    expect(edited.ok && /"cadence": "weekly"/.test(edited.text)).toBe(true);
  });
});
