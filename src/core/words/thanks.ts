export const thanksWords = {
  title: "Whom to thank",
  none: "Everybody who gave you something has heard from you since.",
  gave: (gave: string, day: string): string => `gave you ${gave}, ${day}`,
  act: "Log thanks",
  actFor: (name: string): string => `Log thanks to ${name}`,
  form: {
    thank: (name: string): string => `Thank ${name}`,
    thanked: (gave: string): string => `thanked for ${gave}`,
    milestone: (name: string): string => `Something to congratulate ${name} on`,
    what: "Day and what",
    whatPlaceholder: "2026-11-20 prize of the Royal Society",
    whatMissing: "Write what it is, with its day where it is not today.",
    congratulate: (name: string): string => `Congratulate ${name}`,
    congratulated: (what: string): string => `congratulated on ${what}`,
  },
  askHow: (what: string): string => `Ask how it went: ${what}`,
  commands: { milestone: "Note a milestone of person", congratulate: "Congratulate person" },
  done: {
    milestone: (names: string): string => `${names}: it comes up until you have reached out.`,
    thank: (names: string): string => `${names}: thanked.`,
    congratulate: (names: string): string => `${names}: congratulated.`,
  },
} as const;
