import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarText } from "../../../../src/core/actions/ics.action";
import { writeCalendar } from "../../../../src/core/today/calendar/write-calendar";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import type { Settings } from "../../../../src/core/people/settings/settings";
import { PATH, vault } from "../../../support/memory-vault";
import { byIcalJs, byNodeIcal, type ReadBack } from "../../../support/read-calendar";

async function calendarOf(note: string, settings: Partial<Settings> = {}, today = "2026-11-22"): Promise<string> {
  const { context } = vault(note, settings);
  return (await calendarText({ ...context, today: today as CivilDate })).text;
}

describe("a calendar", () => {
  it.each([
    // property or line, summary, its days as both parsers read them
    ["birthday: 1990-12-10", "Birthday of Ada", ["2026-12-10", "2027-12-10", "2028-12-10", "2029-12-10"]],
    ["birthday: 12-31", "Birthday of Ada", ["2026-12-31", "2027-12-31", "2028-12-31", "2029-12-31"]],
    ["birthday: 1815-12-10", "Birthday of Ada", ["2026-12-10", "2027-12-10", "2028-12-10", "2029-12-10"]],
    ["birthday: 02-29", "Birthday of Ada", ["2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"]],
    ["birthday: 1990-03-01", "Birthday of Ada", ["2026-03-01", "2027-03-01", "2028-03-01", "2029-03-01"]],
    [
      "dates: [2019-07-08 wedding anniversary]",
      "Ada: wedding anniversary",
      ["2026-07-08", "2027-07-08", "2028-07-08", "2029-07-08"],
    ],
    ["milestones: [2026-12-04 knee operation]", "Ask Ada how it went: knee operation", ["2026-12-04"]],
    ["cadence: monthly\nlast_contact: 2026-10-31", "Reconnect with Ada", ["2026-11-30"]],
  ])("of %s", async (head, summary, days) => {
    const text = await calendarOf(`---\n${head}\n---\n`);
    const wanted = (events: readonly ReadBack[]): unknown =>
      events.filter((event) => event.summary === summary).map((event) => event.days);
    expect(wanted(byIcalJs(text))).toEqual([days]);
    expect(wanted(byNodeIcal(text))).toEqual([days]);
  });

  it("has no reach-out on a day long past: this week's picks are on the last day of the week, others are left out", async () => {
    const dueOn = (day: string): string => `---\ncadence: every 10 days\nlast_contact: ${day}\n---\n`;
    const notes = { "Week.md": dueOn("2026-11-05"), "Older.md": dueOn("2026-11-04"), "Next.md": dueOn("2026-11-20") };
    const reached = async (picks: number): Promise<string[]> => {
      const { context } = vault(notes, { week: { picks } });
      const events = byIcalJs((await calendarText({ ...context, today: "2026-11-22" as CivilDate })).text);
      return events.map(({ summary, days }) => `${summary} ${days.join()}`).sort();
    };
    expect(await reached(3)).toEqual([
      "Reconnect with Next 2026-11-30",
      "Reconnect with Older 2026-11-22",
      "Reconnect with Week 2026-11-15",
    ]);
    const { context } = vault({ ...notes, "Oldest.md": dueOn("2026-01-01") }, { week: { picks: 1 } });
    const text = (await calendarText({ ...context, today: "2026-11-22" as CivilDate })).text;
    expect(text).not.toContain("DTSTART;VALUE=DATE:2026011");
    expect(byIcalJs(text).filter(({ days }) => (days[0] ?? "") < "2026-11-15")).toEqual([]);
    expect(byIcalJs(text)).toHaveLength(2);
  });

  it("has both of two days that are called alike, and one of a day that is written twice", async () => {
    const text = await calendarOf(
      "---\ndates: [2010-05-01 anniversary, 2015-09-09 anniversary, 2010-05-01 anniversary]\n---\n",
    );
    expect([byIcalJs(text), byNodeIcal(text)].map((events) => events.map(({ days }) => days[0]).sort())).toEqual([
      ["2026-05-01", "2026-09-09"],
      ["2026-05-01", "2026-09-09"],
    ]);
    const alone = await calendarOf("---\ndates: [2010-05-01 anniversary]\n---\n");
    expect(byIcalJs(text).map(({ uid }) => uid)).toContain(byIcalJs(alone)[0]?.uid);
  });

  it("keeps 29 February on 1 March where the settings say so", async () => {
    const text = await calendarOf("---\nbirthday: 1988-02-29\n---\n", { leapDay: "03-01" });
    const days = ["2026-03-01", "2027-03-01", "2028-02-29", "2029-03-01"];
    expect([byIcalJs(text)[0]?.days, byNodeIcal(text)[0]?.days]).toEqual([days, days]);
  });

  it("has a rule for a line that comes back on fixed days, and one day for one that waits to be done", async () => {
    const text = await calendarOf(
      "---\nplace: here\n---\n- [ ] Card 🔁 every December on the 1st 📅 2026-12-01\n- [ ] Call 🔁 every 2 weeks on Monday 📅 2026-11-23\n- [ ] Bake 🔁 every week when done 📅 2026-11-24\n- [ ] Rent 🔁 every month 📅 2027-01-31\n",
    );
    for (const events of [byIcalJs(text), byNodeIcal(text)]) {
      const days = new Map(events.map((event) => [event.summary, event.days.slice(0, 3)]));
      expect(Object.fromEntries(days)).toEqual({
        Card: ["2026-12-01", "2027-12-01", "2028-12-01"],
        Call: ["2026-11-23", "2026-12-07", "2026-12-21"],
        Bake: ["2026-11-24"],
        Rent: ["2027-01-31", "2027-02-28", "2027-03-31"],
      });
    }
  });

  it("begins a line without a day where it begins for ever, and gives the days that the line is for", async () => {
    const note =
      "---\nplace: here\n---\n- [ ] Call, every 2 weeks on Monday\n- [ ] Write, every 3 weeks on Friday ➕ 2026-03-01\n- [ ] Bake 🔁 every month 🛫 2026-01-31\n- [ ] Ask, every 3 months\n";
    const text = await calendarOf(note, {}, "2026-11-22");
    for (const today of ["2026-11-23", "2026-11-24", "2026-12-01", "2027-08-15"])
      expect(await calendarOf(note, {}, today)).toBe(text);
    for (const events of [byIcalJs(text), byNodeIcal(text)]) {
      const days = new Map(events.map((event) => [event.summary, event.days]));
      expect([...days.keys()].sort()).toEqual(["Bake", "Call", "Write"]);
      expect(days.get("Call")).toEqual(expect.arrayContaining(["2026-11-16", "2026-11-30"]));
      expect(days.get("Call")).not.toContain("2026-11-23");
      expect(days.get("Write")?.[0]).toBe("2026-03-20");
      expect(days.get("Bake")?.slice(0, 3)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
    }
  });

  it("gives the same bytes for the same notes, also the next day, and the same id while a day moves", async () => {
    const note = "---\nbirthday: 12-10\ncadence: monthly\nlast_contact: 2026-11-01\n---\n";
    expect(await calendarOf(note)).toBe(await calendarOf(note, {}, "2026-11-23"));
    const uids = async (text: string): Promise<string[]> => byIcalJs(await calendarOf(text)).map(({ uid }) => uid);
    expect(await uids(note)).toEqual(await uids(note.replace("2026-11-01", "2026-11-20")));
    expect(new Set(await uids(note)).size).toBe((await uids(note)).length);
  });

  it("leaves out who is closed, and reminds only where asked", async () => {
    expect(byIcalJs(await calendarOf("---\nbirthday: 12-10\nclosed: 2020-01-01\n---\n"))).toEqual([]);
    const { context } = vault({ [PATH]: "---\nbirthday: 12-10\n---\n" });
    const withAlarms = {
      ...context,
      settings: { ...context.settings, tasks: { ...context.settings.tasks, alarms: true } },
    };
    expect((await calendarText(context)).text).not.toContain("VALARM");
    expect((await calendarText(withAlarms)).text).toContain(
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Birthday of Ada\r\nTRIGGER:PT9H\r\nEND:VALARM",
    );
  });

  it("survives any words: short lines of UTF-8, ended by CRLF, read back as they were", () => {
    const words = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .map((text) => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim()); // eslint-disable-line no-control-regex -- a calendar has no place for them
    fc.assert(
      fc.property(words, (summary) => {
        const text = writeCalendar(
          [{ uid: "rc-1@reconnect", start: "2026-11-22" as CivilDate, rule: null, summary, about: summary }],
          true,
        );
        const lines = text.split("\r\n");
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true);
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(byIcalJs(text)[0]?.summary).toBe(summary);
        // node-ical takes an escaped backslash before an n for a line end, and quotes away.
        if (summary !== "" && !/["\\]/.test(summary)) expect(byNodeIcal(text)[0]?.summary.trim()).toBe(summary);
      }),
      { numRuns: 200, examples: [["a,b;c\\d \\n e:f"], ["é🌻".repeat(60)], ["END:VEVENT"], ["BEGIN:VALARM\\n"]] },
    );
  });
});
