import type { Context } from "../ports";
import type { UndatedCompletion } from "../today/undated-completions";
import { type Problem, problemAt } from "../text/note/problem";
import { words } from "../words/words";
import type { Action } from "./action";
import { UsageError } from "./arguments";
import { listUndatedCompletions } from "./log-completion";
import { section } from "../lists/plain-text";
import { joined } from "../words/parts";

export const ticksAction: Action = {
  id: "ticks",
  about: "What was ticked without a day; complete ID --date DAY logs it",
  takes: [
    { name: "leave", kind: "text", about: "the id of one to leave uncounted: not asked for again on this device" },
    { name: "ask-again", kind: "text", about: "the id of one that was left, to be asked for again" },
    { name: "left", kind: "flag", about: "list what was left instead" },
  ],
  commands: [{ id: "log-ticks", label: "Log what was ticked without a day", does: "ticks" }],
  async run(context, args) {
    const [leave, again] = [args.text("leave"), args.text("ask-again")];
    if (leave !== null && again !== null) throw new UsageError("Expected --leave or --ask-again, not both.");
    const asked = leave ?? again;
    const text =
      asked === null ? null : ((await listUndatedCompletions(context)).find(({ id }) => id === asked)?.text ?? asked);
    const refused =
      leave !== null ? await leaveTick(context, leave) : again !== null ? await askAgain(context, again) : null;
    if (refused) return { data: { ticks: [], refused: [refused] }, text: "", refused: [refused] };
    const ticks = await (args.flag("left") ? listLeftTicks(context) : listOpenTicks(context));
    const done = text === null ? "" : leave !== null ? words.ticks.left(text) : words.ticks.askedAgain(text);
    const list = ticksText(ticks, args.flag("left") ? words.ticks.terminalLeft : words.ticks.terminal);
    return {
      data: { ticks: ticks.map(tickFacts) },
      text: joined([done, list], "\n\n") || words.ticks.none,
      refused: [],
    };
  },
};

/** The ticks without a day that this device still asks for. */
export async function listOpenTicks(context: Context): Promise<UndatedCompletion[]> {
  const left = context.dismissedTasks?.ids();
  return (await listUndatedCompletions(context)).filter(({ id }) => !left?.has(id));
}

async function listLeftTicks(context: Context): Promise<UndatedCompletion[]> {
  const left = context.dismissedTasks?.ids();
  return (await listUndatedCompletions(context)).filter(({ id }) => left?.has(id));
}

/** Leaves one uncounted; gives why it could not be done. */
async function leaveTick(context: Context, id: string): Promise<Problem | null> {
  if (!(await listOpenTicks(context)).some((tick) => tick.id === id)) return unknown(id);
  await context.dismissedTasks?.dismiss([id]);
  return null;
}

async function askAgain(context: Context, id: string): Promise<Problem | null> {
  if (!context.dismissedTasks?.ids().has(id)) return unknown(id);
  await context.dismissedTasks.restore([id]);
  return null;
}

function unknown(id: string): Problem {
  return problemAt("", words.ticks.unknown(id));
}

/** What programs are told of a tick without a day. */
function tickFacts({ id, people, path, line, text, forDay }: UndatedCompletion): object {
  return { id, people: people.map((person) => ({ name: person.name, path: person.path })), path, line, text, forDay };
}

/** "" where there is none. */
export function ticksText(ticks: readonly UndatedCompletion[], title: string = words.ticks.terminal): string {
  return ticks.length === 0
    ? ""
    : section(
        title,
        ticks.map(({ id, path, line, text }) => `${text}, ${path}:${line}  (${id})`),
      );
}
