// npm run bench [-- --people 250,1000,10000,50000] [--only index,change,terminal,size,panel,import] [--rounds 5]
//
// Medians, ratios and operation counts on generated vaults, in one run. What is a promise and not only a number is held
// by the unit and browser tests, which count; nothing there is timed. What the numbers mean: docs/performance.md.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { benchChange } from "./bench-change.mjs";
import { benchImport } from "./bench-import.mjs";
import { benchIndex } from "./bench-index.mjs";
import { benchPanel } from "./bench-panel.mjs";
import { benchSize } from "./bench-size.mjs";
import { benchTerminal } from "./bench-terminal.mjs";

const BENCHES = {
  size: benchSize,
  index: benchIndex,
  change: benchChange,
  terminal: benchTerminal,
  panel: benchPanel,
  import: benchImport,
};

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "250,1000,10000,50000" },
    only: { type: "string", default: Object.keys(BENCHES).join(",") },
    rounds: { type: "string", default: "5" },
  },
});
const sizes = values.people.split(",").map(Number);
const rounds = Number(values.rounds);
const wanted = values.only.split(",");
const unknown = wanted.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined || !sizes.every((size) => Number.isSafeInteger(size) && size > 0) || !(rounds > 0)) {
  process.stderr.write(
    "Usage: npm run bench -- [--people 250,1000] [--only index,change,terminal,size,panel,import] [--rounds 5]\n",
  );
  process.exit(2);
}

const [cpu] = cpus();
const load = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(" ");
console.log(`Node ${process.version}, ${cpus().length} x ${cpu?.model ?? "?"}; load ${load()}; medians of ${rounds}.`);
for (const name of wanted) await BENCHES[name]({ sizes, rounds });
console.log(`\nLoad at the end: ${load()}. On a machine that does other work as well, look at the ratios.`);
