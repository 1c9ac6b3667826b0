import { build } from "esbuild";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./bundle.mjs";
import { printTable } from "./measure.mjs";

/** First paint, elements and a keystroke of the panel in Chromium, over the host of the browser tests. */
export async function benchPanel({ sizes, rounds }) {
  await build({ entryPoints: [join(root, "src/main.ts")], outfile: join(root, "main.js"), ...(await import("../../esbuild.config.mjs")).plugin, absWorkingDir: root, logLevel: "error" });
  // Beside the host's own files, as these find each other by their place.
  const outfile = join(root, `tests/host/.bench-${process.pid}.mjs`);
  const besides = { name: "besides", setup: (one) => one.onResolve({ filter: /\.mjs$/ }, ({ path }) => ({ path: path.startsWith("./") ? path : path.replace(/^(?:\.\.\/)+host\//, "./"), external: true })) };
  await build({ entryPoints: [join(root, "tests/bench/measure-panel.mts")], outfile, bundle: true, format: "esm", platform: "node", packages: "external", plugins: [besides], logLevel: "error" });
  try {
    const { measurePanel } = await import(pathToFileURL(outfile).href);
    const rows = [];
    for (const size of [100, ...sizes.filter((one) => one > 100)]) rows.push(await measurePanel(size, rounds));
    printTable("Panel in Chromium (ms of script, median)", ["people", "to everybody listed", "opening to painted", "keystroke", "elements", "files read at 1st start", "at 2nd"], rows);
    console.log(`  opening at ${rows.at(-1)[0]} people against 100: ${(rows.at(-1)[2] / rows[0][2]).toFixed(2)} times`);
  } finally {
    rmSync(outfile, { force: true });
  }
}
