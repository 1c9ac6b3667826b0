import { plural } from "./number";

export const cardWords = {
  circle: "Circle",
  cadence: "Cadence",
  lastContact: "Last contact",
  due: "Due",
  birthday: "Birthday",
  place: "Place",
  address: "Address",
  phone: "Phone",
  email: "Email",
  interests: "Interests",
  followUps: "Follow-ups",
  touches: "Touches",
  met: "Met",
  introducedBy: "Introduced by",
  brought: "Brought",
  stopping: "Stopping you",
  drifted: "Apart",
  occasions: "Occasions",
  reach: "Ways to reach them",
  problems: "To look at",
  back: "Back to the list",
  fold: "Fold the card",
  unfold: "Show the card",
  more: "More",
  moreTouches: (count: number): string => `${plural(count, "touch", "touches")} before these`,
  changeTouches: "Change touches",
  noTouches: "No touch logged yet.",
  openLine: (line: number, note: string | null): string =>
    note === null ? `Open line ${line}` : `Open line ${line} of ${note}`,
  copied: (what: string): string => `Copied: ${what}`,
  copy: (what: string): string => `Copy ${what}`,
  ways: { call: "Call", letter: "Letter", visit: "Visit", message: "Message", email: "Email" },
  directions: {
    out: "you reached out",
    in: "they reached out",
    both: "together",
    unknown: "not known who reached out",
  },
  yearPicture: (total: number, out: number, incoming: number, both: number): string =>
    total === 0
      ? "No touch in the last year."
      : `${plural(total, "touch", "touches")} in the last year: ${out} from you, ${incoming} from them, ${both} together.`,
  source: { log: "from the log", property: "from the property", mention: "mentioned", task: "from a task" },
} as const;
