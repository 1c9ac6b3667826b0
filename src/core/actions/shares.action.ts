import { words } from "../words/words";
import type { Action } from "./action";
import { sharesToday } from "./share";

/** The practice of one or two a day. */
export const sharesAction: Action = {
  id: "shares",
  about: "One or two things to share today, each with the one person it suits, from the folders that the settings name",
  takes: [],
  commands: [{ id: "share-today", label: "Share something today", does: "shares" }],
  async run(context) {
    const shares = await sharesToday(context);
    const lines = shares.map(
      ({ note, name, why, done }) => `${done ? "✓" : " "} ${words.share.pair(note.name, name)}: ${why}`,
    );
    const text =
      lines.length > 0
        ? lines.join("\n")
        : context.settings.relationships.shareFolders.length === 0
          ? words.share.noFolders
          : words.share.nothingToday;
    return { data: { shares }, text, refused: [] };
  },
};
