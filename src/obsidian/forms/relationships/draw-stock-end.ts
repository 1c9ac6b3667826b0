import { thankForm } from "../../../core/actions/thank.action";
import { standingRules } from "../../../core/today/standing";
import { disambiguateNames } from "../../../core/index/disambiguate-names";
import { rankPeople } from "../../../core/today/ranked-people";
import { dueRowOf } from "../../../core/today/due-row";
import type { Stock } from "../../../core/relationships/stock/take-stock";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { chooseAndShare } from "./share-modal";
import { openLineForm } from "./line-form-modal";
import { drawActs, drawNone, drawRow, drawRows } from "../../views/garden/list-rows";

const LINES = 8;

/** The end of a walk: whom to thank, what of yours to share, what went well, and this week's picks. */
export function drawStockEnd(el: HTMLElement, host: PluginHost, stock: Stock): void {
  const [settings, today] = [host.settings.get(), todayHere()];
  if (stock.people.length === 0) el.createEl("p", { text: words.stock.nobody });
  const row = (
    list: HTMLElement,
    name: string,
    detail: string,
    act?: { text: string; label: string; run: () => void },
  ): void => {
    const item = drawRow(list, name, detail);
    if (act)
      drawActs(item)
        .createEl("button", { text: act.text, attr: { "aria-label": act.label } })
        .addEventListener("click", act.run);
  };
  const part = (title: string, isEmpty: boolean, none: string): HTMLElement => {
    el.createEl("h3", { text: title });
    if (isEmpty) drawNone(el, none);
    return drawRows(el);
  };
  const say = disambiguateNames(host.index.people());
  const thanks = part(words.thanks.title, stock.thanks.length === 0, words.thanks.none);
  for (const one of stock.thanks.slice(0, LINES)) {
    const person = host.index.person(one.path);
    row(
      thanks,
      say(one),
      words.thanks.gave(one.gave, dayHere(one.date)),
      person && {
        text: words.thanks.act,
        label: words.thanks.actFor(say(one)),
        run: () => {
          openLineForm(host, thankForm(host.runner.context(), person, one));
        },
      },
    );
  }
  el.createEl("h3", { text: words.stock.share });
  el.createEl("button", { text: words.stock.shareButton }).addEventListener("click", () => {
    chooseAndShare(host);
  });
  const week = part(words.stock.well, stock.week.length === 0, words.stock.nothingYet);
  for (const one of stock.week.slice(0, LINES)) row(week, say(one), one.text);
  const rules = standingRules(settings);
  const { picks } = rankPeople(host.index.people(), settings, today).picks;
  const list = part(words.stock.picks, picks.length === 0, words.stock.noPicks);
  for (const { person, touchedOn } of picks) {
    const detail =
      touchedOn === null ? dueRowOf(person, rules, today, dayHere).why : words.week.touched(dayHere(touchedOn));
    row(list, say(person), detail, {
      text: words.stock.log,
      label: words.panel.logTouch(say(person)),
      run: () => {
        host.do("touch", { people: [person] });
      },
    });
  }
}
