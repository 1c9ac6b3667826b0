import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { applySplices } from "../../../src/core/text/note/note-edit";
import { EMOJI_FORMAT } from "../../../src/core/tasks/task-format";
import { readTasks } from "../../../src/core/tasks/read-tasks";
import { noteLines } from "../../../src/core/text/note/body-lines";
import { planTick } from "../../../src/core/tasks/tick-line";

const TODAY = "2026-11-22" as CivilDate;

function ticked(text: string, doneOn = TODAY, nextBelow = false): string {
  const plan = planTick(text, {
    isIt: ({ text: words }) => words.startsWith("Send"),
    doneOn,
    format: { ...EMOJI_FORMAT, nextBelow },
  });
  return plan.ok ? applySplices(text, plan.splices) : plan.problem.message;
}

describe("ticking a line", () => {
  it.each([
    // before, after
    ["- [ ] Send a card", "- [x] Send a card ✅ 2026-11-22"],
    ["- [ ] Send a card 📅 2026-11-20 ^a1", "- [x] Send a card 📅 2026-11-20 ✅ 2026-11-22 ^a1"],
    ["* [ ] Send a card  [due:: 2026-11-20]", "* [x] Send a card  [due:: 2026-11-20]  [completion:: 2026-11-22]"],
    [
      "- [ ] Send a card 🔁 every day 📅 2026-11-10",
      "- [ ] Send a card 🔁 every day 📅 2026-11-23\n- [x] Send a card 🔁 every day 📅 2026-11-10 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send a card 🔁 every week 📅 2026-11-25",
      "- [ ] Send a card 🔁 every week 📅 2026-12-02\n- [x] Send a card 🔁 every week 📅 2026-11-25 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send a card 🔁 every week when done 📅 2026-11-25",
      "- [ ] Send a card 🔁 every week when done 📅 2026-11-29\n- [x] Send a card 🔁 every week when done 📅 2026-11-25 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send a card 🔁 every December on the 1st 📅 2026-12-01",
      "- [ ] Send a card 🔁 every December on the 1st 📅 2027-12-01\n- [x] Send a card 🔁 every December on the 1st 📅 2026-12-01 ✅ 2026-11-22",
    ],
    // The day that counts is due, else scheduled, else start; the others keep their distance. Id and block id are one
    // line's own.
    [
      "- [ ] Send it 🆔 abc 🔁 every 2 weeks 🛫 2026-11-16 ⏳ 2026-11-20 📅 2026-11-22 ^x",
      "- [ ] Send it 🔁 every 2 weeks 🛫 2026-11-30 ⏳ 2026-12-04 📅 2026-12-06\n- [x] Send it 🆔 abc 🔁 every 2 weeks 🛫 2026-11-16 ⏳ 2026-11-20 📅 2026-11-22 ✅ 2026-11-22 ^x",
    ],
    [
      "- [ ] Send it [repeat:: every month] [due:: 2026-11-30]",
      "- [ ] Send it [repeat:: every month] [due:: 2026-12-30]\n- [x] Send it [repeat:: every month] [due:: 2026-11-30]  [completion:: 2026-11-22]",
    ],
    [
      "- [ ] Send a card, every December 1",
      "- [ ] Send a card, every December 1 📅 2026-12-01\n- [x] Send a card, every December 1 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send word, every Monday until 2026-11-23 📅 2026-11-23",
      "- [x] Send word, every Monday until 2026-11-23 📅 2026-11-23 ✅ 2026-11-22",
    ],
    // It asks to go when it is done; not from under what stands below it.
    ["- [ ] Send it 🔁 every day 🏁 delete 📅 2026-11-22", "- [ ] Send it 🔁 every day 🏁 delete 📅 2026-11-23"],
    [
      "- [ ] Send it [onCompletion:: delete] [repeat:: every day] [due:: 2026-11-22]",
      "- [ ] Send it [onCompletion:: delete] [repeat:: every day] [due:: 2026-11-23]",
    ],
    ["- [ ] Send it 🏁 keep", "- [x] Send it 🏁 keep ✅ 2026-11-22"],
    ["- [ ] Send it 🏁 delete\n    - stamps", "- [x] Send it 🏁 delete ✅ 2026-11-22\n    - stamps"],
    // A sync merge left the line twice.
    ["- [ ] Send it\n- [ ] Send it", "- [x] Send it ✅ 2026-11-22\n- [x] Send it ✅ 2026-11-22"],
  ])("%j", (before, after) => {
    expect(ticked(before)).toBe(after);
    expect(ticked(before.replaceAll("\n", "\r\n") + "\r\n")).toBe(after.replaceAll("\n", "\r\n") + "\r\n");
  });

  it.each([
    // before, after: ticked before, and opened again by hand
    [
      "- [ ] Send it 🔁 every week 📅 2026-11-26\n- [ ] Send it 🔁 every week 📅 2026-11-19 ✅ 2026-11-20",
      "- [ ] Send it 🔁 every week 📅 2026-11-26\n- [x] Send it 🔁 every week 📅 2026-11-19 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send it 🔁 every week 📅 2026-11-19\n- [ ] Send it 🔁 every week 📅 2026-11-26",
      "- [x] Send it 🔁 every week 📅 2026-11-19 ✅ 2026-11-22\n- [ ] Send it 🔁 every week 📅 2026-11-26",
    ],
    [
      "- [ ] Send it 🔁 every week when done 📅 2026-11-27\n- [ ] Send it 🆔 a1 🔁 every week when done 📅 2026-11-19 ✅ 2026-11-20",
      "- [ ] Send it 🔁 every week when done 📅 2026-11-27\n- [x] Send it 🆔 a1 🔁 every week when done 📅 2026-11-19 ✅ 2026-11-22",
    ],
    [
      "- [ ] Send it [repeat:: every day] [due:: 2026-11-21]  [completion:: 2026-11-21]\n- [ ] Send it [repeat:: every day] [due:: 2026-11-22]",
      "- [x] Send it [repeat:: every day] [due:: 2026-11-21]  [completion:: 2026-11-22]\n- [ ] Send it [repeat:: every day] [due:: 2026-11-22]",
    ],
    [
      "- [ ] Send it, every December 1 📅 2026-12-01\n- [ ] Send it, every December 1 ✅ 2026-11-20",
      "- [ ] Send it, every December 1 📅 2026-12-01\n- [x] Send it, every December 1 ✅ 2026-11-22",
    ],
    // Another line, or one of the same words with another rule, is no successor.
    [
      "- [ ] Send it 🔁 every week 📅 2026-11-22\n- [ ] Send it 🔁 every month 📅 2026-12-22",
      "- [ ] Send it 🔁 every week 📅 2026-11-29\n- [x] Send it 🔁 every week 📅 2026-11-22 ✅ 2026-11-22\n- [ ] Send it 🔁 every month 📅 2026-12-22",
    ],
  ])("again gives it no second successor: %j", (before, after) => {
    const days = ["2026-11-19", "2026-11-21", null, "2026-11-22"];
    const dues = readTasks(noteLines(before)).map(({ due }) => due);
    const wanted = days.find((one) => dues.includes(one as CivilDate | null));
    const plan = planTick(before, { isIt: ({ due }) => due === wanted, doneOn: TODAY, format: EMOJI_FORMAT });
    expect(plan.ok ? applySplices(before, plan.splices) : plan.problem.message).toBe(after);
  });

  it("takes a line away that asks for it", () => {
    expect(ticked("- [ ] Send it 🏁 delete 📅 2026-11-22\n- [ ] Other\n")).toBe("- [ ] Other\n");
    expect(ticked("- [ ] Other\n- [ ] Send it [onCompletion:: Delete]")).toBe("- [ ] Other\n");
  });

  it("does not let 31 January become the 28th for ever", () => {
    let text = "- [ ] Send the rent 🔁 every month 📅 2026-01-31";
    for (const done of ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]) text = ticked(text, done as CivilDate);
    expect(text.split("\n").map((line) => /📅 (\S+)/.exec(line)?.[1])).toEqual([
      "2026-05-31",
      "2026-04-30",
      "2026-03-31",
      "2026-02-28",
      "2026-01-31",
    ]);
  });

  it("puts the next line below where the Tasks plugin does", () => {
    expect(ticked("- [ ] Send it 🔁 every day 📅 2026-11-22", TODAY, true).split("\n")[1]).toBe(
      "- [ ] Send it 🔁 every day 📅 2026-11-23",
    );
  });

  it.each([
    ["- [x] Send it", "not in the note"],
    ["```\n- [ ] Send it\n```", "not in the note"],
    ["- [ ] Send it\n- [ ] Send that", "Several open tasks (lines 1, 2)"],
    ["- [ ] Send it 🔁 every blue moon 📅 2026-11-22", '"every blue moon" cannot be read'],
  ])("writes nothing for %j", (text, problem) => {
    expect(ticked(text)).toContain(problem);
  });
});
