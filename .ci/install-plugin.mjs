// npm run install-plugin -- VAULT [--config-dir NAME]: puts the built plugin where Obsidian looks for it.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pluginFiles } from "./plugin-files.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { "config-dir": { type: "string", default: ".obsidian" } },
});
const [given] = positionals;
const vault = given === undefined ? null : resolve(given);
const config = vault === null ? null : join(vault, values["config-dir"]);

if (vault === null || !statSync(vault, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    given === undefined ? "Say which vault: npm run install-plugin -- VAULT" : `There is no folder ${given}.`,
  );
  process.exit(2);
}
if (config === null || !existsSync(config)) {
  console.error(`${given} has no ${values["config-dir"]}: open the folder in Obsidian once, then try again.`);
  process.exit(2);
}

const target = join(config, "plugins", "reconnect");
mkdirSync(target, { recursive: true });
for (const [name, bytes] of pluginFiles()) writeFileSync(join(target, name), bytes);
console.log(
  `Installed in ${target}.\nIn Obsidian: Settings, Community plugins, turn on Reconnect (reload first if it runs already).`,
);
