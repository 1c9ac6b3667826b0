import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import { touchOnDay, type Touch } from "../log/touch";
import { words } from "../words/words";
import type { PersonForm } from "./action";
import { CHANNEL_FIELD, textField, touchLineForm } from "./line-form";

/** What a form for one of the touches around a reply holds. */
export interface ReplyDraft {
  readonly day: string;
  readonly channel: string;
  readonly text: string;
}

/** One thing that can happen around a letter. */
interface Reply {
  /** Its button, or entry of the palette. */
  readonly label: string;
  readonly title: (name: string) => string;
  /** What is mostly said. */
  readonly text: string;
  readonly said: (names: string) => string;
}

/** The four things that can happen around a letter: it comes, is answered, is held, is declined. */
export const REPLIES = {
  theyWrote: {
    label: "They wrote, I owe a reply",
    title: (name) => `${name} wrote`,
    text: "",
    said: (names) => `${names}: a reply is owed.`,
  },
  answer: {
    label: "Log the answer",
    title: (name) => `Answer ${name}`,
    text: "",
    said: (names) => `${names}: answered.`,
  },
  holding: {
    label: "Holding note",
    title: (name) => `Holding note to ${name}`,
    text: "got your message, a proper answer soon",
    said: (names) => `${names}: holding note logged; the reply is still owed.`,
  },
  decline: {
    label: "Decline kindly",
    title: (name) => `Decline kindly: ${name}`,
    text: "not this time, with thanks",
    said: (names) => `${names}: declined; nothing is owed.`,
  },
} as const satisfies Readonly<Record<string, Reply>>;

export type ReplyAct = keyof typeof REPLIES;

/** Asks for one line about a letter that came, is held, is declined or answered. */
export function replyForm(act: ReplyAct): PersonForm {
  const { title, text, said } = REPLIES[act];
  return (context, person) =>
    touchLineForm(context, person, {
      title: title(person.name),
      fields: [{ key: "day", label: words.lineForm.day, value: "today" }, CHANNEL_FIELD, textField(text)],
      touch: (value) =>
        replyTouch(act, { day: value("day"), channel: value("channel"), text: value("text") }, context.today),
      wrong: (value) => (/[\s:]/.test(value("channel").trim()) ? words.touchForm.badChannel : words.touchForm.badDay),
      said,
    });
}

/**
 * The touch that an act logs: they wrote (`←` with `[owe:: reply]`), a holding note (`→` with
 * `[holding::]`, the debt stays open), declining kindly (`→` with `[declined::]`) and answering (`→`).
 * Null where the day typed is none, is still to come, or the channel is more than one word.
 */
export function replyTouch(act: ReplyAct, draft: ReplyDraft, today: CivilDate): Touch | null {
  const date = draft.day.trim() === "" ? today : readDay(draft.day, today, "last");
  const channel = draft.channel.trim();
  if (date === null || date > today || /[\s:]/.test(channel)) return null;
  return {
    ...touchOnDay(date),
    direction: act === "theyWrote" ? "in" : "out",
    channel: channel === "" ? null : channel,
    text: draft.text.trim(),
    owe: act === "theyWrote" ? "reply" : null,
    holding: act === "holding",
    declined: act === "decline",
  };
}
