import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { readPeopleFile } from "../../../../src/core/transfer/import/read-people-file";

const TODAY = "2026-11-22" as CivilDate;
const encoder = new TextEncoder();

/** Reads a file, and prints what it cost beyond the file itself. */
async function measured(
  what: string,
  bytes: Uint8Array,
): Promise<Awaited<ReturnType<typeof readPeopleFile>> & { ms: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const read = await readPeopleFile(bytes, { file: "x", today: TODAY });
  const [ms, megabytes] = [
    Math.round(performance.now() - started),
    Math.round((process.memoryUsage().rss - before) / 1e6),
  ];
  console.log(
    `${what}: ${Math.round(bytes.length / 1e6)} MB, ${ms} ms, ${megabytes} MB more; ${read.people.length} people, ${read.problems.length} problems`,
  );
  return { ...read, ms, megabytes };
}

/** A text over and over, up to a size, after a beginning. */
function filled(size: number, begin: string, repeated: string, end = ""): Uint8Array {
  const bytes = new Uint8Array(size);
  const [head, unit, tail] = [begin, repeated, end].map((text) => encoder.encode(text)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  bytes.set(head);
  const block = new Uint8Array(unit.length * Math.max(1, Math.floor(65_536 / unit.length)));
  for (let at = 0; at < block.length; at += unit.length) block.set(unit, at);
  let at = head.length;
  for (; at + block.length <= size - tail.length; at += block.length) bytes.set(block, at);
  bytes.set(tail, at);
  return bytes.subarray(0, at + tail.length);
}

const CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\n";
const BOB = "END:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nEND:VCARD\r\n";

describe("hostile files cost bounded time and memory, and one bad card never loses the others", () => {
  it("a vCard of 200 MB whose picture never ends", async () => {
    const read = await measured(
      "one endless picture",
      filled(200_000_000, `${CARD}PHOTO;ENCODING=b:`, `${"A".repeat(74)}\r\n `, `\r\n${BOB}`),
    );
    expect(read.people.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    expect([read.ms < 15_000, read.megabytes < 250]).toEqual([true, true]);
  }, 30_000);

  it("a vCard of endless folded lines", async () => {
    const read = await measured(
      "endless folded lines",
      filled(20_000_000, `${CARD}NOTE:`, `${"a".repeat(60)}\r\n `, `\r\n${BOB}`),
    );
    expect(read.people.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    expect([read.ms < 10_000, read.megabytes < 250]).toEqual([true, true]);
  }, 30_000);

  it("gives others their turn in the middle of an endless card, and stops there when asked", async () => {
    const bytes = filled(20_000_000, `${CARD}NOTE:`, `${"a".repeat(60)}\r\n `, `\r\n${BOB}`);
    let turns = 0;
    await readPeopleFile(bytes, { file: "x", today: TODAY, onPause: () => Promise.resolve(++turns > 0) });
    expect(turns).toBeGreaterThanOrEqual(6);
    const stopped = await readPeopleFile(bytes, { file: "x", today: TODAY, onPause: () => Promise.resolve(false) });
    expect([stopped.isStopped, stopped.people]).toEqual([true, []]);
  }, 30_000);

  it("one line of 60 MB without an end", async () => {
    const read = await measured("one endless line", filled(60_000_000, `${CARD}NOTE:`, "a"));
    expect(read.people.map(({ name }) => name)).toEqual(["Ada"]);
    expect([read.ms < 5_000, read.megabytes < 250]).toEqual([true, true]);
  }, 30_000);

  it("a million rows", async () => {
    const read = await measured(
      "a million rows",
      filled(40_000_000, "Name,Email,Birthday\n", "Ada Lovelace,ada@example.org,1990-12-10\n"),
    );
    expect(read.people).toHaveLength(50_000);
    expect(read.problems.at(-1)?.message).toContain("Only the first 50000");
    expect([read.ms < 15_000, read.megabytes < 600]).toEqual([true, true]);
  }, 30_000);

  it("a cell whose quotes never close", async () => {
    const read = await measured("an open quote", filled(4_000_000, 'Name,Email\nAda,a@example.org\nBob,"', "x,y\n"));
    expect(read.people[0]?.name).toBe("Ada");
    expect(read.ms < 15_000).toBe(true);
  }, 30_000);

  it("bytes that are no text, and nothing at all", async () => {
    const noise = new Uint8Array(2_000_000).map((_, at) => (at * 7919 + (at >> 3) * 104729) & 0xff);
    expect((await measured("noise", noise)).problems.length).toBeGreaterThan(0);
    expect((await measured("nothing", new Uint8Array())).problems).toHaveLength(1);
    expect(
      (await measured("ends of cards alone", filled(3_000_000, "BEGIN:VCARD\r\n", "END:VCARD\r\n"))).people,
    ).toEqual([]);
  }, 30_000);
});
