import { Notice, type Command } from "obsidian";
import { words } from "../../core/words/words";
import type { LiveIndex } from "../adapter/live-index";

/** These open the panel, which says itself that the people are still being read. */
const OPEN_THE_PANEL: ReadonlySet<string> = new Set(["open-panel", "search"]);
const NOTICE_MS = 5_000;

/** Runs something once everybody is known, and says so where that takes a moment. */
export function onceListed(index: LiveIndex, run: () => void): void {
  if (index.isListed) {
    run();
    return;
  }
  const notice = new Notice(words.panel.loading, NOTICE_MS);
  void index.whenListed.then(() => {
    notice.hide();
    run();
  });
}

/** A command that waits for the people: at a cold start it would find nobody. */
export function commandOnceListed(command: Command, index: LiveIndex): Command {
  const { callback, checkCallback } = command;
  if (OPEN_THE_PANEL.has(command.id)) return command;
  if (callback)
    return {
      ...command,
      callback: () => {
        onceListed(index, () => void callback());
      },
    };
  if (!checkCallback) return command;
  return {
    ...command,
    checkCallback: (checking) => {
      // Nobody can say yet whether it makes sense: that is seen once everybody is there.
      if (checking) return !index.isListed || checkCallback(true);
      onceListed(index, () => void checkCallback(false));
      return true;
    },
  };
}
