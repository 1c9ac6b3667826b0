import { peopleOf } from "./reading.mjs";
import { loggedTouches } from "./scripts.mjs";

const DAYS = ["2026-11-22", "2026-11-20", "2026-10-31", "2025-02-28", "2024-02-29", "yesterday", "2026-11-23"];
const CHANNELS = ["call", "coffee", "letter", "Café", "e-mail", "visit"];
const TEXTS = [
  "about the rain",
  "[[Bees in winter]]",
  "a: b",
  "#tag [x:: y]",
  "→ odd",
  "birthday card",
  "“quoted” 🐝",
  "1. x",
];
const CADENCES = ["weekly", "monthly", "6 weeks", "45", "none", "RRULE:FREQ=WEEKLY;BYDAY=SU"];
const CIRCLES = ["inner", "friends", "network", "new circle"];
const LISTS = ["due", "picks", "tasks", "owed", "follow-ups", "balance", "check", "occasions", "ics", "stock", "ticks"];

/** So many steps as dice have them: commands, reading in between, other programs that write, and days that pass. */
export function randomScript(dice, steps) {
  return async (both) => {
    let people = [];
    for (let step = 0; step < steps; step++) {
      if (step % 4 === 0) {
        const { odd, plain } = await peopleOf(both);
        people = [...plain, ...plain, ...odd];
      }
      if (people.length === 0) return;
      await dice.pick(MOVES)(both, dice, () => dice.pick(people));
    }
  };
}

const option = (dice, name, values) => (dice.chance(0.4) ? [`--${name}`, dice.pick(values)] : []);
const several = (dice, person) => [...new Set(Array.from({ length: 1 + dice.below(3) }, person))];

async function touch(both, dice, person) {
  await both.run(
    "touch",
    ...several(dice, person),
    ...option(dice, "date", DAYS),
    ...option(dice, "channel", CHANNELS),
    ...option(dice, "direction", ["out", "in", "both"]),
    ...option(dice, "note", TEXTS),
    ...["asked", "gave", "they-asked", "they-gave"].flatMap((name) =>
      dice.chance(0.3) ? option(dice, name, TEXTS) : [],
    ),
    ...(dice.chance(0.1) ? ["--owe", "reply"] : []),
    ...(dice.chance(0.1) ? ["--next", dice.pick(TEXTS), "--next-day", "2026-11-29"] : []),
  );
}

async function changeTouch(both, dice, person) {
  const path = person();
  const touches = await loggedTouches(both, path);
  if (touches.length === 0) return;
  const line = String(dice.pick(touches).line);
  if (dice.chance(0.4)) return both.run("delete-touch", path, line);
  const [date, note] = [option(dice, "date", DAYS), option(dice, "note", TEXTS)];
  return both.run("edit-touch", path, line, "--channel", dice.pick(CHANNELS), ...date, ...note);
}

const verb =
  (...commands) =>
  (both, dice, person) =>
    both.run(dice.pick(commands), ...several(dice, person));

async function complete(both, dice) {
  const list = dice.pick(["tasks", "follow-ups"]);
  const answer = (await both.ask(list)) ?? {};
  const all = answer.tasks ?? answer.followUps ?? [];
  if (all.length > 0) await both.run("complete", dice.pick(all).id, ...option(dice, "date", DAYS));
}

/** Another program writes, between two commands, and the caches have to hear of it. */
async function writeOutside(both, dice, person) {
  const path = person();
  const text = both.text(path);
  if (text === "") return;
  const day = dice.pick(DAYS.slice(0, 4));
  await dice.pick([
    () => both.outside(path, () => `${text.trimEnd()}\n\n## Log\n- ${day} ← call: by hand\n`),
    () => both.outside(path, () => text.replace(/^last_contact: .*$/m, `last_contact: ${day}`)),
    () => both.outside(path, () => text.replace("- [ ]", "- [x]")),
    () => both.outside(`Daily/${day}.md`, (daily) => `${daily}\nSaw [[${path.replace(/^.*\/|\.md$/g, "")}]].\n`),
    () => both.outside(`People/Made ${dice.below(9)}.md`, () => `---\ntags: [person]\nlast_contact: ${day}\n---\n`),
    () => both.outside(path, () => text.replace("tags: [person]", "tags: [nobody]")),
    () => dice.chance(0.5) && both.outside(path, () => null),
    () => {
      both.outside(path, () => null);
      both.outside(path.replace(/\.md$/, " renamed.md"), () => text);
    },
  ])();
}

const passDays = (both, dice) => {
  both.today = dice.pick(["2026-11-22", "2026-11-23", "2026-11-29", "2026-12-25", "2027-02-28"]);
};

const MOVES = [
  touch,
  touch,
  touch,
  changeTouch,
  changeTouch,
  complete,
  complete,
  writeOutside,
  writeOutside,
  passDays,
  verb("unsnooze", "skip", "pause", "resume", "add-to-week", "let-go"),
  verb("close", "reopen"),
  verb("congratulate", "thank", "balance"),
  (both, dice, person) => both.run("snooze", person(), "--for", dice.pick(["2 weeks", "3 days", "a month"])),
  (both, dice, person) => both.run("set-cadence", person(), dice.pick(CADENCES)),
  (both, dice, person) => both.run("set-circle", person(), dice.pick(CIRCLES)),
  (both, dice, person) => both.run("introduce", person(), person(), "--why", dice.pick(TEXTS)),
  (both, dice, person) => both.run("meet", person(), "--day", dice.pick(["2026-11-27", "2026-12-01"])),
  (both, dice, person) => both.run("milestone", person(), dice.pick(TEXTS)),
  (both, dice) => both.run("write-tasks", ...option(dice, "days", ["today", "week"])),
  (both) => both.run("undo"),
  (both) => both.run("undo"),
  (both) => both.run("redo"),
  (both, dice) => both.run(dice.pick(LISTS)),
  (both, dice) => both.run(dice.pick(LISTS)),
];
