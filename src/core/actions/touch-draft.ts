import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import type { TouchPatch } from "../log/change-touch";
import type { LogFormat } from "../log/read-log";
import { touchText } from "../log/touch-line";
import { touchOnDay, type Direction, type Touch } from "../log/touch";
import { words } from "../words/words";

/** What a form for a touch holds while it is filled in. */
export interface TouchDraft {
  readonly day: string;
  readonly channel: string;
  readonly direction: Direction | null;
  readonly note: string;
  readonly owesReply: boolean;
}

export const EMPTY_DRAFT: TouchDraft = { day: "today", channel: "", direction: "out", note: "", owesReply: false };

/** A draft as a touch, with the line it will be; or what is still wrong, by field. */
export type CheckedDraft =
  | { readonly ok: true; readonly touch: Touch; readonly line: string }
  | { readonly ok: false; readonly field: "day" | "channel"; readonly message: string };

/** Checks a draft as it is typed. */
export function checkDraft(draft: TouchDraft, today: CivilDate, format: LogFormat): CheckedDraft {
  const date = draft.day.trim() === "" ? today : readDay(draft.day, today, "last");
  if (date === null) return { ok: false, field: "day", message: words.touchForm.badDay };
  if (date > today) return { ok: false, field: "day", message: words.touchForm.future };
  const channel = draft.channel.trim();
  if (/[\s:]/.test(channel)) return { ok: false, field: "channel", message: words.touchForm.badChannel };
  const touch: Touch = {
    ...touchOnDay(date),
    direction: draft.direction,
    channel: channel === "" ? null : channel,
    text: draft.note.trim(),
    owe: draft.owesReply && draft.direction === "in" ? "reply" : null,
  };
  return { ok: true, touch, line: `- ${date} ${touchText(touch, format.knownChannels)}`.trimEnd() };
}

/** What a form changes of a touch: only the fields it has, and of these only those that differ. */
export function patchOf(own: Touch, edited: Touch): TouchPatch {
  const patch: { -readonly [Key in keyof Touch]?: Touch[Key] } = {};
  if (edited.date !== own.date) patch.date = edited.date;
  if (edited.direction !== own.direction) patch.direction = edited.direction;
  if (edited.channel !== own.channel) patch.channel = edited.channel;
  if (edited.text !== own.text) patch.text = edited.text;
  if ((edited.owe === null) !== (own.owe === null)) patch.owe = edited.owe;
  return patch;
}
