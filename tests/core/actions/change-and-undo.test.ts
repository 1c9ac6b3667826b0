import { describe, expect, it } from "vitest";
import { changeNotes } from "../../../src/core/actions/change-notes";
import { logTouch } from "../../../src/core/actions/log-touch";
import { pause, resume, setCircle, snooze, unsnooze } from "../../support/acts-on-people";
import { redo, undo } from "../../../src/core/actions/undo";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import type { EditPlan } from "../../../src/core/text/note/note-edit";
import { DEFAULT_PROPERTY_NAMES } from "../../../src/core/people/property-names";
import { PATH, vault } from "../../support/memory-vault";
import { touch } from "../../support/touches";

const ADA = [{ path: PATH }];
const BOTH = [{ path: "A.md" }, { path: "B.md" }];
const DECEMBER = "2026-12-01" as CivilDate;

describe("several notes at once", () => {
  it("does what it can, names the rest, and one undo takes all of it back", async () => {
    const { context, text } = vault({ "A.md": "a\n", "B.md": "---\nopen: 1\n" });
    const logged = await logTouch(context, [...BOTH, { path: "C.md" }], touch());
    expect([logged.written, logged.refused.map(({ path }) => path), logged.lastContact]).toEqual([
      ["A.md"],
      ["B.md", "C.md"],
      { "A.md": "2026-11-21" },
    ]);
    expect((await undo(context)).restored).toEqual(["A.md"]);
    expect([text("A.md"), text("B.md")]).toEqual(["a\n", "---\nopen: 1\n"]);
  });

  it("a person named twice is met once", async () => {
    const { context, text } = vault("a\n");
    expect((await logTouch(context, [...ADA, ...ADA], touch())).written).toEqual([PATH]);
    expect(text().match(/→ call/g)).toHaveLength(1);
    await undo(context);
    expect(text()).toBe("a\n");
  });

  it("a note that is still the same when it is written is planned once, and anew where it has changed", async () => {
    const { context, store, edit, text } = vault("a\n");
    let plans = 0;
    const plan = (before: string): EditPlan => ({
      ok: true,
      splices: [{ from: before.length, to: before.length, insert: `${++plans}\n` }],
    });
    await changeNotes(context, "test", [{ path: PATH, plan }]);
    expect([text(), plans]).toEqual(["a\n1\n", 1]);
    const process = store.process.bind(store);
    store.process = (path, change) => {
      edit((before) => `${before}by hand\n`);
      return process(path, change);
    };
    await changeNotes(context, "test", [{ path: PATH, plan }]);
    expect([text(), plans]).toEqual(["a\n1\nby hand\n3\n", 3]);
  });

  it("what was written before something broke can be undone", async () => {
    const { context, store, text } = vault({ "A.md": "a\n", "B.md": "b\n" });
    const process = store.process.bind(store);
    store.process = (path, change) =>
      path === "B.md" ? Promise.reject(new TypeError("a bug")) : process(path, change);
    const plan = (before: string): EditPlan => ({
      ok: true,
      splices: [{ from: before.length, to: before.length, insert: "x\n" }],
    });
    await expect(
      changeNotes(
        context,
        "test",
        BOTH.map(({ path }) => ({ path, plan })),
      ),
    ).rejects.toThrow("a bug");
    expect([text("A.md"), text("B.md")]).toEqual(["a\nx\n", "b\n"]);
    await undo(context);
    expect(text("A.md")).toBe("a\n");
  });

  it("an undo that fails halfway leaves every note as it was, and can be made again", async () => {
    const { context, store, text } = vault({ "A.md": "a\n", "B.md": "b\n" });
    await pause(context, BOTH);
    const paused = [text("A.md"), text("B.md")];
    store.locked.add("B.md");
    expect(await undo(context)).toMatchObject({ restored: [], refused: [{ path: "B.md" }] });
    expect([text("A.md"), text("B.md")]).toEqual(paused);
    store.locked.clear();
    expect((await undo(context)).restored).toEqual(["A.md", "B.md"]);
    expect([text("A.md"), text("B.md")]).toEqual(["a\n", "b\n"]);
  });

  it("all of an action's notes are undone, or none", async () => {
    const { context, text, edit } = vault({ "A.md": "a\n", "B.md": "b\n" });
    await pause(context, BOTH);
    edit((before) => before.replace("paused: true", "paused: false"), "B.md");
    const before = [text("A.md"), text("B.md")];
    expect((await undo(context)).refused.map(({ path }) => path)).toEqual(["B.md"]);
    expect([text("A.md"), text("B.md")]).toEqual(before);
  });

  it("setting what is set already writes nothing and leaves nothing to undo", async () => {
    const { context, store } = vault("---\ncircle: close\n---\n");
    expect(await setCircle(context, ADA, "close")).toEqual({ written: [], refused: [], undoId: null });
    expect((await undo(context)).refused[0]?.message).toBe("There is nothing to undo.");
    expect(store.notes.get(PATH)).toBe("---\ncircle: close\n---\n");
  });
});

