export const tasksWords = {
  reach: (name: string): string => `Reconnect with ${name}`,
  birthday: (name: string, turning: number | null): string => `Wish ${name} a happy birthday${turning === null ? "" : ` (turns ${turning})`}`,
  gift: (name: string, day: string): string => `Card or gift for the birthday of ${name} on ${day}`,
  date: (name: string, label: string, years: number | null): string => `Think of ${name}: ${label === "" ? "a day to remember" : label}${years === null ? "" : ` (${years === 1 ? "1 year" : `${years} years`})`}`,
  milestoneAhead: (name: string, label: string): string => `Ask ${name} how it went: ${label === "" ? "a milestone" : label}`,
  milestone: (name: string, label: string): string => `Congratulate ${name}, or ask how it went: ${label === "" ? "a milestone" : label}`,
  yearly: "every year",
  touchText: { reach: "", bday: "birthday wishes", date: (label: string): string => label, mile: (label: string): string => label },
} as const;
