import type { Standing } from "../today/standing";

/** What can be done with people from the panel, with its icon (of Lucide) and its one-letter key. */
export const PERSON_ACTS = [
  { id: "log", icon: "message-circle-plus", key: "l" },
  { id: "meet", icon: "coffee", key: "v" },
  { id: "snooze", icon: "moon", key: "s" },
  { id: "skip", icon: "skip-forward", key: "k" },
  { id: "addToWeek", icon: "calendar-plus", key: "w" },
  { id: "setCadence", icon: "timer", key: "c" },
  { id: "setCircle", icon: "circle-dot", key: "g" },
  { id: "pause", icon: "pause", key: "p" },
  { id: "resume", icon: "play", key: "p" },
  { id: "unsnooze", icon: "sun", key: "u" },
  { id: "letGo", icon: "leaf", key: "d" },
  { id: "close", icon: "archive", key: null },
  { id: "reopen", icon: "archive-restore", key: null },
] as const;

export type PersonAct = (typeof PERSON_ACTS)[number]["id"];

/** The acts that make sense for somebody who stands so; all but opposites for several at once. */
export function actsFor(standings: readonly Standing[]): readonly (typeof PERSON_ACTS)[number][] {
  const any = (standing: Standing): boolean => standings.includes(standing);
  const all = (standing: Standing): boolean => standings.every((one) => one === standing);
  return PERSON_ACTS.filter(({ id }) => {
    if (id === "resume") return any("paused");
    if (id === "pause") return !all("paused") && !all("closed");
    if (id === "unsnooze") return any("snoozed");
    if (id === "reopen") return any("closed");
    // Whoever has died or is gone can still be written about, but not asked for.
    return id === "log" || !all("closed");
  });
}
