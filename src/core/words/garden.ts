export const gardenWords = {
  title: "Garden",
  tabs: { waiting: "Waiting", "follow-ups": "Follow-ups", introductions: "Introductions", garden: "The whole garden" },
  commands: { open: "Open garden" },
} as const;
