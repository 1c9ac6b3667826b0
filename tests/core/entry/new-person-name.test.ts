import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeNoteName } from "../../../src/core/entry/new-person-name";

describe("the name of a new note", () => {
  it.each([
    ["Ada Lovelace", "Ada Lovelace"],
    ['AC/DC: the "band" <live> | 1*?', "AC-DC- the 'band' (live) - 1"],
    ["..\\..\\etc\\passwd", "etc-passwd"],
    ["../../Secrets", "Secrets"],
    ["  Bob\n\tSmith  ", "Bob Smith"],
    ["CON", "CON_"],
    ["nul.txt", "nul_.txt"],
    ["Com1", "Com1_"],
    ["LPT\u00b9", "LPT\u00b9_"],
    ["Connie", "Connie"],
    ["Trailing dots...", "Trailing dots"],
    [".hidden", "hidden"],
    ["A #1 [[link]] ^block %%c%%", "A 1 ((link)) block %c%"],
    ["Zoe\u0308", "Zo\u00eb"],
    ["\u202eevil\u202c", "evil"],
    ["王晓明", "王晓明"],
    ["محمد\u200cرضا", "محمد\u200cرضا"],
    ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
    ["a\u0000b\u0007c", "abc"],
    ["???", ""],
    ["", ""],
    ["...", ""],
  ])("of %j is %j", (name, expected) => {
    expect(safeNoteName(name)).toBe(expected);
  });

  it("never splits a character at its longest", () => {
    const name = safeNoteName("👩‍👩‍👧".repeat(60));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
    expect(name).toBe("👩‍👩‍👧".repeat([...name].length / 5));
    expect(safeNoteName("x".repeat(1_000_000))).toHaveLength(180);
  });

  it("of a million dots costs no more than its length", () => {
    const start = process.cpuUsage().user;
    expect(safeNoteName(`a${".".repeat(1_000_000)}b`)).toBe("a");
    expect(process.cpuUsage().user - start).toBeLessThan(500_000);
  });

  it("can stand in a path and in a link on every system, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("aux", "con.", " prn ", "com9.a"),
        ),
        (typed) => {
          const name = safeNoteName(typed);
          expect(name).not.toMatch(/[/\\:*?"<>|#^[\]\p{Cc}\p{Cs}\u202a-\u202e]/u);
          expect(name).not.toMatch(/^[\s.]|[\s.]$/);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
          expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(181);
          expect(safeNoteName(name)).toBe(name);
        },
      ),
      { numRuns: 60 },
    );
  }, 20_000);
});
