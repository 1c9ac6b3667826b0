import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "../../../src/core/text/dates/civil-date";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { MentionBook, oneMention } from "../../../src/core/index/mention-book";
import { mentionsIn, type DatedNote } from "../../../src/core/index/mentions";

const DAY = "2026-11-20" as CivilDate;
const NAMES = ["Ada", "Bo", "Cy", "People/Ada", "Old/Ada", "Nobody"];

const dated = (at: number, links: readonly string[]): DatedNote => ({
  path: `Daily/${at}.md`,
  date: addDays(DAY, at),
  links: links.map((target, line) => ({ target, line, doneOn: null })),
});
const plain = (all: Iterable<readonly [string, readonly unknown[]]>): unknown =>
  [...all].filter(([, touches]) => touches.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));

const step = fc.oneof(
  fc.record({
    kind: fc.constant("write" as const),
    at: fc.nat(6),
    links: fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat(6) }),
  fc.record({
    kind: fc.constantFrom("come" as const, "go" as const),
    path: fc.constantFrom("People/Ada.md", "Old/Ada.md", "People/Bo.md", "Cy.md"),
  }),
);

describe("mentions kept as notes change", () => {
  it("are those that all notes together hold, and each change names whom it concerns", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const there = new Set(["People/Ada.md", "People/Bo.md"]);
        const notes = new Map<string, DatedNote>();
        const resolve = (target: string, from: string): string | null => linkResolver([...there])(target, from);
        const book = new MentionBook(resolve, [oneMention("Daily/2.md", "People/Bo.md"), "Daily/5.md"]);
        const told = new Map<string, readonly unknown[]>();
        for (const one of steps) {
          let touched: ReadonlySet<string>;
          if (one.kind === "write") {
            const note = dated(one.at, one.links);
            notes.set(note.path, note);
            touched = book.put(note);
          } else if (one.kind === "delete") {
            notes.delete(`Daily/${one.at}.md`);
            touched = book.remove(`Daily/${one.at}.md`);
          } else {
            if (one.kind === "come") there.add(one.path);
            else there.delete(one.path);
            touched = book.relink(one.path);
          }
          for (const path of touched) told.set(path, book.of(path));
        }
        expect(plain(told)).toEqual(
          plain(mentionsIn(notes.values(), resolve, [oneMention("Daily/2.md", "People/Bo.md"), "Daily/5.md"])),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("cost the changed note alone: no other note's links are looked up", () => {
    for (const size of [100, 5_000]) {
      let looked = 0;
      const book = new MentionBook((target) => {
        looked++;
        return `People/${target}.md`;
      }, []);
      for (let at = 0; at < size; at++)
        book.put({
          path: `Daily/${at}.md`,
          date: DAY,
          links: ["a", "b", "c", "d"].map((name, line) => ({ target: `${name}${at}`, line, doneOn: null })),
        });
      looked = 0;
      book.put(dated(7, ["Ada", "Bo"]));
      book.relink("People/Ada.md");
      expect(looked).toBe(4);
    }
  });
});
