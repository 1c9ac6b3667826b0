import { describe, expect, it } from "vitest";
import { followUpsDue, type FollowUpsDue } from "../../../src/core/today/follow-ups-due";
import type { Settings } from "../../../src/core/people/settings/settings";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { indexOf } from "../../support/memory-store";
import { day, SETTINGS } from "../../support/person-with-log";

const TODAY = day("2026-11-22");

/** What has come in a vault of these notes; those in People/ are people. */
function due(
  notes: Readonly<Record<string, string>>,
  tasks: Partial<Settings["tasks"]> = {},
): Record<keyof FollowUpsDue, string[]> {
  const settings = { ...SETTINGS, tasks: { ...SETTINGS.tasks, ...tasks } };
  const index = indexOf(notes, settings, parseFrontmatter);
  const resolve = linkResolver(Object.keys(notes));
  const found = followUpsDue(index.everybody(), index.notesWithTasks(), resolve, TODAY, settings);
  const said = (list: FollowUpsDue["recent"]): string[] =>
    list.map(({ name, text, daysLate }) => `${name}: ${text} ${String(daysLate)}`);
  return { meetings: said(found.meetings), recent: said(found.recent), earlier: said(found.earlier) };
}

/** The meetings to log. */
const found = (notes: Readonly<Record<string, string>>): string[] => due(notes).meetings;

describe("promises whose day has come", () => {
  const [NOTHING, RAE] = [{ meetings: [], recent: [], earlier: [] }, "---\ncadence: monthly\n---\n"];
  it.each<[string, string, Partial<Record<keyof FollowUpsDue, string[]>>]>([
    // the note, its line, what comes of it on 2026-11-22
    ["People/Rae.md", "- [ ] follow up with her 📅 2026-11-22", { recent: ["Rae: follow up with her 0"] }],
    ["People/Rae.md", "- [ ] follow up with her 📅 2026-11-23", {}],
    ["People/Rae.md", "- [ ] follow up with her", {}],
    ["People/Rae.md", "- [ ] send it [due:: 2026-11-21]", { recent: ["Rae: send it 1"] }],
    ["People/Rae.md", "- [/] send it ⏳ 2026-11-21", { recent: ["Rae: send it 1"] }],
    ["People/Rae.md", "- [ ] send it 📅 2026-11-15", { recent: ["Rae: send it 7"] }],
    ["People/Rae.md", "- [ ] send it 📅 2026-11-14", { earlier: ["Rae: send it 8"] }],
    ["People/Rae.md", "- [x] send it 📅 2026-11-22", {}],
    ["People/Rae.md", "- [-] send it 📅 2026-11-22", {}],
    ["People/Rae.md", "- [ ] send it 🆔 rc-bday-0a1b2c3d40000-20261122-k3f9 📅 2026-11-22", {}],
    ["People/Rae.md", "- [ ] send it 🔁 every week 📅 2026-11-22", {}],
    ["Daily/2026-11-22.md", "- [ ] Ask [[Rae]] 📅 2026-11-22", { recent: ["Rae: Ask [[Rae]] 0"] }],
    ["Plans.md", "> 1. [ ] Ask [her](People/Rae.md) 📅 2026-11-20", { recent: ["Rae: Ask [her](People/Rae.md) 2"] }],
    ["Plans.md", "- [ ] Ask [[Nobody]] 📅 2026-11-22", {}],
    ["Plans.md", "- [ ] Ask Rae 📅 2026-11-22", {}],
    ["Templates/Day.md", "- [ ] Ask [[Rae]] 📅 2026-11-22\n- [x] Wrote [[Rae]] [touch:: letter]", {}],
    ["Day template.md", "- [ ] Ask [[Rae]] 📅 2026-11-22", {}],
    [
      "People/Bo.md",
      "- [ ] Introduce him to [[Rae]] [intro:: planned] 📅 2026-11-22",
      { recent: ["Bo: Introduce him to [[Rae]] 0"] },
    ],
    ["People/Bo.md", "- [ ] Tea [meet:: tea] 📅 2026-11-01", { meetings: ["Bo: Tea 21"] }],
    ["People/Bo.md", "```\n- [ ] send it 📅 2026-11-22\n```", {}],
  ])("in %s: %s", (path, line, wanted) => {
    expect(due({ "People/Rae.md": RAE, [path]: `${path === "People/Rae.md" ? RAE : ""}${line}\n` })).toEqual({
      ...NOTHING,
      ...wanted,
    });
  });

  it.each<[Partial<Settings["tasks"]>, string[]]>([
    [{ followUps: "anywhere" }, ["Rae: plain", "Rae: tagged", "Rae: nested", "Rae: elsewhere", "Rae: meant"]],
    [{ followUps: "people" }, ["Rae: plain", "Rae: tagged", "Rae: nested"]],
    [{ followUps: "tag", followUpTag: "promise" }, ["Rae: tagged", "Rae: nested", "Rae: meant"]],
  ])("count as the settings say: %j; an introduction always does", (tasks, wanted) => {
    const found = due(
      {
        "People/Rae.md":
          "- [ ] plain 📅 2026-11-22\n- [ ] tagged #Promise 📅 2026-11-22\n- [ ] nested #promise/her 📅 2026-11-22\n- [ ] Introduce her [intro:: planned] 📅 2026-11-22\n",
        "Plans.md": "- [ ] elsewhere [[Rae]] #promised 📅 2026-11-22\n- [ ] #promise meant for [[Rae]] 📅 2026-11-22\n",
      },
      tasks,
    );
    const said = found.recent.map((one) => one.replace(/#\S+ /, "").split(" ").slice(0, 2).join(" "));
    expect(said.sort()).toEqual([...wanted, "Rae: Introduce"].sort());
  });

  it("of whoever is closed are silent; of whoever is paused or snoozed they are not", () => {
    const LINE = "- [ ] send it 📅 2026-11-22\n";
    const found = due({
      "People/Ada.md": `---\npaused: true\n---\n${LINE}`,
      "People/Bo.md": `---\nsnooze_until: 2027-01-01\n---\n${LINE}`,
      "People/Zed.md": `---\nclosed: 2020-01-01\n---\n${LINE}`,
      "Plans.md": "- [ ] a candle for [[Zed]] 📅 2026-11-22\n",
    });
    expect(found.recent).toEqual(["Ada: send it 0", "Bo: send it 0"]);
  });
});

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
