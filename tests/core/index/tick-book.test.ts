import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import type { TaskNote } from "../../../src/core/tasks/note-task";
import { tasksIn } from "../../../src/core/index/read-task-notes";
import { TickBook } from "../../../src/core/index/tick-book";
import { touchTicks } from "../../../src/core/index/touch-ticks";

const PEOPLE = ["People/Ada.md", "People/Bo.md", "Old/Ada.md"];
const LINES = [
  "- [x] call [[Ada]] [touch:: call] ✅ 2026-11-18",
  "- [x] tea with [[Bo]] and [[People/Ada]] [touch:: tea]",
  "- [x] wrote [touch:: letter]",
  "- [ ] call [[Bo]] [touch:: call]",
  "- [x] bread",
];
const note = (path: string, lines: readonly string[]): TaskNote => ({
  path,
  day: path.startsWith("Daily") ? ("2026-11-20" as CivilDate) : null,
  tasks: tasksIn(`${lines.join("\n")}\n`),
});
const told = (ticks: ReturnType<TickBook["ticks"]>): string[] =>
  ticks
    .map(({ note: { path }, task, date, people }) => `${path} ${task.line} ${date ?? "-"} ${[...people].sort().join()}`)
    .sort();

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom("come" as const, "go" as const), path: fc.constantFrom(...PEOPLE) }),
  fc.record({
    kind: fc.constant("write" as const),
    path: fc.constantFrom("Daily/1.md", "Notes/2.md", "People/Bo.md"),
    lines: fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant("delete" as const),
    path: fc.constantFrom("Daily/1.md", "Notes/2.md", "People/Bo.md"),
  }),
);

describe("ticks kept as notes and people change", () => {
  it("are those that all notes together hold, and each change names whom it concerns", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const people = new Set<string>();
        const notes = new Map<string, TaskNote>();
        const book = new TickBook();
        const known = new Map<string, string[]>();
        for (const one of steps) {
          let touched: ReadonlySet<string>;
          if (one.kind === "come") {
            people.add(one.path);
            touched = book.putPerson(one.path);
          } else if (one.kind === "go") {
            people.delete(one.path);
            touched = book.removePerson(one.path);
          } else if (one.kind === "write") {
            const written = note(one.path, one.lines);
            notes.set(one.path, written);
            touched = book.putNote(written);
          } else {
            notes.delete(one.path);
            touched = book.removeNote(one.path);
          }
          for (const path of touched) known.set(path, told(book.of(path)));
        }
        const all = [...touchTicks(people, notes.values(), true), ...touchTicks(people, notes.values(), false)];
        expect(told(book.ticks())).toEqual(told(all));
        expect(told(book.undated())).toEqual(told(touchTicks(people, notes.values(), false)));
        for (const path of PEOPLE)
          expect(known.get(path) ?? []).toEqual(told(all.filter((tick) => tick.people.includes(path))));
      }),
      { numRuns: 150 },
    );
  });
});
