import type { TaskNote } from "../core/tasks/note-task";
import type { DatedNote } from "../core/index/mentions";
import type { BriefPerson } from "../core/index/read-person";
import type { ReadTouches } from "../core/log/log-summary";
import { NOTHING, type FoundInNote } from "./find-in-note.mjs";
import { personPacker, type PackedPerson } from "./pack-person.mjs";
import { packTasks, unpackTasks, type PackedTask } from "./pack-tasks.mjs";

/** What was found in a note as plain data; 0 where there is nothing. */
export type PackedNote =
  | readonly [
      person: PackedPerson | 0,
      tasks: readonly [tasks: readonly PackedTask[] | 0, day: TaskNote["day"]] | 0,
      dated: Omit<DatedNote, "path"> | 0,
    ]
  | 0;

/** Packs what was found in notes for the store of this device, and unpacks it. Both must be of one build. */
export interface NotePacker {
  pack(found: FoundInNote<BriefPerson>): PackedNote;
  unpack(packed: PackedNote, path: string, readTouches: ReadTouches): FoundInNote;
}

export function notePacker(): NotePacker {
  const packer = personPacker();
  return {
    pack({ person, tasks, dated }) {
      if (!person && !tasks && !dated) return 0;
      return [
        person ? packer.pack(person) : 0,
        tasks ? [packTasks(tasks.tasks), tasks.day] : 0,
        dated ? { date: dated.date, links: dated.links } : 0,
      ];
    },
    unpack(packed, path, readTouches) {
      if (packed === 0) return NOTHING;
      const [person, tasks, dated] = packed;
      return {
        person: person === 0 ? null : packer.unpack(person, path, readTouches),
        tasks: tasks === 0 ? null : { path, day: tasks[1], tasks: unpackTasks(tasks[0]) },
        dated: dated === 0 ? null : { path, ...dated },
      };
    },
  };
}
