import { layoutChart, type Chart } from "../../../core/lists/chart";
import { words } from "../../../core/words/words";

/** Draws a chart from its model: a picture with a name, a legend, and its table. */
export function drawChart(el: HTMLElement, chart: Chart, isOpen: boolean, onToggle: (isOpen: boolean) => void): void {
  const figure = el.createEl("figure", {
    cls: `reconnect-chart reconnect-chart-${chart.id}`,
    attr: { "aria-labelledby": captionId(chart) },
  });
  figure.createEl("figcaption", { text: chart.title, attr: { id: captionId(chart) } });
  figure.createEl("p", { cls: "reconnect-rel-detail", text: chart.summary });
  if (chart.rows.length === 0) return;
  drawPicture(figure, chart);
  drawLegend(figure, chart);
  drawTable(figure, chart, isOpen, onToggle);
}

function drawPicture(el: HTMLElement, chart: Chart): void {
  const layout = layoutChart(chart, el.clientWidth || undefined);
  const title = `reconnect-chart-title-${chart.id}`;
  const svg = el.createSvg("svg", {
    attr: { viewBox: `0 0 ${layout.width} ${layout.height}`, role: "img", "aria-labelledby": title },
  });
  svg.createSvg("title", { attr: { id: title } }).textContent = `${chart.title}: ${chart.summary}`;
  const hatch = `reconnect-hatch-${chart.id}`;
  const pattern = svg.createSvg("defs").createSvg("pattern", {
    attr: { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
  });
  pattern.createSvg("rect", { cls: "reconnect-hatch-ground", attr: { width: 6, height: 6 } });
  pattern.createSvg("rect", { cls: "reconnect-hatch-line", attr: { width: 3, height: 6 } });
  for (const { x1, y1, x2, y2 } of layout.grid)
    svg.createSvg("line", { cls: "reconnect-chart-grid", attr: { x1, y1, x2, y2 } });
  for (const { x, y, width, height, series, title } of layout.bars) {
    const bar = svg.createSvg("rect", {
      cls: `reconnect-chart-bar is-series-${series}`,
      attr: { x, y, width, height, ...(series === 1 ? { fill: `url(#${hatch})` } : {}) },
    });
    bar.createSvg("title").textContent = title;
  }
  if (layout.mark) svg.createSvg("line", { cls: "reconnect-chart-mark", attr: { ...layout.mark } });
  for (const { x, y, text, anchor } of layout.texts)
    svg.createSvg("text", { cls: "reconnect-chart-text", attr: { x, y, "text-anchor": anchor } }).textContent = text;
}

function drawLegend(el: HTMLElement, chart: Chart): void {
  if (chart.series.length < 2 && !chart.mark) return;
  const legend = el.createDiv({ cls: "reconnect-chart-legend" });
  chart.series.forEach((name, series) => {
    const entry = legend.createSpan();
    entry.createSpan({ cls: `reconnect-chart-key is-series-${series}`, attr: { "aria-hidden": "true" } });
    entry.createSpan({ text: name });
  });
  if (!chart.mark) return;
  const entry = legend.createSpan();
  entry.createSpan({ cls: "reconnect-chart-key is-mark", attr: { "aria-hidden": "true" } });
  entry.createSpan({ text: chart.mark.name });
}

function drawTable(el: HTMLElement, chart: Chart, isOpen: boolean, onToggle: (isOpen: boolean) => void): void {
  const box = el.createEl("details");
  box.open = isOpen;
  box.addEventListener("toggle", () => {
    onToggle(box.open);
  });
  box.createEl("summary", { text: words.charts.asTable, attr: { "data-focus": `table ${chart.id}` } });
  const table = box.createEl("table", { attr: { "aria-labelledby": captionId(chart) } });
  const head = table.createEl("thead").createEl("tr");
  for (const name of [chart.labelName, ...chart.series]) head.createEl("th", { text: name, attr: { scope: "col" } });
  const body = table.createEl("tbody");
  for (const { label, values } of chart.rows) {
    const line = body.createEl("tr");
    line.createEl("th", { text: label, attr: { scope: "row" } });
    for (const value of values) line.createEl("td", { text: String(value) });
  }
}

/** An `aria-label` would also show as a tooltip over the whole chart. */
function captionId({ id }: Chart): string {
  return `reconnect-chart-${id}`;
}
