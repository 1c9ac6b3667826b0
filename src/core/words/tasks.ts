export const tasksWords = {
  reach: (name: string): string => `Reconnect with ${name}`,
  birthday: (name: string, turning: number | null): string =>
    `Wish ${name} a happy birthday${turning === null ? "" : ` (turns ${turning})`}`,
  gift: (name: string, day: string): string => `Card or gift for the birthday of ${name} on ${day}`,
  date: (name: string, label: string, years: number | null): string =>
    `Think of ${name}: ${label === "" ? "a day to remember" : label}${years === null ? "" : ` (${years === 1 ? "1 year" : `${years} years`})`}`,
  milestoneAhead: (name: string, label: string): string =>
    `Ask ${name} how it went: ${label === "" ? "a milestone" : label}`,
  milestone: (name: string, label: string): string =>
    `Congratulate ${name}, or ask how it went: ${label === "" ? "a milestone" : label}`,
  yearly: "every year",
  birthdayTouch: "birthday wishes",
  gone: "This task is not in the note any more; nothing was written.",
  several: (lines: readonly number[]): string =>
    `Several open tasks (lines ${lines.join(", ")}) could be meant; tick the one yourself.`,
  badRule: (rule: string): string =>
    `"${rule}" cannot be read; expected a rule such as "every 2 weeks on Monday" or "every month when done".`,
  whenToStart: (rule: string): string =>
    `When does "${rule}" start? Give the line a day to count from, such as 📅 2026-12-01.`,
  unknown: (id: string): string => `There is no open task "${id}".`,
  isDone: (title: string): string => `"${title}" is done already.`,
  completed: (title: string): string => `Done: ${title}.`,
  unclosed:
    "Code or a comment that begins here is never closed, so a task below it would not be read; nothing was written.",
  upToDate: (path: string): string => `The tasks in ${path} are up to date.`,
  wrote: (path: string): string => `Tasks written to ${path}.`,
  none: "No recurring tasks in these days.",
} as const;
