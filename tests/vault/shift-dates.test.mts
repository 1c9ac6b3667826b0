import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { EPOCH, addDays, isDay, shiftPath, shiftText } from "./shift-dates.mjs";

const SAMPLE = fileURLToPath(new URL("./sample", import.meta.url));
const WRITE_SAMPLE = fileURLToPath(new URL("./write-sample.mjs", import.meta.url));

/** Ten days on: the 22nd of November becomes the 2nd of December. */
const TEN_DAYS_ON = { from: "2026-11-22", to: "2026-12-02" };
/** 469 days on, over 29 February 2028. */
const OVER_A_LEAP_DAY = { from: "2026-11-22", to: "2028-03-05" };

const head = (line: string): string => `---\n${line}\n---\n`;

describe("a day that happened moves by the count of days", () => {
  it.each([
    ["- 2026-10-02 → call: her prize", "- 2026-10-12 → call: her prize"],
    ["- [[2026-10-02]] ← letter", "- [[2026-10-12]] ← letter"],
    ["- [[2026-10-02|the second]] coffee", "- [[2026-10-12|the second]] coffee"],
    ["- 20261002 call", "- 20261012 call"],
    ["[the note](../Daily/2026-10-02.md)", "[the note](../Daily/2026-10-12.md)"],
    ["- [ ] Write 📅 2026-11-28 ➕ 2026-11-01", "- [ ] Write 📅 2026-12-08 ➕ 2026-11-11"],
    ["- [x] Written ✅ 2026-11-18", "- [x] Written ✅ 2026-11-28"],
    ["- [ ] Write [due:: 2026-11-28]", "- [ ] Write [due:: 2026-12-08]"],
    ["美咲さんは2026-10-02に来た", "美咲さんは2026-10-12に来た"],
    [head("last_contact: 2026-10-02"), head("last_contact: 2026-10-12")],
    [head("Last-Contact: '2026-10-02'  # by hand"), head("Last-Contact: '2026-10-12'  # by hand")],
    [head('last contact: "[[2026-10-02]]"'), head('last contact: "[[2026-10-12]]"')],
    [head("last_contact: 20261002"), head("last_contact: 20261012")],
    [head("date: 2026-10-02T23:30:00"), head("date: 2026-10-12T23:30:00")],
    [head("milestones:\n  - 2026-11-20 prize"), head("milestones:\n  - 2026-11-30 prize")],
    [head('cadence: "DTSTART:20260110;RRULE:FREQ=DAILY"'), head('cadence: "DTSTART:20260120;RRULE:FREQ=DAILY"')],
    [
      head("interactions:\n  - date: 2026-10-02\n    text: lunch"),
      head("interactions:\n  - date: 2026-10-12\n    text: lunch"),
    ],
  ])("%j", (text, moved) => {
    expect(shiftText(text, TEN_DAYS_ON)).toBe(moved);
  });
});

describe("a day that comes back each year keeps its distance from today and its age", () => {
  it.each([
    [head("birthday: 11-22"), head("birthday: 12-02"), head("birthday: 03-05")],
    [head("birthday: 12-10"), head("birthday: 12-20"), head("birthday: 03-23")],
    [head("birthday: --12-10"), head("birthday: --12-20"), head("birthday: --03-23")],
    [head('birthday: "--1210"'), head('birthday: "--1220"'), head('birthday: "--0323"')],
    [head("BDAY: 1604-12-10"), head("BDAY: 1604-12-20"), head("BDAY: 1604-03-23")],
    [head("birthday: 1996-11-22"), head("birthday: 1996-12-02"), head("birthday: 1998-03-05")],
    [head("birthday: 1996-12-30"), head("birthday: 1997-01-09"), head("birthday: 1998-04-12")],
    [head("dates:\n  - 11-25 moved in"), head("dates:\n  - 12-05 moved in"), head("dates:\n  - 03-08 moved in")],
    [head("dates: [2018-11-25 moved in]"), head("dates: [2018-12-05 moved in]"), head("dates: [2020-03-08 moved in]")],
    [
      head("dates:\n  wedding: 2012-11-29"),
      head("dates:\n  wedding: 2012-12-09"),
      head("dates:\n  wedding: 2014-03-12"),
    ],
    [
      "- [ ] Card 🔁 every December on the 1st 📅 2026-12-01",
      "- [ ] Card 🔁 every December on the 11th 📅 2026-12-11",
      "- [ ] Card 🔁 every March on the 14th 📅 2028-03-14",
    ],
  ])("%j", (text, tenDaysOn, overALeapDay) => {
    expect(shiftText(text, TEN_DAYS_ON)).toBe(tenDaysOn);
    expect(shiftText(text, OVER_A_LEAP_DAY)).toBe(overALeapDay);
  });
});

