import { replyForm } from "../../../core/actions/owed";
import { shareForm } from "../../../core/actions/share.action";
import { thankForm } from "../../../core/actions/thank.action";
import { disambiguateNames } from "../../../core/index/disambiguate-names";
import { listOwed } from "../../../core/today/replies-owed";
import type { DayShare } from "../../../core/relationships/share/shares-of-day";
import { whomToThank } from "../../../core/relationships/thanks/whom-to-thank";
import { words } from "../../../core/words/words";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { drawOwed } from "../../forms/relationships/owed-modal";
import { openLineForm } from "../../forms/relationships/line-form-modal";
import type { PluginHost } from "../../plugin-host";
import type { GardenPage } from "./garden-view";
import { drawMore, pageOf } from "./page-of";
import { drawActs, drawNone, drawOpener, drawRow, drawRows } from "./list-rows";

/** The tab of what waits for an answer, for thanks, and to be shared by whoever wants that practice. */
export function drawWaiting(el: HTMLElement, { host, shares, redraw }: GardenPage): void {
  el.createEl("h2", { text: words.owed.title });
  const say = disambiguateNames(host.index.people());
  const owed = listOwed(host.index.people(), todayHere());
  drawOwed(el, pageOf("owed", owed), say, (act, { path }) => {
    const person = host.index.person(path);
    if (person) host.do(replyForm(act), { people: [person] });
  });
  drawMore(el, "owed", owed, redraw);
  el.createEl("h2", { text: words.thanks.title });
  const thanks = whomToThank(host.index.people(), todayHere());
  if (thanks.length === 0) drawNone(el, words.thanks.none);
  const list = drawRows(el);
  for (const one of pageOf("thanks", thanks)) {
    const row = drawRow(list, say(one), words.thanks.gave(one.gave, dayHere(one.date)));
    const thank = drawActs(row).createEl("button", {
      text: words.thanks.act,
      attr: { "aria-label": words.thanks.actFor(say(one)) },
    });
    thank.addEventListener("click", () => {
      const person = host.index.person(one.path);
      if (person) openLineForm(host, thankForm(host.runner.context(), person, one));
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
      (isNewTab) => void host.runner.openNote(note.path, null, isNewTab),
    );
    if (done) continue;
    const log = drawActs(item).createEl("button", {
      text: words.share.act,
      attr: { "aria-label": words.share.actFor(note.name, name), "data-focus": `share ${note.path}` },
    });
    log.addEventListener("click", () => {
      const person = host.index.person(path);
      if (person) openLineForm(host, shareForm(host.runner.context(), person, note.path));
    });
  }
}
