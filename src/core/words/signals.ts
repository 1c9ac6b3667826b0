import { number } from "./number";

export const signalsWords = {
  occasion: (name: string, label: string): string => `${name} (${label})`,
  today: (who: string): string => `Today: ${who}`,
  promised: (what: string): string => `Promised: ${what}`,
  followUp: { promise: "promised", meet: "meeting", intro: "introduction" },
  week: (names: string): string => `This week: ${names}`,
  todayShort: (first: string, others: number): string => (others === 0 ? first : `${first} +${number(others)}`),
  weekShort: (left: number): string => `${number(left)} this week`,
  open: "Open panel",
} as const;
