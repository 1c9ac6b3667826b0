import { meetAction } from "../../../core/actions/meet.action";
import { standingRules } from "../../../core/today/standing";
import type { FoundFollowUp } from "../../../core/today/find-follow-ups";
import { groupByDay, groupByPerson } from "../../../core/lists/group-follow-ups";
import { plainWords } from "../../../core/tasks/linked-names";
import { coffeeWith } from "../../../core/relationships/coffee/coffee-with";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { askFollowUpDay, tickFollowUp } from "../../forms/follow-up-acts";
import type { GardenPage } from "./garden-view";
import { drawMore, pageOf } from "./page-of";
import { joined } from "../../../core/words/parts";
import { drawNone, drawOpener, drawRow, drawRows } from "./list-rows";

let grouping: "byDay" | "byPerson" = "byDay";

/** The tab of promises and plans, and of whom to see by place. */
export function drawFollowUps(el: HTMLElement, { host, followUps, redraw }: GardenPage): void {
  const head = el.createDiv({ cls: "reconnect-garden-head" });
  head.createEl("h2", { text: words.followUps.title });
  const choice = head.createEl("select", {
    cls: "dropdown",
    attr: { "aria-label": words.followUps.grouping, "data-focus": "grouping" },
  });
  for (const one of ["byDay", "byPerson"] as const)
    choice.createEl("option", { value: one, text: words.followUps[one] });
  choice.value = grouping;
  choice.addEventListener("change", () => {
    grouping = choice.value === "byPerson" ? "byPerson" : "byDay";
    redraw();
  });
  if (followUps.length === 0) drawNone(el, words.followUps.none);
  const shown = pageOf("follow-ups", followUps);
  const groups = grouping === "byDay" ? groupByDay(shown) : groupByPerson(shown, host.index.people());
  for (const { title, rows } of groups) {
    el.createEl("h3", { text: title });
    const list = drawRows(el);
    for (const row of rows) drawFollowUp(list, row, host, title);
  }
  drawMore(el, "follow-ups", followUps, redraw);
  drawCoffee(el, host);
}

function drawFollowUp(list: HTMLElement, row: FoundFollowUp, host: PluginHost, group: string): void {
  const { acts } = words.followUps;
  const item = list.createEl("li", { cls: "reconnect-rel-row" });
  const text = plainWords(row.text);
  const focus = `${group} ${row.path} ${row.id}`;
  const box = item.createEl("label", { cls: "reconnect-rel-tick" }).createEl("input", {
    type: "checkbox",
    cls: "reconnect-rel-box",
    attr: { "aria-label": acts.tick(text), "data-focus": `tick ${focus}` },
  });
  box.addEventListener("change", () => {
    box.checked = false;
    tickFollowUp(host, row);
  });
  const when = row.daysLate === null ? "" : words.followUps.day(row.daysLate);
  drawOpener(
    item,
    text,
    joined([row.name, words.followUps.kinds[row.kind], when], " · "),
    `open ${focus}`,
    (isNewTab) => void host.runner.openNote(row.path, row.line, isNewTab),
  );
  const move = item.createEl("button", {
    text: words.followUps.move,
    attr: { "aria-label": acts.move(text), "data-focus": `move ${focus}` },
  });
  move.addEventListener("click", () => {
    askFollowUpDay(host, row);
  });
}

/** A place shows this many people. */
const PEOPLE_SHOWN = 5;

/** Which places stand open: kept while the view is redrawn. */
const openPlaces = new Set<string>();

function drawCoffee(el: HTMLElement, host: PluginHost): void {
  const places = coffeeWith(host.index.people(), standingRules(host.settings.get()), todayHere(), "", dayHere);
  if (places.length === 0) return;
  el.createEl("h2", { text: words.followUps.coffee });
  drawNone(el, words.followUps.coffeeAbout);
  for (const { place, people } of places) {
    const box = el.createEl("details", { cls: "reconnect-rel-place" });
    box.open = openPlaces.has(place);
    // A click says it before the box does: a redraw may come in between.
    box.createEl("summary", { text: `${place} (${people.length})` }).addEventListener("click", () => {
      if (!openPlaces.delete(place)) openPlaces.add(place);
    });
    const list = drawRows(box);
    for (const reach of people.slice(0, PEOPLE_SHOWN)) {
      const plan = drawRow(list, reach.name, reach.why).createEl("button", {
        text: words.followUps.plan,
        attr: { "aria-label": words.followUps.planWith(reach.name) },
      });
      plan.addEventListener("click", () => {
        const person = host.index.person(reach.path);
        if (person) host.do(meetAction.row.does, { people: [person] });
      });
    }
  }
}
