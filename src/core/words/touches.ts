import { number } from "./number";
import { LONGEST_LINE } from "../text/note/lines";

/** What is said of touches already in the log. */
export const touchesWords = {
  gone: "This touch is no longer in the log as it was; nothing was written.",
  stray: (text: string): string => `"${text}" cannot be written in a log line; expected brackets that are closed.`,
  looseWords:
    "The words below this touch are not indented, yet Markdown counts them to it. Indent them, or put an empty line before them, to say whose they are.",
  tooLong: `This is more than a line of the log holds (${number(LONGEST_LINE)} characters); nothing was written. The note itself has room for it.`,
  tooLongToRead: `This touch is not read, as its line has more than ${number(LONGEST_LINE)} characters; a break in it, with what follows indented, is enough.`,
  none: (line: string): string => `There is no touch of the log on line ${line}.`,
  title: (name: string): string => `Touches with ${name}`,
  empty: "No touch yet.",
  edit: (day: string): string => `Edit touch of ${day}`,
  delete: (day: string): string => `Delete touch of ${day}`,
  open: (day: string): string => `Open touch of ${day}`,
  mentionedIn: (note: string): string => `mentioned in ${note}`,
  exchange: {
    asked: (what: string): string => `you asked: ${what}`,
    gave: (what: string): string => `you gave: ${what}`,
    theyAsked: (what: string): string => `they asked: ${what}`,
    theyGave: (what: string): string => `they gave: ${what}`,
    owe: (what: string): string => `you owe a ${what}`,
  },
  notContact: (note: string): string => `Not contact: ${note}`,
  badLink: (what: string): string => `This link asks for "${what}", which Reconnect does not know; expected do=touch.`,
  comeBack: {
    call: (name: string): string => `Did you reach ${name}?`,
    message: (name: string): string => `Did you write to ${name}?`,
    email: (name: string): string => `Did you write to ${name}?`,
  },
  more: (count: number): string => `Show ${number(count)} more`,
  log: "Log touch",
  editTitle: (name: string): string => `Edit touch with ${name}`,
  below: "What stands indented below this line stays as it is.",
  save: "Save",
  changed: (name: string): string => `Touch with ${name} changed.`,
  deleted: (name: string): string => `Touch with ${name} deleted.`,
} as const;
