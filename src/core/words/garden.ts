export const gardenWords = {
  title: "Garden",
  tabs: { waiting: "Waiting", "follow-ups": "Follow-ups", introductions: "Introductions", garden: "Garden" },
} as const;
