import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replyTouch } from "../../../src/core/actions/owed";
import { listDue } from "../../../src/core/today/list-due";
import { rankPeople } from "../../../src/core/today/ranked-people";
import { listOwed, replyOwed } from "../../../src/core/today/replies-owed";
import { touchText } from "../../../src/core/log/touch-line";
import { KNOWN_CHANNELS } from "../../../src/core/log/channels";
import { personWithLog, day, SETTINGS } from "../../support/person-with-log";
import { docExamples } from "../../support/doc-examples";

const TODAY = day("2026-11-22");

describe("a reply owed", () => {
  it.each(docExamples("relationships.md", "owed"))("%s: %s", (log = "", since = "", age = "", heldOn = "") => {
    const owed = replyOwed(personWithLog("Ada", "circle: close", log), TODAY);
    expect([owed?.since ?? "nothing", String(owed?.age ?? ""), owed?.heldOn ?? ""]).toEqual([since, age, heldOn]);
  });

  it("does not depend on the order that a log of distinct days is kept in", () => {
    const marks = [
      "← letter [owe:: reply]",
      "→ letter",
      "→ message [holding:: ]",
      "email [declined:: no]",
      "↔ coffee",
      "← message",
      "call",
    ];
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 8 }),
        fc.infiniteStream(fc.constantFrom(...marks)),
        (numbers, stream) => {
          const kinds = [...stream.take(numbers.length)];
          const lines = numbers
            .map((number, index) => `- 2026-10-${String(number).padStart(2, "0")} ${kinds[index] ?? ""}`)
            .sort();
          const oldest = replyOwed(personWithLog("Ada", "circle: close", lines.join("\n")), TODAY);
          expect(replyOwed(personWithLog("Ada", "circle: close", [...lines].reverse().join("\n")), TODAY)).toEqual(
            oldest,
          );
          const answered = [...lines, "- 2026-11-01 → letter"].join("\n");
          expect(replyOwed(personWithLog("Ada", "circle: close", answered), TODAY)).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it("lists the oldest first, and nobody who is closed", () => {
    const people = [
      personWithLog("Bo", "circle: close", "- 2026-11-12 ← letter [owe:: reply]"),
      personWithLog("Ada", "circle: close", "- 2026-11-02 ← letter [owe:: reply]"),
      personWithLog("Cy", "closed: true", "- 2026-10-02 ← letter [owe:: reply]"),
    ];
    expect(listOwed(people, TODAY).map(({ name, age }) => [name, age])).toEqual([
      ["Ada", 20],
      ["Bo", 10],
    ]);
  });

  it("stands above cadence and says so first; it outlives snooze, pause and letting go among the replies alone", () => {
    const letter = "- 2026-11-12 ← letter: hello [owe:: reply]";
    const people = [
      personWithLog("Late", "cadence: weekly", "- 2026-01-02 → call"),
      personWithLog("Plain", "place: Rome", letter),
      personWithLog("Snoozed", "cadence: weekly\nsnooze_until: 2027-01-01", letter.replace("12", "10")),
      personWithLog("Paused", "cadence: weekly\npaused: true", letter.replace("12", "09")),
      personWithLog("Let go", "cadence: none", letter.replace("12", "08")),
      personWithLog("Closed", "cadence: weekly\nclosed: true", letter),
    ];
    const ranked = rankPeople(people, SETTINGS, TODAY);
    const list = listDue(ranked).people;
    expect(list.map(({ name }) => name)).toEqual(["Plain", "Late"]);
    expect(list[0]?.why).toBe("a reply owed for 10 days; no cadence; 10 days since letter");
    expect(listDue(ranked, true).people.find(({ name }) => name === "Closed")?.why).toBe("closed");
    expect(listOwed(people, TODAY).map(({ name }) => name)).toEqual(["Let go", "Paused", "Snoozed", "Plain"]);
  });
});

describe("the touches around a letter", () => {
  const draft = { day: "yesterday", channel: "letter", text: "the move" };
  it.each([
    ["theyWrote", "← letter: the move [owe:: reply]"],
    ["holding", "→ letter: the move [holding:: true]"],
    ["decline", "→ letter: the move [declined:: true]"],
    ["answer", "→ letter: the move"],
  ] as const)("%s is %s", (act, line) => {
    const touch = replyTouch(act, draft, TODAY);
    expect(touch?.date).toBe("2026-11-21");
    expect(touch && touchText(touch, KNOWN_CHANNELS)).toBe(line);
  });

  it.each([[{ day: "someday" }], [{ day: "2026-11-23" }], [{ channel: "two words" }]])(
    "are refused with %j",
    (part) => {
      expect(replyTouch("answer", { ...draft, ...part }, TODAY)).toBeNull();
    },
  );
});
