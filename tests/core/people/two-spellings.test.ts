import { expect, it } from "vitest";
import { logTouch } from "../../../src/core/actions/log-touch";
import { touchOnDay } from "../../../src/core/log/touch";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { PATH, vault } from "../../support/memory-vault";

const NAMES = { lastContact: ["last_contact", "contacted"], birthday: ["birthday", "born"] };

function of(head: string): ReturnType<typeof vault> {
  const { context } = vault("");
  return vault(`---\n${head}\n---\n`, { propertyNames: { ...context.settings.propertyNames, ...NAMES } });
}

it.each([
  // frontmatter, the day that counts, the frontmatter after a touch on 2026-11-21
  ["last_contact: 2026-10-01\ncontacted: 2026-11-01", "2026-11-01", "last_contact: 2026-10-01\ncontacted: 2026-11-21"],
  ["contacted: 2026-10-01\nlast_contact: 2026-11-01", "2026-11-01", "contacted: 2026-10-01\nlast_contact: 2026-11-21"],
  ["last_contact: soon\ncontacted: 2026-11-01", "2026-11-01", "last_contact: soon\ncontacted: 2026-11-21"],
  ["last_contact:\ncontacted: 2026-11-01", "2026-11-01", "last_contact:\ncontacted: 2026-11-21"],
])("%j: %s counts, and is the one written", async (head, day, after) => {
  const { context, text } = of(head);
  const [person] = await context.store.readPeople();
  expect(person?.lastContactProperty).toBe(day);
  expect(person?.problems.length).toBe(head.includes("soon") ? 1 : 0);
  await logTouch(context, [{ path: PATH }], { ...touchOnDay("2026-11-21" as CivilDate), direction: "out" });
  expect(text()).toContain(`---\n${after}\n---\n`);
});

it.each([
  ["birthday: 1990-12-10\nborn: 1990-12-11", 1],
  ["birthday: 1990-12-10\nborn: 12-11", 1],
  ["birthday: 1990-12-10\nBirthday: 1990-12-11", 1],
  ['birthday: 1990-12-10\nborn: "19901210"', 0],
  ["birthday: 1990-12-10\nborn:", 0],
])("%j: %d problems", async (head, count) => {
  const [person] = await of(head).context.store.readPeople();
  expect(person?.problems.map(({ message }) => message)).toHaveLength(count);
});