describe("everything else stays", () => {
  it.each([
    ["a leap day", head("birthday: 02-29")],
    ["a leap day with its year", head("birthday: 1996-02-29")],
    ["a fact before 1990", head("dates:\n  - 1835-07-08 wedding anniversary")],
    ["an old birthday", head("birthday: 1952-03-01")],
    ["an impossible day", head("birthday: 02-30")],
    ["an impossible full day", "- 2026-02-30 call"],
    ["an ambiguous day", head("birthday: 04/05/1999")],
    ["words", head("last_contact: last spring")],
    ["a phone number", head("phone: 555-01-02")],
    ["a phone number in text", "Call 555-01-02 or +44 555-2026-10-02."],
    ["a list of phone numbers", head("phone:\n  - 20261002")],
    ["an id", head("uid: 20261002123")],
    ["an id with dashes", head("UID: urn:uuid:6f1c0000-2026-10-02-20261002123a")],
    ["a year", "In 2019 we sang in eleven towns."],
    ["a month and a day outside a yearly property", "Ten people, 10-15 minutes."],
    ["a rule without a day", "- [ ] Notes 🔁 every week when done"],
  ])("%s", (_what, text) => {
    expect(shiftText(text, TEN_DAYS_ON)).toBe(text);
  });

  it("line ends, byte order mark and a missing final newline", () => {
    const text = "\uFEFF---\r\nbirthday: 11-22\r\n---\r\n- 2026-11-20 call\r\nno last line end";
    const moved = "\uFEFF---\r\nbirthday: 12-02\r\n---\r\n- 2026-11-30 call\r\nno last line end";
    expect(shiftText(text, TEN_DAYS_ON)).toBe(moved);
  });
});

describe("names of notes", () => {
  it.each([
    ["Daily/2026-11-21.md", "Daily/2026-12-01.md"],
    ["Meetings/2026-10-14 Choir committee.md", "Meetings/2026-10-24 Choir committee.md"],
    ["Notes/2019 choir tour.md", "Notes/2019 choir tour.md"],
    ["Rosa (Conflicted copy Laptop 202611201010).md", "Rosa (Conflicted copy Laptop 202611201010).md"],
  ])("%s", (path, moved) => {
    expect(shiftPath(path, TEN_DAYS_ON)).toBe(moved);
  });
});

describe("days", () => {
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-03-29", -1, "2026-03-28"],
  ])("%s and %i", (day, days, result) => {
    expect(addDays(day, days)).toBe(result);
  });

  it("refuses what is not one", () => {
    expect(isDay("2026-02-29")).toBe(false);
    expect(() => shiftText("", { from: EPOCH, to: "tomorrow" })).toThrow("Not a day: tomorrow");
  });
});

describe("the whole sample vault", () => {
  const notes = filesIn(SAMPLE).filter((path) => path.endsWith(".md"));
  const read = (path: string): string => readFileSync(join(SAMPLE, path), "utf8");

  it("is text: nothing is lost by reading it", () => {
    const damaged = notes.filter((path) => !Buffer.from(read(path), "utf8").equals(readFileSync(join(SAMPLE, path))));
    expect(damaged).toEqual([]);
  });

  it("is the same bytes after a move by no day", () => {
    const changed = notes.filter((path) => shiftText(read(path), { from: EPOCH, to: EPOCH }) !== read(path));
    expect(changed).toEqual([]);
  });

  it.each([-200, -1, 1, 99, 365, 366, 464, 465, 3000])("is the same bytes after a move by %i days and back", (days) => {
    const to = addDays(EPOCH, days);
    const moved = notes.map((path) => shiftText(read(path), { from: EPOCH, to }));
    const back = moved.map((text) => shiftText(text, { from: to, to: EPOCH }));
    expect(notes.filter((path, index) => back[index] !== read(path))).toEqual([]);
    expect(notes.filter((path, index) => moved[index] !== read(path)).length).toBeGreaterThan(80);
    expect(notes.map((path) => shiftPath(shiftPath(path, { from: EPOCH, to }), { from: to, to: EPOCH }))).toEqual(
      notes,
    );
  });
});

describe("write-sample", () => {
  const scratch = mkdtempSync(join(tmpdir(), "reconnect-sample-"));
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });

  it("writes the vault as it is on its own day", () => {
    const dest = join(scratch, "as-it-is");
    execFileSync(process.execPath, [WRITE_SAMPLE, dest, "--today", EPOCH]);
    expect(filesIn(dest)).toEqual(filesIn(SAMPLE));
    const changed = filesIn(SAMPLE).filter(
      (path) => !readFileSync(join(dest, path)).equals(readFileSync(join(SAMPLE, path))),
    );
    expect(changed).toEqual([]);
  });

  it("moves names and text along", () => {
    const dest = join(scratch, "moved");
    execFileSync(process.execPath, [WRITE_SAMPLE, dest, "--today", "2026-12-02"]);
    expect(readFileSync(join(dest, "Daily/2026-11-30.md"), "utf8")).toContain("Seed swap");
    expect(readFileSync(join(dest, "People/Ada Lovelace.md"), "utf8")).toContain("last_contact: 2026-10-12");
  });

  it("refuses a folder that is not empty, and writes nothing there", () => {
    writeFileSync(join(scratch, "mine.md"), "mine");
    const before = readdirSync(scratch);
    const { status, stderr } = spawnSync(process.execPath, [WRITE_SAMPLE, scratch], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe(`${scratch} is not empty. Nothing was written.\n`);
    expect(readdirSync(scratch)).toEqual(before);
  });

  it("refuses a day that is none", () => {
    const args = [WRITE_SAMPLE, join(scratch, "never"), "--today", "2026-02-30"];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("Not a day: 2026-02-30");
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
