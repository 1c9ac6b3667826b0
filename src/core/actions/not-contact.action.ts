import { findPerson } from "../index/find-person";
import { type Problem, problemAt } from "../text/note/problem";
import type { Context } from "../ports";
import { words } from "../words/words";
import type { Action, Answer } from "./action";
import { UsageError, type Arguments } from "./arguments";
import { markNotContact } from "./not-contact";
import { withoutMd } from "../text/note/without-md";

export const notContactAction: Action = {
  id: "not-contact",
  about: "Mark a mention, or all of a dated note, as no contact; without a note, what is marked",
  takes: [
    { name: "note", kind: "text", about: "the dated note: its name or path", positional: true },
    { name: "person", kind: "person", about: "only what it says of this person", positional: true },
    { name: "back", kind: "flag", about: "take the mark back: it counts again" },
  ],
  async run(context, args) {
    const given = args.text("note");
    if (given === null) return listed(context, args);
    const result =
      args.text("person") === null ? null : findPerson(await context.store.readPeople(), args.text("person") ?? "");
    const note = context.store.resolveLink(withoutMd(given), "");
    const refused: Problem[] = [
      ...(note === null ? [problemAt("", words.mentions.noNote(given))] : []),
      ...(result && !result.ok ? [result.problem] : []),
    ];
    if (note === null || (result && !result.ok)) return { data: { marked: null, refused }, text: "", refused };
    const isBack = args.flag("back");
    const marked = await markNotContact(context, { note, person: result && result.person }, isBack);
    const isDone = marked.undoId !== null;
    return {
      data: {
        marked: isDone ? { note, person: result ? result.person.path : null, back: isBack } : null,
        refused: marked.refused,
      },
      text: isDone ? (isBack ? words.mentions.countsAgain(note) : words.mentions.marked(note)) : "",
      refused: marked.refused,
    };
  },
};

function listed(context: Context, args: Arguments): Answer {
  if (args.flag("back")) throw new UsageError("Expected the note that counts again.");
  const { notContact } = context.settings.mentions;
  return {
    data: { notContact },
    text: notContact.length === 0 ? words.mentions.noMarks : notContact.join("\n"),
    refused: [],
  };
}
