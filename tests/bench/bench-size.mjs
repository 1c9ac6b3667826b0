import { readFileSync } from "node:fs";
import vm from "node:vm";
import { LAZY_LIBRARIES } from "../../esbuild.config.mjs";
import { markedPlugin } from "./marked-plugin.mjs";
import { median, printTable } from "./measure.mjs";
import { pluginSizes } from "./plugin-sizes.mjs";

/** What main.js is made of, minified, what the tests hold it to, and what of it start evaluates. */
export async function benchSize({ rounds }) {
  const { total, own, libraries } = await pluginSizes();
  const rows = [
    ["main.js", total / 1000, "at most 700"],
    ["our own code", own / 1000, "aim 250"],
    ...libraries.map(({ name, bytes }) => [
      name,
      bytes / 1000,
      Object.keys(LAZY_LIBRARIES).some((lazy) => lazy.startsWith(name)) ? "when first used" : "at the start",
    ]),
  ];
  printTable("Size of the plugin, minified (kB)", ["", "kB", ""], rows);
  const code = readFileSync(await markedPlugin(), "utf8");
  const times = { compiled: [], evaluated: [] };
  globalThis.evaluated = [];
  for (let round = 0; round < rounds * 3; round++) {
    const from = performance.now();
    // A comment of its own each time: a script that was seen before is not compiled again.
    const script = new vm.Script(`(function (require, module, exports, window, document) {${code}\n})//${round}`);
    const compiled = performance.now();
    const module = { exports: {} };
    script.runInThisContext()(() => new Proxy({}, { get: () => class {} }), module, module.exports, globalThis, {});
    times.compiled.push(compiled - from);
    times.evaluated.push(performance.now() - compiled);
  }
  const atStart = new Set(globalThis.evaluated);
  printTable(
    "What loading main.js does (ms, median)",
    ["", "ms"],
    [
      ["compiling", median(times.compiled)],
      ["evaluating", median(times.evaluated)],
      [
        `libraries evaluated of ${Object.keys(LAZY_LIBRARIES).length} that need not be: ${[...atStart].join(", ") || "none"}`,
        atStart.size,
      ],
    ],
  );
}
