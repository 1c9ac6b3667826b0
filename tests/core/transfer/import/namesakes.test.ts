import { describe, expect, it } from "vitest";
import { charsetReader } from "../../../../src/cli/charset-reader.mjs";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { phoneKey, nameKey } from "../../../../src/core/transfer/import/name-keys";
import { planImport } from "../../../../src/core/transfer/import/plan-import";
import { readPeopleFile } from "../../../../src/core/transfer/import/read-people-file";
import { personFrom } from "../../../support/a-person";

const card = (...lines: string[]): string => `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines.join("\r\n")}\r\nEND:VCARD\r\n`;
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const options = { file: "x", today: "2026-11-22" as CivilDate, readerFor: charsetReader };

async function planned(text: string, notes: Readonly<Record<string, string>> = {}) {
  const plan = await planImport(
    Object.entries(notes).map(([path, note]) => personFrom(note, path)),
    await readPeopleFile(new TextEncoder().encode(text), options),
    DEFAULT_SETTINGS,
    "x",
    () => Promise.resolve(false),
    () => Promise.resolve(true),
  );
  if (!plan) throw new Error("Nobody stopped it");
  return plan;
}

describe("people of one name", () => {
  const first = card("FN:Ada Byron", "TEL:030 1234567");
  it.each([
    ["share nothing: asked", first + card("FN:Byron, Ada", "EMAIL:a@b.org"), {}, "create 1, ask namesakes"],
    ["share a number: one", first + card("FN:Ada Byron", "TEL:030 1234567", "EMAIL:a@b.org"), {}, "create 1, joined 2"],
    [
      "share a number and not the birthday: asked",
      card("FN:Bo Li", "TEL:030 1234567", "BDAY:1950-01-02") + card("FN:Bo Li", "TEL:030 1234567", "BDAY:1980-03-04"),
      {},
      "create 1, ask namesakes",
    ],
    ["father and son", card("FN:Robert Smith Jr."), { "People/Robert Smith.md": "" }, "create 1"],
    [
      "father and son with one line",
      card("FN:Robert Smith Jr.", "TEL:030 1234567"),
      { "People/Robert Smith.md": '---\nphone: "030 1234567"\n---\n' },
      "ask other-name",
    ],
    ["a first name alone", card("FN:José", "TEL:030 1234567"), { "People/José.md": "" }, "ask first-name"],
    [
      "two of them and one note",
      card("FN:Bo Li", "TEL:030 1234567") + card("FN:Bo Li", "TEL:030 7654321"),
      { "People/Bo Li.md": "" },
      "ask namesakes, ask namesakes",
    ],
    [
      "one of them and two notes",
      card("FN:Bo Li", "TEL:030 1234567"),
      { "People/Bo Li.md": "", "Work/Bo Li.md": "" },
      "ask several",
    ],
  ])("%s", async (_what, text, notes, expected) => {
    const { create, update, ambiguous, joined } = await planned(text, notes);
    expect(
      [
        ...(create.length > 0 ? [`create ${create.length}`] : []),
        ...(update.length > 0 ? [`update ${update.length}`] : []),
        ...ambiguous.map(({ why }) => `ask ${why}`),
        ...joined.map(({ cards }) => `joined ${cards}`),
      ].join(", "),
    ).toBe(expected);
  });

  it("names what a joining drops", async () => {
    const { dropped } = await planned(
      card("FN:Ada Byron", "UID:1", "BDAY:1990-01-01") + card("FN:Ada Byron", "UID:1", "BDAY:1991-02-03"),
    );
    expect(dropped).toContainEqual({ name: "Ada Byron", property: "birthday", value: "1991-02-03" });
  });

  it("have keys of their own for generations and extensions", () => {
    expect(nameKey("Robert Smith Jr.")).not.toBe(nameKey("Robert Smith"));
    expect(nameKey("Smith, Robert, Junior")).toBe(nameKey("Robert Smith Jr"));
    expect(phoneKey("+1 555 010 0000 x12")).not.toBe(phoneKey("+1 555 010 0000 x13"));
  });
});

describe("bytes of other charsets", () => {
  it.each([
    [
      "a charset as last parameter",
      card("N;CHARSET=windows-1251:\xcf\xf3\xf8\xea\xe8\xed;\xc0\xed\xed\xe0;;;"),
      ["Анна Пушкин"],
    ],
    ["signs of windows-1252", card("FN:O\x92Brien \x96 \x80"), ["O’Brien – €"]],
    ["letters that Windows added", card("FN;CHARSET=Shift_JIS:\xfb\xfc\x8b\xb4\x95\x5c"), ["髙橋表"]],
    ["a space after a soft break", card("FN;ENCODING=QUOTED-PRINTABLE:Ada=\r\n Byron"), ["Ada Byron"]],
    ["a mark before the second card", card("FN:Ada") + "\xef\xbb\xbf" + card("FN:Bob"), ["Ada", "Bob"]],
    ["cards without a line between", card("FN:Ada").trimEnd() + card("FN:Bob"), ["Ada", "Bob"]],
  ])("%s", async (_what, text, names) => {
    const { people, problems } = await readPeopleFile(bytes(text), options);
    expect([people.map(({ name }) => name), problems]).toEqual([names, []]);
  });

  it("text outside of cards is a Problem", async () => {
    const { problems } = await readPeopleFile(bytes(`${card("FN:Ada")}TEL:5550100\r\n`), options);
    expect(problems.map(({ line }) => line)).toEqual([5]);
  });
});
