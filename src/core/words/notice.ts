import { plural } from "./number";

export const noticeWords = {
  undo: "Undo",
  undone: "Undone.",
  redone: "Done again.",
  changed: {
    snooze: (names: string): string => `${names}: snoozed.`,
    unsnooze: (names: string): string => `${names}: awake again.`,
    skip: (names: string): string => `${names}: skipped to next week.`,
    pause: (names: string): string => `${names}: paused.`,
    resume: (names: string): string => `${names}: resumed.`,
    "let-go": (names: string): string => `${names}: let go. Birthdays stay.`,
    "add-to-week": (names: string): string => `${names}: added to this week.`,
    close: (names: string): string => `${names}: closed. Silent from now on; the note stays.`,
    reopen: (names: string): string => `${names}: open again.`,
    "set-cadence": (names: string): string => `${names}: cadence set.`,
    "set-circle": (names: string): string => `${names}: circle set.`,
  },
  logged: (names: string): string => `Logged with ${names}.`,
  repaired: (count: number): string =>
    `The settings file was damaged. ${plural(count, "setting was", "settings were")} set back; a copy of the old file was kept.`,
  settingsKept:
    "The settings file cannot be read just now, so your settings stay as they were. A copy of the file was kept.",
  settingsEmpty: "The settings file is empty just now. Reconnect looks again before it saves anything.",
  failed: "Something went wrong in Reconnect; nothing was written.",
} as const;
