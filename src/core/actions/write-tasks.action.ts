import { words } from "../words/words";
import type { Action } from "./action";
import { dailyNote } from "./daily-note";
import { writeTasks } from "./write-tasks";

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
