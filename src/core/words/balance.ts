import { number, plural } from "./number";

const times = (count: number): string => plural(count, "time", "times");

export const balanceWords = {
  title: "Balance",
  ofYear: (name: string): string => `${name}: a year of the log`,
  thin: "The log is too thin to say anything. A few touches with an arrow (→ ← ↔) are enough.",
  thinBeside: "Beyond that the log is too thin to say anything.",
  off: "The balance is turned off in the settings.",
  sides: { out: "You reached out", in: "They reached out", both: "Together", unknown: "Not known" },
  exchange: { asked: "You asked", gave: "You gave", theyAsked: "They asked", theyGave: "They gave" },
  run: (count: number): string => `The last ${times(count)} it was you.`,
  picture: (name: string, out: number, both: number, incoming: number): string =>
    `${name}: you reached out ${times(out)}, together ${times(both)}, they ${times(incoming)}`,
  line: (out: number, both: number, incoming: number): string => `→ ${out}  ↔ ${both}  ← ${incoming}`,
  ask: {
    rest: (name: string, count: number, since: string): string =>
      `${name} has not answered ${number(count)} of yours in a row, since ${since}. Let them rest, or try another way?`,
    thank: (name: string, help: string, day: string): string =>
      `${name} gave you something on ${day} (${help}). Do they know what came of it?`,
    theyAsk: (name: string, count: number): string =>
      `${name} asked ${times(count)} this year. Is that all right with you?`,
    youAsk: (name: string, count: number): string =>
      `You asked ${name} ${times(count)} this year. What could you give?`,
    allYours: (name: string, count: number): string =>
      `It was you each time this year (${count}). Would ${name} miss it?`,
    allTheirs: (name: string, count: number): string =>
      `${name} reached out each time this year (${count}). Whose turn is it?`,
    mutual: (name: string): string => `It goes both ways. What do you want to do more of with ${name}?`,
  },
} as const;

export const capacityWords = {
  title: "A week that fits",
  asked: "Your cadences ask for",
  made: "You make",
  budget: "Your week holds",
  perWeek: (count: number): string => `${number(count)} a week`,
  fits: "That fits.",
  over: (count: number): string =>
    `That is ${number(count)} a week more than your week holds. A slower circle, or fewer people, would make it fit.`,
  ahead: "Twelve weeks ahead",
  week: (day: string): string => `week from ${day}`,
  touches: "touches",
  changed: "with the change",
  newAndOld: (fresh: number, old: number): string =>
    `In the last twelve weeks: ${plural(fresh, "person", "people")} new (met, or first in touch, since), ${plural(old, "person", "people")} tended whom you knew before.`,
  days: "The next two weeks, spread",
  daysAbout:
    "Everybody whose day comes, on a day within their slack, so that no day has too many. This week's picks come from it.",
  whatIf: "What if",
  whatIfCircle: "Circle",
  whatIfACircle: "a circle…",
  whatIfPerson: "a person…",
  or: "or",
  whatIfCadence: "would be",
  noChange: "as it is",
  other: "other…",
  badCadence: (text: string): string => `"${text}" is no cadence; write one such as every 6 weeks, monthly or none.`,
  apply: "Make it so",
  forget: "Forget it",
  isSo: (circle: string, cadence: string): string => `The circle ${circle} is ${cadence} already; nothing was changed.`,
  changedSince: (circle: string): string =>
    `The cadence of the circle ${circle} has been changed since. Nothing was changed.`,
  theCircle: (circle: string): string => `the circle ${circle}`,
  applied: (circle: string, cadence: string): string =>
    `The circle ${circle} is ${cadence === "none" ? "never asked about" : cadence} now.`,
  today: "Today",
} as const;
