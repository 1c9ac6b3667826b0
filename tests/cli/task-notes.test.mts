import { afterEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mts";

/** A note as TaskNotes keeps a task: all of it in the frontmatter. */
const taskNote = (more: string, body = ""): string =>
  `---\ntitle: Ring Ada\nstatus: open\npriority: normal\ntags: [task]\n${more}\ndateCreated: 2026-11-01T08:30:00.000+01:00\ndateModified: 2026-11-20T09:00:00.000+01:00\n---\n${body}`;
const TASK_NOTES = {
  "TaskNotes/Tasks/Ring Ada.md": taskNote(
    'scheduled: 2026-11-22\nprojects: ["[[People/Ada|Ada]]"]\nrecurrence: "DTSTART:20261101;FREQ=WEEKLY;BYDAY=SU"\nrecurrence_anchor: scheduled\ncomplete_instances:\n  - "2026-11-08"\n  - "2026-11-15"',
  ),
  "TaskNotes/Tasks/Card for Ada.md": taskNote(
    'due: 2026-11-24T10:00\ncontexts: ["@home"]\nreminders:\n  - id: rem_1\n    type: relative\n    relatedTo: due\n    offset: -PT15M',
    "Ask [[Ada]] what she likes.\n",
  ),
  "TaskNotes/Tasks/Done.md": taskNote(
    "scheduled: 2026-11-20\ncompletedDate: 2026-11-20\nbirthday: 1990-01-01",
    "Sent.  \r\n",
  ),
};
const ADA =
  "---\ntags: [person]\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 1990-11-24\n---\n## Log\n- 2026-10-02 → call\n";
const SETTINGS = {
  ".obsidian/plugins/reconnect/data.json": JSON.stringify({
    confirmed: true,
    people: { folders: ["People"], tags: ["person"] },
  }),
};

describe.each([
  ["with people chosen", SETTINGS],
  ["as it is detected", {}],
])("a vault with TaskNotes, %s", (_what, settings) => {
  let vault: TestVault;
  afterEach(() => {
    vault.remove();
  });

  it("keeps its task notes to the byte, and takes none of them for a person", async () => {
    vault = testVault({ ...TASK_NOTES, ...settings, "People/Ada.md": ADA });
    const bytes = (): Record<string, string> =>
      Object.fromEntries(Object.entries(vault.files()).filter(([path]) => path.startsWith("TaskNotes/")));
    const before = bytes();
    expect(Object.keys(before)).toHaveLength(3);
    const people = ((await vault.run("due", "--all", "--json")).json()["people"] as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(people).toEqual(["Ada"]);
    const tasks = (await vault.run("tasks", "--json")).json()["tasks"] as { id: string; path: string }[];
    expect([...new Set(tasks.map(({ path }) => path))]).toEqual(["People/Ada.md"]);
    expect((await vault.run("write-tasks", "Today", "--json")).code).toBe(1);
    vault.write("Today.md", "# Today\n");
    expect((await vault.run("write-tasks", "Today", "--json")).json()).toMatchObject({
      written: ["Today.md"],
      refused: [],
    });
    expect(
      (await vault.run("ics")).out
        .match(/^SUMMARY:.*/gm)
        ?.map((line) => line.trim())
        .sort(),
    ).toEqual([
      "SUMMARY:Birthday of Ada",
      "SUMMARY:Card or gift for the birthday of Ada on 2026-11-24",
      "SUMMARY:Reconnect with Ada",
    ]);
    for (const { id } of tasks.slice(0, 2)) expect((await vault.run("complete", id)).code).toBe(0);
    expect((await vault.run("write-tasks", "Today")).code).toBe(0);
    expect((await vault.run("check")).code).toBe(0);
    expect((await vault.run("follow-ups", "--json")).json()["followUps"]).toEqual([]);
    expect(bytes()).toEqual(before);
  });

  it("writes into a task note, where asked to, below what stands there, and takes it back to the byte", async () => {
    const path = "TaskNotes/Tasks/Card for Ada.md";
    vault = testVault({ ...TASK_NOTES, ...settings, "People/Ada.md": ADA });
    const before = vault.files();
    expect((await vault.run("write-tasks", path)).code).toBe(0);
    expect(vault.read(path).startsWith(`${TASK_NOTES[path]}\n## Reconnect\n- [ ] `)).toBe(true);
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.files()).toEqual(before);
  });
});
