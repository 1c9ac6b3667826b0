import { plural } from "./number";

export const noticeWords = {
  undo: "Undo",
  undone: "Undone.",
  redone: "Done again.",
  logged: (names: string): string => `Logged with ${names}.`,
  repaired: (count: number): string =>
    `The settings file was damaged. ${plural(count, "setting was", "settings were")} set back; a copy of the old file was kept.`,
  settingsKept:
    "The settings file cannot be read just now, so your settings stay as they were. A copy of the file was kept.",
  settingsEmpty: "The settings file is empty just now. Reconnect looks again before it saves anything.",
  failed: "Something went wrong in Reconnect; nothing was written.",
} as const;
