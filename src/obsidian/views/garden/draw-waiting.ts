import { namesApart } from "../../../core/index/names-apart";
import { listOwed } from "../../../core/today/replies-owed";
import type { DayShare } from "../../../core/relationships/share/shares-of-day";
import { whomToThank } from "../../../core/relationships/thanks/whom-to-thank";
import { words } from "../../../core/words/words";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { drawOwed } from "../../forms/relationships/owed-modal";
import { openReplyForm } from "../../commands/reply-acts";
import { openThankForm } from "../../forms/relationships/thanks-forms";
import type { PluginHost } from "../../plugin-host";
import { openShareForm } from "../../forms/relationships/share-modal";
import type { GardenPage } from "./garden-view";
import { drawMore, someRows } from "./some-rows";
import { drawActs, drawNone, drawOpener, drawRow, drawRows } from "./list-rows";

/** The tab of what waits for an answer, for thanks, and to be shared by whoever wants that practice. */
export function drawWaiting(el: HTMLElement, { host, shares, redraw }: GardenPage): void {
  el.createEl("h2", { text: words.owed.title });
  const say = namesApart(host.index.people());
  const owed = listOwed(host.index.people(), todayHere());
  drawOwed(el, someRows("owed", owed), say, (act, { path }) => {
    const person = host.index.person(path);
    if (person) openReplyForm(host, act, person);
  });
  drawMore(el, "owed", owed, redraw);
  el.createEl("h2", { text: words.thanks.title });
  const thanks = whomToThank(host.index.people(), todayHere());
  if (thanks.length === 0) drawNone(el, words.thanks.none);
  const list = drawRows(el);
  for (const one of someRows("thanks", thanks)) {
    const row = drawRow(list, say(one), words.thanks.gave(one.gave, dayHere(one.date)));
    const thank = drawActs(row).createEl("button", {
      text: words.thanks.act,
      attr: { "aria-label": words.thanks.actFor(say(one)) },
    });
    thank.addEventListener("click", () => {
      const person = host.index.person(one.path);
      if (person) openThankForm(host, person, one);
    });
  }
  drawMore(el, "thanks", thanks, redraw);
  drawShares(el, host, shares, say);
}

function drawShares(
  el: HTMLElement,
  host: PluginHost,
  shares: readonly DayShare[],
  say: (one: DayShare) => string,
): void {
  if (host.settings.get().relationships.shareFolders.length === 0) return;
  el.createEl("h2", { text: words.share.todayTitle });
  if (shares.length === 0) drawNone(el, words.share.nothingToday);
  const list = drawRows(el);
  for (const one of shares) {
    const { note, path, why, done } = one;
    const name = say(one);
    const item = list.createEl("li", { cls: "reconnect-rel-row" });
    drawOpener(
      item,
      words.share.pair(note.name, name),
      done ? words.share.sentToday : why,
      `share open ${note.path}`,
      (isNewTab) => void host.desk.openNote(note.path, null, isNewTab),
    );
    if (done) continue;
    const log = drawActs(item).createEl("button", {
      text: words.share.act,
      attr: { "aria-label": words.share.actFor(note.name, name), "data-focus": `share ${note.path}` },
    });
    log.addEventListener("click", () => {
      const person = host.index.person(path);
      if (person) openShareForm(host, person, note.path);
    });
  }
}
