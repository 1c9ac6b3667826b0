import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Parameter } from "../../../src/core/actions/action";
import { ACTIONS, COMMANDS, ROW_ACTIONS, rowActionsFor } from "../../../src/core/actions/catalogue";
import type { Standing } from "../../../src/core/today/standing";

/**
 * What people, scripts, hotkeys and links rely on. A line here changes only when somebody decides so.
 *
 * Each verb with what it takes: `--option`, `word`, `!` required, `:kind`, `(choices)`, `@` the weekday meant.
 */
const VERBS = {
  due: "--soon:number --all:flag",
  picks: "",
  person: "person!:person",
  touch:
    "person!:people --date:day@last --channel --direction:choice(out|in|both) --note --asked --gave --they-asked --they-gave --owe:choice(reply) --holding:flag --declined:flag --next --meet --next-day:day@next --create:flag",
  log: "line! --date:day@last --person:people --new:people --dry-run:flag",
  "edit-touch":
    "person!:person line! --date:day@last --channel --direction:choice(out|in|both|unknown) --note --asked --gave --they-asked --they-gave --owe:choice(reply|none) --holding:flag --declined:flag",
  "delete-touch": "person!:person line!",
  "not-contact": "note person:person --back:flag",
  undo: "",
  redo: "",
  snooze: "person!:people --until:day@next --for",
  unsnooze: "person!:people",
  skip: "person!:people",
  pause: "person!:people",
  resume: "person!:people",
  "let-go": "person!:people",
  "add-to-week": "person!:people",
  close: "person!:people --date:day@last --why",
  reopen: "person!:people",
  "set-cadence": "person!:person cadence!:cadence",
  "set-circle": "person!:person circle!:circle",
  add: "name! --circle --cadence --birthday --place --address --email --phone --interests --met --introduced-by --alias",
  import: "file! --dry-run:flag --only --map",
  adopt: "--take --rename --remove:flag --dry-run:flag",
  export: "person:people --format:choice(vcard|csv) --circle --search",
  merge: "file! into!:person --dry-run:flag",
  owed: "",
  "follow-up": "person!:person text! --day:day@next",
  "follow-ups": "person:person --done --move --until:day@next",
  coffee: "place",
  meet: "person!:people --day!:day@next --what",
  balance: "person:person",
  capacity: "--circle --person:person --cadence --apply:flag",
  introduce: "a!:person b!:person --why --day:day@next",
  introductions: "--asked --made --went --how --drop",
  share: "note! --with:person --channel --again:flag --note-to-them",
  shares: "",
  milestone: "person!:person what! --ask:flag",
  congratulate: "person!:person --channel --note",
  thank: "person:person --channel --note",
  stock: "person:person act:choice(keep|slower|closer|let-go|reach) --stopping --apart",
  drifted: "person!:person why",
  stopping: "person!:person why",
  occasions: "--from:day@next --to:day@next",
  tasks: "--from:day@next --to:day@next",
  ticks: "--leave --ask-again --left:flag",
  complete: "id! --date:day@last --channel --note",
  "write-tasks": "note --days:choice(today|week)",
  ics: "",
  check: "",
};

