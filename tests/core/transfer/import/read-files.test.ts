import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import type { ColumnMapping } from "../../../../src/core/transfer/import/csv-columns";
import { dayOrder, isoDay } from "../../../../src/core/transfer/import/csv-days";
import type { ImportedPerson } from "../../../../src/core/transfer/import/imported-person";
import { readPeopleFile } from "../../../../src/core/transfer/import/read-people-file";
import { fromQuotedPrintable } from "../../../../src/core/transfer/import/content-lines";
import { decodeText } from "../../../../src/core/transfer/import/decode-text";

const TODAY = "2026-11-22" as CivilDate;
/** One producer writes two bytes a letter; its fixture is kept as text that can be looked at. */
const bytesOf = (file: string): Uint8Array => {
  const bytes = readFileSync(new URL(`fixtures/${file}`, import.meta.url));
  return file === "google-old.csv" ? Buffer.from(`\ufeff${bytes.toString("utf8")}`, "utf16le") : bytes;
};
const shown = ({ name, aliases, texts, lists, about }: ImportedPerson): string =>
  [
    name,
    ...aliases.map((alias) => `alias: ${alias}`),
    ...Object.entries(texts).map(([key, value]) => `${key}: ${value}`),
    ...Object.entries(lists).flatMap(([key, values]) => values.map((value) => `${key}: ${value}`)),
    ...about.map((line) => `> ${line}`),
  ].join("\n  ");
const read = async (file: string, mapping?: ColumnMapping): Promise<string> => {
  const { people, problems } = await readPeopleFile(bytesOf(file), {
    file,
    today: TODAY,
    ...(mapping ? { mapping } : {}),
  });
  return [...people.map(shown), ...problems.map(({ line, message }) => `! ${line ?? "-"}: ${message}`)].join("\n");
};
const ofText = async (text: string) => readPeopleFile(new TextEncoder().encode(text), { file: "x", today: TODAY });
const card = (...lines: string[]): string => `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines.join("\r\n")}\r\nEND:VCARD\r\n`;

