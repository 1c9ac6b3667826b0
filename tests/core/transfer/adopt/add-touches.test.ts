import { describe, expect, it } from "vitest";
import { adoptRules } from "../../../../src/core/actions/adopt";
import { missingTouches, planTouches, type ForeignTouch } from "../../../../src/core/transfer/adopt/add-touches";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { applySplices } from "../../../../src/core/text/note/note-edit";
import { vault } from "../../../support/memory-vault";

const said = (date: string, text: string): ForeignTouch => ({ date: date as CivilDate, text });
const rules = adoptRules(vault("").context);

function adopted(text: string, found: readonly ForeignTouch[]): string {
  const plan = planTouches(text, missingTouches(text, found, rules), rules);
  return plan.ok ? applySplices(text, plan.splices) : plan.problem.message;
}

describe("touches of another plugin", () => {
  it.each([
    ["a time, which a log passes over", [said("2026-10-02", "14:30 lunch"), said("2026-09-02", "9:15")]],
    ["a dash before a time, or colons", [said("2026-10-02", "- 14:05"), said("2026-09-02", "::")]],
    ["what would hide the log", [said("2026-10-02", "50%% off"), said("2026-09-02", "<!-- a")]],
    ["an arrow and a channel", [said("2026-10-02", "-> call: the move"), said("2026-09-02", "coffee, then a walk")]],
  ])("that say %s are written once, into an empty log and beside others", (_, found) => {
    for (const text of ["Prose.\n", "## Log\n- 2026-08-02 call\n"]) {
      const once = adopted(text, found);
      expect(once.split("\n").filter((line) => /^- 2026-(?:09|10)-02/.test(line))).toHaveLength(2);
      expect(missingTouches(once, found, rules)).toEqual([]);
    }
  });

  it("are refused where they cannot stand, in the note's own words", () => {
    const text = "## Log\n- 2026-08-02 call\n<<<<<<< mine\n";
    expect(adopted(text, [said("2026-10-02", "lunch")])).toContain("left unfinished");
  });
});
