import { unescapeMarkdown } from "../text/note/escape-markdown";
import { words } from "../words/words";
import type { PlacedTouch } from "../log/touch";
import { plainFollowUp } from "../today/find-follow-ups";
import { saidOf } from "../relationships/balance/balance";
import { listFollowUps } from "./follow-ups";
import type { Person } from "../index/person";
import type { Action } from "./action";
import { PERSON } from "./answers";
import { occasionLine, problemLine, section } from "../lists/plain-text";
import { showPerson, type PersonCard } from "../lists/show-person";
import { joined } from "../words/parts";

/** In the text for people; the data has them all. */
const TOUCHES_SHOWN = 10;

export const personAction: Action = {
  id: "person",
  about: "The card of a person",
  takes: [PERSON],
  commands: [{ id: "show-card", label: "Show card of person", on: "person", does: "card" }],
  async run(context, args) {
    const { found, refused } = args.people("person", await context.store.readPeople());
    const [person] = found;
    if (!person) return { data: { refused }, text: "", refused };
    const followUps = (await listFollowUps(context, person)).map(plainFollowUp);
    const card = { ...showPerson(person, context.settings, context.today), followUps };
    return { data: card, text: cardText(card, person), refused };
  },
};

function cardText(card: PersonCard, { stopping, drifted }: Person): string {
  const facts: readonly (readonly [string, string | null])[] = [
    [words.card.circle, card.circle],
    [words.card.cadence, card.cadence],
    [words.card.lastContact, card.lastContact],
    [words.card.due, card.dueOn],
    [words.card.birthday, card.birthday],
    [words.card.place, card.place],
    [words.card.address, card.address],
    [words.card.phone, card.phones.join(", ")],
    [words.card.email, card.emails.join(", ")],
    [words.card.interests, card.interests.join(", ")],
    [words.card.stopping, stopping],
    [words.card.drifted, drifted],
  ];
  const known = facts
    .filter(([, value]) => value !== null && value !== "")
    .map(([label, value]) => `${label}: ${value ?? ""}`);
  const sections = [
    section(`${card.name} (${card.path})`, [card.why, ...known]),
    section(words.list.occasions, card.occasions.map(occasionLine)),
    section(
      words.card.followUps,
      card.followUps.map(
        ({ path, line, text, due }) =>
          `${path === card.path ? "" : `${path}:`}${line}: ${text}${due === null ? "" : ` (${due})`}`,
      ),
    ),
    section(words.card.touches, card.touches.slice(0, TOUCHES_SHOWN).map(touchLine)),
    section(
      words.balance.title,
      card.balance && card.standing !== "closed"
        ? [
            ...(card.balance.thin ? [] : [words.balance.line(card.balance.out, card.balance.both, card.balance.in)]),
            ...saidOf(card.balance),
          ]
        : [],
    ),
    section(words.list.problems, card.problems.map(problemLine)),
  ];
  return joined(sections, "\n\n");
}

function touchLine(touch: PlacedTouch): string {
  const arrow = touch.direction === null ? " " : { out: "→", in: "←", both: "↔" }[touch.direction];
  const text = unescapeMarkdown(touch.text).replace(/\n/g, " ");
  const channel = touch.channel === null ? "" : text === "" ? touch.channel : `${touch.channel}: `;
  const source = touch.source === "log" ? "" : ` (${words.card.source[touch.source]})`;
  return `${touch.line ?? "-"}: ${touch.date} ${arrow} ${channel}${text}${source}`.trimEnd();
}
