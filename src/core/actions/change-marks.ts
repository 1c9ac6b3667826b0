import type { Marks } from "../ports";
import { words } from "../words/words";
import { normalizeMark } from "../index/not-contact";

/** The list of what is no contact after a change of it; or why it cannot be made: somebody else was there first. */
export type ChangedMarks =
  { readonly ok: true; readonly notContact: readonly string[] } | { readonly ok: false; readonly message: string };

/** Makes a change of the list as it is now: each mark is added where it is missing, and removed where it stands. */
export function changeMarks(notContact: readonly string[], { added, removed }: Marks): ChangedMarks {
  const there = new Set(notContact.map(normalizeMark));
  const isFit =
    added.every((one) => !there.has(normalizeMark(one))) && removed.every((one) => there.has(normalizeMark(one)));
  if (!isFit) return { ok: false, message: words.mentions.changedSince };
  const gone = new Set(removed.map(normalizeMark));
  return { ok: true, notContact: [...notContact.filter((one) => !gone.has(normalizeMark(one))), ...added] };
}
