import type { CivilDate } from "../text/dates/civil-date";
import { section } from "../lists/plain-text";
import type { Introduction } from "../relationships/introductions/introductions";
import { words } from "../words/words";
import { joined } from "../words/parts";
import type { Action } from "./action";
import { answerOf } from "./answers";
import { UsageError } from "./arguments";
import { dropIntroduction, listIntroductions, listSuggestions, moveIntroduction, noteIntroduction } from "./introduce";
import type { LineForm } from "./line-form";

export const introductionsAction: Action = {
  id: "introductions",
  about: "Introductions planned, asked and made, who introduced whom, and pairs who could help each other",
  takes: [
    { name: "asked", kind: "text", about: "the id of an introduction to which both said yes" },
    { name: "made", kind: "text", about: "the id of an introduction that was made" },
    { name: "went", kind: "text", about: "the id of an introduction of which you know how it went, with --how" },
    { name: "how", kind: "text", about: 'how it went: "they print a book together"' },
    { name: "drop", kind: "text", about: "the id of an introduction to let be" },
  ],
  async run(context, args) {
    const [asked, made, went, how, drop] = [
      args.text("asked"),
      args.text("made"),
      args.text("went"),
      args.text("how"),
      args.text("drop"),
    ];
    if ((went === null) !== (how === null)) throw new UsageError("Expected --went ID together with --how TEXT.");
    if (went !== null && how !== null) return answerOf(await noteIntroduction(context, went, how));
    if (drop !== null) return answerOf(await dropIntroduction(context, drop));
    if (made !== null) return answerOf(await moveIntroduction(context, made, "made"));
    if (asked !== null) return answerOf(await moveIntroduction(context, asked, "asked"));
    const people = await context.store.readPeople();
    const introductions = await listIntroductions(context);
    const suggestions = (await listSuggestions(context)).map(({ a, b, why }) => ({ a, b, why }));
    const introduced = people
      .filter((person) => person.introducedBy !== null)
      .map(({ name, path, introducedBy }) => ({ name, path, by: introducedBy }));
    const text = joined(
      [
        section(
          words.introductions.title,
          introductions.map((one) => introductionLine(one, context.today)),
        ),
        section(
          words.introductions.suggested,
          suggestions.map(({ a, b, why }) => `${words.introductions.pair(a.name, b.name)}: ${why}`),
        ),
        section(
          words.introductions.introduced,
          introduced.map(({ name, by }) => words.introductions.by(name, by ?? "")),
        ),
      ],
      "\n\n",
    );
    return { data: { introductions, suggestions, introduced }, text, refused: [] };
  },
};

function introductionLine(one: Introduction, today: CivilDate): string {
  const state =
    one.went !== null
      ? words.introductions.wentSo(one.went)
      : one.askOn !== null && one.askOn <= today
        ? words.introductions.howDidItGo
        : words.introductions.states[one.state];
  return `${words.introductions.pair(one.a.name, one.b.name)}: ${state}${one.why === "" ? "" : ` (${one.why})`}${one.went === null ? `  ${one.id}` : ""}`;
}

/** Asks how an introduction went, and keeps it on its line. */
export function wentForm(one: Introduction): LineForm {
  const { form, pair, acts } = words.introductions;
  const title = pair(one.a.name, one.b.name);
  return {
    title,
    fields: [{ key: "how", label: form.went }],
    save: words.lineForm.save,
    check: (value) => {
      const how = value("how").trim();
      if (how === "" || /[[\]]/.test(how)) return { ok: false, message: how === "" ? acts.went : form.wentMissing };
      return {
        ok: true,
        line: `[went:: ${how}]`,
        change: (context) => noteIntroduction(context, one.id, value("how")),
      };
    },
    said: () => `${title}: noted how it went.`,
  };
}
