import { pluginSizes } from "./plugin-sizes.mjs";
import { printTable } from "./measure.mjs";

/** What main.js is made of, minified, and what the tests hold it to. */
export async function benchSize() {
  const { total, own, libraries } = await pluginSizes();
  const rows = [["main.js", total / 1000, "at most 700"], ["our own code", own / 1000, "at most 250"], ...libraries.map(({ name, bytes }) => [name, bytes / 1000, ""])];
  printTable("Size of the plugin, minified (kB)", ["", "kB", ""], rows);
}
