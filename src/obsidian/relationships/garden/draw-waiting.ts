import { listOwed } from "../../../core/relationships/owed/replies-owed";
import { whomToThank } from "../../../core/relationships/thanks/whom-to-thank";
import { words } from "../../../core/words/words";
import { todayHere } from "../../vault/calendar-day";
import { drawOwed } from "../owed-modal";
import { openReplyForm } from "../reply-acts";
import { openThankForm } from "../thanks-forms";
import type { GardenPage } from "./garden-view";

/** The tab of what waits for an answer, and for thanks. */
export function drawWaiting(el: HTMLElement, { host }: GardenPage): void {
  el.createEl("h2", { text: words.owed.title });
  drawOwed(el, listOwed(host.index.people(), todayHere()), (act, { path }) => {
    const person = host.index.person(path);
    if (person) openReplyForm(host, act, person);
  });
  el.createEl("h2", { text: words.thanks.title });
  const thanks = whomToThank(host.index.people(), todayHere());
  if (thanks.length === 0) el.createEl("p", { cls: "reconnect-rel-empty", text: words.thanks.none });
  const list = el.createEl("ul", { cls: "reconnect-rel-rows" });
  for (const one of thanks) {
    const item = list.createEl("li", { cls: "reconnect-rel-row" });
    const text = item.createDiv({ cls: "reconnect-rel-text" });
    text.createDiv({ cls: "reconnect-rel-name", text: one.name });
    text.createDiv({ cls: "reconnect-rel-detail", text: words.thanks.gave(one.gave, one.date) });
    const thank = item.createDiv({ cls: "reconnect-rel-acts" }).createEl("button", { text: words.thanks.act, attr: { "aria-label": words.thanks.actFor(one.name) } });
    thank.addEventListener("click", () => {
      const person = host.index.person(one.path);
      if (person) openThankForm(host, person, one);
    });
  }
}
