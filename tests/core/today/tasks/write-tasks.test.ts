import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoment } from "../../../../src/cli/format-moment.mts";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { completeTask } from "../../../../src/core/actions/complete-task";
import { listTasks } from "../../../../src/core/actions/tasks-list";
import { undo } from "../../../../src/core/actions/undo";
import { writeTasks } from "../../../../src/core/actions/write-tasks";
import type { CivilDate } from "../../../../src/core/text/dates/civil-date";
import { readTask } from "../../../../src/core/tasks/read-tasks";
import type { Context } from "../../../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/people/settings/settings";
import { generatedContent } from "../../../../src/core/today/tasks/generated-line";
import { EMOJI_FORMAT, taskFormat } from "../../../../src/core/tasks/task-format";
import { isGeneratedTask, occurrenceOf, taskId } from "../../../../src/core/tasks/task-id";
import { MemoryStore } from "../../../support/memory-store";
import { MemoryHistory } from "../../../support/memory-vault";

const DAY = "Daily/2026-11-22.md";
const NOTES = {
  "People/Ada.md":
    "---\ncadence: every 6 weeks\nlast_contact: 2026-10-02\nbirthday: 11-25\n---\n## Log\n- 2026-10-02 → call\n",
  "People/Bo.md": "---\nbirthday: 1990-11-22\n---\n",
  "Practices.md": "- [ ] Check for birthdays 🔁 every day 📅 2026-11-22\n",
  [DAY]: "# Sunday\n\nSome text.\n",
};

interface World {
  readonly context: Context;
  readonly notes: Map<string, string>;
  readonly on: (day: string) => Context;
}

function world(notes: Readonly<Record<string, string>> = NOTES, tasksPlugin: string | null = null): World {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    people: { ...DEFAULT_SETTINGS.people, folders: ["People"] },
    tasks: { ...DEFAULT_SETTINGS.tasks, practicesNote: "Practices.md" },
  };
  const store = new MemoryStore(notes, parseFrontmatter, settings);
  const context: Context = {
    store,
    history: new MemoryHistory(),
    parseYaml: parseFrontmatter,
    formatNow: formatMoment,
    settings,
    today: "2026-11-22" as CivilDate,
    readConfig: (file) => Promise.resolve(file.includes("obsidian-tasks-plugin") ? tasksPlugin : null),
  };
  return { context, notes: store.notes, on: (day) => ({ ...context, today: day as CivilDate }) };
}

/** The ids without what stands for the note and the words. */
const bare = (text: string | undefined): string => (text ?? "").replace(/-[0-9a-z]{13}-(\d{8})-[0-9a-z]{4}/g, "-$1");

const WRITTEN = `# Sunday

Some text.

## Reconnect
- [ ] Reconnect with [[Ada]] 🆔 rc-reach-20261113 📅 2026-11-13
- [ ] Card or gift for the birthday of [[Ada]] on 2026-11-25 🆔 rc-gift-20261125 📅 2026-11-18
- [ ] Wish [[Bo]] a happy birthday (turns 36) 🆔 rc-bday-20261122 📅 2026-11-22
- [ ] Check for birthdays 🆔 rc-line-20261122 📅 2026-11-22
`;

