import type { CivilDate } from "../../text/dates/civil-date";
import { fingerprint } from "../../text/note/fingerprint";
import { weighPeople, type Reader, type SharedNote } from "./rank-people";

/** One thing to share today with the one person it suits. */
export interface DayShare {
  readonly note: { readonly name: string; readonly path: string };
  readonly name: string;
  readonly path: string;
  readonly why: string;
  /** Whether it was sent today. */
  readonly done: boolean;
}

/** What was sent to whom, and when. */
export interface Sent {
  readonly note: string;
  readonly person: string;
  readonly date: CivilDate;
}

/** A real reason: an interest that the note names, a tag, a link. */
const LEAST_WEIGHT = 3;

/**
 * The shares of a day, computed as on the evening before it: so they stay through the day, as done once they were
 * sent, and are the same on every device. Each note and each person once; nobody who had something in the
 * last `restDays`; nothing that somebody has had. What suits best comes first; a share of it turns with the day.
 */
export function sharesOfDay(
  notes: readonly SharedNote[],
  readers: readonly Reader[],
  sent: readonly Sent[],
  day: CivilDate,
  count: number,
  restFrom: CivilDate,
): DayShare[] {
  const had = new Set(sent.filter(({ date }) => date < day).map(({ note, person }) => `${note}\n${person}`));
  const resting = new Set(sent.filter(({ date }) => date < day && date >= restFrom).map(({ person }) => person));
  const today = new Set(sent.filter(({ date }) => date === day).map(({ note, person }) => `${note}\n${person}`));
  const open = readers.filter(({ path }) => !resting.has(path));
  const pairs = notes.flatMap((note) =>
    weighPeople(note, open)
      .filter(({ path, weight }) => weight >= LEAST_WEIGHT && !had.has(`${note.path}\n${path}`))
      .map(({ name, path, why, weight }) => ({
        note,
        name,
        path,
        why,
        score: weight * (0.6 + 0.8 * turnOf(`${day} ${note.path} ${path}`)),
      })),
  );
  pairs.sort((a, b) => b.score - a.score || (`${a.note.path}\n${a.path}` < `${b.note.path}\n${b.path}` ? -1 : 1));
  const chosen: DayShare[] = [];
  for (const { note, name, path, why } of pairs) {
    if (chosen.length >= count) break;
    if (chosen.some((one) => one.path === path || one.note.path === note.path)) continue;
    chosen.push({
      note: { name: note.name, path: note.path },
      name,
      path,
      why,
      done: today.has(`${note.path}\n${path}`),
    });
  }
  return chosen;
}

/** 0 to 1, the same on every device. */
function turnOf(text: string): number {
  return (Number.parseInt(fingerprint(text).split("-")[1] ?? "0", 36) % 1000) / 1000;
}
