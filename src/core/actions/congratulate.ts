import { addDays } from "../text/dates/civil-date";
import { addTask, type NewTask } from "../tasks/add-task";
import { editFrontmatter } from "../text/note/edit-frontmatter";
import { escapeMarkdown } from "../text/note/escape-markdown";
import { joinPlans, refused, type EditPlan } from "../text/note/note-edit";
import { readFrontmatter, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import { occasionsOf, type Occasion } from "../today/occasion";
import type { Person } from "../index/person";
import { findProperty } from "../people/read-properties";
import type { Context } from "../ports";
import type { MilestoneLine } from "../relationships/thanks/milestone-line";
import { taskFormat, type TaskFormat } from "../tasks/task-format";
import { words } from "../words/words";
import { changeNotes, type Changed } from "./change-notes";

/** Adds a milestone to a person's note; `askAfter` also writes a follow-up for the day after it. */
export async function addMilestone(
  context: Context,
  person: Pick<Person, "path">,
  milestone: MilestoneLine,
  askAfter: boolean,
): Promise<Changed> {
  const format = askAfter ? await taskFormat(context) : null;
  return changeNotes(context, "milestone", [
    { path: person.path, plan: (text) => planMilestone(text, milestone, format, context) },
  ]);
}

/** The milestone of a person that waits for its congratulation, the oldest first; null for none. */
export function openMilestone(
  person: Person,
  { settings, today }: Pick<Context, "settings" | "today">,
): Occasion | null {
  return (
    occasionsOf(person, settings, today).find(({ kind, daysUntil }) => kind === "milestone" && daysUntil <= 0) ?? null
  );
}

/** What congratulating somebody now is logged as: on the milestone that is open, where one is. */
export function congratulation(person: Person, context: Pick<Context, "settings" | "today">): string {
  return words.thanks.form.congratulated(escapeMarkdown(openMilestone(person, context)?.label ?? ""));
}

/** The follow-up that asks how a dated event went, on the day after it. */
export function askHowTask({ day, what }: MilestoneLine): NewTask {
  return { text: words.thanks.askHow(what), due: addDays(day, 1) };
}

/** `askIn`: the format in which to write the follow-up; null for none. */
function planMilestone(
  text: string,
  { day, what }: MilestoneLine,
  askIn: TaskFormat | null,
  context: Pick<Context, "settings" | "parseYaml">,
): EditPlan {
  const head = readFrontmatter(text, context.parseYaml);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  const properties: Properties = propertiesOf(head);
  const names = context.settings.propertyNames.milestones;
  const found = findProperty(properties, context.settings.propertyNames, "milestones");
  const old = textsOf(found?.value);
  if (old === null)
    return refused(
      'The milestones of this note are no list of texts; expected one such as "2026-11-20 prize".',
      null,
      found?.key ?? null,
    );
  const line = `${day} ${what}`;
  if (old.includes(line)) return refused(`"${line}" stands in the note already.`);
  const edit = editFrontmatter(
    text,
    [{ names: found ? [found.key] : names, value: [...old, line] }],
    context.parseYaml,
  );
  if (askIn === null) return edit;
  return joinPlans([edit, addTask(text, askHowTask({ day, what }), askIn, context.settings.logHeading)]);
}

/** The milestones as they stand; null where they are written in another way than as texts. */
function textsOf(value: unknown): readonly string[] | null {
  if (value === null || value === undefined || value === "") return [];
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.every((item) => typeof item === "string") ? items : null;
}
