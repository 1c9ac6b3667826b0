import { balanceOf, saidOf, type Balance } from "../relationships/balance/balance";
import { isClosed } from "../today/standing";
import { compareNames } from "../today/order";
import { words } from "../words/words";
import type { Action } from "./action";
import { section } from "../lists/plain-text";

export const balanceAction: Action = {
  id: "balance",
  about: "Is it mutual: a year of the log, and one question",
  takes: [
    {
      name: "person",
      kind: "person",
      about: "a person's name, alias or path (default: everybody whose log raises a question)",
      positional: true,
    },
  ],
  commands: [{ id: "balance", label: "Balance with person", on: "person", does: "balance" }],
  async run(context, args) {
    const people = await context.store.readPeople();
    if (!context.settings.relationships.balance)
      return { data: { balance: null, people: [] }, text: words.balance.off, refused: [] };
    const { found, refused } = args.people("person", people);
    if (refused.length > 0) return { data: { refused }, text: "", refused };
    const [person] = found;
    if (person) {
      const balance = balanceOf(person, context.today);
      return {
        data: { name: person.name, path: person.path, balance },
        text: balanceText(person.name, balance),
        refused: [],
      };
    }
    const rows = people
      .filter((one) => !isClosed(one, context.today))
      .map((one) => ({ name: one.name, path: one.path, balance: balanceOf(one, context.today) }))
      .filter(({ balance }) => balance.question !== null)
      .sort(compareNames);
    return {
      data: { people: rows },
      text: rows.length === 0 ? words.balance.thin : rows.map(({ balance }) => balance.question ?? "").join("\n"),
      refused: [],
    };
  },
};

function balanceText(name: string, balance: Balance): string {
  const { exchange } = words.balance;
  const given = (["asked", "gave", "theyAsked", "theyGave"] as const)
    .filter((key) => balance[key] > 0)
    .map((key) => `${exchange[key]}: ${balance[key]}`);
  const run = balance.yourRun > 1 ? [words.balance.run(balance.yourRun)] : [];
  const lines = [words.balance.line(balance.out, balance.both, balance.in), ...given, ...run];
  return section(words.balance.ofYear(name), [...(balance.thin ? [] : lines), ...saidOf(balance)]);
}
