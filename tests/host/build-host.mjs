// Bundles the browser half (tests/host/browser) and its style; once per process, in memory.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sheets = ["variables", "frame", "controls", "overlays", "settings", "notes", "phone"];
let built;

export function buildHost() {
  built ??= bundle();
  return built;
}

async function bundle() {
  const [script, ...styles] = await Promise.all([
    build({
      entryPoints: [here("browser/main.ts")],
      bundle: true,
      write: false,
      format: "iife",
      platform: "browser",
      target: "chrome120",
      legalComments: "none",
      logLevel: "silent",
    }),
    ...sheets.map((name) => readFile(here(`css/${name}.css`), "utf8")),
  ]);
  return { js: script.outputFiles[0].text, css: styles.join("\n") };
}
