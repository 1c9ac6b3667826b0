import { plural } from "./number";

export const chartWords = {
  asTable: "As a table",
  circle: "Circle",
  week: "Week",
  person: "Person",
  noCircle: "no circle",
  circles: "Circles",
  within: "within their time",
  come: "their day has come",
  circlesSummary: (circles: number, come: number): string =>
    `${plural(circles, "circle", "circles")}; the day of ${plural(come, "person", "people")} has come.`,
  year: "A year of touches",
  yours: "yours and together",
  theirs: "theirs",
  yearSummary: (total: number): string => `${plural(total, "touch", "touches")} in fifty-two weeks.`,
  loadSummary: (asked: number, budget: number): string =>
    `Cadences ask for ${asked} touches a week; a week holds ${budget}.`,
  holds: (budget: number): string => `a week holds ${budget}`,
  drift: "Who drifts",
  since: "weeks since you were in touch",
  wanted: "weeks wanted",
  driftSummary: (count: number): string =>
    count === 0
      ? "Nobody drifts."
      : `The day of ${plural(count, "person", "people")} has come; the longest wait by their own cadence first.`,
  empty: "Nothing to show yet.",
} as const;
