import { readCadence } from "../people/cadence";
import type { Person } from "../index/person";
import { capacityOf, type Capacity, type WhatIf } from "../today/capacity";
import { words } from "../words/words";
import type { Context } from "../ports";
import type { Action, Answer } from "./action";
import { UsageError, type Arguments } from "./arguments";
import { standingRules } from "../today/standing";
import { section } from "../lists/plain-text";
import { setCircleCadence } from "./set-circle-cadence";
import { changePeople } from "./people-action";
import { setCadenceAction } from "./set-cadence.action";
import { joined } from "../words/parts";

export const capacityAction: Action = {
  id: "capacity",
  about: "What your cadences ask of a week, beside what you make; twelve weeks ahead",
  takes: [
    { name: "circle", kind: "text", about: "a circle whose cadence would change, with --cadence" },
    { name: "person", kind: "person", about: "a person whose cadence would change, with --cadence" },
    { name: "cadence", kind: "text", about: "the cadence they would have" },
    { name: "apply", kind: "flag", about: "makes it so; undo takes it back" },
  ],
  async run(context, args) {
    const people = await context.store.readPeople();
    const { found, refused } = args.people("person", people);
    if (refused.length > 0) return { data: { refused }, text: "", refused };
    const whatIf = whatIfOf(args, found[0]);
    if (args.flag("apply")) return applied(context, whatIf, found[0]);
    const capacity = capacityOf(
      people,
      standingRules(context.settings),
      context.settings.relationships.weeklyTouches,
      context.today,
      whatIf,
    );
    return { data: capacity, text: capacityText(capacity), refused: [] };
  },
};

async function applied(context: Context, whatIf: WhatIf | null, person: Person | undefined): Promise<Answer> {
  if (whatIf === null) throw new UsageError("Expected --cadence together with either --circle or --person.");
  const cadence = whatIf.cadence.text;
  const { written, refused } =
    whatIf.kind === "circle"
      ? await setCircleCadence(context, whatIf.circle, cadence)
      : await changePeople(setCadenceAction, context, person ? [person] : [], { cadence });
  const done =
    whatIf.kind === "circle"
      ? words.capacity.applied(whatIf.circle, cadence)
      : setCadenceAction.said(person?.name ?? "");
  return { data: { written, refused }, text: refused.length > 0 ? "" : done, refused };
}

function whatIfOf(args: Arguments, person: Person | undefined): WhatIf | null {
  const [circle, text] = [args.text("circle"), args.text("cadence")];
  if (circle === null && !person && text === null) return null;
  const cadence = readCadence(text);
  if (cadence.kind !== "value" || (circle === null) === (person === undefined))
    throw new UsageError("Expected --cadence together with either --circle or --person.");
  return person
    ? { kind: "person", path: person.path, cadence: cadence.value }
    : { kind: "circle", circle: circle ?? "", cadence: cadence.value };
}

function capacityText(capacity: Capacity): string {
  const { asked, made, budget, perWeek, fits, over, ahead, newAndOld, days } = words.capacity;
  const need = capacity.askedChanged ?? capacity.asked;
  const most = Math.max(1, ...capacity.weeks.map((week) => Math.max(week.asked, week.changed ?? 0)));
  const bar = (count: number): string => "█".repeat(Math.ceil((count * 30) / most));
  return joined(
    [
      section(words.capacity.title, [
        `${asked}: ${perWeek(capacity.asked)}${capacity.askedChanged === null ? "" : ` (${words.capacity.changed}: ${perWeek(capacity.askedChanged)})`}`,
        `${made}: ${perWeek(capacity.made)}`,
        `${budget}: ${perWeek(capacity.budget)}`,
        need > capacity.budget ? over(Math.round((need - capacity.budget) * 10) / 10) : fits,
        newAndOld(capacity.newPeople, capacity.tended),
      ]),
      section(
        ahead,
        capacity.weeks.map(
          (week) =>
            `${week.from}  ${String(week.changed ?? week.asked).padStart(3)} ${bar(week.changed ?? week.asked)}`,
        ),
      ),
      section(
        days,
        capacity.days.map(({ date, people }) => `${date}  ${people.map(({ name }) => name).join(", ")}`),
      ),
    ],
    "\n\n",
  );
}
