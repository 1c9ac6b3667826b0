import { Notice } from "obsidian";

/**
 * A notice with a button, or two, each of which closes it. With no time to be shown (0) it stays until it is clicked.
 */
export function noticeWithButton(
  message: string,
  shownMs: number,
  text: string,
  run: () => void,
  ...more: readonly (readonly [text: string, run: () => void])[]
): Notice {
  const notice = new Notice(message, shownMs);
  for (const [name, act] of [[text, run] as const, ...more])
    notice.messageEl.createEl("button", { cls: "reconnect-notice-undo", text: name }).addEventListener("click", () => {
      notice.hide();
      act();
    });
  return notice;
}
