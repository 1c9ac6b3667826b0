import { suggestIntroductions } from "../relationships/introductions/suggest-introductions";
import { words } from "../words/words";
import type { Action } from "./action";
import { answerOf } from "./follow-ups.action";
import { introduce, listIntroductions, moveIntroduction } from "./introduce";
import { section } from "./plain-text";

const SUGGESTED = 10;

const introduceAction: Action = {
  id: "introduce",
  about: "Plan an introduction of two people: a task in the first one's note",
  takes: [
    { name: "a", kind: "person", about: "the first person", required: true, positional: true },
    { name: "b", kind: "person", about: "the second person", required: true, positional: true },
    { name: "why", kind: "text", about: "what they could do for each other" },
    { name: "day", kind: "day", about: "when it should come up (default: in a week)", weekday: "next" },
  ],
  async run(context, args) {
    const people = await context.store.readPeople();
    const [a, b] = [args.people("a", people), args.people("b", people)];
    const refused = [...a.refused, ...b.refused];
    const [first, second] = [a.found[0], b.found[0]];
    if (!first || !second || refused.length > 0) return { data: { written: [], refused }, text: "", refused };
    return answerOf(await introduce(context, first, second, args.text("why") ?? "", args.day("day")));
  },
};

const introductionsAction: Action = {
  id: "introductions",
  about: "Introductions planned, asked and made, who introduced whom, and pairs who could help each other",
  takes: [
    { name: "asked", kind: "text", about: "the id of an introduction to which both said yes" },
    { name: "made", kind: "text", about: "the id of an introduction that was made" },
  ],
  async run(context, args) {
    const [asked, made] = [args.text("asked"), args.text("made")];
    if (made !== null) return answerOf(await moveIntroduction(context, made, "made"));
    if (asked !== null) return answerOf(await moveIntroduction(context, asked, "asked"));
    const people = await context.store.readPeople();
    const introductions = await listIntroductions(context);
    const suggestions = suggestIntroductions(people, (target, from) => context.store.resolveLink(target, from), context.today).slice(0, SUGGESTED).map(({ a, b, why }) => ({ a, b, why }));
    const introduced = people.filter((person) => person.introducedBy !== null).map(({ name, path, introducedBy }) => ({ name, path, by: introducedBy }));
    const text = [
      section(words.introductions.title, introductions.map((one) => `${words.introductions.pair(one.a.name, one.b.name)}: ${words.introductions.states[one.state]}${one.why === "" ? "" : ` (${one.why})`}${one.open ? `  ${one.id}` : ""}`)),
      section(words.introductions.suggested, suggestions.map(({ a, b, why }) => `${words.introductions.pair(a.name, b.name)}: ${why}`)),
      section(words.introductions.introduced, introduced.map(({ name, by }) => words.introductions.by(name, by ?? ""))),
    ].filter((part) => part !== "").join("\n\n");
    return { data: { introductions, suggestions, introduced }, text, refused: [] };
  },
};

export const introductionActions: readonly Action[] = [introduceAction, introductionsAction];
