import { plural } from "./plural";

export const stockWords = {
  title: "Take stock",
  command: "Take stock",
  nobody: "Nobody drifts, and every log goes both ways. Enjoy your week.",
  step: (at: number, of: number): string => `${at} of ${of}`,
  drifted: (why: string): string => `Apart: ${why}`,
  stopping: "What is stopping you? Why apart?",
  stoppingPlaceholder: "moved, busy, different ways, no longer needed…",
  acts: { keep: "Keep", slower: "Slow down", closer: "Closer", letGo: "Let go", reach: "Reach out" },
  keys: { keep: "k", slower: "s", closer: "c", letGo: "l", reach: "r" },
  to: (act: string, cadence: string): string => `${act} (${cadence})`,
  letGoAbout: "no cadence, the birthday stays",
  well: "What went well this week",
  nothingYet: "No touch logged this week.",
  picks: "You picked to reach out",
  noPicks: "No picks from this walk.",
  share: "Something of yours to share? Open it and ask who would like it.",
  log: "Log touch",
  done: "Done",
  count: (count: number): string => plural(count, "person", "people"),
  changed: {
    cadence: (names: string): string => `${names}: cadence changed.`,
    drifted: (names: string): string => `${names}: noted.`,
  },
} as const;
