import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import type { HeadValue } from "../text/note/yaml-text";
import type { PropertyId } from "../people/property-names";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import { standingOf } from "../today/standing";
import { closer, slower } from "../relationships/stock/change-pace";
import { type Changed, changeNotes, nothingDone } from "./change-notes";
import { standingRules } from "../today/standing";

/** The answers of a walk: stay as it is, half as often, twice as often, never ask again, ask this week. */
export const STOCK_ACTS = ["keep", "slower", "closer", "let-go", "reach"] as const;
export type StockAct = (typeof STOCK_ACTS)[number];

/** What is thought about somebody. A text that is absent stays as the note has it; "" takes it out. */
export interface StockAnswer {
  readonly act: StockAct;
  readonly stopping?: string;
  readonly drifted?: string;
}

/**
 * Writes the answer about one person as one change of the note, with one undo: the cadence, whom to
 * reach out to this week (`snooze_until: today`, as "add to this week"), and both reasons. Refused
 * where a rule or `none` has no pace to change.
 */
export async function answerStock(
  context: Context,
  person: Person,
  { act, stopping, drifted }: StockAnswer,
): Promise<Changed> {
  const values: Partial<Record<PropertyId, HeadValue | null>> = {};
  if (act === "slower" || act === "closer") {
    const { cadence } = standingOf(person, standingRules(context.settings), context.today);
    const text = act === "slower" ? slower(cadence) : closer(cadence);
    if (text === null)
      return refuse(
        person,
        `"${cadence?.text ?? "no cadence"}" has no pace that could be ${act === "slower" ? "slower" : "closer"}; expected an interval such as every 6 weeks.`,
      );
    values.cadence = text;
  }
  if (act === "let-go") [values.cadence, values.snoozeUntil] = ["none", null];
  if (act === "reach") [values.snoozeUntil, values.paused] = [context.today, null];
  if (stopping !== undefined && oneLine(stopping) !== (person.stopping ?? ""))
    values.stopping = oneLine(stopping) || null;
  if (drifted !== undefined && oneLine(drifted) !== (person.drifted ?? "")) values.drifted = oneLine(drifted) || null;
  const changes = (Object.keys(values) as PropertyId[]).map((id): PropertyChange => ({
    names: context.settings.propertyNames[id],
    value: values[id] ?? null,
  }));
  if (changes.length === 0) return nothingDone();
  return changeNotes(context, "take stock", [
    { path: person.path, plan: (text) => editFrontmatter(text, changes, context.parseYaml) },
  ]);
}

/** Keeps in the note why you are apart, or what is stopping you; "" takes it out. */
export async function noteReason(
  context: Context,
  person: Pick<Person, "path">,
  reasons: { readonly drifted?: string; readonly stopping?: string },
): Promise<Changed> {
  const changes = (["drifted", "stopping"] as const).flatMap((id) =>
    reasons[id] === undefined
      ? []
      : [{ names: context.settings.propertyNames[id], value: oneLine(reasons[id]) || null }],
  );
  return changeNotes(context, "why apart", [
    { path: person.path, plan: (text) => editFrontmatter(text, changes, context.parseYaml) },
  ]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function refuse({ path }: Person, message: string): Changed {
  return nothingDone({ path, line: null, property: "cadence", message });
}
