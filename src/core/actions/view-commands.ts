import { words } from "../words/words";
import type { Command } from "./action";

/** What only the plugin can do: show something, or settle something of its own. */
export const VIEW_COMMANDS: readonly Command[] = [
  { id: "open-panel", label: "Open panel", does: "panel" },
  { id: "search", label: "Search people", does: "search" },
  { id: "who-is-in", label: "Who is in a place", does: "place" },
  { id: "start-afresh", label: "Start afresh", does: "start-afresh" },
  { id: "triage", label: "Give people a circle", does: "triage" },
  { id: "open-garden", label: "Open garden", does: "garden" },
  { id: "choose-people", label: "Set up", does: "set-up" },
  { id: "mentions", label: words.mentions.command, does: "mentions" },
];
