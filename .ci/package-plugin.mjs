// npm run package: a zip of the plugin that can be unpacked in a vault without npm.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { pluginFiles } from "./plugin-files.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/manifest.json`, "utf8"));
const entries = {};
// One fixed time for all, in local parts as a zip writes them: the same sources give the same zip.
for (const [name, bytes] of pluginFiles())
  entries[`reconnect/${name}`] = [new Uint8Array(bytes), { mtime: new Date(2026, 0, 1) }];
const name = `reconnect-${version}.zip`;
writeFileSync(`${root}/${name}`, zipSync(entries, { level: 9 }));
console.log(`${name}: unpack it in VAULT/.obsidian/plugins/`);
