import type { PlacedTouch } from "../log/touch";
import type { PersonProperties } from "../people/properties";
import type { NoteTask } from "../tasks/note-task";
import type { GeneratedId } from "../tasks/task-id";
import type { Problem } from "../text/note/problem";

/** The occasion that a ticked line of ours was for. */
export type TickedOccasion = Pick<GeneratedId, "kind" | "detail" | "day">;

/** A person: what one note says, read. Nothing here depends on the day it is read. */
export interface Person extends PersonProperties {
  readonly path: string;
  /** The note's name, which is the person's. */
  readonly name: string;
  /** The line the property `last_contact` stands on, where the log does not have its day. */
  readonly lastContactLine: number | null;
  /** Tags of the frontmatter and the body, without `#`. */
  readonly tags: readonly string[];
  /** The log's touches, each once, newest first. */
  readonly touches: readonly PlacedTouch[];
  /** Days of contact known from other notes (mentions in dated notes), newest first; the person's own note has none. */
  readonly mentions: readonly PlacedTouch[];
  /** The occasions that were ticked, in whatever note: done, even where the tick came before their time. */
  readonly tickedFor: readonly TickedOccasion[];
  readonly tasks: readonly NoteTask[];
  readonly problems: readonly Problem[];
}
