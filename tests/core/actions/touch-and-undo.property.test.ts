import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logTouch } from "../../../src/core/actions/log-touch";
import { close, pause, resume, setCadence, setCircle, skip, snooze, unsnooze } from "../../support/acts-on-people";
import { redo, undo } from "../../../src/core/actions/undo";
import type { Changed } from "../../../src/core/actions/change-notes";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { readDate } from "../../../src/core/text/dates/read-date";
import type { Context } from "../../../src/core/ports";
import { asWritten } from "../../../src/core/log/add-checked-touch";
import { readLog, touchOf } from "../../../src/core/log/read-log";
import type { Touch } from "../../../src/core/log/touch";
import { checkAsync } from "../../support/check";
import { PATH, vault } from "../../support/memory-vault";
import { mutatedTexts, noteTexts } from "../../support/note-texts";
import { addedLines, bareLines, blockOf, dataOf, dataOfObsidian, linesOf, type Data } from "../../support/oracle";
import { FORMAT, touches } from "../../support/touches";

const ADA = [{ path: PATH }];
const days = fc.constantFrom("2026-12-01", "2027-01-31") as fc.Arbitrary<CivilDate>;

type Act = (context: Context) => Promise<Changed>;
const acts: fc.Arbitrary<{ readonly name: string; readonly act: Act }> = fc.oneof(
  touches.map((touch) => ({
    name: `touch ${JSON.stringify(touch)}`,
    act: (context: Context) => logTouch(context, ADA, touch),
  })),
  days.map((day) => ({ name: `snooze ${day}`, act: (context: Context) => snooze(context, ADA, day) })),
  fc.constantFrom<{ name: string; act: Act }>(
    { name: "unsnooze", act: (context) => unsnooze(context, ADA) },
    { name: "skip", act: (context) => skip(context, ADA) },
    { name: "pause", act: (context) => pause(context, ADA) },
    { name: "resume", act: (context) => resume(context, ADA) },
    { name: "close", act: (context) => close(context, ADA, "2026-11-01" as CivilDate) },
    { name: "cadence", act: (context) => setCadence(context, ADA, "every 3 weeks") },
    { name: "no cadence", act: (context) => setCadence(context, ADA, "default") },
    { name: "circle", act: (context) => setCircle(context, ADA, "inner") },
  ),
);
const named = (data: Data, name: string): string | undefined =>
  Object.keys(data).find((key) => key.toLowerCase().replace(/[\s_-]+/g, "") === name);
const logged = (text: string): string[] =>
  readLog(text, FORMAT).entries.map((entry) => JSON.stringify(touchOf(entry, FORMAT)));
const bodyOf = (text: string): string => text.slice(blockOf(text)?.bodyFrom ?? 0).replace(/^\ufeff/, "");

describe("logging a touch, over notes of every shape", () => {
  const cases = fc.record({ text: noteTexts, touch: touches });

  it("adds one line to the body, with a heading where there was no log, or changes nothing", async () => {
    let written = 0;
    await checkAsync(cases, 2_000, async ({ text, touch }) => {
      const { context, text: now } = vault(text);
      const changed = await logTouch(context, ADA, touch);
      if (changed.refused.length > 0) {
        expect(changed.refused[0]?.message).not.toBe("");
        expect(now()).toBe(text);
        return;
      }
      written++;
      const added = addedLines(bodyOf(text), bodyOf(now())) ?? expect.fail("a line of the body is gone");
      const filled = added.filter((line) => line.trim() !== "").map((line) => line.trim());
      expect(added.length - filled.length).toBeLessThanOrEqual(1);
      expect(filled.at(-1)).toContain(touch.date);
      expect(filled.slice(0, -1)).toEqual(filled.length === 1 ? [] : ["## Log"]);
    });
    expect(written).toBeGreaterThan(200);
  });

  it("reads back as the old touches and the new one, and the property moves forward only", async () => {
    await checkAsync(cases, 1_500, async ({ text, touch }) => {
      const { context, text: now } = vault(text);
      if ((await logTouch(context, ADA, touch)).written.length === 0) return;
      expect(logged(now()).sort()).toEqual([...logged(text), JSON.stringify(asWritten(touch, FORMAT))].sort());
      for (const read of [dataOf, dataOfObsidian]) {
        const before = read(text);
        const after = read(now());
        if (before === null) continue;
        const day = (data: Data): string => {
          const found = readDate(data[named(data, "lastcontact") ?? ""]);
          return found.kind === "value" ? found.value : "";
        };
        expect(day(after ?? {})).toBe([day(before), touch.date].sort().at(-1));
      }
    });
  });
});

