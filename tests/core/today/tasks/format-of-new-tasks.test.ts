import { describe, expect, it } from "vitest";
import { formatMoment } from "../../../../src/cli/format-moment.mts";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { addMilestone } from "../../../../src/core/actions/congratulate";
import { completeFollowUp, listFollowUps, moveFollowUp, planMeetings } from "../../../../src/core/actions/follow-ups";
import {
  introduce,
  listIntroductions,
  moveIntroduction,
  noteIntroduction,
} from "../../../../src/core/actions/introduce";
import { adoptNotes, adoptRules } from "../../../../src/core/actions/adopt";
import { logTouch } from "../../../../src/core/actions/log-touch";
import { undo } from "../../../../src/core/actions/undo";
import { moveTasks } from "../../../../src/core/transfer/adopt/move-tasks";
import type { Person } from "../../../../src/core/index/person";
import type { Context } from "../../../../src/core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../../../../src/core/people/settings/settings";
import { MemoryStore } from "../../../support/memory-store";
import { MemoryHistory } from "../../../support/memory-vault";
import { day } from "../../../support/person-with-log";
import { touch } from "../../../support/touches";

const ADA = "People/Ada.md";
const NOTES = { [ADA]: "---\nideas: [{ text: Kites, date: 2026-12-24 }]\n---\n", "People/Bo.md": "" };

interface Vault {
  readonly format?: Settings["tasks"]["format"];
  readonly tasksPlugin?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function world({ format = "auto", tasksPlugin, more = {} }: Vault): { context: Context; notes: Map<string, string> } {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    people: { ...DEFAULT_SETTINGS.people, folders: ["People"] },
    tasks: { ...DEFAULT_SETTINGS.tasks, format },
  };
  const store = new MemoryStore({ ...NOTES, ...more }, parseFrontmatter, settings);
  const readConfig: Context["readConfig"] = (file) =>
    Promise.resolve(file.includes("obsidian-tasks-plugin") ? (tasksPlugin ?? null) : null);
  return {
    notes: store.notes,
    context: {
      store,
      history: new MemoryHistory(),
      parseYaml: parseFrontmatter,
      formatNow: formatMoment,
      settings,
      today: day("2026-11-22"),
      readConfig,
    },
  };
}

const tasksIn = (text: string | undefined): string[] =>
  (text ?? "").split("\n").filter((line) => line.startsWith("- ["));

/**
 * Every way in which a feature writes a task of its own, and the line in the two formats; a filter stands behind the
 * box.
 */
const WRITERS: readonly (readonly [
  string,
  (context: Context, ada: Person, bo: Person) => Promise<unknown>,
  string,
  string,
])[] = [
  [
    "a next step",
    (context, ada) =>
      logTouch(context, [ada], touch({ date: day("2026-11-22") }), {
        next: { kind: "follow-up", text: "Send photos", day: day("2026-11-28") },
      }),
    "Send photos 📅 2026-11-28",
    "Send photos  [due:: 2026-11-28]",
  ],
  [
    "a next step without a day",
    (context, ada) =>
      logTouch(context, [ada], touch({ date: day("2026-11-22") }), {
        next: { kind: "follow-up", text: "Send photos", day: null },
      }),
    "Send photos",
    "Send photos",
  ],
  [
    "a next meeting",
    (context, ada) =>
      logTouch(context, [ada], touch({ date: day("2026-11-22") }), {
        next: { kind: "meet", text: "tea", day: day("2026-11-28") },
      }),
    "Tea [meet:: tea] 📅 2026-11-28",
    "Tea [meet:: tea]  [due:: 2026-11-28]",
  ],
  [
    "a planned meeting",
    (context, ada) => planMeetings(context, [ada], "coffee", day("2026-11-28")),
    "Coffee with Ada [meet:: coffee] 📅 2026-11-28",
    "Coffee with Ada [meet:: coffee]  [due:: 2026-11-28]",
  ],
  [
    "an introduction",
    (context, ada, bo) => introduce(context, ada, bo, "both build"),
    "Introduce to [[Bo]] [intro:: planned] [why:: both build] 📅 2026-11-29",
    "Introduce to [[Bo]] [intro:: planned] [why:: both build]  [due:: 2026-11-29]",
  ],
  [
    "a milestone that asks how it went",
    (context, ada) => addMilestone(context, ada, { day: day("2026-12-03"), what: "exam" }, true),
    "Ask how it went: exam 📅 2026-12-04",
    "Ask how it went: exam  [due:: 2026-12-04]",
  ],
  [
    "an idea that is adopted",
    (context, ada) =>
      adoptNotes(
        context,
        [ada.path],
        [{ move: moveTasks("ideas", "ideas", () => true), remove: false }],
        adoptRules(context),
      ),
    "Kites 📅 2026-12-24",
    "Kites  [due:: 2026-12-24]",
  ],
];

