export const shareWords = {
  title: (note: string): string => `Who would like ${note}`,
  nobody: "Nobody's interests or words come near this note.",
  sent: "Already sent to",
  why: {
    linked: "linked with it",
    interests: (interests: readonly string[]): string => `likes ${interests.join(", ")}`,
    tags: (tags: readonly string[]): string => `tagged ${tags.map((tag) => `#${tag}`).join(", ")}`,
    words: (shared: readonly string[]): string => `words in common: ${shared.join(", ")}`,
  },
  logged: (link: string): string => `shared ${link}`,
  command: "Who would like this note?",
  pick: "Who would like it",
  form: { title: (name: string): string => `Share with ${name}`, word: "A word to go with it" },
  done: (names: string): string => `${names}: shared.`,
} as const;
