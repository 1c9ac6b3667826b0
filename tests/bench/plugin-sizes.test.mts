import { expect, it } from "vitest";
import { pluginSizes } from "./plugin-sizes.mjs";

it("the plugin stays small enough for a phone, and every library in it is known", async () => {
  const { total, own, libraries } = await pluginSizes();
  expect(total).toBeLessThanOrEqual(700_000);
  expect(own).toBeLessThanOrEqual(420_000);
  const known = ["luxon", "rrule", "tslib", "chrono-node", "ical.js", "papaparse", "minisearch", "jsonc-parser", "fflate"];
  expect(libraries.map(({ name }: { name: string }) => name).filter((name: string) => !known.includes(name))).toEqual([]);
});
