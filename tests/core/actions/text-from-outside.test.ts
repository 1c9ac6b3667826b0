import { describe, expect, it } from "vitest";
import { adoptNotes, adoptRules, previewNotes, readNotesToAdopt } from "../../../src/core/actions/adopt";
import { completeTask } from "../../../src/core/actions/complete-task";
import { congratulation } from "../../../src/core/actions/congratulate";
import { allOf, importPeople, planFile } from "../../../src/core/actions/import";
import { listTasks } from "../../../src/core/actions/tasks-list";
import { draftOfLink } from "../../../src/core/actions/touch-link";
import { writeTasks } from "../../../src/core/actions/write-tasks";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { readTasks } from "../../../src/core/tasks/read-tasks";
import { readPeopleFile } from "../../../src/core/transfer/import/read-people-file";
import { noteLines } from "../../../src/core/text/note/body-lines";
import { findFrontmatter } from "../../../src/core/text/note/frontmatter";
import { plainWords } from "../../../src/core/tasks/linked-names";
import { generatedContent } from "../../../src/core/today/tasks/generated-line";
import { EMOJI_FORMAT } from "../../../src/core/tasks/task-format";
import { activeIn, renderedText, tasksFields } from "../../support/active-syntax";
import { TODAY, vault, type Vault } from "../../support/memory-vault";

const LABEL =
  "![p](https://example.org/p.png) <%* app.x() %> `$= dv.x()` [due:: 2020-01-01] 📅 2020-01-01 🔁 every day #t ==h==";
const DAILY = "Daily/2026-11-21.md";
const AHEAD = { from: null, to: "2027-11-21" as CivilDate };

/** A vault into which an address book with that label, and names and notes like it, was imported. */
async function imported(): Promise<{ of: Vault; path: string }> {
  const card = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "FN:`$= x` <% y %> {{title}} _Ada_",
    `item1.X-ABDATE:1990-11-21`,
    `item1.X-ABLabel:${LABEL}`,
    `NOTE:${LABEL}\\n# Heading\\n- [ ] task 📅 2020-01-01`,
    "END:VCARD",
    "",
  ].join("\r\n");
  const template = "---\ntags: [person]\n---\n# {{title}}\n\nAsk {{title}} <% tp.x('{{title}}') %>\n";
  const of = vault(
    { [DAILY]: "# Today\n", "Templates/Person.md": template },
    { newPersonTemplate: "Templates/Person.md" },
  );
  const file = await readPeopleFile(new TextEncoder().encode(card), { file: "a.vcf", today: TODAY });
  const { written } = await importPeople(of.context, allOf(await planFile(of.context, file, "a.vcf")));
  of.store.notes.delete("Templates/Person.md");
  return { of, path: written[0] ?? "" };
}

const body = (text: string): string => text.slice(findFrontmatter(text).bodyFrom);
/** What a line of ours may have that is active: its own link and its own fields. */
const withoutOurs = (text: string): string =>
  text
    .replace(/ 🆔 rc-\S+| 📅 2026-11-\d\d$| ✅ 2026-11-21$/gmu, "")
    .replace(/\[\[[^[\]|]*\]\]|\[[^[\]]*\]\(People\/[^()]*\)/g, "Ada");

