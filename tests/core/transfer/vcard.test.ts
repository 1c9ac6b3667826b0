import ICAL from "ical.js";
import { expect, it } from "vitest";
import { emptyPerson } from "../../../src/core/index/empty-person";
import { readYearlyDates } from "../../../src/core/people/read-values";
import { toVcards } from "../../../src/core/transfer/export/vcard";

function cardOf(name: string, address: string, dates: readonly string[]): string {
  const read = readYearlyDates(dates);
  return toVcards([
    { ...emptyPerson(`${name}.md`), address, place: "Lon;don, UK", dates: read.kind === "value" ? read.value : [] },
  ]);
}

it("escapes names and addresses once, as another reader sees them", () => {
  const card = cardOf("Smith, Ann; II", "5 High St; Flat 2, c\\o Bo\nback door", []);
  expect(card).toContain("\r\nADR:;;5 High St\\; Flat 2\\, c\\\\o Bo\\nback door;Lon\\;don\\, UK;;;\r\n");
  const read = new ICAL.Component(ICAL.parse(card) as unknown[]);
  expect(card).toContain("\r\nFN:Smith\\, Ann\\; II\r\n");
  expect(read.getFirstPropertyValue("adr")).toEqual([
    ...["", "", "5 High St; Flat 2, c\\o Bo\nback door", "Lon;don, UK"],
    ...["", "", ""],
  ]);
});

it.each([
  // dates, the lines of the card that say them
  [["2010-05-01 anniversary"], ["item1.ANNIVERSARY:20100501"]],
  [["05-01 wedding anniversary"], ["item1.ANNIVERSARY:--0501", "item1.X-ABLABEL:wedding anniversary"]],
  [["2010-05-01 work anniversary"], ["item1.X-ABDATE:2010-05-01", "item1.X-ABLABEL:work anniversary"]],
  [
    ["2001-02-03 the day we met", "2010-05-01 Married Bo", "2015-09-09 anniversary"],
    [
      "item1.X-ABDATE:2001-02-03",
      "item1.X-ABLABEL:the day we met",
      "item2.ANNIVERSARY:20100501",
      "item2.X-ABLABEL:Married Bo",
      "item3.X-ABDATE:2015-09-09",
      "item3.X-ABLABEL:anniversary",
    ],
  ],
])("%j go out as %j", (dates, lines) => {
  expect(
    cardOf("Ada", "", dates)
      .split("\r\n")
      .filter((line) => line.startsWith("item")),
  ).toEqual(lines);
});
