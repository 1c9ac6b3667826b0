import fc from "fast-check";
import { expect, it } from "vitest";
import { deleteTouch, editTouch } from "../../../src/core/actions/edit-touch";
import { logTouch } from "../../../src/core/actions/log-touch";
import type { Changed } from "../../../src/core/actions/change-notes";
import { close, pause, resume, setCadence, setCircle, skip, snooze, unsnooze } from "../../support/acts-on-people";
import { undo } from "../../../src/core/actions/undo";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import type { Context } from "../../../src/core/ports";
import { readLog, touchOf } from "../../../src/core/log/read-log";
import type { PlacedTouch } from "../../../src/core/log/touch";
import { checkAsync, runs } from "../../support/check";
import { PATH, vault } from "../../support/memory-vault";
import { mutatedTexts, noteTexts } from "../../support/note-texts";
import { FORMAT, touch, touches } from "../../support/touches";

const ADA = [{ path: PATH }];
const DAY = "2026-12-01" as CivilDate;
const ENTRY = fc.constantFrom(
  "",
  "- 2026-11-21 → call: x\n",
  "- 2026-11-21 → call: x\n- 2026-10-02 <- letter [owe:: reply]\n  below\n",
  "\n* [[2026-08-20]] 14:30 visit ^id\n\n* 2026-08-20\n",
);
const texts = fc
  .oneof({ weight: 3, arbitrary: noteTexts }, { weight: 1, arbitrary: mutatedTexts })
  .chain((text) => ENTRY.map((entry) => (entry === "" ? text : `${text}\n## Log\n${entry}`)));

type Act = (context: Context, logged: readonly PlacedTouch[], pick: number) => Promise<Changed> | null;
const onTouch =
  (act: (context: Context, one: PlacedTouch) => Promise<Changed>): Act =>
  (context, logged, pick) => {
    const one = logged[pick % Math.max(1, logged.length)];
    return one ? act(context, one) : null;
  };

/** Every action that writes to a note. */
const ACTS: Readonly<Record<string, Act>> = {
  touch: (context) => logTouch(context, ADA, touch({ text: "hello" })),
  "touch and promise": (context) =>
    logTouch(context, ADA, touch(), { next: { kind: "follow-up", text: "Send it", day: DAY } }),
  "touch and meeting": (context) =>
    logTouch(context, ADA, touch(), { next: { kind: "meet", text: "coffee", day: DAY } }),
  "edit touch": onTouch((context, one) =>
    editTouch(context, one, { text: "other words", channel: "coffee", direction: "both" }),
  ),
  "move touch": onTouch((context, one) => editTouch(context, one, { date: "2026-09-09" as CivilDate })),
  "delete touch": onTouch((context, one) => deleteTouch(context, one)),
  snooze: (context) => snooze(context, ADA, DAY),
  unsnooze: (context) => unsnooze(context, ADA),
  skip: (context) => skip(context, ADA),
  pause: (context) => pause(context, ADA),
  resume: (context) => resume(context, ADA),
  close: (context) => close(context, ADA, "2026-11-01" as CivilDate),
  cadence: (context) => setCadence(context, ADA, "every 3 weeks"),
  circle: (context) => setCircle(context, ADA, "inner"),
};

it(
  "ten thousand random notes: each action followed by its undo comes back to the same bytes",
  { timeout: 240_000 },
  async () => {
    const names = Object.keys(ACTS);
    const written: Record<string, number> = {};
    await checkAsync(
      fc.record({ text: texts, name: fc.constantFrom(...names), pick: fc.nat(20) }),
      10_000,
      async ({ text, name, pick }) => {
        const { context, text: now } = vault(text);
        const logged = readLog(text, FORMAT).entries.map((entry): PlacedTouch => ({
          ...touchOf(entry, FORMAT),
          source: "log",
          path: PATH,
          line: entry.line,
        }));
        const changed = await ACTS[name]?.(context, logged, pick);
        if (!changed || changed.written.length === 0) {
          expect(now()).toBe(text);
          return;
        }
        written[name] = (written[name] ?? 0) + 1;
        expect((await undo(context, changed.undoId ?? "")).refused).toEqual([]);
        expect(now()).toBe(text);
      },
    );
    const total = Object.values(written).reduce((sum, count) => sum + count, 0);
    console.log(
      `notes: ${runs(10_000)}; actions written and undone to the same bytes: ${total} (${Object.entries(written)
        .map(([name, count]) => `${name} ${count}`)
        .join(", ")})`,
    );
    expect(Object.keys(written).sort()).toEqual([...names].sort());
    expect(total).toBeGreaterThan(runs(10_000) / 4);
  },
);

it("an edit changes the one touch, a deletion takes the one away, and every other touch stays", async () => {
  let [edited, deleted] = [0, 0];
  await checkAsync(
    fc.record({ text: texts, patch: touches, pick: fc.nat(20) }),
    1_500,
    async ({ text, patch, pick }) => {
      const entries = readLog(text, FORMAT).entries;
      const entry = entries[pick % Math.max(1, entries.length)];
      if (!entry) return;
      const one: PlacedTouch = { ...touchOf(entry, FORMAT), source: "log", path: PATH, line: entry.line };
      const says = (note: string): string[] =>
        readLog(note, FORMAT)
          .entries.map((each) => JSON.stringify(touchOf(each, FORMAT)))
          .sort();
      // Copies of the very same lines are one touch; a line with another time is another.
      const others = entries
        .filter(
          (each) =>
            each.item.content !== entry.item.content ||
            each.item.indent !== entry.item.indent ||
            each.below.join("\n") !== entry.below.join("\n"),
        )
        .map((each) => JSON.stringify(touchOf(each, FORMAT)))
        .sort();
      const first = vault(text);
      if ((await deleteTouch(first.context, one)).written.length > 0) {
        deleted++;
        expect(says(first.text())).toEqual(others);
      }
      const second = vault(text);
      if ((await editTouch(second.context, one, patch)).written.length > 0) {
        edited++;
        const left = says(second.text());
        for (const other of others) expect(left).toContain(other);
        expect(left.length).toBe(others.length + 1);
      }
    },
  );
  expect([edited > runs(1_500) / 20, deleted > runs(1_500) / 20]).toEqual([true, true]);
});
