/** Channels that need no colon in a log line. A person's settings may add more. */
export const KNOWN_CHANNELS: readonly string[] = [
  "call", "video", "message", "text", "email", "letter", "card", "postcard", "coffee", "tea", "drink",
  "lunch", "dinner", "breakfast", "meal", "walk", "visit", "gathering", "meeting", "gift",
];
