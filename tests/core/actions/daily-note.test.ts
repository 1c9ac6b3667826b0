import moment from "moment";
import { describe, expect, it } from "vitest";
import { dailyNote } from "../../../src/core/actions/daily-note";
import { writeTasks } from "../../../src/core/actions/write-tasks";
import { undo } from "../../../src/core/actions/undo";
import type { Context } from "../../../src/core/ports";
import { vault } from "../../support/memory-vault";

const CONFIG: Readonly<Record<string, string>> = {
  "daily-notes.json": '{"folder":"Daily","format":"YYYY/dddd D MMMM","template":"Templates/Day"}',
};

function world(changes: Partial<Context> = {}): { context: Context; notes: Map<string, string> } {
  const { context, store } = vault("");
  store.notes.set("Templates/Day.md", "# {{title}}\n{{date:dddd}} {{time}}\n");
  return {
    context: { ...context, time: "09:07", readConfig: (file) => Promise.resolve(CONFIG[file] ?? null), ...changes },
    notes: store.notes,
  };
}

describe("today's daily note", () => {
  it("is where the vault's own settings have it, and begins with their template", async () => {
    expect(await dailyNote(world().context)).toEqual({
      path: "Daily/2026/Saturday 21 November.md",
      newText: "# Saturday 21 November\nSaturday 09:07\n",
    });
  });

  it("is named and filled in the person's own language", async () => {
    const { context } = world();
    const german = {
      ...context,
      formatNow: (format: string) => moment("2026-11-21T09:07").locale("de").format(format),
    };
    expect(await dailyNote(german)).toEqual({
      path: "Daily/2026/Samstag 21 November.md",
      newText: "# Samstag 21 November\nSamstag 09:07\n",
    });
  });

  it.each([
    ["YYYY-MM-DD dd", "2026-11-21 Sa"],
    ["GG-[W]WW d", "26-W47 6"],
    ["Y, Mo, Wo [of] Qo Do", "2026, 11th, 47th of 4th 21st"],
    ["DDDo do", "325th 6th"],
  ])("has the name that Obsidian gives it, by %s", async (format, name) => {
    const readConfig = (file: string): Promise<string | null> =>
      Promise.resolve(file === "daily-notes.json" ? JSON.stringify({ format }) : null);
    expect((await dailyNote(world({ readConfig }).context)).path).toBe(`${name}.md`);
  });

  it("is made with the tasks in it, and one undo takes it away again", async () => {
    const { context, notes } = world();
    const { path, newText } = await dailyNote(context);
    await writeTasks(context, path, "today", newText);
    expect(notes.get(path)).toMatch(/^# Saturday 21 November\n/);
    expect((await dailyNote(context)).newText).toBeNull();
    await undo(context);
    expect(notes.has(path)).toBe(false);
  });
});
