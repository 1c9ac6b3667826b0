import { addSpan, parseSpan } from "../text/dates/span";
import type { CivilDate } from "../text/dates/civil-date";
import type { Person } from "../index/person";
import type { Context } from "../ports";
import type { Action, Parameter } from "./action";
import { answerOf, PEOPLE, PERSON } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import type { Changed } from "./change-notes";
import {
  addToWeek,
  close,
  letGo,
  pause,
  reopen,
  resume,
  setCadence,
  setCircle,
  skip,
  snooze,
  unsnooze,
} from "./set-properties";

/** The actions that set one property of people's notes. */
export const propertyActions: readonly Action[] = [
  onPeople(
    "snooze",
    "Hide people until a day",
    [
      PEOPLE,
      { name: "until", kind: "day", about: "the first day they are seen again", weekday: "next" },
      { name: "for", kind: "text", about: 'how long, such as "2 weeks"' },
    ],
    (context, people, args) => snooze(context, people, snoozeDay(args, context.today)),
  ),
  onPeople("unsnooze", "End a snooze", [PEOPLE], (context, people) => unsnooze(context, people)),
  onPeople("skip", "Skip people to next week", [PEOPLE], (context, people) => skip(context, people)),
  onPeople("pause", "Pause people: not due until resumed", [PEOPLE], (context, people) => pause(context, people)),
  onPeople("resume", "Resume people who were paused", [PEOPLE], (context, people) => resume(context, people)),
  onPeople("let-go", "Let go: never asked about again; birthdays and dates go on", [PEOPLE], (context, people) =>
    letGo(context, people),
  ),
  onPeople("add-to-week", "Add people to this week's picks", [PEOPLE], (context, people) => addToWeek(context, people)),
  onPeople(
    "close",
    "Close: died, or ended; silent everywhere",
    [
      PEOPLE,
      { name: "date", kind: "day", about: "the day it ended, or unknown (default: today)", weekday: "last" },
      { name: "why", kind: "text", about: "why it ended, such as moved; kept in the note as drifted" },
    ],
    (context, people, args) => close(context, people, closingDay(args) ?? context.today, args.text("why") ?? ""),
  ),
  onPeople("reopen", "Take a closing back", [PEOPLE], (context, people) => reopen(context, people)),
  onPeople(
    "set-cadence",
    "Set how often to be in touch",
    [
      PERSON,
      {
        name: "cadence",
        kind: "text",
        about: 'a cadence such as "every 6 weeks", none, or default for the circle\'s',
        required: true,
        positional: true,
      },
    ],
    (context, people, args) => setCadence(context, people, args.text("cadence") ?? ""),
  ),
  onPeople(
    "set-circle",
    "Put a person in a circle",
    [PERSON, { name: "circle", kind: "text", about: "the circle's name", required: true, positional: true }],
    (context, people, args) => setCircle(context, people, args.text("circle") ?? ""),
  ),
];

function onPeople(
  id: string,
  about: string,
  takes: readonly Parameter[],
  change: (context: Context, people: readonly Person[], args: Arguments) => Promise<Changed>,
): Action {
  return {
    id,
    about,
    takes,
    async run(context, args) {
      const { found, refused } = args.people("person", await context.store.readPeople());
      const changed = await change(context, found, args);
      return answerOf({ written: changed.written, refused: [...refused, ...changed.refused] });
    },
  };
}

/** The day something ended; true where nobody knows it. */
function closingDay(args: Arguments): CivilDate | true | null {
  return args.text("date")?.trim().toLowerCase() === "unknown" || args.day("date");
}

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
