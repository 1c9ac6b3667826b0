import { Setting } from "obsidian";

/** How far long work is, on the screen. */
export interface Progress {
  /** `share` from 0 to 1; null where nobody knows how much there is. */
  readonly say: (text: string, share: number | null) => void;
}

/** Draws a bar with what is being done and a button that stops it, in the place of whatever is there. */
export function drawProgress(el: HTMLElement, title: string, text: string, stop: string, onStop: () => void): Progress {
  el.empty();
  const label = el.createEl("p", { text, attr: { role: "status" } });
  const bar = el.createEl("progress", { cls: "reconnect-progress", attr: { max: "1", "aria-label": title } });
  new Setting(el).addButton((button) => button.setButtonText(stop).onClick(onStop));
  return {
    say(now, share) {
      label.setText(now);
      if (share !== null) bar.value = share;
    },
  };
}
