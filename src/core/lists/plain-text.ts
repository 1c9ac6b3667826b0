import type { CivilDate } from "../text/dates/civil-date";
import { nameOfWeekday } from "../text/dates/format-day";
import type { Problem } from "../text/note/problem";
import { plainWords } from "../tasks/linked-names";
import type { FollowUp } from "../today/follow-up";
import type { Occasion } from "../today/occasion";
import { words } from "../words/words";

/** A titled list for the terminal; "" where it is empty. */
export function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [title, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** So wide are names in a list, where what follows them stands below each other. */
export function nameWidth(rows: readonly { readonly name: string }[]): number {
  return Math.min(32, Math.max(0, ...rows.map(({ name }) => name.length)));
}

/** `People/Ada.md:4: "birthday: 02-30" cannot be read; expected …` */
export function problemLine({ path, line, message }: Problem): string {
  const place = path === "" ? "" : line === null ? `${path}: ` : `${path}:${line}: `;
  return place + message;
}

/** Why somebody is a pick, and on which day of this week, where one is still to come. */
export function whyWithDay(why: string, suggestedOn: CivilDate | null, today: CivilDate, locale: string): string {
  return suggestedOn === null || suggestedOn <= today
    ? why
    : `${why}; ${words.week.suggested(nameOfWeekday(suggestedOn, locale))}`;
}

/** `today: Ada Lovelace, Send the book` */
export function followUpDueLine({ name, text, daysLate }: FollowUp): string {
  return `${words.followUps.day(daysLate ?? 0)}: ${name}, ${plainWords(text)}`;
}

/** `today  Ada Lovelace, birthday (turns 40)` */
export function occasionLine(occasion: Occasion): string {
  const turning = occasion.turning === null ? "" : ` (${words.occasion.turning(occasion.label, occasion.turning)})`;
  return `${occasionDay(occasion.daysUntil)}: ${occasion.name}, ${occasion.label}${turning}`;
}

export function occasionDay(daysUntil: number): string {
  if (daysUntil === 0) return words.occasion.today;
  if (daysUntil === 1) return words.occasion.tomorrow;
  return daysUntil > 0 ? words.occasion.inDays(daysUntil) : words.occasion.belated(-daysUntil);
}