describe("what a file of each producer becomes", () => {
  it("Apple: groups, labels, a birthday without its year, a photo, a company", async () =>
    expect(await read("apple-3.0.vcf")).toMatchInlineSnapshot(`
      "Ada Augusta Lovelace
        alias: Ada
        birthday: 12-10
        uid: 1A2B3C4D-0001
        place: London
        address: 12 St James's Square, SW1Y 4JH London, United Kingdom
        email: ada@example.org
        email: countess@example.org
        phone: +44 20 7946 0001
        dates: 1835-07-08 anniversary
        dates: 1843-09-01 Notes published
        > Analytical Engines, Ltd., Programs
        > Countess
        > Two children, one stubborn horse.
        > Prefers letters."
    `));
  it("Google: a city, no year, another script", async () =>
    expect(await read("google-3.0.vcf")).toMatchInlineSnapshot(`
      "Núria Puig i Ferrer
        birthday: 1988-02-29
        place: Barcelona
        address: Carrer de Mallorca 1, 08013 Barcelona, ES
        email: nuria@example.cat
        phone: +34 600 000 001
        > https://example.cat
      王晓明
        birthday: 03-15"
    `));
  it("Android 2.1: quoted-printable with soft breaks, base64", async () =>
    expect(await read("android-2.1.vcf")).toMatchInlineSnapshot(`
      "Jürgen Müller
        birthday: 1975-04-23
        place: Köln
        address: Schloßstraße 5, 50667 Köln, Deutschland
        email: juergen@example.de
        phone: +491700000001
        phone: 030 1234567
        > Zwei Söhne,
        > ein Hund"
    `));
  it("Outlook 2.1: Windows-1252, commas that are text", async () =>
    expect(await read("outlook-2.1.vcf")).toMatchInlineSnapshot(`
    "Hélène Lefèvre
      place: Paris
      address: 3 rue de la Paix, 75002 Paris, France
      email: helene@example.fr
      phone: +33 1 00 00 00 01
      > Café, Thé & Cie, Ventes
      > Directrice générale"
  `));
  it("Thunderbird 4.0: uri values, a group of people left out", async () =>
    expect(await read("thunderbird-4.0.vcf")).toMatchInlineSnapshot(`
      "Grace Hopper
        alias: Amazing Grace
        birthday: 12-09
        uid: 5d7b6f1e-0000-4000-8000-000000000001
        place: Arlington
        email: grace@example.org
        email: hopper@example.org
        phone: +1-202-555-0101
        dates: 1930-06-15 anniversary
        interests: compilers
        > Nanoseconds; a foot of wire"
    `));
  it("an old phone: a broken line, an ambiguous day, a card that is cut off", async () =>
    expect(await read("old-phone-2.1.vcf")).toMatchInlineSnapshot(`
    "Mum
      phone: 0123456789
    Bob Smith
      phone: 0987654321
    Cut off Smith
      phone: 1234567
    ! 10: "this line is broken" is no property of a card; expected a name, a colon and a value.
    ! 11: The birthday "04/05/1999" cannot be read; expected a day such as 1990-12-10, or 12-10 where the year is not known.
    ! 13: The card has no END:VCARD; it was read as far as it goes."
  `));
  it("Google CSV, new headings: several values in a cell, lines in a cell", async () =>
    expect(await read("google-new.csv")).toMatchInlineSnapshot(`
      "Ada Lovelace
        alias: Countess
        birthday: 12-10
        place: London
        address: 12 St James's Square, London SW1Y 4JH
        email: ada@example.org
        email: ada2@example.org
        email: work@example.org
        phone: +44 20 7946 0001
        dates: 1835-07-08 Anniversary
        > Analyst, Engine Works
        > Likes horses, and
        > long letters
      佐藤 美咲
        birthday: 1990-03-15"
    `));
  it("Google CSV, old headings, in UTF-16", async () =>
    expect(await read("google-old.csv")).toMatchInlineSnapshot(`
    "Ada Lovelace
      birthday: 1815-12-10
      email: ada@example.org
      phone: +44 20 7946 0001
      phone: +44 20 7946 0002
      > Analyst, Engine Works"
  `));
  it("LinkedIn with its preamble", async () =>
    expect(await read("linkedin.csv")).toMatchInlineSnapshot(`
    "Ada Lovelace
      met: 2019-03-05 on LinkedIn
      > Analyst, Programs, Engine Works
      > https://www.linkedin.com/in/ada
    Grace Hopper
      met: 2020-12-31 on LinkedIn
      email: grace@example.org
      > Rear Admiral, Navy
      > https://www.linkedin.com/in/grace"
  `));
  it("Outlook CSV: the order of days shown by one of them", async () =>
    expect(await read("outlook.csv")).toMatchInlineSnapshot(`
      "Ada Lovelace
        birthday: 1815-12-10
        place: London
        address: 12 St James's Square, SW1Y 4JH London, United Kingdom
        email: ada@example.org
        phone: +44 20 7946 0001
        dates: 1835-07-08 anniversary
        > Analyst, Engine Works
      Bob Smith Jr.
        birthday: 1990-03-14
        email: bob@example.org
        phone: 030 1234567"
    `));
  it("any other CSV: asks for its columns", async () =>
    expect(await read("other.csv")).toMatchInlineSnapshot(
      `"! 1: No column says who each row is (Persoon, Jarig, Bereikbaar, Leeftijd); say which column is the name."`,
    ));
  it("any other CSV, with its columns said", async () =>
    expect(await read("other.csv", ["name", "birthday", "email", null])).toMatchInlineSnapshot(`
    "Anna de Vries
      birthday: 1990-03-14
      email: anna@example.nl
    Bram Bakker
      birthday: 1985-04-05
      email: bram@example.nl"
  `));
  it("Google's calendar: years that are the calendar's own, one event a year", async () =>
    expect(await read("google.ics")).toMatchInlineSnapshot(`
    "Ada Lovelace
      birthday: 12-10
    Impossible Day
      birthday: 02-29"
  `));
  it("Apple's calendar", async () =>
    expect(await read("apple.ics")).toMatchInlineSnapshot(`
    "Ada Lovelace
      birthday: 1815-12-10
    王晓明
      birthday: 03-15"
  `));
  it("Facebook's calendar: a day without its type, a meeting", async () =>
    expect(await read("facebook.ics")).toMatchInlineSnapshot(`
    "Bob Smith
      birthday: 02-03"
  `));
});