describe("undo after edits by hand", () => {
  const NOTE = "---\ncircle: close\n---\nText.\n";

  /** Makes an action, edits the note by hand, and undoes (and with `again` redoes): the text, or null where refused. */
  async function after(
    text: string,
    act: (context: ReturnType<typeof vault>["context"]) => Promise<unknown>,
    edit: (text: string) => string,
    again = false,
  ): Promise<string | null> {
    const here = vault(text);
    await act(here.context);
    if (!again) here.edit(edit);
    const undone = await undo(here.context);
    if (!again) return undone.refused.length > 0 ? null : here.text();
    here.edit(edit);
    const redone = await redo(here.context);
    return redone.refused.length > 0 ? null : here.text();
  }
  const call = (context: Parameters<typeof logTouch>[0]): Promise<unknown> => logTouch(context, ADA, touch());

  it("takes its lines away and leaves the heading that others may use", async () => {
    expect(await after(NOTE, call, (text) => text.replace("Text.", "More text."))).toBe(
      "---\ncircle: close\n---\nMore text.\n\n## Log\n",
    );
    expect(await after(NOTE, call, (text) => `${text}- 2026-11-20 by hand\n`)).toBe(
      "---\ncircle: close\n---\nText.\n\n## Log\n- 2026-11-20 by hand\n",
    );
  });

  it("also in a note without a last line ending", async () => {
    expect(await after("Text.", call, (text) => `${text}\n- 2026-11-20 by hand`)).toBe(
      "Text.\n\n## Log\n- 2026-11-20 by hand",
    );
    expect(await after("Text.", call, (text) => text.replace("Text", "More"))).toBe("More.\n\n## Log");
  });

  it("takes away a head it began, where nothing was added to it", async () => {
    expect(
      await after(
        "Text.\n",
        (context) => pause(context, ADA),
        (text) => `${text}more\n`,
      ),
    ).toBe("Text.\nmore\n");
    expect(
      await after(
        "Text.\n",
        (context) => pause(context, ADA),
        (text) => text.replace("paused", "mine: 1\npaused"),
      ),
    ).toBeNull();
  });

  it("puts a line back only between the lines it stood between", async () => {
    const snoozed = "---\ntags:\n  - a\nsnooze_until: 2026-12-01\ncircle: close\n---\n";
    const wake = (context: Parameters<typeof unsnooze>[0]): Promise<unknown> => unsnooze(context, ADA);
    expect(await after(snoozed, wake, (text) => `${text}more\n`)).toBe(`${snoozed}more\n`);
    expect(await after(snoozed, wake, (text) => text.replace("  - a\n", "  - a\n  - b\n"))).toBeNull();
    expect(await after("---\nsnooze_until: 2026-12-01\n---\n", wake, (text) => `${text}more\n`)).toBe(
      "---\nsnooze_until: 2026-12-01\n---\nmore\n",
    );
  });

  it("refuses where lines were added that belong to the touch, as they would pass to another", async () => {
    const log = "## Log\n- 2026-10-02 a\n";
    for (const below of ["  a detail", "lazy text", "\n  a paragraph"]) {
      expect(await after(log, call, (text) => text.replace("→ call", `→ call\n${below}`))).toBeNull();
    }
    expect(await after(log, call, (text) => text.replace("→ call", "→ call\n- 2026-11-20 another"))).toBe(
      "## Log\n- 2026-11-20 another\n- 2026-10-02 a\n",
    );
  });

  it("refuses where the property's value was continued, or the line stands twice", async () => {
    expect(
      await after(NOTE, call, (text) =>
        text.replace("last_contact: 2026-11-21", "last_contact: 2026-11-21\n  and more"),
      ),
    ).toBeNull();
    expect(await after(NOTE, call, (text) => `${text}- 2026-11-21 → call\n`)).toBeNull();
    expect(
      await after(NOTE, call, (text) => text.replace("- 2026-11-21 → call", "- 2026-11-21 → call: corrected")),
    ).toBeNull();
  });

  it("refuses where items were added below the property, which would pass to the list above it", async () => {
    expect(
      await after(
        "---\ntags:\n- a\n---\n",
        (context) => pause(context, ADA),
        (text) => text.replace("paused: true\n", "paused: true\n- b\n"),
      ),
    ).toBeNull();
    expect(
      await after(
        "---\ntags:\n- a\n---\n",
        (context) => pause(context, ADA),
        (text) => text.replace("- a\n", "- a\n- b\n"),
      ),
    ).toBe("---\ntags:\n- a\n- b\n---\n");
  });

  it("never writes into an unfinished merge", async () => {
    expect(await after(NOTE, call, (text) => `${text}<<<<<<< mine\na\n=======\nb\n>>>>>>> theirs\n`)).toBeNull();
  });

  it("redoes under its heading, wherever the note went since, or not at all", async () => {
    expect(await after(NOTE, call, (text) => text.replace("---\nText.", "---\nBefore.\nText."), true)).toBe(
      "---\ncircle: close\nlast_contact: 2026-11-21\n---\nBefore.\nText.\n\n## Log\n- 2026-11-21 → call\n",
    );
    expect(await after(NOTE, call, (text) => `${text}\n## Log\n`, true)).toContain("## Log\n- 2026-11-21 → call\n");
    expect(
      await after(
        "Text.\n\nMore.\n",
        (context) => pause(context, ADA),
        (text) => `New.\n${text}`,
        true,
      ),
    ).toBeNull();
    expect(
      await after("## Log\n- 2026-10-02 a\n", call, (text) => text.replace("## Log", "## Notes"), true),
    ).toBeNull();
    expect(await after("## Log\n\nText.\n", call, (text) => `${text}\n## Log\n\nmore\n`, true)).toBeNull();
  });

  it("a note in CRLF keeps its line endings through undo and redo", async () => {
    const text = NOTE.replace(/\n/g, "\r\n");
    expect(await after(text, call, (now) => now.replace("Text.", "More."))).toBe(
      "---\r\ncircle: close\r\n---\r\nMore.\r\n\r\n## Log\r\n",
    );
  });
});

