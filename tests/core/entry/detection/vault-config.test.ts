import { describe, expect, it } from "vitest";
import { readDailyNotes } from "../../../../src/core/entry/detection/vault-config";

describe("where the daily notes are", () => {
  it.each<[string, string | null, string | null, string | null]>([
    ["nobody says", null, null, null],
    ["Obsidian says nothing yet", "{}", null, null],
    ["Obsidian's own file is broken", "{", null, null],
    ["Obsidian's", '{"folder":"Daily","format":"DD.MM.YYYY"}', null, "Daily DD.MM.YYYY"],
    ["Obsidian's, its form taken back", '{"folder":"Daily","format":""}', null, "Daily YYYY-MM-DD"],
    [
      "Periodic Notes'",
      '{"folder":"Daily"}',
      '{"daily":{"enabled":true,"folder":"Days","format":"D-M-YYYY"}}',
      "Days D-M-YYYY",
    ],
    [
      "Obsidian's, where Periodic Notes' are off",
      '{"folder":"Daily"}',
      '{"daily":{"enabled":false,"folder":"Days"}}',
      "Daily YYYY-MM-DD",
    ],
  ])("%s", (_what, own, periodic, expected) => {
    const found = readDailyNotes((file) => (file === "daily-notes.json" ? own : periodic));
    expect(found && `${found.folder} ${found.format}`).toBe(expected);
  });
});
