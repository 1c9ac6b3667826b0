import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import { dayOnly, type Touch } from "../log/touch";

/** What a form for one of the touches around a reply holds. */
export interface ReplyDraft {
  readonly day: string;
  readonly channel: string;
  readonly text: string;
}

/** The four things that can happen around a letter: it comes, is held, is declined, is answered. */
export type ReplyAct = "theyWrote" | "holding" | "decline" | "answer";

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
    ...dayOnly(date),
    direction: act === "theyWrote" ? "in" : "out",
    channel: channel === "" ? null : channel,
    text: draft.text.trim(),
    owe: act === "theyWrote" ? "reply" : null,
    holding: act === "holding",
    declined: act === "decline",
  };
}