describe("writing the day's tasks into a note", () => {
  it("writes them once, the same bytes on every device, and takes them back in one undo", async () => {
    const { context, notes } = world();
    await writeTasks(context, DAY, "today");
    const first = notes.get(DAY);
    expect(bare(first)).toBe(WRITTEN);
    expect(await writeTasks(context, DAY, "today")).toMatchObject({ written: [], refused: [] });
    const other = world();
    await writeTasks(other.context, DAY, "today");
    expect(other.notes.get(DAY)).toBe(first);
    await undo(context);
    expect(notes.get(DAY)).toBe(NOTES[DAY]);
  });

  it("writes in Dataview's format and with the global filter where the vault's Tasks plugin does", async () => {
    const { context, notes } = world(NOTES, '{"taskFormat":"dataview","globalFilter":"#task"}');
    await writeTasks(context, DAY, "today");
    expect(bare(notes.get(DAY))).toContain(
      "- [ ] #task Wish [[Bo]] a happy birthday (turns 36)  [id:: rc-bday-20261122]  [due:: 2026-11-22]\n",
    );
    expect((await writeTasks(context, DAY, "today")).written).toEqual([]);
  });

  it("brings untouched lines up to date, withdraws old ones, and leaves what was ticked or edited", async () => {
    const { context, notes } = world();
    await writeTasks(context, DAY, "today");
    const lines = (notes.get(DAY) ?? "").split("\n");
    notes.set(
      DAY,
      lines
        .map((line) =>
          line.includes("Check for")
            ? `${line} ✅ 2026-11-22`.replace("[ ]", "[x]")
            : line.includes("Card")
              ? line.replace("Card or gift", "Letterpress card")
              : line,
        )
        .join("\n"),
    );
    notes.set("People/Bo.md", "---\nbirthday: 1991-11-22\n---\n");
    notes.set("People/Ada.md", NOTES["People/Ada.md"].replace("every 6 weeks", "none"));
    await writeTasks(context, DAY, "today");
    expect(bare(notes.get(DAY)).split("\n").slice(5)).toEqual([
      "- [ ] Letterpress card for the birthday of [[Ada]] on 2026-11-25 🆔 rc-gift-20261125 📅 2026-11-18",
      "- [ ] Wish [[Bo]] a happy birthday (turns 35) 🆔 rc-bday-20261122 📅 2026-11-22",
      "- [x] Check for birthdays 🆔 rc-line-20261122 📅 2026-11-22 ✅ 2026-11-22",
      "",
    ]);
  });

  it("moves what still waits into the next day's note, and keeps an edited line where it is", async () => {
    const { notes, on } = world({ ...NOTES, "Daily/2026-11-23.md": "" });
    await writeTasks(on("2026-11-22"), DAY, "today");
    notes.set(DAY, (notes.get(DAY) ?? "").replace("Wish [[Bo]]", "Ring and wish [[Bo]]"));
    await writeTasks(on("2026-11-23"), "Daily/2026-11-23.md", "today");
    expect(bare(notes.get(DAY))).toBe(
      "# Sunday\n\nSome text.\n\n## Reconnect\n- [ ] Ring and wish [[Bo]] a happy birthday (turns 36) 🆔 rc-bday-20261122 📅 2026-11-22\n",
    );
    expect(
      bare(notes.get("Daily/2026-11-23.md"))
        .split("\n")
        .map((line) => line.slice(0, 20)),
    ).toEqual(["## Reconnect", "- [ ] Reconnect with", "- [ ] Card or gift f", "- [ ] Check for birt", ""]);
  });

  it("knows its line again after the person's note was renamed", async () => {
    const { context, notes } = world();
    await writeTasks(context, DAY, "today");
    notes.set("People/Beau.md", notes.get("People/Bo.md") ?? "");
    notes.delete("People/Bo.md");
    notes.set(DAY, (notes.get(DAY) ?? "").replace("[[Bo]]", "[[Beau]]"));
    const before = notes.get(DAY);
    await writeTasks(context, DAY, "today");
    expect(notes.get(DAY)).toBe(before);
    notes.set(DAY, (before ?? "").replace("- [ ] Wish [[Beau]]", "- [x] Wish [[Beau]]"));
    expect(
      (await context.store.readPeople()).find(({ name }) => name === "Beau")?.touches.map(({ date }) => date),
    ).toEqual(["2026-11-22"]);
  });

  it.each([
    [
      "in the quote that the last of them stands in",
      "> [!todo] Mine\n> - [ ] OWN\n> words\n",
      "> [!todo] Mine\n> - [ ] OWN\n> - [ ] NEW\n> words\n",
    ],
    [
      "below what somebody wrote under the last of them",
      "- [ ] OWN\n    - stamps\n\t- paper\nWords\n",
      "- [ ] OWN\n    - stamps\n\t- paper\n- [ ] NEW\nWords\n",
    ],
    [
      "below the heading, apart from the words there",
      "## Reconnect\nWords\n",
      "## Reconnect\n- [ ] OWN\n- [ ] NEW\n\nWords\n",
    ],
    ["below the heading, in front of a list", "## Reconnect\n- milk\n", "## Reconnect\n- [ ] OWN\n- [ ] NEW\n- milk\n"],
    [
      "below the heading, whatever comes after a blank line",
      "## Reconnect\n\nWords\n",
      "## Reconnect\n- [ ] OWN\n- [ ] NEW\n\nWords\n",
    ],
    [
      "below a heading at the very end",
      "Words\n\nReconnect\n---------",
      "Words\n\nReconnect\n---------\n- [ ] OWN\n- [ ] NEW",
    ],
  ])("puts new lines %s", async (_where, before, after) => {
    const people = {
      "People/Ada.md": "---\nbirthday: 1990-11-21\n---\n",
      "People/Bo.md": "---\nbirthday: 1990-11-22\n---\n",
      "Practices.md": "",
    };
    const first = world({ ...people, [DAY]: "" });
    await writeTasks(first.context, DAY, "today");
    const [own = "", added = ""] = (first.notes.get(DAY) ?? "")
      .split("\n")
      .filter((line) => line.startsWith("- [ ]"))
      .map((line) => line.slice(6));
    const { context, notes } = world({ ...people, [DAY]: before.replace("OWN", own) });
    await writeTasks(context, DAY, "today");
    expect(notes.get(DAY)).toBe(after.replace("OWN", own).replace("NEW", added));
    expect((await writeTasks(context, DAY, "today")).written).toEqual([]);
  });

  it("adopts the successor that the Tasks plugin put beside a line of ours", async () => {
    const { context, notes, on } = world();
    await writeTasks(context, DAY, "today");
    const line = (notes.get(DAY) ?? "").split("\n").find((one) => one.includes("Reconnect with")) ?? "";
    const repeating = line.replace("📅", "🔁 every 6 weeks when done 📅");
    const successor = repeating.replace(/ 🆔 \S+/, "").replace("2026-11-13", "2027-01-03");
    notes.set(
      DAY,
      (notes.get(DAY) ?? "").replace(line, `${successor}\n${repeating.replace("[ ]", "[x]")} ✅ 2026-11-22`),
    );
    await writeTasks(on("2027-01-10"), DAY, "today");
    const reach = bare(notes.get(DAY))
      .split("\n")
      .filter((one) => one.includes("Reconnect with"));
    expect(reach.map((one) => one.replace(/rc-reach-\w{13}/, "rc-reach"))).toEqual([
      "- [ ] Reconnect with [[Ada]] 🔁 every 6 weeks when done 📅 2027-01-03 🆔 rc-reach-20270103",
      "- [x] Reconnect with [[Ada]] 🆔 rc-reach-20261113 🔁 every 6 weeks when done 📅 2026-11-13 ✅ 2026-11-22",
    ]);
    expect((await writeTasks(on("2027-01-10"), DAY, "today")).written).toEqual([]);
  });

  it("ticks the written line with the touch when completed elsewhere, and counts it once", async () => {
    const { context, notes } = world();
    await writeTasks(context, DAY, "today");
    const bo = (await listTasks(context)).find(({ title }) => title.includes("Bo"));
    expect((await completeTask(context, bo?.id ?? "")).written).toEqual(["People/Bo.md", DAY]);
    expect(bare(notes.get(DAY))).toContain(
      "- [x] Wish [[Bo]] a happy birthday (turns 36) 🆔 rc-bday-20261122 📅 2026-11-22 ✅ 2026-11-22\n",
    );
    expect((await context.store.readPeople()).find(({ name }) => name === "Bo")?.touches).toHaveLength(1);
  });

  it("takes no more than three people to be in touch with", async () => {
    const people = Object.fromEntries(
      ["A", "B", "C", "D", "E"].map((name) => [
        `People/${name}.md`,
        "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n",
      ]),
    );
    const { context, notes } = world({ ...people, [DAY]: "" });
    await writeTasks(context, DAY, "week");
    expect((notes.get(DAY) ?? "").match(/Reconnect with/g)).toHaveLength(3);
  });

  it("refuses a note that is not there, or whose end is in a comment that is never closed", async () => {
    const { context, notes } = world();
    expect((await writeTasks(context, "No.md", "today")).refused[0]?.message).toBe("There is no such note.");
    notes.set(DAY, "%% a comment\n");
    expect((await writeTasks(context, DAY, "today")).refused[0]).toMatchObject({ path: DAY, line: 1 });
  });

  it("keeps every other byte, whatever the note", async () => {
    const lines = fc.constantFrom(
      "Text",
      "",
      "- [ ] A task 📅 2026-11-20",
      "- [x] Done",
      "## Reconnect",
      "# Head",
      "> quote",
      "\tcode",
      "- item",
      "| a | b |",
      "```\nx\n```",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines, { maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        async (some, eol, isEnded) => {
          const text = some.join("\n").replaceAll("\n", eol) + (isEnded ? eol : "");
          const { context, notes } = world({ ...NOTES, [DAY]: text });
          await writeTasks(context, DAY, "today");
          const written = notes.get(DAY) ?? "";
          expect(written.match(/🆔 rc-/g)).toHaveLength(4);
          expect((await writeTasks(context, DAY, "today")).written).toEqual([]);
          const rest = written.split(/\r?\n/).filter((line) => !line.includes("🆔 rc-"));
          expect(rest.filter((line) => line !== "" && line !== "## Reconnect")).toEqual(
            text.split(/\r?\n/).filter((line) => line !== "" && line !== "## Reconnect"),
          );
          await undo(context);
          expect(notes.get(DAY)).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a written task", () => {
  it("has the same id however a disk encodes accents", () => {
    const [apart, whole] = ["People/Zoe\u0308.md", "People/Zo\u00eb.md"].map((path) =>
      taskId("bday", path, "", "2026-12-10" as CivilDate),
    );
    expect(apart).toBe(whole);
  });

  it("reads back as it was, in both formats", () => {
    const words = fc.constantFrom(
      "Wish",
      "[[Ada]]",
      "(turns 40)",
      "a",
      "card: gift",
      "on 2026-11-25",
      "#tag",
      "é🌻",
      "every",
    );
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("emoji", "dataview"),
        fc.constantFrom("", "#task"),
        (some, style, globalFilter) => {
          const id = taskId("bday", "People/Ada.md", "", "2026-12-10" as CivilDate);
          const linked = some.join(" ");
          const content = generatedContent(
            { id, linked, due: "2026-12-10" as CivilDate },
            { ...EMOJI_FORMAT, style, globalFilter },
          );
          const task = readTask(1, " ", content);
          expect([task.due, occurrenceOf(task.id ?? ""), isGeneratedTask(task)]).toEqual(["2026-12-10", id, true]);
          expect(task.text).toBe(
            globalFilter === "" || linked.includes(globalFilter) ? linked : `${globalFilter} ${linked}`,
          );
        },
      ),
    );
  });

  it.each([
    [null, "emoji", ""],
    ["{}", "emoji", ""],
    ["not json", "emoji", ""],
    ['{"taskFormat":"tasksPluginEmoji","globalFilter":"#task"}', "emoji", "#task"],
    ['{"taskFormat":"dataview"}', "dataview", ""],
  ])("follows the settings %j of the Tasks plugin", async (text, style, globalFilter) => {
    expect(await taskFormat(world(NOTES, text).context)).toMatchObject({ style, globalFilter });
  });

  const EMOJI = "- [ ] Ring [[Ada]] 📅 2026-12-01\n";
  const DATAVIEW = "- [ ] Ring [[Ada]] [due:: 2026-12-01]\n";
  it.each([
    ["no settings, no tasks", null, "", "emoji"],
    ["no settings, Dataview's fields", null, DATAVIEW, "dataview"],
    ["no settings, fields in parentheses", null, "- [ ] Ring [[Ada]] (due:: 2026-12-01)\n", "dataview"],
    ["no settings, more of Dataview's", null, EMOJI + DATAVIEW + DATAVIEW, "dataview"],
    ["no settings, as many", null, EMOJI + DATAVIEW, "emoji"],
    ["a broken file", "not json", DATAVIEW, "dataview"],
    ["fields that are nobody's format", null, "- [ ] Ring [[Ada]] [meet:: coffee]\n", "emoji"],
    [
      "lines of our own",
      null,
      "- [ ] Ring [[Ada]]  [id:: rc-reach-0a1b2c3d40000-20261113-abcd]  [due:: 2026-11-13]\n- [ ] Ring [[Bo]]\n",
      "emoji",
    ],
    ["the plugin's word against the lines", "{}", DATAVIEW, "emoji"],
  ])("is in the format that the vault uses: %s", async (_what, settings, text, style) => {
    expect((await taskFormat(world({ ...NOTES, "Practices.md": "", "Inbox.md": text }, settings).context)).style).toBe(
      style,
    );
  });
});

describe("promises in a written list", () => {
  const LIST = "Daily/2026-11-25.md";
  const PROMISES = {
    "People/Bo.md": "- [ ] Send him the *book* 📅 2026-11-25\n- [ ] Old 📅 2026-11-17\n- [ ] Later 📅 2026-11-26\n",
    "Plans.md": "- [ ] #task Call [[Bo]] 📅 2026-11-18\n",
    [LIST]: "- [ ] Ask [[Bo]] here 📅 2026-11-25\n",
  };
  const bareList = (text: string | undefined): string[] =>
    (text ?? "").replace(/\^rc-see-[0-9a-z]{13}$/gm, "^rc-see").split("\n");
  const HERE = "- [ ] Ask [[Bo]] here 📅 2026-11-25";
  const [CALL, BOOK] = [
    "- Call Bo ([[Plans]], 2026-11-18) ^rc-see",
    "- Send him the \\*book\\* ([[Bo]], 2026-11-25) ^rc-see",
  ];

  it("are links without a box, once, to the week before; none to the note they stand in", async () => {
    const { notes, on } = world(PROMISES);
    await writeTasks(on("2026-11-25"), LIST, "today");
    const first = notes.get(LIST);
    expect(bareList(first)).toEqual([HERE, "", "## Reconnect", CALL, BOOK, ""]);
    expect(await writeTasks(on("2026-11-25"), LIST, "today")).toMatchObject({ written: [], refused: [] });
    const other = world(PROMISES);
    await writeTasks(other.on("2026-11-25"), LIST, "today");
    expect(other.notes.get(LIST)).toBe(first);
    await writeTasks(on("2026-11-25"), LIST, "week");
    expect(bareList(notes.get(LIST))).toEqual([
      HERE,
      "",
      "## Reconnect",
      CALL,
      BOOK,
      "- Later ([[Bo]], 2026-11-26) ^rc-see",
      "",
    ]);
    expect([notes.get("People/Bo.md"), notes.get("Plans.md")]).toEqual([
      PROMISES["People/Bo.md"],
      PROMISES["Plans.md"],
    ]);
  });

  it("go when they are kept and move with their day; what was edited, or has lines below it, stays", async () => {
    const { notes, on } = world(PROMISES);
    await writeTasks(on("2026-11-25"), LIST, "today");
    notes.set("Plans.md", "- [x] #task Call [[Bo]] 📅 2026-11-18 ✅ 2026-11-25\n");
    notes.set("People/Bo.md", PROMISES["People/Bo.md"].replace("2026-11-25", "2026-11-24"));
    await writeTasks(on("2026-11-25"), LIST, "today");
    expect(bareList(notes.get(LIST)).slice(3)).toEqual([BOOK.replace("2026-11-25", "2026-11-24"), ""]);
    notes.set(LIST, `${(notes.get(LIST) ?? "").replace("Send him", "Bring him")}  - with a ribbon\n`);
    const edited = notes.get(LIST);
    notes.set("People/Bo.md", "");
    expect(await writeTasks(on("2026-11-25"), LIST, "today")).toMatchObject({ written: [], refused: [] });
    expect(notes.get(LIST)).toBe(edited);
  });

  it("are no contact with whom they name", async () => {
    const { context, notes } = world(PROMISES);
    await writeTasks({ ...context, today: "2026-11-25" as CivilDate }, LIST, "today");
    const settings = { ...context.settings, mentions: { ...context.settings.mentions, on: true } };
    const days = async (): Promise<(string | undefined)[]> =>
      (await new MemoryStore(Object.fromEntries(notes), parseFrontmatter, settings).readPeople()).flatMap(
        ({ mentions }) => mentions.map(({ date }) => date),
      );
    expect(await days()).toEqual([]);
    notes.set(LIST, `${notes.get(LIST) ?? ""}- Lunch with [[Bo]]\n`);
    expect(await days()).toEqual(["2026-11-25"]);
  });
});
