import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dueAfter, readCadence } from "../../src/core/people/cadence";
import { parseCivilDate } from "../../src/core/text/dates/civil-date";
import { readDate, readYearlyDay } from "../../src/core/text/dates/read-date";
import { yearlyDayText } from "../../src/core/text/dates/yearly-day-text";
import { foldPropertyName } from "../../src/core/text/note/property-name";
import { KNOWN_CHANNELS } from "../../src/core/log/channels";
import { readLog, touchOf } from "../../src/core/log/read-log";

const page = readFileSync(new URL("../../docs/data-format.md", import.meta.url), "utf8");

/** The rows of the table below `<!-- examples: NAME -->`, code marks taken off. */
function examples(name: string): string[][] {
  const from = page.indexOf(`<!-- examples: ${name} -->`);
  expect(from, `the table of ${name}`).toBeGreaterThan(0);
  const table = page.slice(page.indexOf("|", from), page.indexOf("\n\n", page.indexOf("|", from)));
  return table
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replace(/^`|`$/g, "").replace(/\\\|/g, "|")),
    );
}

describe("docs/data-format.md says what is so", () => {
  it.each(examples("property-name"))("property names %s and %s: %s", (one = "", other = "", same = "") => {
    expect(foldPropertyName(one) === foldPropertyName(other)).toBe(same === "yes");
  });

  it.each(examples("day"))("day %s reads as %s", (written, read) => {
    const reading = readDate(written);
    expect(reading.kind === "value" ? reading.value : "Problem").toBe(read);
  });

  it.each(examples("yearly-day"))("yearly day %s reads as %s", (written, read) => {
    const reading = readYearlyDay(written);
    expect(reading.kind === "value" ? yearlyDayText(reading.value) : "Problem").toBe(read);
  });

  it.each(examples("cadence"))("cadence %s from %s is due %s", (written, last = "", due = "") => {
    const reading = readCadence(/^-?[\d.]+$/.test(written ?? "") ? Number(written) : written);
    const day = parseCivilDate(last);
    if (!day) throw new Error(`No day: ${last}`);
    expect(reading.kind === "value" ? (dueAfter(reading.value, day) ?? "never") : "Problem").toBe(due);
  });

  it.each(examples("touch"))("log line %s", (line = "", date = "", direction = "", channel = "", text = "") => {
    const format = { heading: "Log", knownChannels: KNOWN_CHANNELS };
    const log = readLog(`## Log\n${line}\n`, format);
    const [entry] = log.entries;
    if (entry) {
      const touch = touchOf(entry, format);
      expect([touch.date, touch.direction ?? "", touch.channel ?? "", touch.text]).toEqual([
        date,
        direction,
        channel,
        text,
      ]);
    } else {
      expect(log.problems.length > 0 ? "Problem" : "prose").toBe(date);
    }
  });
});