const VAULTS: readonly (readonly [string, Vault, "emoji" | "dataview", string])[] = [
  ["a vault without a sign", {}, "emoji", ""],
  ["the setting Dataview", { format: "dataview" }, "dataview", ""],
  ["Dataview's fields in its notes", { more: { "People/Cy.md": "- [ ] Ring [due:: 2026-12-01]\n" } }, "dataview", ""],
  [
    "the Tasks plugin with a filter",
    { tasksPlugin: '{"taskFormat":"tasksPluginEmoji","globalFilter":"#task"}' },
    "emoji",
    "#task ",
  ],
  [
    "the Tasks plugin set to Dataview, with a filter",
    { tasksPlugin: '{"taskFormat":"dataview","globalFilter":"#task"}' },
    "dataview",
    "#task ",
  ],
  [
    "the setting emoji over the plugin's, whose filter stays",
    { format: "emoji", tasksPlugin: '{"taskFormat":"dataview","globalFilter":"#task"}' },
    "emoji",
    "#task ",
  ],
];

describe.each(VAULTS)("%s", (_vault, vault, style, filter) => {
  it.each(WRITERS)("has its format for %s, and undo gives the bytes back", async (_what, write, emoji, dataview) => {
    const { context, notes } = world(vault);
    const [ada, bo] = [await person(context, ADA), await person(context, "People/Bo.md")];
    await write(context, ada, bo);
    expect(tasksIn(notes.get(ADA))).toEqual([`- [ ] ${filter}${style === "emoji" ? emoji : dataview}`]);
    await undo(context);
    expect(notes.get(ADA)).toBe(NOTES[ADA]);
  });

  it("is read again: a meeting is moved, kept and logged, in its own format", async () => {
    const { context, notes } = world(vault);
    await planMeetings(context, [await person(context, ADA)], "coffee", day("2026-11-28"));
    const id = async (): Promise<string> =>
      (await listFollowUps(context)).find(({ kind }) => kind === "meet")?.id ?? "";
    await moveFollowUp(context, await id(), day("2026-12-05"));
    await completeFollowUp(context, await id());
    const written =
      style === "emoji" ? "📅 2026-12-05 ✅ 2026-11-22" : " [due:: 2026-12-05]  [completion:: 2026-11-22]";
    expect(tasksIn(notes.get(ADA))).toEqual([`- [x] ${filter}Coffee with Ada [meet:: coffee] ${written}`]);
    expect(notes.get(ADA)).toContain("- 2026-11-22 ↔ coffee");
  });

  it("is read again: how an introduction went ticks the question", async () => {
    const { context, notes } = world(vault);
    await introduce(context, await person(context, ADA), await person(context, "People/Bo.md"), "");
    const id = async (): Promise<string> => (await listIntroductions(context))[0]?.id ?? "";
    await moveIntroduction(context, await id(), "made");
    expect(tasksIn(notes.get(ADA))[1]).toMatch(style === "emoji" ? / 📅 2026-12-20$/ : / {2}\[due:: 2026-12-20\]$/);
    await noteIntroduction(context, await id(), "well");
    expect(tasksIn(notes.get(ADA)).map((line) => line.slice(0, 5))).toEqual(["- [x]", "- [x]"]);
  });
});

async function person({ store }: Context, path: string): Promise<Person> {
  const found = (await store.readPeople()).find((one) => one.path === path);
  if (!found) throw new Error(`There is no ${path}`);
  return found;
}
