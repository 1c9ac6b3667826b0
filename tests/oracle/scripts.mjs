import { readdirSync } from "node:fs";
import { join } from "node:path";
import { FIXTURES, peopleOf, spread } from "./reading.mjs";

const everybody = async (both) => {
  const { odd, plain } = await peopleOf(both);
  return [...odd, ...plain];
};

const some = async (both, most) => {
  const { odd, plain } = await peopleOf(both);
  return spread([...spread(odd, Math.ceil(most / 2)), ...spread(plain, Math.ceil(most / 2))], most);
};

/** An action on everybody, then what the lists say, then back again and forth, then back. */
const onAll = (...steps) =>
  async function (both) {
    const all = await everybody(both);
    if (all.length === 0) return;
    for (const [command, ...options] of steps) {
      await both.run(command, ...all, ...options);
      await both.run("due", "--all");
    }
    for (let back = 0; back < steps.length; back++) await both.run("undo");
    await both.run("undo");
    await both.run("redo");
    await both.run("undo");
  };

/** Every option of a touch, by itself and with the others. */
const TOUCHES = [
  ["--channel", "call", "--direction", "out", "--note", "about [[Bees in winter]] and “rain”"],
  ["--date", "2026-11-20", "--channel", "letter", "--direction", "in", "--owe", "reply", "--note", "two\nlines"],
  ["--date", "yesterday", "--direction", "both", "--asked", "advice", "--gave", "a book [signed]"],
  ["--date", "2020-01-01", "--they-asked", "a name: whose?", "--they-gave", "[[a recipe]]"],
  ["--direction", "out", "--holding", "--note", "- not a list"],
  ["--direction", "in", "--declined", "--channel", "two words"],
  ["--next", "send the photos", "--next-day", "2026-12-01", "--channel", "Café"],
  ["--meet", "coffee", "--next-day", "friday"],
  ["--note", "happy birthday, with a card"],
  [],
];

