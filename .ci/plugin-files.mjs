import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The three files that make the plugin, freshly built, by name. */
export function pluginFiles() {
  execFileSync(process.execPath, ["esbuild.config.mjs", "production"], { cwd: root, stdio: "inherit" });
  return new Map(["manifest.json", "main.js", "styles.css"].map((name) => [name, readFileSync(`${root}/${name}`)]));
}
