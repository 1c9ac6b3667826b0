export const calendarWords = {
  name: "Reconnect",
  birthday: (name: string): string => `Birthday of ${name}`,
  date: (name: string, what: string): string => `${name}: ${what === "" ? "a day to remember" : what}`,
  since: (kind: "bday" | "date", day: string): string => (kind === "bday" ? `Born ${day}` : `Since ${day}`),
  exported: (path: string, days: string): string => `Calendar with ${days} written to ${path}.`,
  unchanged: (path: string): string => `The calendar ${path} is up to date.`,
  keeping: (path: string): string => `This device now keeps ${path} up to date.`,
  notKeeping: (path: string): string => `This device no longer keeps ${path} up to date.`,
  notOurs: (path: string): string =>
    `${path} was not written by Reconnect; choose another calendar file in the settings.`,
} as const;
