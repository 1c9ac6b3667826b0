/** A chart of bars, decided without a screen: what it says, and the table that says the same. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** One sentence with what it shows, for whoever does not see it. */
  readonly summary: string;
  readonly kind: "columns" | "bars";
  /** What the first column of the table holds. */
  readonly labelName: string;
  /** One name for each value of a row; they are stacked, unless side by side. */
  readonly series: readonly string[];
  readonly sideBySide?: true;
  readonly rows: readonly ChartRow[];
  /** A line across, such as what a week holds. */
  readonly mark: { readonly name: string; readonly value: number } | null;
}

export interface ChartRow {
  readonly label: string;
  /** Under the bar; "" where there is no room for every label. */
  readonly shortLabel: string;
  readonly values: readonly number[];
}

export interface ChartBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
  readonly title: string;
}

export interface ChartText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
}

/** Where everything stands, in units of the drawing; y grows downwards. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly ChartBar[];
  readonly grid: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
  readonly mark: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } | null;
  readonly texts: readonly ChartText[];
}

const WIDTH = 640;
/** A drawing narrower than this has no room for what it says. */
const LEAST_WIDTH = 220;
const COLUMNS = { height: 200, left: 36, top: 12, bottom: 24, right: 8 };
const BARS = { row: 30, left: 150, right: 52, top: 4, bottom: 4 };
/** About as wide as a letter, and as a short label with its gap. */
const LETTER = 6.6;
const LABEL = 40;

/** Lays a chart out for a width in pixels, so that its letters keep their size on a phone and in a sidebar. */
export function layoutChart(chart: Chart, width: number = WIDTH): ChartLayout {
  const wide = Math.max(LEAST_WIDTH, Math.min(WIDTH, Math.round(width)));
  return chart.kind === "columns" ? columns(chart, wide) : bars(chart, wide);
}

/** The greatest height that a row reaches, at least 1. */
function topOf(chart: Chart): number {
  const heights = chart.rows.map(({ values }) =>
    chart.sideBySide ? Math.max(0, ...values) : values.reduce((sum, value) => sum + value, 0),
  );
  return Math.max(1, chart.mark?.value ?? 0, ...heights);
}

function columns(chart: Chart, width: number): ChartLayout {
  const { height, left, top, bottom, right } = COLUMNS;
  const most = niceTop(topOf(chart));
  const scale = (height - top - bottom) / most;
  const base = height - bottom;
  const slot = (width - left - right) / Math.max(1, chart.rows.length);
  const gap = Math.min(6, slot * 0.25);
  const found: ChartBar[] = [];
  const texts: ChartText[] = [];
  let labelled = -Infinity;
  chart.rows.forEach((row, index) => {
    const from = left + index * slot + gap / 2;
    const wide = slot - gap;
    const share = chart.sideBySide ? wide / chart.series.length : wide;
    let stacked = 0;
    row.values.forEach((value, series) => {
      const high = value * scale;
      if (value > 0)
        found.push({
          x: from + (chart.sideBySide ? series * share : 0),
          y: base - stacked - high,
          width: Math.max(1, share - (chart.sideBySide ? 1 : 0)),
          height: high,
          series,
          title: titleOf(chart, row, series),
        });
      if (!chart.sideBySide) stacked += high;
    });
    const middle = from + wide / 2;
    if (row.shortLabel === "" || middle - labelled < Math.max(LABEL, row.shortLabel.length * LETTER + 6)) return;
    texts.push({ x: middle, y: height - 7, text: row.shortLabel, anchor: "middle" });
    labelled = middle;
  });
  const ticks = [0, most / 2, most];
  for (const tick of ticks)
    if (Number.isInteger(tick))
      texts.push({ x: left - 6, y: base - tick * scale + 4, text: String(tick), anchor: "end" });
  const across = (value: number): { x1: number; y1: number; x2: number; y2: number } => ({
    x1: left,
    y1: base - value * scale,
    x2: width - right,
    y2: base - value * scale,
  });
  return { width, height, bars: found, grid: ticks.map(across), mark: chart.mark && across(chart.mark.value), texts };
}

function bars(chart: Chart, width: number): ChartLayout {
  const { row: rowHeight, right, top, bottom } = BARS;
  const left = Math.min(BARS.left, Math.round(width * 0.36));
  const scale = (width - left - right) / topOf(chart);
  const found: ChartBar[] = [];
  const texts: ChartText[] = [];
  chart.rows.forEach((row, index) => {
    const y = top + index * rowHeight;
    const thick = (rowHeight - 10) / (chart.sideBySide ? chart.series.length : 1);
    let at = left;
    row.values.forEach((value, series) => {
      if (value > 0)
        found.push({
          x: chart.sideBySide ? left : at,
          y: y + 5 + (chart.sideBySide ? series * thick : 0),
          width: value * scale,
          height: thick - (chart.sideBySide ? 1 : 0),
          series,
          title: titleOf(chart, row, series),
        });
      at += value * scale;
    });
    const longest = chart.sideBySide ? Math.max(0, ...row.values) : row.values.reduce((sum, value) => sum + value, 0);
    texts.push(
      { x: left - 8, y: y + rowHeight / 2 + 4, text: fitted(row.label, left - 8), anchor: "end" },
      { x: left + longest * scale + 6, y: y + rowHeight / 2 + 4, text: row.values.join(" / "), anchor: "start" },
    );
  });
  const height = top + bottom + chart.rows.length * rowHeight;
  return {
    width,
    height,
    bars: found,
    grid: [{ x1: left, y1: top, x2: left, y2: height - bottom }],
    mark: null,
    texts,
  };
}

/** A label cut to a width in pixels. */
function fitted(label: string, width: number): string {
  const most = Math.max(4, Math.floor(width / LETTER));
  const letters = Array.from(label);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : label;
}

function titleOf(chart: Chart, row: ChartRow, series: number): string {
  return `${row.label}, ${chart.series[series] ?? ""}: ${row.values[series] ?? 0}`;
}

/** The next even number that is easy to read: 2, 4, 6, 8, 10, 20, 30 … */
function niceTop(most: number): number {
  const step = most <= 10 ? 2 : most <= 100 ? 10 : 10 ** (String(Math.ceil(most)).length - 1);
  return Math.ceil(most / step) * step;
}
