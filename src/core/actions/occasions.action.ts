import { addDays, addMonths, formatMonth, type CivilDate } from "../text/dates/civil-date";
import { MILESTONE_DAYS, compareOccasions, occasionsBetween, type StagedOccasion } from "../today/occasion";
import type { Context } from "../ports";
import { unknownBirthdays } from "../lists/block-model";
import { words } from "../words/words";
import type { Action } from "./action";
import { occasionDay, section } from "../lists/plain-text";

export const occasionsAction: Action = {
  id: "occasions",
  about: "Birthdays, dates and milestones of the coming year, and the birthdays to ask for",
  takes: [
    { name: "from", kind: "day", about: "the first day (default: what can still be kept)", weekday: "next" },
    { name: "to", kind: "day", about: "the last day (default: a year ahead)", weekday: "next" },
  ],
  commands: [{ id: "year-ahead", label: "Days of the coming year", does: "year-ahead" }],
  async run(context, args) {
    const people = await context.store.readPeople();
    const occasions = listOccasions(people, context, args.day("from"), args.day("to"));
    const unknown = unknownBirthdays(people, context.today).map(({ name, path }) => ({ name, path }));
    const months = new Map<string, string[]>();
    for (const one of occasions) {
      const title = one.date < context.today ? words.block.waiting : formatMonth(one.date, "en");
      months.set(title, [...(months.get(title) ?? []), line(one)]);
    }
    const text = [
      ...[...months].map(([title, lines]) => section(title, lines)),
      section(
        words.block.unknownBirthdays,
        unknown.map(({ name }) => name),
      ),
    ].filter((part) => part !== "");
    return {
      data: { occasions, unknownBirthdays: unknown },
      text: text.length === 0 ? words.occasion.none : text.join("\n\n"),
      refused: [],
    };
  },
};

/** The occasions of some days; without a first day those of before today that can still be kept. */
function listOccasions(
  people: Parameters<typeof unknownBirthdays>[0],
  { settings, today }: Pick<Context, "settings" | "today">,
  from: CivilDate | null,
  to: CivilDate | null,
): StagedOccasion[] {
  const last = to ?? addMonths(from !== null && from > today ? from : today, 12);
  const { belatedDays } = settings.occasions;
  const first = from ?? addDays(today, -Math.max(belatedDays, MILESTONE_DAYS));
  const stands = ({ kind, daysUntil, stage }: StagedOccasion): boolean =>
    from !== null ||
    daysUntil >= 0 ||
    (stage !== "done" && daysUntil >= -(kind === "milestone" ? MILESTONE_DAYS : belatedDays));
  return people
    .flatMap((person) => occasionsBetween(person, settings, first, last, today))
    .filter(stands)
    .sort(compareOccasions);
}

/** `2026-12-10, in 18 days: Ada Lovelace, birthday (turns 40)` */
function line({ date, daysUntil, name, kind, label, turning, stage }: StagedOccasion): string {
  const years = turning === null ? "" : ` (${words.occasion.turning(label, turning)})`;
  const done = stage === "done" ? words.occasion.kept : "";
  return `${date}, ${occasionDay(daysUntil)}: ${name}, ${label === "" ? words.occasion[kind] : label}${years}${done}`;
}
