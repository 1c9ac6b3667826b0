import { describe, expect, it } from "vitest";
import { meetingsDue } from "../../../src/core/today/meetings-due";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { indexOf } from "../../support/memory-store";
import { day, SETTINGS } from "../../support/person-with-log";

const TODAY = day("2026-11-22");

/** The meetings to log in a vault of these notes; those in People/ are people. */
function found(notes: Readonly<Record<string, string>>): string[] {
  const index = indexOf(notes, SETTINGS, parseFrontmatter);
  return meetingsDue(index.everybody(), index.notesWithTasks(), linkResolver(Object.keys(notes)), TODAY).map(
    ({ name, text, daysLate }) => `${name}: ${text} ${String(daysLate)}`,
  );
}

describe("meetings whose day has come", () => {
  it.each([
    ["- [ ] Coffee [meet:: coffee] 📅 2026-11-22", ["Ada: Coffee 0"]],
    ["- [ ] Coffee [meet:: coffee] 📅 2026-11-20", ["Ada: Coffee 2"]],
    ["- [ ] Coffee [meet:: coffee] [due:: 2026-11-20]", ["Ada: Coffee 2"]],
    ["- [ ] Coffee [meet:: coffee] ⏳ 2026-11-20", ["Ada: Coffee 2"]],
    ["- [ ] Coffee [meet:: coffee] 📅 2026-11-23", []],
    ["- [ ] Coffee [meet:: coffee]", []],
    ["- [x] Coffee [meet:: coffee] 📅 2026-11-20", []],
    ["- [-] Coffee [meet:: coffee] 📅 2026-11-20", []],
    ["- [ ] Coffee 📅 2026-11-20", []],
    ["```\n- [ ] Coffee [meet:: coffee] 📅 2026-11-20\n```", []],
  ])("%s: %j", (line, wanted) => {
    expect(found({ "People/Ada.md": `${line}\n` })).toEqual(wanted);
  });

  it("stand once for each line, today's first, wherever the line is; closed people have none", () => {
    expect(
      found({
        "People/Ada.md": "- [ ] Walk with [[Bo]] [meet:: walk] 📅 2026-11-19\n",
        "People/Bo.md": "- [ ] Tea [meet:: tea] 📅 2026-11-22\n",
        "People/Zed.md": "---\nclosed: true\n---\n- [ ] Tea [meet:: tea] 📅 2026-11-22\n",
        "Daily/2026-11-18.md":
          "- [ ] Lunch with [[Ada]] [meet:: lunch] 📅 2026-11-21\n- [ ] Lunch with [[Zed]] [meet:: lunch] 📅 2026-11-21\n",
      }),
    ).toEqual(["Bo: Tea 0", "Ada: Lunch with [[Ada]] 1", "Ada: Walk with [[Bo]] 3"]);
  });
});
