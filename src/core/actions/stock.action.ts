import { takeStock } from "../relationships/stock/take-stock";
import { words } from "../words/words";
import type { Action } from "./action";
import { answerOf } from "./follow-ups.action";
import { standingRules } from "./list-due";
import { section } from "./plain-text";
import { setDrifted } from "./stock";

const stockAction: Action = {
  id: "stock",
  about: "Take stock: at most ten people to think about, whom to thank, what went well this week",
  takes: [],
  async run(context) {
    const stock = takeStock(await context.store.readPeople(), standingRules(context.settings), context.settings.relationships.balance, context.today);
    const text = [
      section(words.stock.title, stock.people.map(({ reach, question }) => [`${reach.name}: ${reach.why}`, question].filter((part) => part !== null).join(". "))),
      section(words.thanks.title, stock.thanks.map(({ name, gave, date }) => `${name}: ${gave}, ${date}`)),
      section(words.stock.well, stock.week.map(({ name, date, text: what }) => `${date} ${name}: ${what}`)),
    ].filter((part) => part !== "").join("\n\n");
    return { data: stock, text: text === "" ? words.stock.nobody : text, refused: [] };
  },
};

const driftedAction: Action = {
  id: "drifted",
  about: "Keep in the note why you are apart: moved, busy, different ways, no longer needed",
  takes: [
    { name: "person", kind: "person", about: "a person's name, alias or path", required: true, positional: true },
    { name: "why", kind: "text", about: "why; left out, it is taken out of the note", positional: true },
  ],
  async run(context, args) {
    const { found, refused } = args.people("person", await context.store.readPeople());
    const [person] = found;
    if (!person) return { data: { written: [], refused }, text: "", refused };
    return answerOf(await setDrifted(context, person, args.text("why") ?? ""));
  },
};

export const stockActions: readonly Action[] = [stockAction, driftedAction];
