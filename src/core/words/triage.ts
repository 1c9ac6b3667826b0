import { number, plural } from "./number";

export const triageWords = {
  title: "Give people a circle",
  intro: "One key or tap each. Whoever is left without a circle is never asked about.",
  later: "Later",
  letGo: "Never ask",
  back: "Undo",
  space: "Space",
  mentioned: (count: number): string =>
    count === 0 ? "not mentioned in other notes" : `mentioned in ${plural(count, "note", "notes")}`,
  given: (name: string, circle: string): string => `${name}: ${circle}`,
  passed: (name: string): string => `${name}: later`,
  step: (at: number, of: number): string => `${number(at)} of ${number(of)}`,
  done: "Everyone has a circle, or was left for later.",
  nobody: "Everyone has a circle already.",
  close: "Done",
} as const;
