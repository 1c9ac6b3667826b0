import { getLanguage } from "obsidian";
import { standingRules } from "../../../core/actions/list-due";
import { capacityOf } from "../../../core/relationships/capacity/capacity";
import { circlesChart, driftChart, loadChart, yearChart } from "../../../core/relationships/garden/garden-model";
import { todayHere } from "../../vault/calendar-day";
import { drawChart } from "./draw-chart";
import { drawDays, drawLoad } from "./draw-load";
import { drawWhatIf, whatIfAsked } from "./draw-what-if";
import type { GardenPage } from "./garden-view";

/** Which tables stand open: kept while the view is redrawn. */
const openTables = new Set<string>();

/** The tab with the whole picture. */
export function drawGarden(el: HTMLElement, page: GardenPage): void {
  const { host } = page;
  const [people, settings, today] = [host.index.people(), host.settings.get(), todayHere()];
  const rules = standingRules(settings);
  const capacity = capacityOf(people, rules, settings.relationships.weeklyTouches, today, whatIfAsked(host));
  const draw = (chart: Parameters<typeof drawChart>[1]): void => {
    drawChart(el, chart, openTables.has(chart.id), (isOpen) => {
      if (isOpen) openTables.add(chart.id);
      else openTables.delete(chart.id);
    });
  };
  draw(circlesChart(people, rules, today));
  draw(yearChart(people, today, getLanguage()));
  drawLoad(el, capacity);
  drawWhatIf(el, page);
  draw(loadChart(capacity, getLanguage()));
  drawDays(el, capacity, today);
  draw(driftChart(people, rules, today));
}
