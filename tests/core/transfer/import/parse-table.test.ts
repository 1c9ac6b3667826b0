import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { hostReader } from "../../../../src/core/transfer/import/decode-text";
import { parseTable } from "../../../../src/core/transfer/import/parse-table";
import { readPeopleFile } from "../../../../src/core/transfer/import/read-people-file";

const encoder = new TextEncoder();
const TODAY = "2026-11-22" as CivilDate;

/**
 * A table that is many slices long: cells with line breaks, quotes and letters of several bytes, wherever the cuts
 * fall.
 */
function longTable(rows: number, eol: string): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `"Person ${at}","said ""é${"ß".repeat(at % 7)}🎂"",${eol}twice",p${at}@example.org`,
  );
  return `Name,Notes,Email${eol}${lines.join(eol)}${eol}`;
}

describe("a table read slice by slice", () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("gives every row with its line, whatever stands at a cut (%s)", async (_, eol) => {
    const slices: number[] = [];
    const table = await parseTable(
      encoder.encode(longTable(6_000, eol)),
      "x.csv",
      (rows) => Promise.resolve(slices.push(rows) > 0),
      hostReader,
    );
    expect(table?.rows).toHaveLength(6_000);
    expect(
      table?.rows.every(
        ([name, notes, email], at) =>
          name === `Person ${at}` &&
          notes === `said "é${"ß".repeat(at % 7)}🎂",${eol}twice` &&
          email === `p${at}@example.org`,
      ),
    ).toBe(true);
    expect(table?.lines.slice(0, 3)).toEqual([2, 4, 6]);
    expect(table?.lines.at(-1)).toBe(2 + 2 * 5_999);
    expect(table?.problems).toEqual([]);
    // Counted, not timed: each slice is followed by a turn for others.
    expect(slices.length).toBeGreaterThanOrEqual(3);
    expect(slices).toEqual([...slices].sort((a, b) => a - b));
  });

  it("stops at any slice, and so does the whole reading", async () => {
    const bytes = encoder.encode(longTable(6_000, "\n"));
    let left = 3;
    expect(await parseTable(bytes, "x.csv", () => Promise.resolve(--left > 0), hostReader)).toBe(null);
    const read = await readPeopleFile(bytes, { file: "x.csv", today: TODAY, onPause: () => Promise.resolve(false) });
    expect([read.isStopped, read.people.length]).toEqual([true, 0]);
  });

  it("a quote that never closes costs its row, named with its line, and none of those after it", async () => {
    const rows = Array.from({ length: 8_000 }, (_, at) => `Person ${at},p${at}@example.org`);
    const text = `Name,Email\nAda,a@example.org\nBob,"b@example.org\n${rows.join("\n")}\n`;
    const read = await readPeopleFile(encoder.encode(text), { file: "x.csv", today: TODAY });
    expect(read.people.slice(0, 3).map(({ name, lists }) => [name, lists.email[0]])).toEqual([
      ["Ada", "a@example.org"],
      ["Bob", "b@example.org"],
      ["Person 0", "p0@example.org"],
    ]);
    expect(read.people).toHaveLength(8_002);
    expect(read.problems).toEqual([
      {
        path: "x.csv",
        line: 3,
        property: null,
        message: "A quote in this row is never closed; the row was read without it.",
      },
    ]);
  });

  it("reads Windows' western letters where the bytes are no UTF-8, and a mark at the beginning", async () => {
    const latin = new Uint8Array([
      ...encoder.encode("Name,Email\n"),
      0x4a,
      0xfc,
      0x72,
      0x67,
      0x65,
      0x6e,
      ...encoder.encode(",j@example.org\n"),
    ]);
    expect((await readPeopleFile(latin, { file: "x", today: TODAY })).people[0]?.name).toBe("Jürgen");
    expect(
      (await readPeopleFile(encoder.encode("\ufeffName;Email\nJürgen;j@example.org"), { file: "x", today: TODAY }))
        .people[0]?.name,
    ).toBe("Jürgen");
  });
});