describe("a card full of other programs' syntax", () => {
  it("makes a note whose name and words are only words", async () => {
    const { of, path } = await imported();
    expect(path).toBe("People/'= x' (% y %) {title} _Ada_.md");
    // The template's own command stays.
    const words = body(of.text(path)).replace(/<% tp\.x\(.*\) %>/, "");
    expect(activeIn(words)).toEqual([]);
    expect(renderedText(words)).toContain(LABEL);
    expect(of.text(path)).toContain("<% tp.x('\\'= x\\' (% y %) {title} _Ada_') %>");
    expect((await of.store.readPeople()).find((person) => person.path === path)?.dates[0]?.what).toBe(LABEL);
  });

  it("is only words in the daily note, and its line is known again", async () => {
    const { of, path } = await imported();
    await writeTasks(of.context, DAILY, "today");
    const [line = ""] = of.text(DAILY).match(/^- \[ \] .*Think of.*$/m) ?? [];
    expect(tasksFields(line).map((field) => field.slice(0, 4))).toEqual(["📅 2", "🆔 r"]);
    expect(activeIn(withoutOurs(body(of.text(DAILY))).replaceAll("[ ]", ""))).toEqual([]);
    const [task] = (await listTasks(of.context, AHEAD)).filter(({ kind }) => kind === "date");
    const read = readTasks(noteLines(of.text(DAILY))).find(({ text }) => text.includes("Think of"));
    expect(plainWords(read?.text ?? "")).toBe(task?.title);
    expect(task?.title).toContain(LABEL);
    expect(await writeTasks(of.context, DAILY, "today")).toMatchObject({ written: [] });
    const done = await completeTask(of.context, task?.id ?? "");
    expect(done.refused).toEqual([]);
    expect(of.text(DAILY)).toMatch(/^- \[x\] .*Think of.* ✅ 2026-11-21$/m);
    const [touch = ""] = of.text(path).match(/^- 2026-11-21 .*$/m) ?? [];
    expect(activeIn(touch)).toEqual([]);
    expect(renderedText(touch)).toContain(LABEL);
    expect((await listTasks(of.context, AHEAD)).find(({ id }) => id === task?.id)?.done).toBe(true);
  });

  it("has a line that was written before it was escaped brought up to date, not doubled", async () => {
    const { of } = await imported();
    await writeTasks(of.context, DAILY, "today");
    const now = of.text(DAILY);
    const [task] = (await listTasks(of.context, AHEAD)).filter(({ kind }) => kind === "date");
    if (!task) throw new Error("No task");
    const raw = { ...task, linked: `Think of [[Ada]]: ${LABEL.replace(/ 📅.*/u, "")}` };
    of.edit(() => `# Today\n\n## Reconnect\n- [ ] ${generatedContent(raw, EMOJI_FORMAT)}\n`, DAILY);
    await writeTasks(of.context, DAILY, "today");
    expect(of.text(DAILY)).toBe(now);
  });
});

describe("other text from outside", () => {
  it("in a milestone's congratulation is words", async () => {
    const of = vault(`---\nmilestones:\n  - "2026-11-20 ${LABEL.replaceAll('"', "")}"\n---\n`);
    const [person] = await of.store.readPeople();
    if (!person) throw new Error("Nobody");
    const text = congratulation(person, of.context);
    expect(activeIn(text)).toEqual([]);
    expect(renderedText(text)).toBe(`congratulated on ${LABEL}`);
  });

  it("in another tool's entries and ideas is words in the log and in tasks, once", async () => {
    const said = JSON.stringify(LABEL);
    const of = vault(`---\ninteractions:\n  - {date: 2026-08-02, text: ${said}}\nideas:\n  - {text: ${said}}\n---\n`);
    const adopt = async (): Promise<void> => {
      const read = await readNotesToAdopt(of.context);
      const { rows = [] } = (read && (await previewNotes(of.context, read, adoptRules(of.context)))) ?? {};
      const paths = [...new Set(rows.flatMap((row) => row.paths))];
      const moves = rows.map(({ move }) => ({ move, remove: false }));
      expect((await adoptNotes(of.context, paths, moves, adoptRules(of.context))).refused).toEqual([]);
    };
    await adopt();
    const first = of.text();
    expect(first.split("\n").filter((line) => line.startsWith("- ["))).toHaveLength(1);
    const words = body(first).replace("- [ ]", "-");
    expect(activeIn(words)).toEqual([]);
    expect(renderedText(words).split(LABEL)).toHaveLength(3);
    await adopt();
    expect(of.text()).toBe(first);
  });

  it("in a link's parameters is words", () => {
    const { note = "" } = draftOfLink({ note: LABEL });
    expect(activeIn(note)).toEqual([]);
    expect(renderedText(note)).toBe(LABEL);
    expect(draftOfLink({ note: "how the move went (3rd!)" })).toEqual({ note: "how the move went (3rd!)" });
  });
});
