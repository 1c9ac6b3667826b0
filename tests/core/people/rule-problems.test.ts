import { describe, expect, it } from "vitest";
import { personFrom } from "../../support/person-with-log";

describe("a line that comes back, nobody can tell when", () => {
  it.each([
    ["- [ ] Call 🔁 every blue moon 📅 2026-11-11\n", [1]],
    ["- [ ] Call [repeat:: every blue moon] [due:: 2026-11-11]\n", [1]],
    ["- [ ] Call 🔁 every week 📅 2026-11-11\n- [x] Call 🔁 every blue moon 📅 2026-11-04\n", []],
    ["- [ ] Call every blue moon\n", []],
  ])("is a Problem that names its line: %s", (body, lines) => {
    const { problems } = personFrom(body);
    expect(problems.map(({ line }) => line)).toEqual(lines);
    for (const { message } of problems)
      expect(message).toContain('"every blue moon" cannot be read; expected a rule such as');
  });
});
