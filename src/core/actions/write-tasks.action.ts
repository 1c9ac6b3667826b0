import { words } from "../words/words";
import type { Action, Command } from "./action";
import { dailyNote } from "./daily-note";
import { writeTasks } from "./write-tasks";

const SPANS = { today: "today's", week: "this week's" };

export const writeTasksAction: Action = {
  id: "write-tasks",
  about: "Write today's or this week's tasks into a note, or bring those in it up to date",
  takes: [
    {
      name: "note",
      kind: "text",
      about: "the path of a note (default: today's daily note, made where it is not there)",
      positional: true,
    },
    { name: "days", kind: "choice", about: "which days (default: today)", choices: ["today", "week"] },
  ],
  commands: [
    ...(["today", "week"] as const).flatMap((days): Command[] => [
      {
        id: `write-tasks-${days}`,
        label: `Write ${SPANS[days]} tasks into this note`,
        does: "write-tasks",
        given: { days },
      },
      {
        id: `write-tasks-${days}-daily`,
        label: `Write ${SPANS[days]} tasks into the daily note`,
        does: "write-tasks-daily",
        given: { days },
      },
    ]),
  ],
  async run(context, args) {
    const given = (args.text("note") ?? "").trim().replace(/^\.?\//, "");
    const { path, newText } =
      given === "" ? await dailyNote(context) : { path: /\.md$/i.test(given) ? given : `${given}.md`, newText: null };
    const { written, refused } = await writeTasks(
      context,
      path,
      args.text("days") === "week" ? "week" : "today",
      newText,
    );
    const text =
      written.length > 0
        ? written.map(words.done.written).join("\n")
        : refused.length > 0
          ? ""
          : words.tasks.upToDate(path);
    return { data: { written, refused }, text, refused };
  },
};
