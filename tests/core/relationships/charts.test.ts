import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingRules } from "../../../src/core/today/standing";
import { capacityOf } from "../../../src/core/today/capacity";
import { layoutChart, type Chart } from "../../../src/core/lists/chart";
import { circlesChart, driftChart, loadChart, yearChart } from "../../../src/core/lists/garden-model";
import { day, personWithLog, SETTINGS } from "../../support/person-with-log";

const TODAY = day("2026-11-22");
const rules = standingRules(SETTINGS);
const people = [
  personWithLog("Ada", "circle: close", "- 2026-11-21 ← letter\n- 2026-11-20 → call\n- 2025-11-20 call"),
  personWithLog("Bo", "circle: Close", "- 2026-01-02 ↔ coffee"),
  personWithLog("Cy", "place: Rome"),
  personWithLog("Di", "circle: close\nclosed: true", "- 2026-01-02 ↔ coffee"),
];
const table = (chart: Chart): unknown[] => chart.rows.map(({ label, values }) => [label, ...values]);

describe("the charts of the garden", () => {
  it("circles: within their time, and whose day has come; nobody closed", () => {
    expect(table(circlesChart(people, rules, TODAY))).toEqual([
      ["close", 1, 1],
      ["no circle", 1, 0],
    ]);
  });

  it("a year: fifty-two weeks that end today, yours and theirs", () => {
    const { rows } = yearChart(people, TODAY);
    expect([rows.length, rows.at(-1)?.label, rows.at(-1)?.values]).toEqual([52, "week from 2026-11-16", [1, 1]]);
    expect(rows.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0)).toBe(4);
  });

  it("load: twelve weeks, with what a week holds across", () => {
    const chart = loadChart(capacityOf(people, rules, 3, TODAY));
    expect([chart.rows.length, chart.mark?.value, chart.series.length]).toEqual([12, 3, 1]);
  });

  it("drift: weeks since beside weeks wanted", () => {
    expect(table(driftChart(people, rules, TODAY))).toEqual([["Bo", 46, 6]]);
  });

  it("are empty where nobody is", () => {
    expect(table(circlesChart([], rules, TODAY))).toEqual([]);
    expect(yearChart([], TODAY).summary).toContain("0 touches");
  });

  it("keep every bar inside the drawing, as long as its value says, whatever the values", () => {
    const kind = fc.constantFrom("columns" as const, "bars" as const);
    fc.assert(
      fc.property(
        kind,
        fc.boolean(),
        fc.constantFrom(220, 344, 640),
        fc.array(fc.tuple(fc.nat(5_000), fc.nat(5_000)), { minLength: 1, maxLength: 52 }),
        (shape, beside, across, values) => {
          const rows = values.map((pair, index) => ({ label: `${index}`, shortLabel: "", values: pair }));
          const chart: Chart = {
            id: "x",
            title: "x",
            summary: "",
            kind: shape,
            labelName: "",
            series: ["a", "b"],
            ...(beside ? { sideBySide: true as const } : {}),
            rows,
            mark: null,
          };
          const { bars, width, height } = layoutChart(chart, across);
          expect(width).toBe(across);
          expect(bars.length).toBe(values.flat().filter((value) => value > 0).length);
          for (const bar of bars) {
            expect(bar.x).toBeGreaterThanOrEqual(0);
            expect(bar.x + bar.width).toBeLessThanOrEqual(width + 0.001);
            expect(bar.y).toBeGreaterThanOrEqual(-0.001);
            expect(bar.y + bar.height).toBeLessThanOrEqual(height + 0.001);
          }
          const long = (bar: (typeof bars)[number]): number => (shape === "columns" ? bar.height : bar.width);
          const shown = values.flat().filter((value) => value > 0);
          const unit = shown.length > 0 && bars[0] ? long(bars[0]) / (shown[0] ?? 1) : 1;
          bars.forEach((bar, index) => {
            expect(long(bar)).toBeCloseTo((shown[index] ?? 0) * unit, 3);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