describe("what an action refuses", () => {
  it("to take a last contact for a snooze, where settings give both one name", async () => {
    const propertyNames = { ...DEFAULT_PROPERTY_NAMES, snoozeUntil: ["last_contact"] };
    const { context, text } = vault("---\nlast_contact: 2026-12-01\n---\n", { propertyNames });
    await logTouch(context, ADA, touch());
    expect(text()).toContain("last_contact: 2026-12-01\n");
  });

  it.each([
    ["a touch still to come", touch({ date: "2026-11-22" })],
    ["a channel of two words", touch({ channel: "two words" })],
    ["a channel with a line in it", touch({ channel: "a\nb" })],
  ])("%s", async (_, given) => {
    const { context, store } = vault("a\n");
    expect((await logTouch(context, ADA, given)).written).toEqual([]);
    expect(store.writes).toBe(0);
  });

  it("a snooze into the past", async () => {
    const { context, store } = vault("a\n");
    expect((await snooze(context, ADA, context.today)).refused).toHaveLength(1);
    expect(store.writes).toBe(0);
  });
});

it("a touch today ends a snooze, of an earlier day does not; the later day of the property stays", async () => {
  const snoozed = "---\nsnooze_until: 2026-12-24 # holidays\nlast_contact: 2026-11-20\n---\n## Log\n";
  const today = vault(snoozed);
  await logTouch(today.context, ADA, touch());
  expect(today.text()).toBe("---\nlast_contact: 2026-11-21\n---\n## Log\n- 2026-11-21 → call\n");
  const earlier = vault(snoozed);
  await logTouch(earlier.context, ADA, touch({ date: "2026-11-01" }));
  expect(earlier.text()).toBe(`${snoozed}- 2026-11-01 → call\n`);
});

it("undo by id in any order, then all gone", async () => {
  const { context, text } = vault("---\ncircle: close\n---\nText.\n\n## Log\n- 2026-10-02 a\n");
  const before = text();
  const paused = await pause(context, ADA);
  const snoozed = await snooze(context, ADA, DECEMBER);
  const logged = await logTouch(context, ADA, touch({ date: "2026-11-01" }));
  for (const { undoId } of [paused, logged, snoozed]) expect((await undo(context, undoId ?? "")).refused).toEqual([]);
  expect(text()).toBe(before);
  expect((await resume(context, ADA)).written).toEqual([]);
});
