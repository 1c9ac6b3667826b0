import { describe, expect, it } from "vitest";
import { completeTask } from "../../../src/core/actions/complete-task";
import { completeFollowUp, listFollowUps, moveFollowUp, planMeetings } from "../../../src/core/actions/follow-ups";
import { standingRules } from "../../../src/core/today/standing";
import { logTouch } from "../../../src/core/actions/log-touch";
import { undo } from "../../../src/core/actions/undo";
import { followUpsDue } from "../../../src/core/today/follow-ups-due";
import { followUpsAbout } from "../../../src/core/today/find-follow-ups";
import { standingOf } from "../../../src/core/today/standing";
import { vault } from "../../support/memory-vault";
import { day } from "../../support/person-with-log";
import { touch } from "../../support/touches";

const PATHS = ["People/Ada.md", "People/Bo.md", "People/Work/Cy.md"];
const NOTES = Object.fromEntries(
  PATHS.map((path) => [path, "---\ncadence: monthly\nlast_contact: 2026-10-01\n---\nWords\n"]),
);
const DINNER = { kind: "meet", text: "dinner", day: day("2026-11-28") } as const;

async function planned() {
  const { context, text, store } = vault(NOTES);
  await logTouch(
    context,
    PATHS.slice(0, 2).map((path) => ({ path })),
    touch({ date: "2026-10-02" }),
    { next: DINNER, newNames: ["Dee"] },
  );
  const tasks = () =>
    [...store.notes].flatMap(([path, now]) =>
      now
        .split("\n")
        .filter((line) => line.includes("[meet::"))
        .map((line) => `${path}: ${line}`),
    );
  const meeting = async () => (await listFollowUps(context)).filter(({ kind }) => kind === "meet");
  return { context, text, store, tasks, meeting };
}

describe("a meeting with several people", () => {
  it("stands in the note of each, who is then planned, and says who else comes", async () => {
    const { context, tasks } = await planned();
    expect(tasks()).toEqual([
      "People/Ada.md: - [ ] Dinner with [[Bo]], [[People/Dee|Dee]] [meet:: dinner] 📅 2026-11-28",
      "People/Bo.md: - [ ] Dinner with [[Ada]], [[People/Dee|Dee]] [meet:: dinner] 📅 2026-11-28",
      "People/Dee.md: - [ ] Dinner with [[Ada]], [[Bo]] [meet:: dinner] 📅 2026-11-28",
    ]);
    const people = await context.store.readPeople();
    const rules = standingRules(context.settings);
    const standing = new Map(people.map((person) => [person.path, standingOf(person, rules, context.today).standing]));
    expect(PATHS.map((path) => standing.get(path))).toEqual(["planned", "planned", "overdue"]);
  });

  it("is one: listed once, asked about once, and with each of them", async () => {
    const { context, meeting } = await planned();
    expect((await meeting()).map(({ people }) => people)).toEqual([["People/Ada.md", "People/Bo.md", "People/Dee.md"]]);
    const [people, notes] = [await context.store.readPeople(), await context.store.readTaskNotes()];
    const resolve = (target: string, from: string): string | null => context.store.resolveLink(target, from);
    expect(followUpsDue(people, notes, resolve, day("2026-11-28"), context.settings).meetings).toHaveLength(1);
    for (const person of people.filter(({ path }) => path !== PATHS[2]))
      expect(
        followUpsAbout(person, people, notes, resolve, context.today, context.settings).map(({ path }) => path),
      ).toEqual([person.path]);
  });

  it("is moved, ticked and logged with everybody, from whichever note, and undone whole", async () => {
    const { context, store, tasks, meeting } = await planned();
    const before = new Map(store.notes);
    const [found] = await meeting();
    await moveFollowUp(context, found?.id ?? "", day("2026-11-21"));
    expect(tasks().filter((line) => line.endsWith("📅 2026-11-21"))).toHaveLength(3);
    const [now] = await meeting();
    const { written, refused } = await completeFollowUp(context, now?.id ?? "");
    expect([written.length, refused]).toEqual([3, []]);
    expect(tasks().filter((line) => line.includes("- [x]"))).toHaveLength(3);
    for (const path of ["People/Ada.md", "People/Bo.md", "People/Dee.md"])
      expect(store.notes.get(path)?.match(/^- 2026-11-21 ↔ dinner$/gm)).toHaveLength(1);
    expect(await meeting()).toEqual([]);
    await undo(context);
    await undo(context);
    expect(new Map(store.notes)).toEqual(before);
  });

  it("is ticked where it still can be, and the rest is named", async () => {
    const { context, store, meeting } = await planned();
    const [found] = await meeting();
    store.locked.add("People/Bo.md");
    const { written, refused } = await completeFollowUp(context, found?.id ?? "");
    expect([written, refused.map(({ path }) => path)]).toEqual([["People/Ada.md", "People/Dee.md"], ["People/Bo.md"]]);
  });

  it("is moved in both lines where a sync has left it twice in one note", async () => {
    const { context, store, tasks, meeting } = await planned();
    const [line = ""] = /^- \[ \] Dinner.*\n/m.exec(store.notes.get("People/Ada.md") ?? "") ?? [];
    store.notes.set("People/Ada.md", (store.notes.get("People/Ada.md") ?? "").replace(line, line + line));
    const [found] = await meeting();
    await moveFollowUp(context, found?.id ?? "", day("2026-12-05"));
    expect(tasks().filter((task) => task.endsWith("📅 2026-12-05"))).toHaveLength(4);
  });

  it("is logged once with whom it was logged with already, when a note that was locked is ticked at last", async () => {
    const { context, store, meeting } = await planned();
    const [found] = await meeting();
    store.locked.add("People/Bo.md");
    await completeFollowUp(context, found?.id ?? "");
    store.locked.clear();
    const [left] = await meeting();
    await completeFollowUp(context, left?.id ?? "");
    expect(await meeting()).toEqual([]);
    for (const path of ["People/Ada.md", "People/Bo.md", "People/Dee.md"])
      expect(store.notes.get(path)?.match(/^- 2026-11-21 ↔ dinner$/gm)).toHaveLength(1);
  });

  it("is logged with how it was and what is said of it", async () => {
    const { context, store, meeting } = await planned();
    const [found] = await meeting();
    await completeTask(context, found?.id ?? "", { channel: "walk", note: "boats" });
    expect(store.notes.get("People/Bo.md")).toContain("- 2026-11-21 ↔ walk: boats\n");
  });

  it("is another one on another day, with other people, or where it is something else", async () => {
    const { context, meeting } = await planned();
    const people = (await context.store.readPeople()).filter(({ path }) => path === PATHS[0] || path === PATHS[1]);
    await planMeetings(context, people, "dinner", day("2026-11-28"));
    await planMeetings(context, people, "dinner", day("2026-11-29"));
    await planMeetings(context, people, "walk", day("2026-11-28"));
    expect(await meeting()).toHaveLength(4);
  });
});
