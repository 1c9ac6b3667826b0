import type { UndatedTick } from "../tasks/undated-ticks";
import { words } from "../words/words";
import type { Action } from "./action";
import { listUndatedTicks } from "./log-tick";
import { section } from "./plain-text";

export const ticksAction: Action = {
  id: "ticks",
  about: "What was ticked without a day; complete ID --date DAY logs it",
  takes: [],
  async run(context) {
    const ticks = await listUndatedTicks(context);
    return { data: { ticks: ticks.map(tickFacts) }, text: ticks.length === 0 ? words.ticks.none : ticksText(ticks), refused: [] };
  },
};

/** What programs are told of a tick without a day. */
function tickFacts({ id, people, path, line, text, forDay }: UndatedTick): object {
  return { id, people: people.map((person) => ({ name: person.name, path: person.path })), path, line, text, forDay };
}

/** "" where there is none. */
export function ticksText(ticks: readonly UndatedTick[]): string {
  return section(words.ticks.terminal, ticks.map(({ id, path, line, text }) => `${text}, ${path}:${line}  (${id})`));
}