describe("odd ends of cards", () => {
  it.each([
    ["a group before a name", card("item1.FN:Ada"), "Ada"],
    ["lower case and LF alone", "begin:vcard\nversion:3.0\nfn:Ada\nend:vcard\n", "Ada"],
    ["CR alone", "BEGIN:VCARD\rVERSION:3.0\rFN:Ada\rEND:VCARD\r", "Ada"],
    ["a byte order mark", `\ufeff${card("FN:Ada")}`, "Ada"],
    ["folded lines", card("FN:Ada Love", " lace"), "Ada Lovelace"],
    ["no name but an organisation", card("ORG:Engines"), "Engines\n  > Engines"],
    ["no name but an address", card("EMAIL:a@example.org"), "a@example.org\n  email: a@example.org"],
    ["names in N alone", card("N:Lovelace;Ada;;;"), "Ada Lovelace"],
    ["escapes", card("FN:Ada\\, the \\; first"), "Ada, the ; first"],
    ["a date and time", card("FN:Ada", "BDAY:1990-02-03T00:00:00Z"), "Ada\n  birthday: 1990-02-03"],
    ["year 1604 without its mark", card("FN:Ada", "BDAY:1604-02-29"), "Ada\n  birthday: 02-29"],
    [
      "another year that only fills the place",
      card("FN:Ada", "BDAY;X-APPLE-OMIT-YEAR=1900:1900-02-28"),
      "Ada\n  birthday: 02-28",
    ],
    ["control and direction characters", card("FN:A\u202ed\u0007a"), "Ada"],
  ])("%s", async (_what, text, expected) => {
    const { people, problems } = await ofText(text);
    expect([people.map(shown).join("\n"), problems]).toEqual([expected, []]);
  });

  it("a value that the parser refuses costs its line and no more", async () => {
    const { people, problems } = await ofText(card("FN:Ada", "EMAIL;=;:x", "TEL:1234567") + card("FN:Bob"));
    expect(people.map(({ name }) => name)).toEqual(["Ada", "Bob"]);
    expect(people[0]?.lists.phone).toEqual(["1234567"]);
    expect(problems.map(({ line }) => line)).toEqual([4]);
  });
});

describe("quoted-printable", () => {
  it.each([
    ["=C3=A9t=C3=A9", null, "été"],
    ["=e9", "iso-8859-1", "é"],
    ["=82=A0", "shift_jis", "あ"],
    ["=E9", null, "é"],
    ["100=", null, "100="],
    ["a=ZZ", null, "a=ZZ"],
    ["=C3=A9", "x-nonsense", "é"],
  ])("%s in %s is %s", (value, charset, expected) =>
    expect(decodeText(fromQuotedPrintable(new TextEncoder().encode(value)), charset)).toBe(expected),
  );
});

describe("a day in a table", () => {
  it.each([
    ["3/14/1990", null, "1990-03-14"],
    ["14.3.1990", null, "1990-03-14"],
    ["04/05/1999", null, "04/05/1999"],
    ["04/05/1999", "day-month", "1999-05-04"],
    ["04/05/1999", "month-day", "1999-04-05"],
    ["5/5/1999", null, "1999-05-05"],
    ["05 Mar 2019", null, "2019-03-05"],
    ["March 5, 2019", null, "2019-03-05"],
    ["0/0/00", null, ""],
    ["1990-02-03", null, "1990-02-03"],
    ["4/5/99", "day-month", "4/5/99"],
    ["12 Foo 2019", null, "12 Foo 2019"],
  ] as const)("%s, known to be %s, is %s", (value, order, expected) => expect(isoDay(value, order)).toBe(expected));

  it.each([
    [["1/2/1990", "13/2/1990"], "day-month"],
    [["1/2/1990", "2/13/1990"], "month-day"],
    [["13/2/1990", "2/13/1990"], null],
    [["1/2/1990"], null],
  ])("the order of %j is %s", (values, order) => expect(dayOrder(values)).toBe(order));
});

describe("what is no property of ours", () => {
  it.each([
    [
      "an address on the web",
      ["URL:https\\://ada.example.org", "item1.URL:https://blog.example.org", "item1.X-ABLabel:Blog"],
      ["https://ada.example.org", "Blog: https://blog.example.org"],
    ],
    [
      "messengers and profiles",
      [
        "IMPP;X-SERVICE-TYPE=Skype:skype:ada.l",
        "X-SOCIALPROFILE;type=twitter:https://twitter.com/ada",
        "X-SKYPE-USERNAME:ada.l2",
      ],
      ["Skype: ada.l", "Twitter: https://twitter.com/ada", "Skype: ada.l2"],
    ],
    [
      "whom they belong with",
      [
        "item2.X-ABRELATEDNAMES:William King",
        "item2.X-ABLabel:_$!<Spouse>!$_",
        "RELATED;TYPE=friend;VALUE=text:Charles Babbage",
        "RELATED:urn:uuid:1",
      ],
      ["Spouse: William King", "Friend: Charles Babbage"],
    ],
    [
      "a second address",
      ["ADR;TYPE=HOME:;;12 St;London;;SW1;UK", "ADR;TYPE=WORK:;;1 Road;Paris;;75;FR"],
      ["Work: 1 Road, 75 Paris, FR"],
    ],
    ["categories, pictures, the rest", ["CATEGORIES:Friends", "PHOTO;ENCODING=b:AAAA", "GEO:1,2", "GENDER:F"], []],
  ])("%s is text of a new note, or nothing", async (_what, lines, about) => {
    const { people, problems } = await ofText(card("FN:Ada", ...lines));
    expect([people.map((person) => person.about), problems]).toEqual([[about], []]);
  });
});