export const SCRIPTS = {
  "everybody is touched": onAll(...[0, 1, 2, 3].map((at) => ["touch", ...TOUCHES[at]])),
  "everybody has a next step": onAll(...[4, 6, 7].map((at) => ["touch", ...TOUCHES[at]])),
  "everybody waits": onAll(["snooze", "--until", "2026-12-24"], ["snooze", "--for", "2 weeks"], ["unsnooze"], ["skip"]),
  "everybody pauses": onAll(["pause"], ["resume"], ["let-go"], ["add-to-week"]),
  "everybody ends": onAll(["close", "--why", "moved"], ["reopen"], ["close", "--date", "unknown"], ["reopen"]),
  "everybody ended long ago": onAll(["close", "--date", "2025-01-31"], ["touch"], ["reopen"]),

  async "one by one"(both) {
    for (const [index, path] of (await some(both, 8)).entries()) {
      await both.run("touch", path, ...TOUCHES[index % TOUCHES.length]);
      await both.run(
        "set-cadence",
        path,
        ["every 6 weeks", "none", "often", "RRULE:FREQ=MONTHLY;BYDAY=1SA", ""][index % 5],
      );
      await both.run("set-circle", path, ["close", "Brand new: circle", "", "inner"][index % 4]);
      await both.run("milestone", path, "2026-11-24 new job", ...(index % 2 === 0 ? ["--ask"] : []));
      await both.run("milestone", path, "finished: the [[book]]");
      await both.run("congratulate", path, ...(index % 2 === 0 ? ["--channel", "letter"] : ["--note", "well done"]));
      await both.run("thank", path, ...(index % 2 === 0 ? ["--channel", "call"] : ["--note", "for the jam"]));
      await both.run("drifted", path, ...(index % 3 === 0 ? [] : ["busy"]));
      await both.run("stopping", path, ...(index % 3 === 1 ? [] : ["the distance: 'far'"]));
      await both.run("meet", path, "--day", "2026-12-02", ...(index % 2 === 0 ? ["--what", "walk"] : []));
      if (index % 2 === 0) await both.run("undo");
      await both.run("person", path);
    }
    for (let back = 0; back < 12; back++) await both.run("undo");
    for (let forth = 0; forth < 4; forth++) await both.run("redo");
    for (const argv of [["due"], ["tasks"], ["introductions"], ["follow-ups"], ["check"]]) await both.run(...argv);
  },

  async "touches changed"(both) {
    const changes = [
      ["--date", "2026-11-01"],
      ["--date", "2026-11-22", "--channel", "visit"],
      ["--direction", "unknown", "--note", ""],
      ["--direction", "in", "--owe", "reply", "--holding"],
      ["--holding=false", "--owe", "none", "--declined"],
      ["--asked", "a", "--gave", "b", "--they-asked", "c", "--they-gave", "d", "--declined=false"],
      ["--channel", "", "--note", "another: text"],
    ];
    for (const [index, path] of (await some(both, 10)).entries()) {
      const touches = await loggedTouches(both, path);
      if (touches.length === 0) continue;
      const line = String(touches[index % touches.length].line);
      await both.run("edit-touch", path, line, ...changes[index % changes.length]);
      if (index % 4 === 1) await both.run("undo");
      const [newest] = await loggedTouches(both, path);
      if (newest && index % 2 === 0) await both.run("delete-touch", path, String(newest.line));
      if (index % 4 === 0) await both.run("undo");
      await both.run("delete-touch", path, "1");
      await both.run("person", path);
    }
    await both.run("undo");
    await both.run("redo");
  },

  async "tasks done"(both) {
    for (const { id } of spread((await both.ask("ticks"))?.ticks ?? [], 4)) await both.run("ticks", "--leave", id);
    for (const { id } of spread((await both.ask("ticks", "--left"))?.ticks ?? [], 4))
      await both.run("ticks", "--ask-again", id);
    for (const list of ["tasks", "follow-ups", "ticks"]) {
      const answer = (await both.ask(list)) ?? {};
      const all = answer.tasks ?? answer.followUps ?? answer.ticks ?? [];
      for (const [index, { id }] of spread(all, 9).entries()) {
        const how = [[], ["--date", "2026-11-20"], ["--channel", "call", "--note", "done: at last"]][index % 3];
        await both.run("complete", id, ...how);
        if (index % 5 === 4) await both.run("undo");
      }
      await both.run(list);
    }
    for (const [index, { id }] of spread((await both.ask("follow-ups"))?.followUps ?? [], 8).entries()) {
      await both.run("follow-ups", ...(index % 2 === 0 ? ["--done", id] : ["--move", id, "--until", "2026-12-05"]));
    }
    await both.run("complete", "t-nothing");
    await both.run("undo");
    await both.run("redo");
    await both.run("follow-ups");
  },

  async "tasks written"(both) {
    for (const note of [[], ["Daily/2026-11-22.md"], ["New/Week.md"], ["Notes/Practices.md"]]) {
      await both.run("write-tasks", ...note);
      await both.run("write-tasks", ...note, "--days", "week");
      const daily = both.paths().find((path) => path === (note[0] ?? "Daily/2026-11-22.md"));
      if (daily !== undefined) {
        both.outside(daily, (text) =>
          text.replace("- [ ]", "- [x]").replace(/\n- \[ \] (.*)$/m, "\n- [x] $1 ✅ 2026-11-21"),
        );
        await both.run("due", "--all");
        await both.run("ticks");
      }
      await both.run("write-tasks", ...note);
      await both.run("undo");
    }
    both.today = "2026-11-25";
    await both.run("write-tasks", "New/Week.md", "--days", "week");
    await both.run("tasks");
  },

  async "people met"(both) {
    const people = await some(both, 8);
    for (let at = 0; at + 1 < people.length; at++) {
      const why = at % 2 === 0 ? ["--why", "both: build"] : ["--day", "2026-12-03"];
      await both.run("introduce", people[at], people[at + 1], ...why);
    }
    for (const [index, { id }] of spread((await both.ask("introductions"))?.introductions ?? [], 9).entries()) {
      const how = [
        ["--asked", id],
        ["--made", id],
        ["--went", id, "--how", "they print"],
        ["--drop", id],
      ][index % 4];
      await both.run("introductions", ...how);
    }
    await both.run("undo");
    await both.run("introductions");
  },

  async "people added"(both) {
    const all = {
      birthday: "1990-12-10",
      cadence: "every 6 weeks",
      circle: "close",
      email: "a@example.org,b@example.org",
      phone: "+44 1,0123",
      place: "Oslo: east",
      address: "1 Road\nTown",
      interests: "bees, #tags",
      met: "the fair",
      "introduced-by": (await some(both, 1))[0] ?? "Nobody",
      alias: "New, Newer",
    };
    await both.run("add", "New Person", ...Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]));
    await both.run("add", "New Person");
    await both.run("add", "Bad/Name: [x]", "--birthday", "02-30");
    await both.run("add", "Ordinary", "--birthday", "12-10");
    await both.run("touch", "Newcomer One", "Ordinary", "--create", "--channel", "coffee");
    await both.run("touch", "Newcomer Two");
    await both.run("person", "Ordinary");
    await both.run("undo");
    await both.run("undo");
    await both.run("redo");
    await both.run("due", "--all");
  },

  async "files imported"(both) {
    const files = readdirSync(FIXTURES).map((name) => join(FIXTURES, name));
    for (const file of files) {
      const plan = await both.ask("import", file, "--dry-run");
      const name = plan?.create?.[0]?.name;
      if (name !== undefined) await both.run("import", file, "--only", name);
      await both.run("import", file);
    }
    for (const file of files.slice(0, 3)) await both.run("import", file);
    await both.run("import", join(FIXTURES, "other.csv"), "--map", "Persoon=name,Jarig=birthday,Bereikbaar=email");
    await both.run("undo");
    await both.run("due", "--all");
    await both.run("check");
  },

  async "spellings adopted"(both) {
    const rows = (await both.ask("adopt"))?.rows ?? [];
    for (const { id } of spread(rows, 10)) await both.run("adopt", "--take", id);
    await both.run("adopt", "--rename", "Frequency=cadence");
    for (let back = 0; back < 4; back++) await both.run("undo");
    await both.run("adopt", "--take", "all");
    await both.run("undo");
    await both.run("adopt", "--take", "all", "--remove");
    await both.run("due", "--all");
    await both.run("undo");
  },

  async "copies merged"(both) {
    const people = await some(both, 8);
    const copies = both.paths().filter((path) => /conflict/i.test(path));
    for (const path of copies) {
      await both.run("merge", path, path.replace(/( \(Conflicted copy|\.sync-conflict).*/, ""));
      await both.run("undo");
      await both.run("redo");
    }
    for (let at = 0; at + 1 < people.length; at += 2) await both.run("merge", people[at], people[at + 1]);
    await both.run("undo");
    await both.run("due", "--all");
  },

  async "articles shared"(both) {
    const people = await some(both, 2);
    const notes = both.paths().filter((path) => /^(Reading|Notes)\/.*md$/.test(path));
    for (const note of spread(notes, 2)) {
      const suits = ((await both.ask("share", note))?.people ?? []).map(({ path }) => path);
      for (const path of [...suits.slice(0, 1), ...people]) {
        await both.run("share", note, "--with", path, "--channel", "letter", "--note-to-them", "thought of you");
        await both.run("share", note, "--with", path);
        await both.run("share", note, "--with", path, "--again");
      }
    }
    await both.run("shares");
    await both.run("undo");
  },

  async "mentions marked"(both) {
    const people = await some(both, 4);
    const dated = both.paths().filter((path) => /^(Daily|Meetings)\/.*md$/.test(path));
    for (const [index, note] of spread(dated, 6).entries()) {
      await both.run("not-contact", note, ...(index % 2 === 0 ? [] : [people[index % people.length] ?? "Nobody"]));
    }
    await both.run("not-contact");
    await both.run("due", "--all");
    for (const note of spread(dated, 2)) await both.run("not-contact", note, "--back");
    await both.run("due", "--all");
    await both.run("undo");
  },

  async "stock taken"(both) {
    const people = ((await both.ask("stock"))?.people ?? []).map(({ reach }) => reach.path);
    const acts = ["keep", "slower", "closer", "let-go", "reach"];
    for (const [index, path] of people.entries()) {
      const more = [[], ["--stopping", "no time"], ["--apart", "moved"], ["--stopping", ""]][index % 4];
      await both.run("stock", path, acts[index % acts.length], ...more);
    }
    await both.run("stock");
    const [one] = people;
    if (one !== undefined) await both.run("capacity", "--person", one, "--cadence", "yearly", "--apply");
    await both.run("capacity", "--circle", "friends", "--cadence", "yearly", "--apply");
    await both.run("undo");
    await both.run("undo");
    await both.run("capacity");
    await both.run("picks");
  },
};

/** The touches of a person that stand in the log. */
export async function loggedTouches(both, path) {
  const { touches = [] } = (await both.ask("person", path)) ?? {};
  return touches.filter(({ source }) => source === "log");
}
