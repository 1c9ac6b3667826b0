import { describe, expect, it } from "vitest";
import { halfDone } from "../../../src/core/actions/interrupted";
import { logTouch } from "../../../src/core/actions/log-touch";
import { mergePeople } from "../../../src/core/actions/merge.action";
import { setCircleCadence } from "../../../src/core/actions/set-circle-cadence";
import { redo, undo } from "../../../src/core/actions/undo";
import type { Context } from "../../../src/core/ports";
import { vault, type Vault } from "../../support/memory-vault";
import { touch } from "../../support/touches";

const ADA = "---\ncadence: weekly\n---\n\n## Log\n- 2026-11-01 call\n";
const BO = "---\ncadence: weekly\n---\nHers.\n";
const PEOPLE = { "People/Ada.md": ADA, "People/Bo.md": BO, "People/Cem.md": BO };
const TOUCH = touch({ date: "2026-11-21", text: "hello" });
const persons = ["Ada", "Bo", "Cem"].map((name) => ({ path: `People/${name}.md`, name }));

/** A vault in which an action stops as if it was killed once so many notes are written. */
function stopping(notes: Readonly<Record<string, string>>, after: number): Vault & { readonly killed: Context } {
  const made = vault(notes);
  const killed: Context = {
    ...made.context,
    isToStop: () => Promise.resolve(made.store.writes >= after),
  };
  return { ...made, killed };
}

const all = ({ store }: Vault): Record<string, string> => Object.fromEntries(store.notes);

describe("an action that stops in the middle", () => {
  const touchAll = (context: Context): Promise<unknown> => logTouch(context, persons, TOUCH);

  it("is told with how far it came, and writes nothing more until somebody chooses", async () => {
    const made = stopping(PEOPLE, 2);
    await touchAll(made.killed);
    const left = all(made);
    expect(await halfDone(made.context)).toMatchObject([{ which: "redo", done: 2, total: 3 }]);
    expect(all(made)).toEqual(left);
  });

  it.each([1, 2])("after %i notes is finished by redo, and is one action to undo then", async (after) => {
    const made = stopping(PEOPLE, after);
    await touchAll(made.killed);
    expect((await redo(made.context)).refused).toEqual([]);
    const whole = vault(PEOPLE);
    await touchAll(whole.context);
    expect(all(made)).toEqual(all(whole));
    expect(await halfDone(made.context)).toEqual([]);
    expect((await undo(made.context)).refused).toEqual([]);
    expect(all(made)).toEqual(PEOPLE);
  });

  it.each([1, 2])("after %i notes is taken back by undo, byte for byte", async (after) => {
    const made = stopping(PEOPLE, after);
    await touchAll(made.killed);
    const { restored, refused } = await undo(made.context);
    expect([restored.length, refused]).toEqual([after, []]);
    expect(all(made)).toEqual(PEOPLE);
    expect(await halfDone(made.context)).toEqual([]);
  });

  it("is taken back around what was written by hand since; a note of which nobody can say is named, and no wall", async () => {
    const made = stopping(PEOPLE, 2);
    await touchAll(made.killed);
    made.edit((text) => text.replace("Hers.", "More.\n\nHers."), "People/Cem.md");
    made.edit((text) => text.replace("hello", "hello again"), "People/Ada.md");
    const { restored, refused } = await undo(made.context);
    expect(restored).toEqual(["People/Bo.md"]);
    expect(refused.map(({ path }) => path)).toEqual(["People/Ada.md"]);
    expect(made.text("People/Cem.md")).toContain("More.\n\nHers.");
    expect(made.text("People/Bo.md")).toBe(BO);
    expect(await halfDone(made.context)).toEqual([]);
  });

  it("of which all was done is one action to undo, without a question", async () => {
    const made = vault(PEOPLE);
    const settle = made.history.settle.bind(made.history);
    made.history.settle = () => Promise.reject(new Error("killed"));
    await expect(touchAll(made.context)).rejects.toThrow("killed");
    made.history.settle = settle;
    made.history.killed();
    expect(await halfDone(made.context)).toEqual([]);
    expect((await undo(made.context)).refused).toEqual([]);
    expect(all(made)).toEqual(PEOPLE);
  });
});