describe("undo, over notes of every shape", () => {
  const cases = fc.record({ text: noteTexts, acts: fc.array(acts, { minLength: 1, maxLength: 4 }) });

  it("several actions and as many undos give the bytes back; redo gives the later ones; and again", async () => {
    await checkAsync(cases, 1_200, async ({ text, acts: chosen }) => {
      const { context, text: now } = vault(text);
      const states = [text];
      for (const { act } of chosen) if ((await act(context)).written.length > 0) states.push(now());
      const walk = async (turn: typeof undo, expected: readonly string[]): Promise<void> => {
        for (const state of expected) {
          expect((await turn(context)).refused).toEqual([]);
          expect(now()).toBe(state);
        }
        expect((await turn(context)).restored).toEqual([]);
      };
      await walk(undo, states.slice(0, -1).reverse());
      await walk(redo, states.slice(1));
      await walk(undo, states.slice(0, -1).reverse());
    });
  });

  it("in any order: each undo that is not refused takes its own away, and all together give the bytes back", async () => {
    await checkAsync(
      fc.record({ text: noteTexts, first: acts, second: acts }),
      1_200,
      async ({ text, first, second }) => {
        const { context, text: now } = vault(text);
        const one = (await first.act(context)).undoId;
        const between = now();
        const two = (await second.act(context)).undoId;
        const both = now();
        if (one === null || two === null) return;
        if ((await undo(context, one)).refused.length > 0) {
          expect(now()).toBe(both);
          return;
        }
        if ((await undo(context, two)).refused.length > 0) return;
        // Only a heading that the second touch came to stand under may be left.
        const left =
          addedLines(text, now()) ??
          expect.fail(`lost a line of ${JSON.stringify(text)} through ${JSON.stringify(between)}`);
        expect(left.map((line) => line.trim()).filter((line) => line !== "" && line !== "## Log")).toEqual([]);
      },
    );
  });

  const HAND = [
    "hand1: 1",
    "  - hand2",
    "  hand3",
    "# hand4",
    "- hand5",
    "hand6",
    "- 2026-11-19 hand7",
    "    hand8",
    "",
    "## hand9",
  ];
  const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...HAND)), { minLength: 1, maxLength: 3 });

  it("after edits by hand: ours is gone and theirs are all there and mean the same, or nothing changes", async () => {
    let done = 0;
    await checkAsync(fc.record({ text: noteTexts, act: acts, edits }), 2_500, async ({ text, act, edits: byHand }) => {
      const { context, text: now, edit } = vault(text);
      if ((await act.act(context)).written.length === 0) return;
      edit((before) => byHand.reduce(insertLine, before));
      const edited = now();
      const undone = await undo(context);
      if (undone.refused.length > 0) {
        expect(now()).toBe(edited);
        return;
      }
      done++;
      const left = (lines: readonly string[]): string[] =>
        lines.filter((line) => line.trim() !== "" && !line.includes("hand") && line.trim() !== "## Log");
      expect(left(bareLines(now()))).toEqual(left(bareLines(text)));
      expect(bareLines(now()).filter((line) => line.includes("hand"))).toEqual(
        bareLines(edited).filter((line) => line.includes("hand")),
      );
      expectSameMeaning(edited, now());
    });
    expect(done).toBeGreaterThan(100);
  });

  function insertLine(text: string, [place, line]: readonly [number, string]): string {
    const lines = linesOf(text);
    const at = place % (lines.length + 1);
    const above = lines.slice(0, at).join("");
    return `${above}${above === "" || above.endsWith("\n") ? "" : "\n"}${line}\n${lines.slice(at).join("")}`;
  }

  /** Lines put in by hand still hang on the line they were put under; properties of no concern are as they were. */
  function expectSameMeaning(edited: string, undone: string): void {
    const indent = (line: string): number => line.length - line.trimStart().length;
    const parents = (text: string): string[] => {
      const lines = bareLines(bodyOf(text));
      return lines.flatMap((line, index) => {
        const above = lines[index - 1] ?? "";
        const isSibling = /^\s*(?:[-#])/.test(line) && indent(line) <= indent(above);
        return line.includes("hand") && above.trim() !== "" && !isSibling ? [`${above} > ${line}`] : [];
      });
    };
    expect(parents(undone)).toEqual(parents(edited));
    const before = dataOf(edited);
    if (before === null) return;
    const ours = ["lastcontact", "snoozeuntil", "paused", "closed", "cadence", "circle"];
    const others = (data: Data): [string, unknown][] =>
      Object.entries(data).filter(([key]) => !ours.includes(key.toLowerCase().replace(/[\s_-]+/g, "")));
    const after = dataOf(undone);
    expect(after === null ? null : others(after)).toEqual(others(before));
  }
});

describe("damaged notes", () => {
  it("give a plan or a refusal, never an exception, and can be undone", async () => {
    await checkAsync(fc.record({ text: mutatedTexts, touch: touches }), 3_000, async ({ text, touch }) => {
      const { context, text: now } = vault(text);
      const changed = await logTouch(context, ADA, touch);
      if (changed.written.length === 0) {
        expect(now()).toBe(text);
        return;
      }
      expect(bareLines(bodyOf(text)).filter((line) => line.trim() !== "").length).toBeLessThan(
        bareLines(bodyOf(now())).filter((line) => line.trim() !== "").length,
      );
      await undo(context);
      expect(now()).toBe(text);
    });
  });
});

// Kept here so that a touch whose text is nothing but syntax is always among the cases.
it("a touch reads back as it was given wherever its text is plain words", () => {
  const plain: Touch = {
    date: "2026-11-21" as CivilDate,
    direction: "in",
    channel: "Signal",
    text: "the garden",
    asked: null,
    gave: "a plant",
    theyAsked: null,
    theyGave: null,
    owe: "reply",
    holding: false,
    declined: false,
  };
  expect(asWritten(plain, FORMAT)).toEqual(plain);
});
