import { addDays, type CivilDate } from "../../text/dates/civil-date";
import { escapeMarkdown } from "../../text/note/escape-markdown";
import { MILESTONE_DAYS, occasionsBetween, type StagedOccasion } from "../occasion";
import type { Person } from "../../index/person";
import { cadenceInWords } from "../due-row";
import { isClosed, standingOf } from "../standing";
import { isReachingOut } from "../../log/touch";
import { wishesOf } from "../../log/wishes";
import { words } from "../../words/words";
import { lineTasks } from "./line-tasks";
import type { Task } from "./task";
import { parseGeneratedId, taskId } from "../../tasks/task-id";
import { isWanted, type TaskRules } from "./task-rules";
import { isCompleted } from "../../tasks/completions";

/** The recurring tasks that one person's note makes. A closed person makes none. */
export function personTasks(person: Person, rules: TaskRules): Task[] {
  if (isClosed(person, rules.today)) return [];
  return [
    ...reachTasks(person, rules),
    ...occasionTasks(person, rules),
    ...lineTasks(person, "note", person.tasks, rules),
  ];
}

/** Being in touch: one task for one person, however long it has waited. */
function reachTasks(person: Person, rules: TaskRules): Task[] {
  const facts = standingOf(person, rules.standing, rules.today);
  const { dueOn, cadence } = facts;
  if (dueOn === null || cadence === null || facts.standing === "planned" || facts.standing === "paused") return [];
  const snoozed = facts.standing === "snoozed" ? person.snoozedUntil : null;
  const due = snoozed !== null && snoozed > dueOn ? snoozed : dueOn;
  if (!isWanted(due, false, rules)) return [];
  const titles = titled(person, rules, "", words.tasks.reach);
  return [task(person, "reach", "", due, titles, { rule: cadenceInWords(cadence), source: "cadence", done: false })];
}

function occasionTasks(person: Person, rules: TaskRules): Task[] {
  const { settings, today, range } = rules;
  const { belatedDays, prepareDays } = settings.occasions;
  const oldest = addDays(today, -Math.max(belatedDays, MILESTONE_DAYS));
  const from = range.from !== null && range.from < oldest ? range.from : oldest;
  return occasionsBetween(person, settings, from, addDays(range.to, prepareDays), today).flatMap((occasion) => {
    const done = occasion.stage === "done";
    const open = !done && occasion.daysUntil >= -(occasion.kind === "milestone" ? MILESTONE_DAYS : belatedDays);
    const own =
      (open || done) && isWanted(occasion.date, done, rules) ? [occasionTask(person, occasion, done, rules)] : [];
    return occasion.kind === "birthday" && prepareDays > 0 ? [...giftTasks(person, occasion, rules), ...own] : own;
  });
}

function occasionTask(person: Person, occasion: StagedOccasion, done: boolean, rules: TaskRules): Task {
  const { kind, label, date, turning } = occasion;
  const facts = { rule: kind === "milestone" ? null : words.tasks.yearly, source: kind, done } as const;
  switch (kind) {
    case "birthday":
      return task(
        person,
        "bday",
        "",
        date,
        titled(person, rules, "", (name) => words.tasks.birthday(name, turning)),
        facts,
      );
    case "date":
      return task(
        person,
        "date",
        label,
        date,
        titled(person, rules, label, (name, what) => words.tasks.date(name, what, turning)),
        facts,
      );
    case "milestone": {
      const title = occasion.daysUntil > 0 ? words.tasks.milestoneAhead : words.tasks.milestone;
      return task(person, "mile", label, date, titled(person, rules, label, title), facts);
    }
  }
}

/** A card or gift is thought of from some days before the birthday until the day itself comes. */
function giftTasks(person: Person, birthday: StagedOccasion, rules: TaskRules): Task[] {
  const due = addDays(birthday.date, -rules.settings.occasions.prepareDays);
  const { id, done } = giftFor(person, birthday.date, rules);
  if (birthday.daysUntil <= 0 || birthday.stage === "done" || !isWanted(due, done, rules)) return [];
  const title = words.tasks.gift(person.name, rules.dayText(birthday.date));
  const linked = words.tasks.gift(rules.linkTo(person.path, person.name), birthday.date);
  return [
    { ...task(person, "gift", "", due, { title, linked }, { rule: words.tasks.yearly, source: "birthday", done }), id },
  ];
}

/**
 * What asks for the card or gift for a birthday that lies ahead: its id, its title for a screen; null before its time,
 * or once it is sent.
 */
export function cardToSend(
  person: Person,
  birthday: CivilDate,
  rules: Pick<TaskRules, "settings" | "today" | "ticks" | "dayText">,
): Pick<Task, "id" | "title"> | null {
  const from = addDays(birthday, -rules.settings.occasions.prepareDays);
  if (rules.today < from || rules.today >= birthday) return null;
  const { id, done } = giftFor(person, birthday, rules);
  return done ? null : { id, title: words.tasks.gift(person.name, rules.dayText(birthday)) };
}

function giftFor(
  person: Person,
  birthday: CivilDate,
  { settings, today, ticks }: Pick<TaskRules, "settings" | "today" | "ticks">,
): Pick<Task, "id" | "done"> {
  const id = taskId("gift", person.path, "", birthday);
  const own = parseGeneratedId(id);
  const from = addDays(birthday, -settings.occasions.prepareDays);
  return { id, done: isSent(person, from, birthday, today) || (own !== null && isCompleted(ticks, own)) };
}

/** A card or gift that was sent in the days before the birthday is the one, and so is a letter that wishes. */
function isSent(person: Person, from: CivilDate, to: CivilDate, today: CivilDate): boolean {
  return person.touches.some((touch) => {
    const { direction, channel, date } = touch;
    if (!isReachingOut(direction) || date < from || date > to || date > today) return false;
    const said = wishesOf(touch, person.name);
    return said.sends || (channel === "letter" && (said.birthday || said.greets));
  });
}

interface Titles {
  readonly title: string;
  readonly linked: string;
}

function titled(
  person: Person,
  rules: TaskRules,
  label: string,
  make: (name: string, label: string) => string,
): Titles {
  return {
    title: make(person.name, label),
    linked: make(rules.linkTo(person.path, person.name), escapeMarkdown(label)),
  };
}

function task(
  person: Person,
  kind: Task["kind"],
  detail: string,
  due: CivilDate,
  titles: Titles,
  facts: Pick<Task, "rule" | "source" | "done">,
): Task {
  return {
    id: taskId(kind, person.path, detail, due),
    name: person.name,
    path: person.path,
    ...titles,
    due,
    ...facts,
    kind,
    line: null,
  };
}