/** Each command of the palette by its id, with what it acts on and its label. */
const PALETTE = {
  "show-card": ["person", "Show card of person"],
  "log-touch": ["person", "Log touch"],
  "log-touch-here": ["this-person", "Log touch with this person"],
  touches: ["person", "Show touches of person"],
  "log-touch-in-note": ["people-in-note", "Log touch with people in this note"],
  "quick-log": ["", "Log touch in one line"],
  undo: ["", "Undo last action"],
  redo: ["", "Redo last action"],
  snooze: ["person", "Snooze person"],
  unsnooze: ["person", "End snooze of person"],
  skip: ["person", "Skip person to next week"],
  pause: ["person", "Pause person"],
  resume: ["person", "Resume person"],
  "let-go": ["person", "Let go of person"],
  "add-to-week": ["person", "Add person to this week"],
  close: ["person", "Close person"],
  reopen: ["person", "Reopen person"],
  "set-cadence": ["person", "Set cadence of person"],
  "set-circle": ["person", "Set circle of person"],
  "new-person": ["", "New person"],
  "new-person-from-link": ["editor", "New person from this link"],
  import: ["", "Import people"],
  adopt: ["", "Adopt properties and other plugins' data"],
  export: ["", "Export people"],
  merge: ["person", "Put a duplicate into this person"],
  "they-wrote": ["person", "They wrote, I owe a reply"],
  owed: ["", "Answer someone who wrote"],
  "follow-up": ["person", "Add follow-up for person"],
  "follow-ups": ["", "Follow-ups"],
  meet: ["person", "Plan a meeting with person"],
  balance: ["person", "Balance with person"],
  introduce: ["person", "Introduce person to someone"],
  "share-note": ["", "Share a note with somebody"],
  share: ["note", "Who would like this note?"],
  "share-today": ["", "Share something today"],
  milestone: ["person", "Note a milestone of person"],
  congratulate: ["person", "Congratulate person"],
  "take-stock": ["", "Take stock"],
  "why-apart": ["person", "Note why you are apart from person"],
  "year-ahead": ["", "Days of the coming year"],
  "insert-task-list": ["editor", "Insert list of recurring tasks"],
  "log-ticks": ["", "Log what was ticked without a day"],
  "write-tasks-today": ["", "Write today's tasks into this note"],
  "write-tasks-today-daily": ["", "Write today's tasks into the daily note"],
  "write-tasks-week": ["", "Write this week's tasks into this note"],
  "write-tasks-week-daily": ["", "Write this week's tasks into the daily note"],
  "export-calendar": ["", "Export calendar"],
  "keep-calendar": ["", "Keep the calendar up to date on this device"],
  "stop-keeping-calendar": ["", "Stop keeping the calendar up to date on this device"],
  "open-panel": ["", "Open panel"],
  search: ["", "Search people"],
  "who-is-in": ["", "Who is in a place"],
  "start-afresh": ["", "Start afresh"],
  triage: ["", "Give people a circle"],
  "open-garden": ["", "Open garden"],
  "choose-people": ["", "Set up"],
  mentions: ["", "Count mentions in dated notes"],
};

/** Rows, cards and keys: the label, the icon and the letter of each action, in the order of the menu. */
const ROWS = [
  ["touch", "Log touch", "message-circle-plus", "l"],
  ["meet", "Plan a coffee…", "coffee", "v"],
  ["follow-up", "Add follow-up…", "list-plus", "f"],
  ["snooze", "Snooze…", "moon", "s"],
  ["skip", "Skip to next week", "skip-forward", "k"],
  ["add-to-week", "Add to this week", "calendar-plus", "w"],
  ["set-cadence", "Change cadence…", "timer", "c"],
  ["set-circle", "Change circle…", "circle-dot", "g"],
  ["pause", "Pause", "pause", "p"],
  ["resume", "Resume", "play", "p"],
  ["unsnooze", "End snooze", "sun", "u"],
  ["let-go", "Let go", "leaf", "d"],
  ["close", "Close…", "archive", null],
  ["reopen", "Reopen", "archive-restore", null],
];

const MENUS_OF_NOTES = [
  ["Log touch with this person", "message-circle-plus"],
  ["Touches with this person", "history"],
  ["Log touch with people in this note", "users-round"],
  ["New person from this link", "user-plus"],
];

/** What is said afterwards. */
const SAID = {
  snooze: "Ada: snoozed.",
  unsnooze: "Ada: awake again.",
  skip: "Ada: skipped to next week.",
  pause: "Ada: paused.",
  resume: "Ada: resumed.",
  "let-go": "Ada: let go. Birthdays stay.",
  "add-to-week": "Ada: added to this week.",
  close: "Ada: closed. Silent from now on; the note stays.",
  reopen: "Ada: open again.",
  "set-cadence": "Ada: cadence set.",
  "set-circle": "Ada: circle set.",
};