describe("a merge that stops before the other note is gone", () => {
  const notes = { "People/Bo.md": BO, "People/Bo 2.md": "---\nemail: b@example.org\n---\n## Plans\nA walk.\n" };
  const merge = (context: Context): ReturnType<typeof mergePeople> =>
    mergePeople(context, "People/Bo 2.md", "People/Bo.md");

  it("is not done a second time, which would double what is in it", async () => {
    const made = stopping(notes, 1);
    await merge(made.killed);
    const left = all(made);
    expect((await merge(made.context)).refused).toMatchObject([{ path: "People/Bo 2.md" }]);
    expect(all(made)).toEqual(left);
    expect((await redo(made.context)).refused).toEqual([]);
    expect(Object.keys(all(made))).toEqual(["People/Bo.md"]);
    expect(made.text("People/Bo.md").match(/A walk/g)).toHaveLength(1);
  });

  it("keeps the other note where the person's cannot be told from what it was", async () => {
    const made = stopping(notes, 1);
    await merge(made.killed);
    made.edit(() => "---\nemail: x@example.org\n---\nWritten anew.\n", "People/Bo.md");
    const { refused } = await redo(made.context);
    expect(refused.map(({ path }) => path)).toEqual(["People/Bo.md", "People/Bo 2.md"]);
    expect(made.text("People/Bo 2.md")).toContain("A walk.");
  });
});

describe("undo and redo that stop in the middle", () => {
  it.each(["undo", "redo"] as const)("%s goes both ways from there", async (which) => {
    for (const choice of [undo, redo]) {
      const made = vault(PEOPLE);
      await logTouch(made.context, persons, TOUCH);
      const after = all(made);
      if (which === "redo") await undo(made.context);
      const already = made.store.writes;
      const killed = { ...made.context, isToStop: () => Promise.resolve(made.store.writes >= already + 2) };
      await (which === "undo" ? undo : redo)(killed);
      expect(await halfDone(made.context)).toMatchObject([{ which, done: 2, total: 3 }]);
      expect((await choice(made.context)).refused).toEqual([]);
      expect(all(made)).toEqual(choice === undo ? PEOPLE : after);
      expect((await (choice === undo ? redo : undo)(made.context)).refused).toEqual([]);
      expect(all(made)).toEqual(choice === undo ? after : PEOPLE);
    }
  });
});

describe("what cannot be undone", () => {
  it("is told once, with its reason; the next undo goes past it, and back to it once it can be undone", async () => {
    const made = vault(PEOPLE);
    const touchOne = (at: number): Promise<unknown> => logTouch(made.context, persons.slice(at, at + 1), TOUCH);
    await touchOne(0);
    await touchOne(1);
    const changed = made.text("People/Bo.md");
    made.edit((text) => text.replace("hello", "something else"), "People/Bo.md");
    const told = await undo(made.context);
    expect(told.restored).toEqual([]);
    expect(told.refused.map(({ path }) => path)).toEqual(["People/Bo.md", ""]);
    expect((await undo(made.context)).restored).toEqual(["People/Ada.md"]);
    expect(made.text("People/Ada.md")).toBe(ADA);
    expect((await undo(made.context)).refused.map(({ path }) => path)).toEqual(["People/Bo.md"]);
    made.edit(() => changed, "People/Bo.md");
    expect((await undo(made.context)).restored).toEqual(["People/Bo.md"]);
    expect(made.text("People/Bo.md")).toBe(BO);
  });
});

describe("an action on the settings alone", () => {
  it("that stopped before or after they were written can be finished and taken back", async () => {
    for (const isWritten of [false, true]) {
      const made = vault(PEOPLE, { circles: [{ name: "close", cadence: "monthly" }] });
      let { settings } = made.context;
      const change = async (): Promise<null> => {
        settings = { ...settings, circles: [{ name: "close", cadence: "yearly" }] };
        return Promise.resolve(null);
      };
      const killed: Context = {
        ...made.context,
        changeSettings: async () => {
          if (isWritten) await change();
          throw new Error("killed");
        },
      };
      made.history.settle = () => Promise.reject(new Error("killed"));
      await expect(setCircleCadence(killed, "close", "yearly")).rejects.toThrow("killed");
      made.history.killed();
      Reflect.deleteProperty(made.history, "settle");
      const next: Context = { ...made.context, settings, changeSettings: change };
      expect(await halfDone(next)).toHaveLength(isWritten ? 0 : 1);
      expect((await (isWritten ? undo : redo)(next)).refused).toEqual([]);
    }
  });
});
