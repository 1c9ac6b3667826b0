import { number, plural } from "./number";

export const triageWords = {
  title: "Give people a circle",
  intro: "One key each. Whoever is left without a circle is never asked about.",
  circle: (key: number, name: string): string => `${key} ${name}`,
  later: "Later (space)",
  letGo: "Never ask (0)",
  back: "Undo (u)",
  mentioned: (count: number): string => (count === 0 ? "not mentioned in other notes" : `mentioned in ${plural(count, "note", "notes")}`),
  given: (name: string, circle: string): string => `${name}: ${circle}`,
  passed: (name: string): string => `${name}: later`,
  left: (count: number): string => (count === 0 ? "the last one" : `${number(count)} more after this`),
  done: "Everyone has a circle, or was left for later.",
} as const;
