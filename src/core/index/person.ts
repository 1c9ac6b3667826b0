import type { Cadence } from "../people/cadence";
import type { CivilDate } from "../text/dates/civil-date";
import type { YearlyDay } from "../text/dates/read-date";
import type { NoteTask } from "../tasks/note-task";
import type { Problem } from "../text/note/problem";
import type { PlacedTouch } from "../log/touch";
import type { Dated } from "../people/read-values";

/** A person: what one note says, read. Nothing here depends on the day it is read. */
export interface Person {
  readonly path: string;
  /** The note's name, which is the person's. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly circles: readonly string[];
  /** The person's own cadence; null where the circle's holds. */
  readonly cadence: Cadence | null;
  /** The property; the log may know of a newer day. */
  readonly lastContactProperty: CivilDate | null;
  /** The line the property stands on, where the log does not have its day. */
  readonly lastContactLine: number | null;
  readonly snoozedUntil: CivilDate | null;
  readonly paused: boolean;
  /** The day it ended; true where the day is not known; null while it goes on. */
  readonly closed: CivilDate | true | null;
  readonly birthday: YearlyDay | null;
  readonly dates: readonly Dated<YearlyDay>[];
  readonly milestones: readonly Dated<CivilDate>[];
  readonly place: string | null;
  readonly address: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly interests: readonly string[];
  readonly brought: readonly string[];
  readonly offers: readonly string[];
  readonly looksFor: readonly string[];
  readonly met: string | null;
  readonly introducedBy: string | null;
  /** Why you are apart: moved, busy, different ways. */
  readonly drifted: string | null;
  /** What stops you from being in touch. */
  readonly stopping: string | null;
  readonly uid: string | null;
  /** The log's touches, each once, newest first. */
  readonly touches: readonly PlacedTouch[];
  /** Days of contact known from other notes (mentions in dated notes), newest first; the person's own note has none. */
  readonly mentions: readonly PlacedTouch[];
  /** The days of occasions that were ticked, in whatever note: done, even where the tick came before their time. */
  readonly tickedFor: readonly CivilDate[];
  readonly tasks: readonly NoteTask[];
  readonly problems: readonly Problem[];
}
