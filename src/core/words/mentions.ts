import { plural } from "./number";

/** What is said of mentions in dated notes. */
export const mentionsWords = {
  command: "Count mentions in dated notes",
  title: "Mentions in dated notes",
  intro:
    "A note with a day that links to somebody can count as contact on that day. No note is changed by it, and only your log says who reached out.",
  found: (count: number, people: number): string =>
    `${plural(count, "mention", "mentions")} of ${plural(people, "person", "people")} found, such as:`,
  none: "No dated note links to any of your people.",
  example: (name: string, day: string, note: string): string => `${name}, ${day}, in ${note}`,
  count: "Count these",
  doNotCount: "Do not count",
  notThis: (name: string, note: string): string => `Not contact: ${name} in ${note}`,
  notThisNote: (note: string): string => `Not contact: all of ${note}`,
  on: "Mentions count as contact.",
  off: "Mentions do not count.",
  oneOf: (name: string, note: string): string => `${name} in ${note}`,
  noNote: (name: string): string => `There is no note "${name}".`,
  isMarked: (what: string): string => `${what} is marked as no contact already.`,
  notMarked: (what: string): string => `${what} is not marked as no contact.`,
  nothingThere: (what: string): string => `No mention that counts: ${what}.`,
  areOff: "Mentions do not count in this vault, so there is nothing to mark.",
  changedSince: "What counts as contact has been changed since. Nothing was changed.",
  damaged: "The settings file is damaged; nothing was written.",
  noSettings: "There are no settings in this vault that could be changed.",
  noMarks: "Nothing is marked as no contact.",
  countsAgain: (note: string): string => `${note} counts as contact again.`,
  marked: (note: string): string => `${note} is no contact any more.`,
  fields: {
    properties: {
      name: "Properties that name people",
      about: "In dated notes, links in these properties count as mentions, where mentions count. One on each line.",
    },
    dateProperties: {
      name: "Properties that give a note its day",
      about: "Beside daily notes and names that start with a day. One on each line.",
    },
    notContact: {
      name: "Mentions that are no contact",
      about: 'The path of a note, or "note > person". One on each line.',
    },
  },
} as const;
