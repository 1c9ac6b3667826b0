export const listWords = {
  reconnect: "Reconnect",
  soon: "Soon",
  fresh: "New, never in touch yet",
  others: "Everyone else",
  occasions: "Occasions",
  problems: "Notes that cannot be read in full",
  nobody: "Nobody to reconnect with today.",
} as const;
