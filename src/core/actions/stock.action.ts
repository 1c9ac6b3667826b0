import { rankPeople } from "../today/ranked-people";
import { dueRowOf } from "../today/due-row";
import { takeStock, type StockPerson } from "../relationships/stock/take-stock";
import { words } from "../words/words";
import type { Action, Answer } from "./action";
import { withPerson } from "./answers";
import { UsageError, type Arguments } from "./arguments";
import { standingRules } from "../today/standing";
import { section } from "../lists/plain-text";
import { answerStock, STOCK_ACTS, type StockAct } from "./stock";
import type { Context } from "../ports";
import { joined } from "../words/parts";

export const stockAction: Action = {
  id: "stock",
  about:
    "Take stock: at most ten people to think about, then thanks, what went well, and the picks; or answers about one of them",
  takes: [
    { name: "person", kind: "person", about: "the person to answer about", positional: true },
    {
      name: "act",
      kind: "choice",
      about: "keep, slower, closer, let-go or reach",
      choices: STOCK_ACTS,
      positional: true,
    },
    { name: "stopping", kind: "text", about: 'what is stopping you; "" takes it out of the note' },
    { name: "apart", kind: "text", about: "why apart: moved, busy, different ways, no longer needed" },
  ],
  commands: [{ id: "take-stock", label: "Take stock", does: "stock" }],
  async run(context, args) {
    return args.text("person") === null ? showStock(context, args) : answer(context, args);
  },
};

async function showStock(context: Context, args: Arguments): Promise<Answer> {
  if (args.text("stopping") !== null || args.text("apart") !== null)
    throw new UsageError("Expected a person to answer about.");
  const [people, rules] = [await context.store.readPeople(), standingRules(context.settings)];
  const stock = takeStock(people, rules, context.settings.relationships.balance, context.today);
  const picks = rankPeople(people, context.settings, context.today).picks.picks.map(({ person, touchedOn }) => ({
    ...dueRowOf(person, rules, context.today),
    touchedOn,
  }));
  const text = joined(
    [
      section(words.stock.title, stock.people.map(stockLine)),
      section(
        words.thanks.title,
        stock.thanks.map(({ name, gave, date }) => `${name}: ${gave}, ${date}`),
      ),
      section(
        words.stock.well,
        stock.week.map(({ name, date, text: what }) => `${date} ${name}: ${what}`),
      ),
      section(
        words.week.title,
        picks.map(({ name, why, touchedOn }) => `${name}: ${touchedOn === null ? why : words.week.touched(touchedOn)}`),
      ),
    ],
    "\n\n",
  );
  return { data: { ...stock, picks }, text: text === "" ? words.stock.nobody : text, refused: [] };
}

function stockLine({ reach, question, stopping, drifted }: StockPerson): string {
  const said = [
    `${reach.name}: ${reach.why}`,
    question,
    stopping && words.stock.stopped(stopping),
    drifted && words.stock.drifted(drifted),
  ];
  return said
    .filter((part) => part !== null && part !== "")
    .join(". ")
    .replaceAll("?. ", "? ");
}

async function answer(context: Context, args: Arguments): Promise<Answer> {
  const [stopping, drifted] = [args.text("stopping"), args.text("apart")];
  return withPerson(context, args, (person) =>
    answerStock(context, person, {
      act: (args.text("act") ?? "keep") as StockAct,
      ...(stopping === null ? {} : { stopping }),
      ...(drifted === null ? {} : { drifted }),
    }),
  );
}
