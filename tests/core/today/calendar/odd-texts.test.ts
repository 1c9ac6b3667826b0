import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarText } from "../../../../src/core/actions/ics.action";
import { calendarWords } from "../../../../src/core/words/calendar";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/people/settings/settings";
import { checkAsync } from "../../../support/check";
import { vault } from "../../../support/memory-vault";
import { byIcalJs, byNodeIcal } from "../../../support/read-calendar";

const LEAP_DAYS: Readonly<Record<Settings["leapDay"], readonly string[]>> = {
  "02-28": ["2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"],
  "03-01": ["2026-03-01", "2027-03-01", "2028-02-29", "2029-03-01"],
};
const YEARLY = ["2026-07-08", "2027-07-08", "2028-07-08", "2029-07-08"];
const occasions = { ...DEFAULT_SETTINGS.occasions, prepareDays: 0 };
const LEAP_SETTINGS = Object.keys(LEAP_DAYS) as Settings["leapDay"][];

/** A person of that name, born on 29 February, with a date of these words. */
function noteOf(words: string, eol = "\n"): string {
  return [
    "---",
    "birthday: 1988-02-29",
    "dates:",
    `  - ${JSON.stringify(`2019-07-08 ${words}`)}`,
    "---",
    "Text",
    "",
  ].join(eol);
}

/** Holds what is promised of any calendar: short lines, cut between characters, read back alike by two programs. */
async function readBack(name: string, words: string, leapDay: Settings["leapDay"], eol = "\n"): Promise<void> {
  const path = `People/${name}.md`;
  const { context } = vault(
    { [path]: noteOf(words, eol), "People/Zed.md": "---\nbirthday: 05-05\n---\n" },
    { leapDay, occasions },
  );
  const { text } = await calendarText(context);
  for (const line of text.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // A character that was cut in two would be no text any more.
    expect([line, /[\r\n]/.test(line)]).toEqual([Buffer.from(line).toString("utf8"), false]);
  }
  const expected = [
    [calendarWords.birthday(name), LEAP_DAYS[leapDay]],
    [calendarWords.date(name, words), YEARLY],
  ];
  const [byIcal, byNode] = [byIcalJs(text), byNodeIcal(text)];
  const own = (events: typeof byIcal): unknown =>
    events
      .filter(({ days }) => !days[0]?.endsWith("05-05"))
      .map(({ summary, days }) => [summary, days])
      .sort();
  expect(own(byIcal)).toEqual(expected.sort());
  // That program takes an escaped backslash before an n for a line end, and quotes away.
  if (!/"|\\n/i.test(name + words)) expect(own(byNode)).toEqual(expected.sort());
  expect(byNode.map(({ uid, days }) => [uid, days])).toEqual(byIcal.map(({ uid, days }) => [uid, days]));
  // Neither another day, nor other people, nor how lines end gives an entry another id.
  const alone = vault({ [path]: noteOf(words) }, { leapDay, occasions }).context;
  const later = byIcalJs(
    (await calendarText({ ...alone, today: context.today.replace("-21", "-25") as typeof context.today })).text,
  ).map(({ uid }) => uid);
  expect(byIcal.map(({ uid }) => uid)).toEqual(expect.arrayContaining(later));
  expect([later.length, new Set(byIcal.map(({ uid }) => uid)).size]).toEqual([2, 3]);
}

it.each([
  ["commas", "Lovelace, Ada, Countess", "Lyon, Paris, Rome"],
  ["semicolons and colons", "Ada; Countess", "what: this; that"],
  ["backslashes", "Ada \\ Byron", "C:\\temp \\ and \\\\ more\\"],
  ["what looks like an escape", "Ada \\nova", "a\\, b\\; c\\n d \\N e"],
  ["quotes", 'Ada "the Countess"', "\"quoted\", and 'so'"],
  ["what looks like a calendar", "END:VEVENT", "BEGIN:VALARM\\nX;Y=1:Z"],
  ["emoji of several characters", "Ada 👩‍👩‍👧‍👦🏳️‍🌈", "🌻".repeat(60)],
  ["right to left", "آدا لوفلايس", "יום נישואין, שנה ראשונה; ועוד"],
  ["accents that combine", "Zoe\u0308 N\u0303e".repeat(8), "e\u0301".repeat(90)],
  ["200 characters", "Ada Lovelace of ".repeat(12) + "Ockham!!", "very ".repeat(39) + "long"],
  ["200 characters of three octets", "阿达".repeat(100), "紀念日、".repeat(50)],
])("a calendar of %s reads back in two programs, with either day for 29 February", async (_what, name, words) => {
  for (const leapDay of LEAP_SETTINGS) for (const eol of ["\n", "\r\n"]) await readBack(name, words, leapDay, eol);
});

it.each([
  ["a line end", "one\ntwo"],
  ["a Windows line end", "one\r\ntwo"],
  ["a tab and a control character", "one\t\u0007two"],
  ["Unicode's own line ends", "one\u2028two"],
])("a calendar has a space for %s in a text", async (_what, words) => {
  const { context } = vault({ "People/Ada.md": noteOf(words) });
  const { text } = await calendarText(context);
  for (const events of [byIcalJs(text), byNodeIcal(text)])
    expect(events.map(({ summary }) => summary)).toContain("Ada: one two");
});

it("a calendar of any names and words reads back", async () => {
  const odd = fc.oneof(
    fc.constantFrom(",", ";", ":", "\\", '"', "'", "=", "👩‍👧", "ß", "א", " ", "n", "\\n"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
  );
  const plain = fc.array(odd, { minLength: 1, maxLength: 40 }).map((parts) =>
    parts
      .join("")
      // eslint-disable-next-line no-control-regex -- a calendar has no place for them
      .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, " ")
      .trim(),
  );
  const name = plain.map((text) => `A${text.replaceAll("/", "")}`.trim());
  await checkAsync(
    fc.record({ name, words: plain.map((text) => `w${text}`.trim()), leapDay: fc.constantFrom(...LEAP_SETTINGS) }),
    60,
    ({ name, words, leapDay }) => readBack(name, words, leapDay),
  );
});
