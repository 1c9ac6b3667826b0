import { getLanguage } from "obsidian";
import { standingRules } from "../../../core/today/standing";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import { capacityOf, type Capacity } from "../../../core/today/capacity";
import type { Chart } from "../../../core/lists/chart";
import { circlesChart, driftChart, loadChart, yearChart } from "../../../core/lists/garden-model";
import type { PluginHost } from "../../plugin-host";
import { todayHere } from "../../adapter/calendar-day";
import { timeSlices } from "../../adapter/time-slices";
import { drawChart } from "./draw-chart";
import { drawDays, drawLoad } from "./draw-load";
import { drawWhatIf, whatIfAsked } from "./draw-what-if";
import type { GardenPage } from "./garden-view";

/** Which tables stand open: kept while the view is redrawn. */
const openTables = new Set<string>();

/** What the tab shows, computed from everyone. */
export interface WholePicture {
  readonly capacity: Capacity;
  readonly charts: Readonly<Record<"circles" | "year" | "load" | "drift", Chart>>;
}

/** Computes it part by part: each reads everyone, and the screen updates between them. */
export async function wholePicture(host: PluginHost, today: CivilDate): Promise<WholePicture> {
  const [people, settings] = [host.index.people(), host.settings.get()];
  const rules = standingRules(settings);
  const slices = timeSlices();
  const part = async <Of>(compute: () => Of): Promise<Of> => {
    const made = compute();
    await slices.yieldToUi();
    return made;
  };
  const circles = await part(() => circlesChart(people, rules, today));
  const year = await part(() => yearChart(people, today, getLanguage()));
  const capacity = await part(() =>
    capacityOf(people, rules, settings.relationships.weeklyTouches, today, whatIfAsked(host)),
  );
  const load = await part(() => loadChart(capacity, getLanguage()));
  return { capacity, charts: { circles, year, load, drift: driftChart(people, rules, today) } };
}

/** The tab with the whole picture. */
export function drawGarden(el: HTMLElement, page: GardenPage): void {
  if (!page.picture) return;
  const { capacity, charts } = page.picture;
  const draw = (chart: Chart): void => {
    drawChart(el, chart, openTables.has(chart.id), (isOpen) => {
      if (isOpen) openTables.add(chart.id);
      else openTables.delete(chart.id);
    });
  };
  draw(charts.circles);
  draw(charts.year);
  drawLoad(el, capacity);
  drawWhatIf(el, page);
  draw(charts.load);
  drawDays(el, capacity, todayHere());
  draw(charts.drift);
}
