import { standingRules } from "../../../core/actions/list-due";
import { readCadence } from "../../../core/cadence/cadence";
import { capacityOf, type Capacity, type WhatIf } from "../../../core/relationships/capacity/capacity";
import { circlesChart, driftChart, loadChart, yearChart } from "../../../core/relationships/garden/garden-model";
import { words } from "../../../core/words/words";
import { todayHere } from "../../vault/calendar-day";
import { drawChart } from "./draw-chart";
import type { GardenPage } from "./garden-view";

const CADENCES = ["every week", "every 2 weeks", "every month", "every 6 weeks", "every 2 months", "every 3 months", "every 6 months", "every year", "none"];

/** What is thought of, and which tables stand open: kept while the view is redrawn. */
const asked = { circle: "", cadence: "" };
const openTables = new Set<string>();

/** The tab with the whole picture. */
export function drawGarden(el: HTMLElement, { host, redraw }: GardenPage): void {
  const [people, settings, today] = [host.index.people(), host.settings.get(), todayHere()];
  const rules = standingRules(settings);
  const capacity = capacityOf(people, rules, settings.relationships.weeklyTouches, today, whatIf());
  const draw = (chart: Parameters<typeof drawChart>[1]): void => {
    drawChart(el, chart, openTables.has(chart.id), (isOpen) => {
      if (isOpen) openTables.add(chart.id);
      else openTables.delete(chart.id);
    });
  };
  draw(circlesChart(people, rules, today));
  draw(yearChart(people, today));
  drawLoad(el, capacity);
  drawWhatIf(el, settings.circles.map(({ name }) => name), redraw);
  draw(loadChart(capacity));
  drawDays(el, capacity);
  draw(driftChart(people, rules, today));
}

function drawLoad(el: HTMLElement, capacity: Capacity): void {
  const { title, asked: asks, made, budget, perWeek, over, fits, changed, newAndOld } = words.capacity;
  el.createEl("h2", { text: title });
  const list = el.createEl("dl", { cls: "reconnect-load" });
  const fact = (name: string, value: string): void => {
    const item = list.createDiv();
    item.createEl("dt", { text: name });
    item.createEl("dd", { text: value });
  };
  fact(asks, perWeek(capacity.asked));
  if (capacity.askedChanged !== null) fact(changed, perWeek(capacity.askedChanged));
  fact(made, perWeek(capacity.made));
  fact(budget, perWeek(capacity.budget));
  const need = capacity.askedChanged ?? capacity.asked;
  el.createEl("p", { cls: "reconnect-load-said", text: need > capacity.budget ? over(Math.round((need - capacity.budget) * 10) / 10) : fits, attr: { role: "status" } });
  el.createEl("p", { cls: "reconnect-rel-detail", text: newAndOld(capacity.newPeople, capacity.tended) });
}

function drawWhatIf(el: HTMLElement, circles: readonly string[], redraw: () => void): void {
  const row = el.createDiv({ cls: "reconnect-what-if" });
  row.createSpan({ text: words.capacity.whatIf });
  const choose = (key: "circle" | "cadence", label: string, options: readonly string[]): void => {
    const select = row.createEl("select", { cls: "dropdown", attr: { "aria-label": `${words.capacity.whatIf}: ${label}`, "data-focus": `what-if ${key}` } });
    for (const value of ["", ...options]) select.createEl("option", { value, text: value === "" ? words.capacity.noChange : value });
    select.value = asked[key];
    select.addEventListener("change", () => {
      asked[key] = select.value;
      redraw();
    });
  };
  choose("circle", words.capacity.whatIfCircle, circles);
  row.createSpan({ text: words.capacity.whatIfCadence });
  choose("cadence", words.capacity.whatIfCadence, CADENCES);
}

function drawDays(el: HTMLElement, capacity: Capacity): void {
  if (capacity.days.length === 0) return;
  el.createEl("h3", { text: words.capacity.days });
  el.createEl("p", { cls: "reconnect-rel-detail", text: words.capacity.daysAbout });
  const list = el.createEl("ul", { cls: "reconnect-rel-rows" });
  for (const { date, people } of capacity.days) {
    const item = list.createEl("li", { cls: "reconnect-rel-day" });
    item.createSpan({ cls: "reconnect-rel-name", text: date });
    item.createSpan({ text: people.map(({ name }) => name).join(", ") });
  }
}

function whatIf(): WhatIf | null {
  const cadence = readCadence(asked.cadence);
  return asked.circle === "" || cadence.kind !== "value" ? null : { kind: "circle", circle: asked.circle, cadence: cadence.value };
}
