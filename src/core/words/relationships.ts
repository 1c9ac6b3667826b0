import { plural } from "./number";
import { joined } from "./parts";

const days = (count: number): string => plural(count, "day", "days");

export const owedWords = {
  title: "Replies owed",
  none: "Nobody waits for an answer from you.",
  why: (age: number, held: boolean): string =>
    age === 0
      ? "they wrote today, a reply is owed"
      : `a reply owed for ${days(age)}${held ? ", they know it is coming" : ""}`,
  line: (age: number, text: string, heldOn: string | null): string =>
    joined([age === 0 ? "today" : `${days(age)} ago`, text, heldOn === null ? "" : `holding note ${heldOn}`], "; "),
  pick: "Whom to answer",
  actFor: (act: string, name: string): string => `${act}: ${name}`,
} as const;

/** Fields that several of the forms here share. */
export const lineFormWords = {
  day: "When",
  channel: "How",
  channelPlaceholder: "message, letter, email…",
  text: "What about",
  preview: "This will be written",
  missing: "Before it can be written",
  save: "Save",
  cancel: "Cancel",
} as const;
