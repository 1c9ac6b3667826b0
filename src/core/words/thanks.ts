export const thanksWords = {
  title: "Whom to thank",
  none: "Everybody who gave you something has heard from you since.",
  gave: (gave: string, day: string): string => `gave you ${gave}, ${day}`,
  act: "Log thanks",
  actFor: (name: string): string => `Log thanks to ${name}`,
  form: {
    thank: (name: string): string => `Thank ${name}`,
    thanked: (gave: string): string => (gave === "" ? "thanked" : `thanked for ${gave}`),
    milestone: (name: string): string => `Something to congratulate ${name} on`,
    what: "Day and what",
    whatPlaceholder: "2026-11-20 prize of the Royal Society",
    whatMissing: "Write what it is, with its day where it is not today.",
    askHow: "Ask how it went, the day after",
    congratulate: (name: string): string => `Congratulate ${name}`,
    congratulated: (what: string): string => (what === "" ? "congratulated" : `congratulated on ${what}`),
  },
  askHow: (what: string): string => `Ask how it went: ${what}`,
} as const;
