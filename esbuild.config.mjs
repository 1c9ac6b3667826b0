// Builds the plugin (main.js) and the terminal face (dist/reconnect.mjs).
//   node esbuild.config.mjs [production|watch|cli]
import { build, context } from "esbuild";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";

const mode = process.argv[2] ?? "production";

/** What of each library our own code names. All of them are asked for by some commands or people only. */
export const LAZY_LIBRARIES = {
  "chrono-node/en": ["parse"],
  "ical.js": ["default"],
  luxon: ["DateTime"],
  minisearch: ["default"],
  papaparse: ["default"],
  rrule: ["RRule", "Weekday"],
};

const here = fileURLToPath(new URL(".", import.meta.url));
const target = ["chrome120", "ios16.4"];

/**
 * Puts off evaluating a library until something of it is used: our modules import a stand-in that passes on to the
 * library, of which only what is named is bundled, as a CommonJS module that nothing runs before it is required. No
 * module of ours has to know. `mark` is put before each library, for a test that counts what has been evaluated.
 */
export const lazyLibraries = (mark = () => "") => ({
  name: "lazy-libraries",
  setup(bundling) {
    const names = Object.keys(LAZY_LIBRARIES).map((name) => name.replace(/[.]/g, "[.]")).join("|");
    bundling.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]/.test(importer) ? null : { path, namespace: "lazy", sideEffects: false });
    bundling.onResolve({ filter: /^library:/ }, ({ path }) => ({ path: path.slice("library:".length), namespace: "library" }));
    bundling.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({ contents: standIn(path) }));
    bundling.onLoad({ filter: /.*/, namespace: "library" }, async ({ path }) => ({ contents: mark(path) + (await bundled(path)) }));
  },
});

function standIn(library) {
  const exported = LAZY_LIBRARIES[library].map((name) => `export ${name === "default" ? "default" : `const ${name} =`} passOn("${name}");`);
  return `
    const library = () => require("library:${library}");
    const passOn = (name) => new Proxy(function () {}, {
      get: (_, key) => library()[name][key],
      apply: (_, self, values) => library()[name].apply(self, values),
      construct: (_, values) => new (library()[name])(...values),
    });
    ${exported.join("\n")}`;
}

/** A library without what nobody names. */
async function bundled(library) {
  const contents = `export { ${LAZY_LIBRARIES[library].join(", ")} } from ${JSON.stringify(library)};`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: here }, bundle: true, format: "cjs", platform: "browser", target, write: false, legalComments: "none", logLevel: "error" });
  return outputFiles[0].text;
}

/** The plugin: one CommonJS file; what Obsidian brings itself stays outside. */
export const plugin = {
  entryPoints: ["src/main.ts"],
  outfile: "main.js",
  bundle: true,
  format: "cjs",
  platform: "browser",
  target,
  external: ["obsidian", "electron", "@codemirror/*", "@lezer/*", "moment"],
  plugins: [lazyLibraries()],
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
