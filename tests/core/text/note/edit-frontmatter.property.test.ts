import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { editFrontmatter } from "../../../../src/core/text/note/edit-frontmatter";
import { applySplices } from "../../../../src/core/text/note/note-edit";
import { foldPropertyName } from "../../../../src/core/text/note/property-name";
import type { HeadValue } from "../../../../src/core/text/note/yaml-text";
import { check } from "../../../support/check";
import { mutatedTexts, noteTexts } from "../../../support/note-texts";
import {
  addedLines,
  blockOf,
  commonPrefix,
  commonSuffix,
  dataOf,
  dataOfObsidian,
  entryLines,
  type Data,
} from "../../../support/oracle";

const NAMES = ["last_contact", "circle", "cadence", "snooze_until", "paused", "uid"];
const VALUES: readonly HeadValue[] = [
  "2026-11-21",
  "every 6 weeks",
  "close",
  true,
  'it\'s "both"',
  "",
  " spaced ",
  "yes",
  "null",
  "12:30",
  "010",
  "1e3",
  "a: b",
  "a #b",
  "# c",
  "[x]",
  "{{x}}",
  "&a",
  "*a",
  "!t",
  "| x",
  "> x",
  "- x",
  "? x",
  "@x",
  "%x",
  "`x`",
  "two\nlines",
  "tab\t",
  "RRULE:FREQ=MONTHLY;BYDAY=1SA",
  "[[Ada]]",
  "😀",
  "עברית",
  "nel\u0085",
  "ls\u2028",
  "\ufeff",
  "\u0000",
  "\u007f",
  "\uffff",
  "\ud800",
  "__proto__",
  "C:\\x\\n",
  "---",
  "...",
  "~",
  ["one"],
  ["2026-01-05", "yes", "a, b", "[c]"],
  [],
];
const changes = fc.record({ text: noteTexts, name: fc.constantFrom(...NAMES), value: fc.constantFrom(...VALUES) });

/** The text after setting (or with null removing) a property; null where it was refused. */
function set(text: string, name: string, value: HeadValue | null): string | null {
  const plan = editFrontmatter(text, [{ names: [name], value }], parseFrontmatter);
  if (!plan.ok) expect(plan.problem.message).not.toBe("");
  return plan.ok ? applySplices(text, plan.splices) : null;
}

function keyIn(data: Data, name: string): string | undefined {
  return Object.keys(data).find((key) => foldPropertyName(key) === foldPropertyName(name));
}

function without(data: Data, key: string | undefined): [string, unknown][] {
  return Object.keys(data)
    .filter((one) => one !== key)
    .map((one) => [one, Object.getOwnPropertyDescriptor(data, one)?.value as unknown]);
}

/** A day may be written as a link, and one text into a list, as the old value was. */
function sameValue(read: unknown, value: HeadValue): boolean {
  const single = Array.isArray(read) && read.length === 1 && typeof value === "string" ? (read[0] as unknown) : read;
  return JSON.stringify(single).replace(/"\[\[(?:[^"]*\/)?(\d{4}-\d\d-\d\d)\]\]"/g, '"$1"') === JSON.stringify(value);
}

describe("editing one property, over notes of every shape", () => {
  it("changes the lines of that key and not a byte elsewhere", () => {
    let written = 0;
    check(changes, 2_000, ({ text, name, value }) => {
      const result = set(text, name, value);
      if (result === null) return;
      written++;
      const key = keyIn(dataOf(text) ?? {}, name);
      if (key === undefined) {
        const added = addedLines(text, result);
        expect(added?.[0]).toBeDefined();
        expect(commonPrefix(text, result) + commonSuffix(text, result)).toBeGreaterThanOrEqual(text.length);
        return;
      }
      const entry = entryLines(text, key);
      if (entry === null) return;
      expect(commonPrefix(text, result)).toBeGreaterThanOrEqual(entry.from);
      expect(commonSuffix(text, result)).toBeGreaterThanOrEqual(text.length - entry.to);
    });
    // So that a change that refuses everything does not pass.
    expect(written).toBeGreaterThan(200);
  });

  it("reads back, by both YAML readers, as the value set and everything else as it was", () => {
    check(changes, 2_000, ({ text, name, value }) => {
      const result = set(text, name, value);
      if (result === null) return;
      for (const read of [dataOf, dataOfObsidian]) {
        const before = read(text);
        const after = read(result);
        if (before === null) continue;
        expect(after).not.toBeNull();
        const key = keyIn(after ?? {}, name);
        expect(sameValue((after ?? {})[key ?? ""], value)).toBe(true);
        expect(without(after ?? {}, key)).toEqual(without(before, keyIn(before, name)));
      }
    });
  });

  it("set twice is set once; and then removed, it is gone", () => {
    check(changes, 1_500, ({ text, name, value }) => {
      const once = set(text, name, value);
      if (once === null) return;
      expect(set(once, name, value)).toBe(once);
      const removed = set(once, name, null);
      if (removed === null) return;
      expect(keyIn(dataOf(removed) ?? {}, name)).toBeUndefined();
      if (keyIn(dataOf(text) ?? {}, name) === undefined && blockOf(text)) expect(removed).toBe(text);
    });
  });

  it("removing takes whole lines, from the key's own on, and no others", () => {
    check(changes, 1_500, ({ text, name }) => {
      const result = set(text, name, null);
      if (result === null || result === text) return;
      const entry = entryLines(text, keyIn(dataOf(text) ?? {}, name) ?? "");
      if (entry === null) return;
      const taken = text.length - result.length;
      expect(result).toBe(text.slice(0, entry.from) + text.slice(entry.from + taken));
      expect(entry.from + taken).toBeLessThanOrEqual(entry.to);
    });
  });

  it("never throws on damaged notes, and what it writes there still reads", () => {
    check(
      fc.record({ text: mutatedTexts, name: fc.constantFrom(...NAMES), value: fc.constantFrom(...VALUES) }),
      3_000,
      ({ text, name, value }) => {
        const result = set(text, name, value);
        if (result === null) return;
        expect(sameValue((dataOf(result) ?? {})[keyIn(dataOf(result) ?? {}, name) ?? ""], value)).toBe(true);
        expect(without(dataOf(result) ?? {}, keyIn(dataOf(result) ?? {}, name))).toEqual(
          without(dataOf(text) ?? {}, keyIn(dataOf(text) ?? {}, name)),
        );
      },
    );
  });
});
