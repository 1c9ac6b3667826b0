import { dropIntroduction, moveIntroduction } from "../../../core/actions/introduce";
import { introduceForm } from "../../../core/actions/introduce.action";
import { wentForm } from "../../../core/actions/introductions.action";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import { escapeMarkdown } from "../../../core/text/note/escape-markdown";
import { disambiguateNames } from "../../../core/index/disambiguate-names";
import type { Introduction } from "../../../core/relationships/introductions/introductions";
import type { SuggestedIntroduction } from "../../../core/relationships/introductions/suggest-introductions";
import { words } from "../../../core/words/words";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import type { PluginHost } from "../../plugin-host";
import { openLineForm } from "../../forms/relationships/line-form-modal";
import type { GardenPage } from "./garden-view";
import { drawMore, pageOf } from "./page-of";
import { joined } from "../../../core/words/parts";
import { drawActs, drawNone, drawRow, drawRows } from "./list-rows";

const MADE_SHOWN = 10;

/**
 * The tab of introductions: open ones, how those went that were made, pairs who could help each other, and who
 * introduced whom.
 */
export function drawIntroductions(el: HTMLElement, { host, introductions, suggestions, redraw }: GardenPage): void {
  const say = disambiguateNames(host.index.people());
  const pairOf: SayPair = ({ a, b }) => words.introductions.pair(say(a), say(b));
  el.createEl("h2", { text: words.introductions.title });
  const open = introductions.filter((one) => one.open);
  drawOpen(el, host, pageOf("introductions", open), pairOf);
  drawMore(el, "introductions", open, redraw);
  drawMade(
    el,
    host,
    introductions.filter((one) => !one.open),
    pairOf,
  );
  drawSuggested(el, host, suggestions, pairOf);
  const introduced = host.index
    .people()
    .flatMap((one) =>
      one.introducedBy === null ? [] : [{ text: words.introductions.by(say(one), one.introducedBy), path: one.path }],
    );
  if (introduced.length === 0) return;
  el.createEl("h2", { text: words.introductions.introduced });
  rows(
    el,
    pageOf("introduced", introduced),
    ({ text }) => ({ name: text, detail: "" }),
    () => undefined,
  );
  drawMore(el, "introduced", introduced, redraw);
}

function drawOpen(el: HTMLElement, host: PluginHost, open: readonly Introduction[], pairOf: SayPair): void {
  const { acts, done, states } = words.introductions;
  if (open.length === 0) drawNone(el, words.introductions.none);
  rows(
    el,
    open,
    (one) => ({ name: pairOf(one), detail: [states[one.state], one.why, dayOf(one.day)] }),
    (row, one) => {
      if (one.state === "planned")
        act(
          row,
          acts.asked,
          pairOf(one),
          () =>
            void host.runner.perform(
              () => done.asked,
              (context) => moveIntroduction(context, one.id, "asked"),
            ),
        );
      act(
        row,
        acts.made,
        pairOf(one),
        () =>
          void host.runner.perform(
            () => done.made,
            (context) => moveIntroduction(context, one.id, "made"),
          ),
      );
      act(
        row,
        acts.drop,
        pairOf(one),
        () =>
          void host.runner.perform(
            () => done.drop,
            (context) => dropIntroduction(context, one.id),
          ),
      );
    },
  );
}

/** Those that were made: first those of which it is time to ask, then the latest. */
function drawMade(el: HTMLElement, host: PluginHost, made: readonly Introduction[], pairOf: SayPair): void {
  if (made.length === 0) return;
  const today = todayHere();
  const isTime = ({ askOn }: Introduction): boolean => askOn !== null && askOn <= today;
  el.createEl("h2", { text: words.introductions.made });
  const sorted = [...made].sort(
    (a, b) => Number(isTime(b)) - Number(isTime(a)) || ((a.madeOn ?? "") > (b.madeOn ?? "") ? -1 : 1),
  );
  rows(
    el,
    sorted.slice(0, MADE_SHOWN),
    (one) => ({
      name: pairOf(one),
      detail: [
        one.went === null ? (isTime(one) ? words.introductions.howDidItGo : "") : words.introductions.wentSo(one.went),
        one.why,
        dayOf(one.madeOn),
      ],
    }),
    (row, one) => {
      if (one.went === null)
        act(row, words.introductions.acts.went, pairOf(one), () => {
          openLineForm(host, wentForm(one));
        });
    },
  );
}

function drawSuggested(
  el: HTMLElement,
  host: PluginHost,
  suggested: readonly SuggestedIntroduction[],
  pairOf: SayPair,
): void {
  el.createEl("h2", { text: words.introductions.suggested });
  if (suggested.length === 0) drawNone(el, words.introductions.noSuggestions);
  rows(
    el,
    suggested,
    (one) => ({ name: pairOf(one), detail: [one.why] }),
    (row, one) => {
      act(row, words.introductions.acts.plan, pairOf(one), () => {
        const [a, b] = [host.index.person(one.a.path), host.index.person(one.b.path)];
        if (a && b) openLineForm(host, introduceForm(host.runner.context(), a, b, escapeMarkdown(one.why)));
      });
    },
  );
}

type Pair = Pick<Introduction, "a" | "b">;

/** Says both of a pair; two of one name are told apart. */
type SayPair = (pair: Pair) => string;

function dayOf(day: CivilDate | null): string {
  return day === null ? "" : dayHere(day);
}

function act(row: HTMLElement, label: string, pair: string, run: () => void): void {
  const name = words.introductions.actFor(label, pair);
  row
    .createEl("button", { text: label, attr: { "aria-label": name, "data-focus": name } })
    .addEventListener("click", run);
}

function rows<Item>(
  el: HTMLElement,
  items: readonly Item[],
  said: (item: Item) => { name: string; detail: string | readonly string[] },
  actsOf: (acts: HTMLElement, item: Item) => void,
): void {
  if (items.length === 0) return;
  const list = drawRows(el);
  for (const item of items) {
    const { name, detail } = said(item);
    actsOf(drawActs(drawRow(list, name, typeof detail === "string" ? detail : joined(detail, " · "))), item);
  }
}
