import { build } from "esbuild";
import { join } from "node:path";
import { importBesideHost } from "../host/import-beside-host.mjs";
import { root } from "./bundle.mjs";
import { printTable } from "./measure.mjs";

/** First paint, elements and a keystroke of the panel in Chromium, over the host of the browser tests. */
export async function benchPanel({ sizes, rounds }) {
  await build({
    entryPoints: [join(root, "src/main.ts")],
    outfile: join(root, "main.js"),
    ...(await import("../../esbuild.config.mjs")).plugin,
    absWorkingDir: root,
    logLevel: "error",
  });
  const { measurePanel, traceStarts } = await importBesideHost("tests/bench/measure-panel.mts");
  const all = [];
  for (const size of [100, ...sizes.filter((one) => one > 100)]) all.push(await measurePanel(size, rounds));
  const people = all.map((one) => one.people.toLocaleString("en-US"));
  const row = (name, of) => [name, ...all.map(of)];
  const grown = ([before, after]) => `${before.toFixed(1)}, ${after.toFixed(1)}`;
  printTable(
    "Panel in Chromium (medians; script and main thread: of the processor, the rest: by the clock)",
    ["people", ...people],
    [
      row("layout ready to everybody listed, ms", (one) => one.listed),
      row("longest hold while logs are read, ms", (one) => one.longestHold),
      row("  of a page where nothing happens", (one) => one.idleHold),
      row("notes read at the first start", (one) => one.reads[0]),
      row("notes read at the second", (one) => one.reads[1]),
      row("opening until it is drawn, ms", (one) => one.opening),
      row("  times that of 100", (one) => one.opening / all[0].opening),
      row("  until it is painted and after, ms of the main thread", (one) => one.openingWork),
      row("elements", (one) => one.elements),
      row("a keystroke in search, ms", (one) => one.keystroke),
      row("  the slowest", (one) => one.slowestKeystroke),
      row("  ms of script", (one) => one.keystrokeWork),
      row("one changed note, drawn, ms of script", (one) => one.change),
      row("a frame while 100 px are scrolled in each, slowed 4 times, ms", (one) => one.scroll.fling.median),
      row("  19 of 20 within", (one) => one.scroll.fling.p95),
      row("a frame while 400 px are scrolled in each, slowed 4 times, ms", (one) => one.scroll.drag.median),
      row("  19 of 20 within", (one) => one.scroll.drag.p95),
      row("opening, slowed 6 times, ms", (one) => one.slowed?.opening ?? "-"),
      row("a keystroke, slowed 6 times, ms", (one) => one.slowed?.keystroke ?? "-"),
      row("MB held after 1,000 changes, 10,000", (one) => grown(one.memory.afterChanges)),
      row("MB held after 10 openings, 100", (one) => grown(one.memory.afterOpening)),
      row("listeners after 10 openings, 100", (one) => one.memory.listeners.join(", ")),
      row("nodes after 10 openings, 100", (one) => one.memory.nodes.join(", ")),
    ],
  );
  const traced = [];
  for (const size of sizes)
    for (const [turn, tasks] of (await traceStarts(size)).entries()) traced.push([size, turn, tasks]);
  printTable(
    "Tasks of the main thread from the layout on (ms of its processor time, as Chromium traces it; without those of the host)",
    [
      "people, start",
      "tasks",
      "sum",
      "collecting",
      "over 8 ms",
      "over 16",
      "the longest: whole",
      "script",
      "collecting",
      "layout",
    ],
    traced.map(([size, turn, tasks]) => traceRow(size, turn, tasks)),
  );
}

/**
 * The host draws its own side, and lays the page out for the first time: a task that is mostly its own, or layout
 * alone, is not counted.
 */
function traceRow(size, turn, tasks) {
  const ours = tasks.filter(({ whole, host, layout }) => host < whole / 2 && layout < whole / 2);
  const sum = (field) => ours.reduce((all, task) => all + task[field], 0);
  const over = (ms) => ours.filter(({ whole }) => whole > ms).length;
  const [longest] = ours;
  return [
    `${size.toLocaleString("en-US")}, ${turn === 0 ? "first" : "second"}`,
    ours.length,
    sum("whole"),
    sum("collecting"),
    over(8.5),
    over(16),
    longest.whole,
    longest.script,
    longest.collecting,
    longest.layout,
  ];
}
