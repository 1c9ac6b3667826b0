import { plural } from "./number";

export const doneWords = {
  touch: (name: string, day: string): string => `Logged with ${name}; last contact ${day}.`,
  written: (path: string): string => `Changed ${path}.`,
  restored: (path: string): string => `Restored ${path}.`,
  noProblems: (people: number): string => `${plural(people, "person", "people")}, every note can be read.`,
} as const;
