import { afterEach, describe, expect, it } from "vitest";
import { namesInWords } from "../../../src/core/words/names";
import { number, plural, writeNumbersAs } from "../../../src/core/words/number";
import { words } from "../../../src/core/words/words";

afterEach(() => {
  writeNumbersAs("en");
});

describe("numbers in sentences", () => {
  it.each([
    ["en", 1, "1 week"],
    ["en", 0, "0 weeks"],
    ["en", 1204, "1,204 weeks"],
    ["de", 1204, "1.204 weeks"],
    ["fa", 3, "۳ weeks"],
    ["fa", 1, "۱ week"],
    ["no such locale", 1204, "1,204 weeks"],
  ])("in %s: %i", (locale, count, wanted) => {
    writeNumbersAs(locale);
    expect(plural(count, "week", "weeks")).toBe(wanted);
  });

  it("are written by a short way as Intl writes them", () => {
    const [intl, forms] = [new Intl.NumberFormat("en"), new Intl.PluralRules("en")];
    for (const count of [
      ...Array.from({ length: 1_100 }, (_, at) => at),
      -1,
      -0,
      0.5,
      1.5,
      999.5,
      12_345.678,
      Infinity,
      NaN,
    ]) {
      expect(plural(count, "one", "other")).toBe(`${intl.format(count)} ${forms.select(count)}`);
    }
  });

  it("what is written into notes is the same bytes everywhere", () => {
    writeNumbersAs("fa");
    expect([words.tasks.birthday("Ada", 33), words.tasks.date("Ada", "wedding", 5)]).toEqual([
      "Wish Ada a happy birthday (turns 33)",
      "Think of Ada: wedding (5 years)",
    ]);
    expect(number(5)).toBe("۵");
  });
});

it.each([
  [["Ada"], "Ada"],
  [["A", "B", "C", "D", "E"], "A, B, C, D, E"],
  [["A", "B", "C", "D", "E", "F"], "A, B, C, D and 2 more"],
])("names %j are said as %s", (names, wanted) => {
  expect(namesInWords(names)).toBe(wanted);
});

it("a day with many birthdays is said in a few names", () => {
  const many = Array.from({ length: 700 }, (_, at) => words.signals.occasion(`P${at}`, "birthday"));
  expect(words.signals.today(namesInWords(many, "; "))).toBe(
    "Today: P0 (birthday); P1 (birthday); P2 (birthday); P3 (birthday) and 696 more",
  );
});
