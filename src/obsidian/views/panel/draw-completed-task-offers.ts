import { setIcon } from "obsidian";
import { noteName } from "../../../core/people/people-rules";
import type { UndatedCompletion } from "../../../core/today/undated-completions";
import { words } from "../../../core/words/words";

/** What can be done with ticks without a day. */
export interface TickHandlers {
  readonly log: (tick: UndatedCompletion) => void;
  readonly logOn: (tick: UndatedCompletion) => void;
  readonly leave: (ticks: readonly UndatedCompletion[]) => void;
  readonly open: (tick: UndatedCompletion, newLeaf: boolean) => void;
  readonly showAll: () => void;
}

/**
 * Draws the offers anew, nothing where there are none. The keyboard stays where it was, or goes to the row that took
 * its place.
 */
export function drawCompletedTaskOffers(
  el: HTMLElement,
  ticks: readonly UndatedCompletion[],
  limit: number | null,
  handlers: TickHandlers,
): void {
  const active = el.doc.activeElement;
  const focused = active && el.contains(active) ? (active as HTMLElement).dataset["focus"] : undefined;
  const row = active ? [...el.querySelectorAll("li")].findIndex((one) => one.contains(active)) : -1;
  el.empty();
  el.toggleClass("reconnect-ticks", true);
  el.toggle(ticks.length > 0 || limit === null);
  if (ticks.length === 0) {
    el.createEl("p", { text: words.ticks.none });
    return;
  }
  const section = el.createEl("section", { attr: { "aria-label": words.ticks.title } });
  if (limit !== null) section.createEl("h3", { cls: "reconnect-section-title", text: words.ticks.title });
  section.createEl("p", { cls: "reconnect-section-intro", text: words.ticks.intro });
  const list = section.createEl("ul", { cls: "reconnect-rel-rows" });
  for (const tick of ticks.slice(0, limit ?? ticks.length)) drawTick(list, tick, handlers);
  const rest = limit === null ? 0 : ticks.length - limit;
  const acts = section.createDiv({ cls: "reconnect-rel-acts reconnect-ticks-foot" });
  if (rest > 0)
    acts
      .createEl("button", { text: words.ticks.more(rest), attr: { "data-focus": "more" } })
      .addEventListener("click", handlers.showAll);
  if (ticks.length > 1)
    acts
      .createEl("button", { text: words.ticks.leaveAll, attr: { "data-focus": "leave-all" } })
      .addEventListener("click", () => {
        handlers.leave(ticks);
      });
  if (focused === undefined) return;
  const again = el.findAll("[data-focus]").find((one) => one.dataset["focus"] === focused);
  const rows = el.findAll("li");
  (again ?? rows[Math.min(row, rows.length - 1)]?.querySelector<HTMLElement>(".mod-log"))?.focus();
}

function drawTick(list: HTMLElement, tick: UndatedCompletion, handlers: TickHandlers): void {
  const { id, text, path } = tick;
  const item = list.createEl("li", { cls: "reconnect-rel-row" });
  const open = item.createDiv({ cls: "reconnect-rel-text" }).createEl("button", {
    cls: "reconnect-rel-open",
    attr: { "data-focus": `open ${id}`, title: words.ticks.open(noteName(path)) },
  });
  open.createSpan({ cls: "reconnect-rel-name", text, attr: { dir: "auto" } });
  open.createSpan({ cls: "reconnect-rel-detail", text: tickDetail(tick) });
  open.addEventListener("click", (event) => {
    handlers.open(tick, event.ctrlKey || event.metaKey);
  });
  const acts = item.createDiv({ cls: "reconnect-rel-acts" });
  const button = (name: string, label: string, cls: string, onClick: () => void): HTMLButtonElement => {
    const made = acts.createEl("button", {
      cls,
      text: name,
      attr: { "aria-label": label, "data-focus": `${cls} ${id}` },
    });
    made.addEventListener("click", onClick);
    return made;
  };
  button(words.ticks.today, words.ticks.todayFor(text), "mod-log", () => {
    handlers.log(tick);
  });
  button(words.ticks.otherDay, words.ticks.otherDayFor(text), "mod-log-on", () => {
    handlers.logOn(tick);
  });
  setIcon(
    button("", words.ticks.leaveFor(text), "clickable-icon mod-leave", () => {
      handlers.leave([tick]);
    }),
    "x",
  );
}

/** Whom a tick is about, where its words do not say, and the note it stands in. */
function tickDetail({ people, path, text }: UndatedCompletion): string {
  const names = people.map(({ name }) => name).filter((name) => !text.includes(name));
  return names.length === 0 || people.some((person) => person.path === path)
    ? words.ticks.inNote(noteName(path))
    : words.ticks.detail(names.join(", "), noteName(path));
}
