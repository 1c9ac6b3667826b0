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
  commands: {
    theyWrote: "They wrote, I owe a reply",
    list: "Answer someone who wrote",
  },
  form: {
    theyWrote: (name: string): string => `${name} wrote`,
    holding: (name: string): string => `Holding note to ${name}`,
    decline: (name: string): string => `Decline kindly: ${name}`,
    answer: (name: string): string => `Answer ${name}`,
    holdingText: "got your message, a proper answer soon",
    declineText: "not this time, with thanks",
  },
  pick: "Whom to answer",
  acts: { answer: "Log the answer", holding: "Holding note", decline: "Decline kindly" },
  actFor: (act: string, name: string): string => `${act}: ${name}`,
  done: {
    theyWrote: (names: string): string => `${names}: a reply is owed.`,
    holding: (names: string): string => `${names}: holding note logged; the reply is still owed.`,
    decline: (names: string): string => `${names}: declined; nothing is owed.`,
    answer: (names: string): string => `${names}: answered.`,
  },
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
