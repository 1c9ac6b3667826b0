import { toDueRow } from "../today/due-row";
import { words } from "../words/words";
import type { Action } from "./action";
import { listDue, type DueList } from "../today/list-due";
import { rankPeople, type RankedPeople } from "../today/ranked-people";
import { listDueFollowUps } from "./follow-ups";
import { plainFollowUp } from "../today/find-follow-ups";
import { allByDay, type FollowUpsDue } from "../today/follow-ups-due";
import { followUpDueLine, nameWidth, occasionLine, problemLine, section } from "../lists/plain-text";

export const dueAction: Action = {
  id: "due",
  about: "Who to reconnect with, most pressing first",
  takes: [
    { name: "soon", kind: "number", about: "how many days ahead counts as soon" },
    { name: "all", kind: "flag", about: "everyone, whatever their standing" },
  ],
  async run(context, args) {
    const soonDays = args.number("soon");
    const people = await context.store.readPeople();
    const ranked = rankPeople(people, context.settings, context.today, soonDays ?? undefined);
    const list = listDue(ranked, args.flag("all"));
    const followUps = await listDueFollowUps(context, people);
    const { problems, ...rest } = list;
    return {
      data: {
        ...rest,
        followUps: allByDay(followUps).map(plainFollowUp),
        meetings: followUps.meetings.map(plainFollowUp),
        problems,
      },
      // Whoever asked for data is not kept waiting for words.
      get text() {
        return dueText(list, ranked, followUps);
      },
      refused: [],
    };
  },
};

function dueText(
  list: DueList,
  { owed: owing, today }: RankedPeople,
  { meetings, recent, earlier }: FollowUpsDue,
): string {
  // Also whoever is snoozed or paused: a debt stays in sight until it is answered.
  const replies = owing.map(({ person, facts }) => toDueRow(person, facts, today));
  const owed = new Set(replies.map(({ path }) => path));
  const standing = (...wanted: string[]): DueList["people"] =>
    list.people.filter((reach) => !owed.has(reach.path) && wanted.includes(reach.standing));
  const groups: readonly (readonly [string, readonly { name: string; why: string }[]])[] = [
    [words.owed.title, replies],
    [words.list.reconnect, standing("overdue", "due")],
    [words.list.soon, standing("due-soon")],
    [words.list.fresh, standing("new")],
    [words.list.others, standing("planned", "on-track", "snoozed", "paused", "untracked", "closed")],
  ];
  const width = nameWidth([...list.people, ...replies]);
  const sections = [
    section(words.list.occasions, list.occasions.map(occasionLine)),
    section(words.panel.sections.meetings, meetings.map(followUpDueLine)),
    section(words.panel.sections.promised, [
      ...recent.map(followUpDueLine),
      ...(earlier.length === 0 ? [] : [words.followUps.earlier(earlier.length)]),
    ]),
    ...groups.map(([title, rows]) =>
      section(
        title,
        rows.map(({ name, why }) => `${name.padEnd(width)}  ${why}`),
      ),
    ),
    section(words.list.problems, list.problems.map(problemLine)),
  ];
  const shown = sections.filter((text) => text !== "");
  return shown.length === 0 ? words.list.nobody : shown.join("\n\n");
}
