import { Notice } from "obsidian";

/** A notice with one button, which closes it. */
export function noticeWithButton(message: string, shownMs: number, text: string, run: () => void): Notice {
  const notice = new Notice(message, shownMs);
  notice.messageEl.createEl("button", { cls: "reconnect-notice-undo", text }).addEventListener("click", () => {
    notice.hide();
    run();
  });
  return notice;
}
