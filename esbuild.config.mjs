// Builds the plugin (main.js) and the terminal face (dist/reconnect.mjs).
//   node esbuild.config.mjs [production|watch|cli]
import { build, context } from "esbuild";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";

const mode = process.argv[2] ?? "production";

/** The plugin: one CommonJS file; what Obsidian brings itself stays outside. */
export const plugin = {
  entryPoints: ["src/main.ts"],
  outfile: "main.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  target: ["chrome120", "ios16.4"],
  external: ["obsidian", "electron", "@codemirror/*", "@lezer/*", "moment"],
  minify: mode === "production",
  sourcemap: mode === "watch" ? "inline" : false,
  legalComments: "none",
  logLevel: "info",
};

/** The terminal face: one ES module that needs Node and nothing else. */
const cli = {
  entryPoints: ["src/cli/bin.mts"],
  outfile: "dist/reconnect.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  // One copy of js-yaml for gray-matter, which requires it, and for us, who import it.
  alias: { "js-yaml": "./node_modules/js-yaml/dist/js-yaml.mjs" },
  minify: true,
  external: builtinModules.flatMap((name) => [name, `node:${name}`]),
  // gray-matter is CommonJS and asks for node's modules with require.
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  legalComments: "none",
  logLevel: "info",
};

// Imported, as by what measures sizes, it builds nothing.
if (process.argv[1] === fileURLToPath(import.meta.url)) await run();

async function run() {
  if (mode !== "watch") return build(mode === "cli" ? cli : plugin);
  const watching = await context(plugin);
  return watching.watch();
}
