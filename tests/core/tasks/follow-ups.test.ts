import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTask } from "../../../src/core/tasks/add-task";
import { changeTask } from "../../../src/core/tasks/change-task";
import { findFollowUps, followUpsAbout } from "../../../src/core/today/find-follow-ups";
import { openPromises } from "../../../src/core/today/follow-up";
import { linksInText, withoutLinkMarks } from "../../../src/core/tasks/links-in-text";
import { readTasks } from "../../../src/core/tasks/read-tasks";
import { taskIds } from "../../../src/core/tasks/task-ids";
import { EMOJI_FORMAT, type TaskFormat } from "../../../src/core/tasks/task-format";
import { linkFactsIn } from "../../../src/core/index/link-facts";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { bodyLines, noteLines } from "../../../src/core/text/note/body-lines";
import { findFrontmatter } from "../../../src/core/text/note/frontmatter";
import { applySplices, type EditPlan } from "../../../src/core/text/note/note-edit";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { docExamples } from "../../support/doc-examples";
import { indexOf } from "../../support/memory-store";
import { day, personFrom, SETTINGS } from "../../support/person-with-log";

const TODAY = day("2026-11-22");
const PATHS = [
  "People/Ada.md",
  "People/Bo.md",
  "People/Work/Ada.md",
  "Daily/2026-11-20.md",
  "Reading/Ada.md",
  "People/Zoe\u0308 Q.md",
];

const tasksOf = (text: string) => readTasks(bodyLines(text, findFrontmatter(text).bodyFrom));
const done = (text: string, plan: EditPlan): string =>
  plan.ok ? applySplices(text, plan.splices) : plan.problem.message;
const idOf = (text: string, index = 0): string => openPromises("N.md", tasksOf(text))[index]?.id ?? "";

