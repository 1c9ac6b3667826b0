import type { CivilDate } from "../text/dates/civil-date";
import { nameOfWeekday } from "../text/dates/format-day";
import type { Problem } from "../text/note/problem";
import { plainWords } from "../tasks/linked-names";
import type { FollowUp } from "../today/follow-up";
import type { Occasion } from "../today/occasion";
import type { Pick as PickOfWeek } from "../today/picks";
import { joined } from "../words/parts";
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

/** Why somebody is a pick: what is owed first, then a birthday of these days. */
export function whyOfPick(why: string, isOwed: boolean, occasion: string | null): string {
  return joined(isOwed ? [why, occasion ?? ""] : [occasion ?? "", why], "; ");
}

/** The same with the day of this week, where one is still to come and not said already. */
export function whyWithDay(
  why: string,
  { suggestedOn, occasion }: Pick<PickOfWeek, "suggestedOn" | "occasion">,
  today: CivilDate,
  locale: string,
): string {
  const isSaid = suggestedOn === null || suggestedOn <= today || suggestedOn === occasion?.date;
  return isSaid ? why : `${why}; ${words.week.suggested(nameOfWeekday(suggestedOn, locale))}`;
}

/** The birthday or yearly day in the week of a pick: "their birthday is on Saturday"; null for none. */
export function occasionOfPick(
  { occasion }: Pick<PickOfWeek, "occasion">,
  today: CivilDate,
  locale: string,
): string | null {
  if (!occasion) return null;
  const { label, date } = occasion;
  return words.week.occasion(label, date === today ? null : nameOfWeekday(date, locale), date < today);
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
