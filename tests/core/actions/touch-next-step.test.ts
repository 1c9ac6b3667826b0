import { describe, expect, it } from "vitest";
import { logTouch } from "../../../src/core/actions/log-touch";
import type { NextStep } from "../../../src/core/actions/touch-next-step";
import { undo } from "../../../src/core/actions/undo";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { readTasks } from "../../../src/core/tasks/read-tasks";
import { bodyLines } from "../../../src/core/text/note/body-lines";
import { checkAsync } from "../../support/check";
import { PATH, vault } from "../../support/memory-vault";
import { noteTexts } from "../../support/note-texts";
import { touch, touches } from "../../support/touches";

const day = (text: string): CivilDate => text as CivilDate;
const PHOTOS: NextStep = { kind: "follow-up", text: "Send the photos", day: day("2026-11-28") };
const COFFEE: NextStep = { kind: "meet", text: "coffee", day: day("2026-11-26") };

async function after(text: string, next: NextStep): Promise<string> {
  const { context, text: now } = vault(text);
  const { refused } = await logTouch(context, [{ path: PATH }], touch({ text: "hello" }), { next });
  return refused[0] ? `refused: ${refused[0].message}` : now().replace(/^---\n[^]*?\n---\n/, "");
}

describe("what comes after a touch", () => {
  it.each<[string, string, NextStep, string]>([
    [
      "goes below the note's own tasks",
      "Words\n\n- [ ] One\n  - more\n\n## Log\n- 2026-10-02 visit\n",
      PHOTOS,
      "Words\n\n- [ ] One\n  - more\n- [ ] Send the photos 📅 2026-11-28\n\n## Log\n- 2026-11-21 → call: hello\n- 2026-10-02 visit\n",
    ],
    [
      "goes before the log",
      "Words\n## Log\n- 2026-10-02 visit\n",
      COFFEE,
      "Words\n\n- [ ] Coffee [meet:: coffee] 📅 2026-11-26\n\n## Log\n- 2026-11-21 → call: hello\n- 2026-10-02 visit\n",
    ],
    [
      "goes before the log it makes",
      "Words",
      PHOTOS,
      "Words\n\n- [ ] Send the photos 📅 2026-11-28\n\n## Log\n- 2026-11-21 → call: hello",
    ],
    ["may have no day", "", { ...PHOTOS, day: null }, "- [ ] Send the photos\n\n## Log\n- 2026-11-21 → call: hello\n"],
    [
      "is no task of somebody's code",
      "```\n- [ ] x\n```\n",
      PHOTOS,
      "```\n- [ ] x\n```\n\n- [ ] Send the photos 📅 2026-11-28\n\n## Log\n- 2026-11-21 → call: hello\n",
    ],
  ])("%s", async (_what, text, next, expected) => {
    expect(await after(text, next)).toBe(expected);
  });

  it.each<[string, NextStep, RegExp]>([
    ["a meeting without a day", { ...COFFEE, day: null }, /the day of the meeting/],
    ["a day that is past", { ...PHOTOS, day: day("2026-11-20") }, /from today on/],
    ["nothing to do", { ...PHOTOS, text: " " }, /what is to be done/],
    ["a comment never closed", { ...PHOTOS, text: "a %% b" }, /nothing was written/],
  ])("refuses %s, and writes nothing", async (_what, next, message) => {
    expect(await after("Words\n", next)).toMatch(message);
  });

  it("is with each person where it is a meeting, stands once where it is a promise, and is undone with the touch", async () => {
    const notes = { "a.md": "A\n", "b.md": "B\n" };
    for (const [next, count] of [
      [COFFEE, 2],
      [PHOTOS, 1],
    ] as const) {
      const { context, text } = vault(notes);
      await logTouch(context, [{ path: "a.md" }, { path: "b.md" }], touch(), { next });
      const tasks = ["a.md", "b.md"].flatMap((path) => readTasks(bodyLines(text(path), 0)));
      expect(tasks.map(({ due }) => due)).toEqual(Array.from({ length: count }, () => next.day));
      await undo(context);
      expect([text("a.md"), text("b.md")]).toEqual(["A\n", "B\n"]);
    }
  });

  it("over notes of every shape: one task more, and undo gives the bytes back", async () => {
    let written = 0;
    await checkAsync(
      noteTexts.chain((text) => touches.map((one) => ({ text, one }))),
      800,
      async ({ text, one }) => {
        for (const next of [PHOTOS, COFFEE]) {
          const { context, text: now } = vault(text);
          if ((await logTouch(context, [{ path: PATH }], one, { next })).written.length === 0) {
            expect(now()).toBe(text);
            continue;
          }
          written++;
          await undo(context);
          expect(now()).toBe(text);
        }
      },
    );
    expect(written).toBeGreaterThan(100);
  });
});