describe("follow-ups", () => {
  it.each(docExamples("relationships.md", "follow-up"))(
    "in %s: %s is about %s",
    (path = "", line = "", about = "", kind = "", due = "") => {
      const texts = { "People/Ada.md": "", "People/Bo.md": "", [path]: `${line}\n` };
      const index = indexOf(texts, SETTINGS, parseFrontmatter);
      const [people, notes] = [index.everybody(), index.notesWithTasks()];
      const resolve = linkResolver(Object.keys(texts));
      const all = findFollowUps(people, notes, resolve, TODAY, SETTINGS);
      const [found] = all;
      for (const person of people)
        expect(followUpsAbout(person, people, notes, resolve, TODAY, SETTINGS)).toEqual(
          all.filter((one) => one.people.includes(person.path)),
        );
      const names = found?.people.map((one) => one.slice(7, -3)).join(", ") ?? "nobody";
      expect([names, found?.kind ?? "", found?.due ?? ""]).toEqual([about, kind, due]);
      if (found) expect([found.path, found.line]).toEqual([path, 1]);
    },
  );

  it.each([
    "- [ ] Write 📅 2026-11-28 🔁 every week".replace("every", `${" ".repeat(40_000)}every.`),
    `- [ ] Write ${"[".repeat(100_000)}`,
    `- [ ] Write ${"[[a|".repeat(100_000)}`,
    `- [ ] Write ${"[a](<".repeat(100_000)}`,
    `- [ ] Write [[Ada]] ${"`".repeat(100_000)}`,
    `- [ ] Write [[Ada]] ${Array.from({ length: 600 }, (_, index) => "`".repeat(index + 1)).join(" ")}`,
  ])("are read in linear time: %#", (line) => {
    const start = process.cpuUsage().user;
    for (const { text } of tasksOf(line)) withoutLinkMarks(`${text} ${linksInText(text).join()}`);
    linkFactsIn(noteLines(`${line}[[Ada]]`));
    // What is quadratic takes ten times as long.
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });

  it("are no lines that come back, whether by a sign or in plain words", () => {
    const tasks = tasksOf(
      "- [ ] Bake 🔁 every week 📅 2026-11-24\n- [ ] Send a card, every December 1\n- [ ] Thank her for every kindness\n",
    );
    expect(openPromises("N.md", tasks).map(({ task }) => task.text)).toEqual(["Thank her for every kindness"]);
  });

  it("are silent about closed people, and in their notes", () => {
    const closed = personFrom("---\nclosed: true\n---\n- [ ] Write\n", "People/Bo.md");
    const notes = [{ path: "Daily/2026-11-20.md", day: null, tasks: tasksOf("- [ ] Candle for [[Bo]]\n") }];
    expect(findFollowUps([closed], notes, linkResolver(PATHS), TODAY, SETTINGS)).toEqual([]);
  });

  it.each(docExamples("relationships.md", "tick"))("tick and move: %s", (before = "", ticked = "", moved = "") => {
    const text = `---\na: b\n---\nprose\n\n${before}\r\n- [ ] another\n`;
    expect(done(text, changeTask(text, "N.md", idOf(text), { done: TODAY }, EMOJI_FORMAT))).toBe(
      text.replace(before, ticked),
    );
    expect(done(text, changeTask(text, "N.md", idOf(text), { day: day("2026-12-24") }, EMOJI_FORMAT))).toBe(
      text.replace(before, moved),
    );
  });

  it.each([
    [
      "- [ ] Introduce her [intro:: planned] 📅 2026-11-28 ^b1",
      "- [x] Introduce her [intro:: made] 📅 2026-11-28 ✅ 2026-11-22 ^b1",
    ],
    ["- [ ] Introduce her 🔺 📅 2026-11-28", "- [x] Introduce her [intro:: made] 🔺 📅 2026-11-28 ✅ 2026-11-22"],
    [
      "> 1. [ ] Introduce her (Intro:: planned)  [due:: 2026-11-28] ",
      "> 1. [x] Introduce her (Intro:: made)  [due:: 2026-11-28]  [completion:: 2026-11-22] ",
    ],
    ["- [ ] Introduce her  ", "- [x] Introduce her [intro:: made] ✅ 2026-11-22  "],
    ["- [ ] Introduce her ^b1  ", "- [x] Introduce her [intro:: made] ✅ 2026-11-22 ^b1  "],
    ["- [ ] Introduce her ^b1", "- [x] Introduce her [intro:: made] ✅ 2026-11-22 ^b1"],
  ])("get a field, and their day, beside what else they say: %j", (before, after) => {
    const id = taskIds("N.md", tasksOf(before))[0] ?? "";
    expect(
      done(
        before,
        changeTask(before, "N.md", id, { field: { key: "intro", value: "made" }, done: TODAY }, EMOJI_FORMAT),
      ),
    ).toBe(after);
  });

  it("are given up in the vault's own format", () => {
    const text = "- [ ] one\n- [ ] two [due:: 2026-11-28]\n";
    const dropped = (index: number, format: TaskFormat): string =>
      done(text, changeTask(text, "N.md", idOf(text, index), { dropped: TODAY }, format));
    expect(dropped(0, EMOJI_FORMAT)).toBe("- [-] one ❌ 2026-11-22\n- [ ] two [due:: 2026-11-28]\n");
    expect(dropped(0, { ...EMOJI_FORMAT, style: "dataview" })).toBe(
      "- [-] one  [cancelled:: 2026-11-22]\n- [ ] two [due:: 2026-11-28]\n",
    );
    expect(dropped(1, EMOJI_FORMAT)).toBe("- [ ] one\n- [-] two [due:: 2026-11-28]  [cancelled:: 2026-11-22]\n");
  });

  it("tick the right line of the text as it is, whatever was put above it since", () => {
    const line = fc.constantFrom(
      "- [ ] one",
      "- [ ] two 📅 2026-11-30",
      "- [ ] two",
      "prose",
      "",
      "- [x] one",
      "## Heading",
      "- 2026-01-01 call",
      "  - [ ] nested",
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom("new prose", "", "# Title", "- [ ] new"), { maxLength: 4 }),
        fc.nat(),
        (lines, above, pick) => {
          const old = lines.join("\n");
          const open = openPromises("N.md", tasksOf(old));
          const wanted = open[pick % Math.max(1, open.length)];
          if (!wanted) return;
          const now = [...above, ...lines].join("\n");
          const plan = changeTask(now, "N.md", wanted.id, { done: TODAY }, EMOJI_FORMAT);
          const result = done(now, plan).split("\n");
          const changed = result.flatMap((text, index) => (text === now.split("\n")[index] ? [] : [index]));
          expect(changed).toEqual([above.length + wanted.task.line - 1]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("refuse what is gone, ticked or comes back", () => {
    const refusal = (text: string, id: string): string =>
      done(text, changeTask(text, "N.md", id, { done: TODAY }, EMOJI_FORMAT));
    expect(refusal("- [ ] other\n", idOf("- [ ] one\n"))).toContain("no longer there");
    expect(refusal("- [x] one\n", idOf("- [ ] one\n"))).toContain("no longer there");
    expect(refusal("- [ ] one 🔁 every week 🆔 a1 📅 2026-11-22\n", "a1")).toContain("comes back");
  });
});

describe("links", () => {
  it.each([
    ["see [[Ada]] and [[People/Bo|him]]", ["Ada", "People/Bo"]],
    ["![[Ada]] ![x](Ada.md)", []],
    ["[[Ada#Log|x]] [[Ada^b1]]", ["Ada", "Ada^b1"]],
    [
      "[her](People/Ada%20L.md) [site](https://example.org) [b](<People/B (1).md>)",
      ["People/Ada L.md", "People/B (1).md"],
    ],
    ["[x](Alex%2) [[]]", ["Alex%2"]],
    ["[her](People/B_(1).md) [[Ada|[her]]] [[a[[Bo]]", ["People/B_(1).md", "Ada", "Bo"]],
    ["[![face](ada.png)](Ada.md) [one\\] two](Bo.md)", ["Bo.md"]],
  ])("%s", (text, targets) => {
    expect(linksInText(text)).toEqual(targets);
  });

  it.each([
    ["Ada", "People/Bo.md", "People/Ada.md"],
    ["ada", "People/Work/X.md", "People/Work/Ada.md"],
    ["People/Zo\u00eb\u00a0Q", "X.md", "People/Zoe\u0308 Q.md"],
    ["People/BO", "X.md", "People/Bo.md"],
    ["Work/Ada", "Daily/2026-11-20.md", "People/Work/Ada.md"],
    ["People/Ada.md", "Reading/X.md", "People/Ada.md"],
    ["../People/Bo", "Daily/2026-11-20.md", "People/Bo.md"],
    ["Nobody", "People/Bo.md", null],
  ])("%s from %s leads to %s", (target, from, path) => {
    expect(linkResolver(PATHS)(target, from)).toBe(path);
  });
});

describe("a new task", () => {
  const task = { text: "Introduce her to [[Bo]]", due: day("2026-11-28"), fields: [["intro", "planned"]] as const };
  const LINE = "- [ ] Introduce her to [[Bo]] [intro:: planned] 📅 2026-11-28";
  it.each([
    ["", `${LINE}\n`],
    ["prose", `prose\n\n${LINE}`],
    [
      "---\na: b\n---\nprose\n\n## Log\n- 2026-01-01 call\n",
      `---\na: b\n---\nprose\n\n${LINE}\n\n## Log\n- 2026-01-01 call\n`,
    ],
    ["- [ ] one\n  more\n\n## Log\n", `- [ ] one\n  more\n${LINE}\n\n## Log\n`],
    [
      "- [ ] one\nand the rest of it\n\n  its second paragraph\n\nprose\n",
      `- [ ] one\nand the rest of it\n\n  its second paragraph\n${LINE}\n\nprose\n`,
    ],
    [
      "- [ ] one\n  ```\n  code\n  ```\nlazy\n## Log\n",
      `- [ ] one\n  \`\`\`\n  code\n  \`\`\`\nlazy\n${LINE}\n## Log\n`,
    ],
    ["one\r\n\r\n## Log\r\n", `one\r\n\r\n${LINE}\r\n\r\n## Log\r\n`],
    ["## Log\n- 2026-01-01 call\n- [ ] in the log\n", `${LINE}\n\n## Log\n- 2026-01-01 call\n- [ ] in the log\n`],
  ])("in %j", (text, after) => {
    expect(done(text, addTask(text, task, EMOJI_FORMAT, "Log"))).toBe(after);
  });

  it("is refused where it would not be read: below code that is never closed", () => {
    expect(done("```\ncode\n", addTask("```\ncode\n", task, EMOJI_FORMAT, "Log"))).toContain("nothing was written");
  });

  it.each([
    ["opens a comment that hides the log", "50%% off"],
    ["closes its own bracket", "a] b"],
  ])("is refused where its why %s", (_what, why) => {
    const text = "## Log\n- 2026-01-01 call\n";
    expect(done(text, addTask(text, { ...task, fields: [["why", why]] }, EMOJI_FORMAT, "Log"))).toContain(
      "nothing was written",
    );
  });
});
