import { endSentence } from "./end-sentence";

export const closeWords = {
  title: (names: string): string => `Close ${names}`,
  about:
    "For somebody who has died, or where it has ended. From then on Reconnect says nothing about them any more: no reminder, no birthday, no day in the calendar. The note stays, with everything in it.",
  what: "What has happened?",
  kinds: { died: "They have died", ended: "It has ended" },
  day: "Since when",
  dayAbout: "today, yesterday, 2026-10-02; leave empty where the day is not known",
  why: "Why apart",
  whyAbout: "moved, busy, different ways…; kept in the note, if you like",
  silent: (day: string | null): string => (day === null ? "Silent from now on." : endSentence(`Silent since ${day}`)),
  choose: "Say which of the two, and it is closed.",
  badDay: "Write a day that has come, such as 2026-10-02 or yesterday, or none.",
  letGo: "Let go instead",
  letGoAbout: "Let go only stops asking: birthdays and days to remember stay.",
  // Not "Close" alone: the window has a button of that name.
  save: "Close person",
  cancel: "Cancel",
} as const;
