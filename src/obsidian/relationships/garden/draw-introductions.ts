import { moveIntroduction } from "../../../core/actions/introduce";
import { introductionsOf, type Introduction } from "../../../core/relationships/introductions/introductions";
import { suggestIntroductions } from "../../../core/relationships/introductions/suggest-introductions";
import { words } from "../../../core/words/words";
import { todayHere } from "../../vault/calendar-day";
import { openIntroduceForm } from "../introduce-form";
import type { GardenPage } from "./garden-view";

const SUGGESTED = 10;
const MADE_SHOWN = 10;

/** The tab of introductions: open ones, pairs who could help each other, and who introduced whom. */
export function drawIntroductions(el: HTMLElement, { host }: GardenPage): void {
  const people = host.index.people();
  const { store } = host.desk.context();
  const resolve = (target: string, from: string): string | null => store.resolveLink(target, from);
  const all = introductionsOf(people, resolve);
  el.createEl("h2", { text: words.introductions.title });
  const open = all.filter((one) => one.open);
  if (open.length === 0) el.createEl("p", { cls: "reconnect-rel-empty", text: words.introductions.none });
  rows(el, open, (one) => ({ name: words.introductions.pair(one.a.name, one.b.name), detail: detailOf(one) }), (acts, one) => {
    for (const state of one.state === "planned" ? (["asked", "made"] as const) : (["made"] as const)) {
      const label = words.introductions.acts[state];
      const button = acts.createEl("button", { text: label, attr: { "aria-label": words.introductions.actFor(label, words.introductions.pair(one.a.name, one.b.name)) } });
      button.addEventListener("click", () => void host.desk.act(words.introductions.done[state], (context) => moveIntroduction(context, one.id, state)));
    }
  });
  el.createEl("h2", { text: words.introductions.suggested });
  const suggested = suggestIntroductions(people, resolve, todayHere()).slice(0, SUGGESTED);
  if (suggested.length === 0) el.createEl("p", { cls: "reconnect-rel-empty", text: words.introductions.noSuggestions });
  rows(el, suggested, (one) => ({ name: words.introductions.pair(one.a.name, one.b.name), detail: one.why }), (acts, one) => {
    const label = words.introductions.acts.plan;
    const button = acts.createEl("button", { text: label, attr: { "aria-label": words.introductions.actFor(label, words.introductions.pair(one.a.name, one.b.name)) } });
    button.addEventListener("click", () => {
      const [a, b] = [host.index.person(one.a.path), host.index.person(one.b.path)];
      if (a && b) openIntroduceForm(host, a, b, one.why);
    });
  });
  const introduced = people.flatMap(({ name, introducedBy }) => (introducedBy === null ? [] : [words.introductions.by(name, introducedBy)]));
  const made = all.filter((one) => one.state === "made").slice(0, MADE_SHOWN).map((one) => `${words.introductions.made}: ${words.introductions.pair(one.a.name, one.b.name)}`);
  if (introduced.length + made.length === 0) return;
  el.createEl("h2", { text: words.introductions.introduced });
  rows(el, [...made, ...introduced], (text) => ({ name: text, detail: "" }), () => undefined);
}

function detailOf({ state, why, day }: Introduction): string {
  return [words.introductions.states[state], why, day ?? ""].filter((part) => part !== "").join(" · ");
}

function rows<Item>(el: HTMLElement, items: readonly Item[], said: (item: Item) => { name: string; detail: string }, drawActs: (acts: HTMLElement, item: Item) => void): void {
  if (items.length === 0) return;
  const list = el.createEl("ul", { cls: "reconnect-rel-rows" });
  for (const item of items) {
    const { name, detail } = said(item);
    const row = list.createEl("li", { cls: "reconnect-rel-row" });
    const text = row.createDiv({ cls: "reconnect-rel-text" });
    text.createDiv({ cls: "reconnect-rel-name", text: name });
    if (detail !== "") text.createDiv({ cls: "reconnect-rel-detail", text: detail });
    drawActs(row.createDiv({ cls: "reconnect-rel-acts" }), item);
  }
}
