import { addDays, type CivilDate } from "../text/dates/civil-date";
import { addTask, type NewTask } from "../tasks/add-task";
import { changeTask } from "../tasks/change-task";
import { isOpen } from "../tasks/note-task";
import { taskIds } from "../tasks/task-ids";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { isClosed } from "../today/standing";
import { ASK_DAYS, introductionsOf, type Introduction } from "../relationships/introductions/introductions";
import { suggestIntroductions, type SuggestedIntroduction } from "../relationships/introductions/suggest-introductions";
import { plainWords } from "../tasks/linked-names";
import { taskFormat } from "../tasks/task-format";
import { touchOnDay, type Touch } from "../log/touch";
import { words } from "../words/words";
import { type Changed, changeNotes, joinByPath, refuse } from "./change-notes";
import { linkTo } from "./link-to";
import { planTouch } from "./log-touch";

/** A planned introduction comes up after a week. */
const PLAN_DAYS = 7;

/** Every introduction in the notes, open and made, of people who are not closed. */
export async function listIntroductions(context: Context): Promise<Introduction[]> {
  const people = (await context.store.readPeople()).filter((person) => !isClosed(person, context.today));
  return introductionsOf(people, resolver(context), await context.store.readTaskNotes());
}

/** So many introductions are suggested. */
const SUGGESTED = 10;

/** The pairs who could help each other most, the strongest reason first, each with why. */
export async function listSuggestions(context: Context): Promise<SuggestedIntroduction[]> {
  return suggestIntroductions(
    await context.store.readPeople(),
    resolver(context),
    context.today,
    await context.store.readTaskNotes(),
    SUGGESTED,
  );
}

/** Plans an introduction: one task in the first person's note that links the second. */
export async function introduce(
  context: Context,
  a: Person,
  b: Person,
  why: string,
  day: CivilDate | null = null,
): Promise<Changed> {
  for (const { name, closed } of [a, b].filter((person) => isClosed(person, context.today)))
    return refuse(
      `${name} is closed${closed === true ? "" : ` since ${closed ?? ""}`}; expected two people who are not.`,
    );
  if (a.path === b.path) return refuse(`${a.name} cannot be introduced to themselves; expected two people.`);
  const there = (await listIntroductions(context)).find(
    (one) => one.open && [one.a.path, one.b.path].every((path) => path === a.path || path === b.path),
  );
  if (there) return refuse(`An introduction of ${there.a.name} and ${there.b.name} is ${there.state} already.`);
  const task = introductionTask(context, a, b, why, day);
  const format = await taskFormat(context);
  return changeNotes(context, "introduce", [
    { path: a.path, plan: (text) => addTask(text, task, format, context.settings.logHeading) },
  ]);
}

/** The task line that plans an introduction. */
export function introductionTask(
  context: Pick<Context, "store" | "today">,
  a: Person,
  b: Person,
  why: string,
  day: CivilDate | null = null,
): NewTask {
  return {
    text: words.introductions.task(linkTo(context, b, a.path)),
    due: day ?? addDays(context.today, PLAN_DAYS),
    fields: [
      ["intro", "planned"],
      ["why", why],
    ],
  };
}

/**
 * Moves an introduction on. Asked: both said yes. Made: its task is ticked, a touch is logged with
 * both, and after four weeks a follow-up asks how it went.
 */
export async function moveIntroduction(context: Context, id: string, state: "asked" | "made"): Promise<Changed> {
  const one = (await listIntroductions(context)).find((found) => found.id === id && found.open);
  if (!one) return refuse(`There is no open introduction ${id}.`);
  const field = { key: "intro", value: state };
  const format = await taskFormat(context);
  if (state === "asked")
    return changeNotes(context, "introduce", [
      { path: one.path, plan: (text) => changeTask(text, one.path, id, { field }, format) },
    ]);
  const ask: NewTask = {
    text: words.introductions.askHow(linkTo(context, one.b, one.a.path)),
    due: addDays(context.today, ASK_DAYS),
  };
  const touch = (other: Introduction["a"], from: string): Touch =>
    madeTouch(words.introductions.logged(linkTo(context, other, from)), context.today);
  return changeNotes(
    context,
    "introduce",
    joinByPath([
      { path: one.path, plan: (text) => changeTask(text, one.path, id, { field, done: context.today }, format) },
      { path: one.a.path, plan: (text) => addTask(text, ask, format, context.settings.logHeading) },
      { path: one.a.path, plan: (text) => planTouch(text, touch(one.b, one.a.path), context) },
      { path: one.b.path, plan: (text) => planTouch(text, touch(one.a, one.b.path), context) },
    ]),
  );
}

/** Lets an open introduction be: its task is given up, and the pair is not suggested again. */
export async function dropIntroduction(context: Context, id: string): Promise<Changed> {
  const one = (await listIntroductions(context)).find((found) => found.id === id && found.open);
  if (!one) return refuse(`There is no open introduction ${id}.`);
  const format = await taskFormat(context);
  return changeNotes(context, "introduce", [
    { path: one.path, plan: (text) => changeTask(text, one.path, id, { dropped: context.today }, format) },
  ]);
}

/** Keeps how an introduction went (`[went:: …]` on its line), and ticks the follow-up that asks. */
export async function noteIntroduction(context: Context, id: string, how: string): Promise<Changed> {
  const value = how.replace(/\s+/g, " ").trim();
  const one = (await listIntroductions(context)).find((found) => found.id === id && found.state === "made");
  if (!one) return refuse(`There is no introduction ${id} that was made.`);
  if (value === "" || /[[\]]/.test(value))
    return refuse(`How it went cannot be "${how}"; expected words without square brackets.`);
  const asked = plainWords(words.introductions.askHow(linkTo(context, one.b, one.a.path)));
  const tasks = (await context.store.readPeople()).find(({ path }) => path === one.a.path)?.tasks ?? [];
  const asks = taskIds(one.a.path, tasks)[tasks.findIndex((task) => isOpen(task) && plainWords(task.text) === asked)];
  const format = await taskFormat(context);
  return changeNotes(
    context,
    "introduce",
    joinByPath([
      { path: one.path, plan: (text) => changeTask(text, one.path, id, { field: { key: "went", value } }, format) },
      ...(asks === undefined
        ? []
        : [
            {
              path: one.a.path,
              plan: (text: string) => changeTask(text, one.a.path, asks, { done: context.today }, format),
            },
          ]),
    ]),
  );
}

function madeTouch(text: string, date: CivilDate): Touch {
  return { ...touchOnDay(date), direction: "out", text, gave: words.introductions.gave };
}

function resolver({ store }: Context): (target: string, from: string) => string | null {
  return (target, from) => store.resolveLink(target, from);
}
