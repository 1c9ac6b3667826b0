import type { Person } from "../index/person";
import type { Context } from "../ports";
import { words } from "../words/words";
import { noteName } from "../people/people-rules";
import { isClosed } from "../today/standing";
import type { Action, Answer } from "./action";
import { answerOf, unanswered } from "./answers";
import { touchLineForm, type LineForm } from "./line-form";
import { logTouch } from "./log-touch";
import { section } from "../lists/plain-text";
import { shareTouch, suitedFor } from "./share";
import { joined } from "../words/parts";
import { problemAt } from "../text/note/problem";

export const shareAction: Action = {
  id: "share",
  about: "Whom a note suits, best first; logs that it was sent",
  takes: [
    { name: "note", kind: "text", about: "a note's name or path", required: true, positional: true },
    { name: "with", kind: "person", about: "the person it was sent to: logs it" },
    { name: "channel", kind: "text", about: "one word: message, letter, email" },
    { name: "again", kind: "flag", about: "log it though they have had it" },
    { name: "note-to-them", kind: "text", about: "a word that went with it" },
  ],
  commands: [
    { id: "share-note", label: "Share a note with somebody", does: "choose-note" },
    { id: "share", label: "Who would like this note?", on: "note", does: "share" },
  ],
  async run(context, args) {
    const note = args.text("note") ?? "";
    const list = await suitedFor(context, note);
    if (!list) {
      const refused = [problemAt("", `There is no note called "${note}".`)];
      return { data: { people: [], refused }, text: "", refused };
    }
    const { found, refused } = args.people("with", await context.store.readPeople());
    if (refused.length > 0) return unanswered(refused);
    const [person] = found;
    const had = list.sent.find(({ path }) => path === person?.path);
    if (person && had && !args.flag("again")) return refusal(words.share.hadAlready(person.name, had.date));
    if (person && isClosed(person, context.today)) return refusal(words.share.closed(person.name));
    if (person)
      return answerOf(
        await logTouch(
          context,
          [person],
          shareTouch(context, person, list.path, args.text("channel"), args.text("note-to-them") ?? ""),
        ),
      );
    const text = joined(
      [
        section(
          words.share.title(noteName(list.path)),
          list.people.map(({ name, why }) => `${name}: ${why}`),
        ),
        section(
          words.share.sent,
          list.sent.map(({ name, date }) => `${name}, ${date}`),
        ),
      ],
      "\n\n",
    );
    return {
      data: { people: list.people, sent: list.sent },
      text: text === "" ? words.share.nobody : text,
      refused: [],
    };
  },
};

function refusal(message: string): Answer {
  return unanswered([problemAt("", message)]);
}

/** Asks how and with which word a note is sent to somebody, and logs it. */
export function shareForm(context: Context, person: Person, path: string): LineForm {
  return touchLineForm(context, person, {
    title: words.share.form.title(person.name),
    fields: [
      { key: "channel", label: words.lineForm.channel, value: "message" },
      { key: "word", label: words.share.form.word },
    ],
    touch: (value) => {
      const channel = value("channel").trim();
      return /[\s:]/.test(channel) ? null : shareTouch(context, person, path, channel || null, value("word"));
    },
    wrong: () => words.touchForm.badChannel,
    said: (names) => `${names}: shared.`,
  });
}
