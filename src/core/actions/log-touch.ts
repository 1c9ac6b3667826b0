import type { CivilDate } from "../text/dates/civil-date";
import { readDate } from "../text/dates/read-date";
import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import { applySplices, refused, type EditPlan } from "../text/note/note-edit";
import { readFrontmatter, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import { type Problem, problemAt } from "../text/note/problem";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "../index/person";
import { findProperty } from "../people/read-properties";
import { shown } from "../text/note/shown-value";
import type { Context, WholeNote } from "../ports";
import { noteFormat } from "../index/note-format";
import { taskFormat, type TaskFormat } from "../tasks/task-format";
import { addCheckedTouch } from "../log/add-checked-touch";
import { readLog } from "../log/read-log";
import { unwritable } from "../log/touch-line";
import type { Touch } from "../log/touch";
import { checkPerson } from "./add-person";
import { type Changed, changeNotes, nothingDone } from "./change-notes";
import { linksToOthers } from "./link-to";
import { planNextStep, refuseNextStep, type NextStep } from "./touch-next-step";

export interface LoggedTouch extends Changed {
  /** The last contact of each person written, by path. */
  readonly lastContact: Readonly<Record<string, CivilDate>>;
}

/** What else one gesture does. */
export interface TouchExtras {
  readonly next?: NextStep | null;
  /** People without a note yet: it is made, with the touch in it. */
  readonly newNames?: readonly string[];
}

/**
 * Logs a touch with each person: one line in the log, the last contact moved forward, a snooze ended
 * by a touch of today, all in one write per note and one undo for all.
 */
export async function logTouch(
  context: Context,
  people: readonly Pick<Person, "path">[],
  touch: Touch,
  more: TouchExtras = {},
): Promise<LoggedTouch> {
  const next = more.next ?? null;
  const refusal = refuseTouch(touch, context.today) ?? refuseNext(next, context.today);
  if (refusal) return { ...nothingDone(refusal), lastContact: {} };
  const format = next && (await taskFormat(context));
  const days: Record<string, CivilDate> = {};
  const made = await newNotes(context, more.newNames ?? []);
  const paths = [...people, ...made.notes].map(({ path }) => path);
  const planFor =
    (path: string) =>
    (text: string): EditPlan => {
      // A meeting stands with each of them; something promised stands once.
      const isHere = next && format && (path === paths[0] || next.kind === "meet");
      const { plan, lastContact } = planLogged(
        text,
        touch,
        context,
        isHere ? { step: next, format, others: linksToOthers(context, paths, path) } : null,
      );
      days[path] = lastContact;
      return plan;
    };
  const create: WholeNote[] = [];
  for (const { path, text } of made.notes) {
    const plan = planFor(path)(text);
    if (plan.ok) create.push({ path, text: applySplices(text, plan.splices) });
    else made.refused.push({ path, ...plan.problem });
  }
  const changed = await changeNotes(
    context,
    "touch",
    people.map(({ path }) => ({ path, plan: planFor(path) })),
    { create },
  );
  const written = Object.fromEntries(changed.written.map((path) => [path, days[path] ?? touch.date]));
  return { ...changed, refused: [...made.refused, ...changed.refused], lastContact: written };
}

/** The notes of people who have none yet, as they begin. */
async function newNotes(
  context: Context,
  names: readonly string[],
): Promise<{ notes: WholeNote[]; refused: Problem[] }> {
  const notes: WholeNote[] = [];
  const refusedNames: Problem[] = [];
  for (const name of names) {
    const checked = await checkPerson(context, { name, given: {} });
    if (!checked.ok) refusedNames.push({ path: "", ...checked.problem });
    // Named twice, somebody is still one; their paths differ by no more than a disk may pass over.
    else if (!notes.some(({ path }) => normalizeName(path) === normalizeName(checked.note.path)))
      notes.push(checked.note);
  }
  return { notes, refused: refusedNames };
}

/**
 * Plans a touch in one note, and what comes after it: log line, last contact, snooze and task in one set of splices.
 */
export function planTouch(text: string, touch: Touch, context: Planning, next: StepToWrite | null = null): EditPlan {
  return planLogged(text, touch, context, next).plan;
}

/** A next step, and how this vault writes tasks. */
interface StepToWrite {
  readonly step: NextStep;
  readonly format: TaskFormat;
  /** Links to whoever else it is with. */
  readonly others: string | null;
}

type Planning = Pick<Context, "settings" | "parseYaml" | "today">;

/** The same, with the last contact that the note then knows of. */
function planLogged(
  text: string,
  touch: Touch,
  context: Planning,
  next: StepToWrite | null,
): { readonly plan: EditPlan; readonly lastContact: CivilDate } {
  const refusal = (plan: EditPlan): ReturnType<typeof planLogged> => ({ plan, lastContact: touch.date });
  const stray = unwritable(touch);
  if (stray !== null)
    return refusal(refused(`"${shown(stray)}" cannot be written in a log line; expected brackets that are closed.`));
  const format = noteFormat(context.settings).log;
  const head = readFrontmatter(text, context.parseYaml);
  if (head.kind === "refused") return refusal({ ok: false, problem: head.problem });
  const properties: Properties = propertiesOf(head);
  const changes = propertyChanges(properties, touch, context);
  if ("problem" in changes) return refusal(changes.problem);
  const log = readLog(text, format);
  const plan = addCheckedTouch(text, touch, format, log, [
    editFrontmatter(text, changes.changes, context.parseYaml),
    ...(next ? [planNextStep(text, next.step, next.format, format.heading, next.others)] : []),
  ]);
  const days = [
    touch.date,
    ...(changes.written === null ? [] : [changes.written]),
    ...log.entries.map(({ date }) => date),
  ];
  return { plan, lastContact: days.reduce((newest, day) => (day > newest && day <= context.today ? day : newest)) };
}

function propertyChanges(
  properties: Properties,
  touch: Touch,
  context: Pick<Context, "settings" | "today">,
): { changes: PropertyChange[]; written: CivilDate | null } | { problem: EditPlan } {
  const names = context.settings.propertyNames;
  const written = findProperty(properties, names, "lastContact");
  const day = readDate(written?.value ?? null);
  if (written && day.kind === "unreadable") {
    return {
      problem: refused(
        `"${written.key}: ${shown(written.value)}" cannot be read; expected ${day.expected}.`,
        null,
        written.key,
      ),
    };
  }
  const changes: PropertyChange[] = [];
  if (day.kind !== "value" || day.value < touch.date)
    changes.push({ names: named(written?.key, names.lastContact), value: touch.date });
  const snooze = findProperty(properties, names, "snoozeUntil");
  // Settings may by mistake give both properties one name: what is the last contact is then no snooze.
  if (snooze && snooze.key !== written?.key && touch.date === context.today) {
    const until = readDate(snooze.value);
    if (until.kind === "value" && until.value > context.today) changes.push({ names: [snooze.key], value: null });
  }
  return { changes, written: day.kind === "value" ? day.value : null };
}

/** The spelling a note uses, before those it might have used. */
function named(key: string | undefined, names: readonly string[]): readonly string[] {
  return key === undefined ? names : [key];
}

function refuseNext(next: NextStep | null, today: CivilDate): Problem | null {
  const message = next && refuseNextStep(next, today);
  return message ? problemAt("", message) : null;
}

/** Why a touch cannot be written, whatever the note; null where it can. */
export function refuseTouch(touch: Pick<Touch, "date" | "channel">, today: CivilDate): Problem | null {
  const problem = (message: string): Problem => problemAt("", message);
  if (touch.date > today) return problem(`A touch on ${touch.date} is still to come; expected a day up to today.`);
  if (touch.channel !== null && !/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u.test(touch.channel)) {
    return problem(`"${touch.channel}" cannot be a channel; expected one word, such as call or coffee.`);
  }
  return null;
}
