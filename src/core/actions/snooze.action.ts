import type { CivilDate } from "../text/dates/civil-date";
import { addSpan, parseSpan, type Span } from "../text/dates/span";
import { words } from "../words/words";
import { UsageError, type Arguments } from "./arguments";
import { refuse } from "./change-notes";
import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

/** The lengths that are a tap away. */
export const SNOOZE_LENGTHS: readonly (readonly [string, Span])[] = [
  [words.snoozeMenu.week, { count: 1, unit: "week" }],
  [words.snoozeMenu.month, { count: 1, unit: "month" }],
  [words.snoozeMenu.quarter, { count: 3, unit: "month" }],
];

export const snoozeAction = peopleAction({
  id: "snooze",
  about: "Hide people until a day",
  asks: [
    { name: "until", kind: "day", about: "the first day they are seen again", weekday: "next" },
    { name: "for", kind: "text", about: 'how long, such as "2 weeks"' },
  ],
  palette: "Snooze person",
  row: { label: "Snooze…", icon: "moon", key: "s", does: "snooze-menu" },
  form: "snooze",
  said: (names) => `${names}: snoozed.`,
  async change(context, people, args) {
    const until = snoozeDay(args, context.today);
    if (until <= context.today) return refuse(`Cannot snooze until ${until}; expected a day after today.`);
    return setProperties(context, "snooze", people, { snoozeUntil: until });
  },
});

function snoozeDay(args: Arguments, today: CivilDate): CivilDate {
  const until = args.day("until");
  const length = args.text("for");
  if ((until === null) === (length === null))
    throw new UsageError('Expected either --until DAY or --for LENGTH, such as --for "2 weeks".');
  if (until !== null) return until;
  const span = parseSpan(length ?? "");
  if (!span) throw new UsageError(`"${length ?? ""}" is no length of time; expected one such as "2 weeks".`);
  return addSpan(today, span);
}