const STANDINGS: readonly Standing[] = [
  "closed",
  "untracked",
  "paused",
  "snoozed",
  "new",
  "planned",
  "on-track",
  "due-soon",
  "due",
  "overdue",
];

describe("the declared actions", () => {
  it("have the verbs and options that scripts rely on", () => {
    expect(ACTIONS.map(({ id, takes }) => [id, takes.map(shown).join(" ")])).toEqual(Object.entries(VERBS));
  });

  it("have the commands that hotkeys rely on", () => {
    expect(Object.fromEntries(COMMANDS.map(({ id, on, label }) => [id, [on ?? "", label]]))).toEqual(PALETTE);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  it("have the menu and the letters of a row", () => {
    expect(ROW_ACTIONS.map(({ id, row: { label, icon, key } }) => [id, label, icon, key])).toEqual(ROWS);
    expect(COMMANDS.flatMap(({ noteMenu }) => (noteMenu ? [[noteMenu.label, noteMenu.icon]] : []))).toEqual(
      MENUS_OF_NOTES,
    );
  });

  it("say what they did", () => {
    const said = ACTIONS.flatMap((action) => ("said" in action ? [[action.id, action.said]] : [])) as [
      string,
      (names: string) => string,
    ][];
    expect(Object.fromEntries(said.map(([id, say]) => [id, say("Ada")]))).toEqual(SAID);
  });

  it("are followed from a link only where a form is filled in by it", () => {
    expect(ACTIONS.flatMap(({ id, link }) => (link ? [[id, link]] : []))).toEqual([["touch", "touch"]]);
  });

  it("are all in the catalogue, and those with a row in its menu", () => {
    const folder = new URL("../../../src/core/actions/", import.meta.url);
    const names = (file: string, name: RegExp): string[] =>
      [...readFileSync(new URL(file, folder), "utf8").matchAll(name)].map(([, found]) => found ?? "");
    const files = readdirSync(folder).filter((file) => file.endsWith(".action.ts"));
    const declared = files.flatMap((file) => names(file, /^export const (\w+Action)\b/gm));
    expect(declared).toHaveLength(ACTIONS.length);
    expect(declared.filter((name) => !names("catalogue.ts", /^ {2}(\w+),$/gm).includes(name))).toEqual([]);
    expect(new Set(ACTIONS.filter(({ row }) => row))).toEqual(new Set(ROW_ACTIONS));
  });
});

describe("what a row offers", () => {
  const ids = (...standings: Standing[]): string[] => rowActionsFor(standings).map(({ id }) => id);

  it("hangs on where people stand", () => {
    const usual = ["touch", "meet", "follow-up", "snooze", "skip", "add-to-week", "set-cadence", "set-circle", "pause"];
    expect(ids("due")).toEqual([...usual, "let-go", "close"]);
    expect(ids("snoozed")).toEqual([...usual, "unsnooze", "let-go", "close"]);
    expect(ids("paused")).toEqual([...usual.slice(0, -1), "resume", "let-go", "close"]);
    expect(ids("closed")).toEqual(["touch", "reopen"]);
    expect(ids("due", "paused")).toEqual([...usual, "resume", "let-go", "close"]);
    expect(ids("due", "closed")).toEqual([...usual, "let-go", "close", "reopen"]);
    expect(ids("paused", "closed")).toEqual([...usual, "resume", "let-go", "close", "reopen"]);
  });

  it.each(STANDINGS)("for somebody %s: no letter means two things", (standing) => {
    const letters = rowActionsFor([standing]).flatMap(({ row }) => row.key ?? []);
    expect(new Set(letters).size).toBe(letters.length);
  });
});

function shown({ name, kind, required, positional, choices, weekday }: Parameter): string {
  return [
    positional ? "" : "--",
    name,
    required ? "!" : "",
    kind === "text" ? "" : `:${kind}`,
    choices ? `(${choices.join("|")})` : "",
    weekday ? `@${weekday}` : "",
  ].join("");
}
