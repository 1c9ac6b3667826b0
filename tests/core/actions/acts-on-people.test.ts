import { describe, expect, it } from "vitest";
import type { Changed } from "../../../src/core/actions/change-notes";
import { planMeetings } from "../../../src/core/actions/follow-ups";
import {
  addToWeek,
  close,
  letGo,
  pause,
  reopen,
  resume,
  setCadence,
  setCircle,
  skip,
  snooze,
  unsnooze,
} from "../../support/acts-on-people";
import { undo } from "../../../src/core/actions/undo";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import type { Context } from "../../../src/core/ports";
import { vault } from "../../support/memory-vault";

const TEXT =
  "---\ncircle: close\nsnooze_until: 2027-01-01\npaused: true\nclosed: 2026-01-01 # since the move\n---\nWords.\n";
const PEOPLE = ["A", "B", "C"].map((name) => ({ path: `${name}.md`, name }));
const NOTES = Object.fromEntries(PEOPLE.map(({ path }) => [path, TEXT]));
const DAY = "2026-12-24" as CivilDate;

const ACTS: Readonly<Record<string, (context: Context) => Promise<Changed>>> = {
  snooze: (context) => snooze(context, PEOPLE, DAY),
  unsnooze: (context) => unsnooze(context, PEOPLE),
  skip: (context) => skip(context, PEOPLE),
  pause: (context) => pause(context, PEOPLE.slice()),
  resume: (context) => resume(context, PEOPLE),
  "let go": (context) => letGo(context, PEOPLE),
  "add to week": (context) => addToWeek(context, PEOPLE),
  cadence: (context) => setCadence(context, PEOPLE, "every 6 weeks"),
  circle: (context) => setCircle(context, PEOPLE, "friends"),
  close: (context) => close(context, PEOPLE, "2026-11-01" as CivilDate, "moved"),
  reopen: (context) => reopen(context, PEOPLE),
  meet: (context) => planMeetings(context, PEOPLE, "coffee", DAY),
};

describe("each act on several people", () => {
  it.each(Object.entries(ACTS).filter(([name]) => name !== "pause"))(
    "%s changes all, and one undo takes all of it back",
    async (_, act) => {
      const { context, text } = vault(NOTES);
      const { written, refused } = await act(context);
      expect([written, refused]).toEqual([PEOPLE.map(({ path }) => path), []]);
      for (const { path } of PEOPLE) expect(text(path)).not.toBe(TEXT);
      await undo(context);
      for (const { path } of PEOPLE) expect(text(path)).toBe(TEXT);
    },
  );
});

describe("closing", () => {
  it.each([
    ["2026-11-01" as CivilDate, "", "closed: 2026-11-01\n"],
    [true as const, "", "closed: true\n"],
    [true as const, " moved away ", "closed: true\ndrifted: moved away\n"],
  ])("since %s, because of %j, writes %j", async (day, why, lines) => {
    const { context, text } = vault({ "A.md": "---\ncircle: close\n---\n" });
    await close(context, [{ path: "A.md" }], day, why);
    expect(text("A.md")).toBe(`---\ncircle: close\n${lines}---\n`);
  });

  it("is taken back by opening again", async () => {
    const { context, text } = vault({ "A.md": "---\ncircle: close\nclosed: true\n---\n" });
    await reopen(context, [{ path: "A.md" }]);
    expect(text("A.md")).toBe("---\ncircle: close\n---\n");
  });
});

it("a coffee is planned with each by name", async () => {
  const { context, text } = vault({ "A.md": "", "B.md": "b\n" });
  await planMeetings(context, PEOPLE.slice(0, 2), "coffee", DAY);
  expect([text("A.md"), text("B.md")]).toEqual([
    "- [ ] Coffee with [[B]] [meet:: coffee] 📅 2026-12-24\n",
    "b\n\n- [ ] Coffee with [[A]] [meet:: coffee] 📅 2026-12-24\n",
  ]);
});
