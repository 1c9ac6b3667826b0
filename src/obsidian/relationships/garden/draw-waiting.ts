import { listOwed } from "../../../core/relationships/owed/replies-owed";
import { words } from "../../../core/words/words";
import { todayHere } from "../../vault/calendar-day";
import { drawOwed } from "../owed-modal";
import { openReplyForm } from "../reply-acts";
import type { GardenPage } from "./garden-view";

/** The tab of what waits for an answer. */
export function drawWaiting(el: HTMLElement, { host }: GardenPage): void {
  el.createEl("h2", { text: words.owed.title });
  drawOwed(el, listOwed(host.index.people(), todayHere()), (act, { path }) => {
    const person = host.index.person(path);
    if (person) openReplyForm(host, act, person);
  });
}
