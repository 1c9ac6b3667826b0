import type { CivilDate } from "../text/dates/civil-date";
import { isReachingOut, type Touch } from "./touch";

/** An answer that a log leaves somebody waiting for. */
export interface ReplyDebt {
  /** The day they wrote: of several letters unanswered, the first. */
  readonly since: CivilDate;
  /** What they wrote about, of the newest letter that says so; "" where none does. */
  readonly text: string;
  /** The day of the last holding note; null where there was none. */
  readonly heldOn: CivilDate | null;
}

/**
 * The reply owed after these touches, or null. It is owed from a touch with `[owe:: …]` until the next `→` or `↔` touch
 * without `[holding::]`, or any touch with `[declined::]`.
 *
 * @param touches newest first; none is asked for beyond the newest that settles whatever was owed before it
 */
export function replyDebt(touches: Iterable<Touch>): ReplyDebt | null {
  const since: Touch[] = [];
  for (const touch of touches) {
    if (!owes(touch) && settles(touch)) break;
    since.push(touch);
  }
  return since.reduceRight<ReplyDebt | null>(afterTouch, null);
}

function afterTouch(open: ReplyDebt | null, touch: Touch): ReplyDebt | null {
  if (owes(touch))
    return {
      since: open?.since ?? touch.date,
      text: firstLine(touch) || (open?.text ?? ""),
      heldOn: open?.heldOn ?? null,
    };
  return open && touch.holding ? { ...open, heldOn: touch.date } : open;
}

function owes(touch: Touch): boolean {
  return touch.owe !== null && !touch.declined;
}

function settles(touch: Touch): boolean {
  return touch.declined || (isReachingOut(touch.direction) && !touch.holding);
}

function firstLine({ text }: Touch): string {
  return text.split("\n", 1)[0] ?? "";
}
