import type { CivilDate } from "../text/dates/civil-date";
import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import { dueAfter, readCadence } from "../people/cadence";
import { lastContact } from "../index/last-contact";
import type { Context } from "../ports";
import { changeNotes, type Changed } from "./change-notes";

/** Somebody to hear from more: how often, and the last day of contact where it is known. */
export interface Start {
  readonly path: string;
  /** As a cadence is written in a note: "monthly". */
  readonly cadence: string;
  readonly lastContact: CivilDate | null;
}

/** Gives people a cadence, one action to undo. They come up in this first week, whatever their due day. */
export async function startWith(context: Context, starts: readonly Start[]): Promise<Changed> {
  const { propertyNames: names } = context.settings;
  const known = new Map((await context.store.readPeople()).map((person) => [person.path, person]));
  return changeNotes(
    context,
    "set up",
    starts.map((start) => {
      const changes: PropertyChange[] = [{ names: names.cadence, value: start.cadence }];
      if (start.lastContact) changes.push({ names: names.lastContact, value: start.lastContact });
      const person = known.get(start.path);
      const last = start.lastContact ?? (person ? lastContact(person, context.today) : null);
      // Someone who is not due yet comes up now all the same, as if added to this week.
      if (last && isLater(start.cadence, last, context.today))
        changes.push({ names: names.snoozeUntil, value: context.today });
      return { path: start.path, plan: (text) => editFrontmatter(text, changes, context.parseYaml) };
    }),
  );
}

function isLater(cadence: string, last: CivilDate, today: CivilDate): boolean {
  const reading = readCadence(cadence);
  const due = reading.kind === "value" ? dueAfter(reading.value, last) : null;
  return due !== null && due > today;
}
