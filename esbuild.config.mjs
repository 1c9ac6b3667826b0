// Builds the plugin (main.js) and the terminal face (dist/reconnect.mjs).
//   node esbuild.config.mjs [production|watch|cli]
import { build, context } from "esbuild";
import { builtinModules } from "node:module";
import { fileURLToPath } from "node:url";

const mode = process.argv[2] ?? "production";

/** What of each library our own code names. All of them are asked for by some commands or people only. */
export const LAZY_LIBRARIES = {
  "ical.js": ["default"],
  luxon: ["DateTime"],
  minisearch: ["default"],
  papaparse: ["default"],
  rrule: ["RRule", "Weekday"],
};

/**
 * What the terminal has besides: the plugin's frontmatter and its formats are read by Obsidian. gray-matter requires
 * js-yaml, and gets the same copy.
 */
export const LAZY_IN_TERMINAL = {
  ...LAZY_LIBRARIES,
  "gray-matter": ["default"],
  "js-yaml": ["default", "safeDump", "safeLoad"],
  moment: ["default"],
};

const here = fileURLToPath(new URL(".", import.meta.url));
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`]);
const target = ["chrome120", "ios16.4"];

/**
 * Puts off evaluating a library until something of it is used: our modules import a stand-in that passes on to the
 * library, of which only what is named is bundled, as a CommonJS module that nothing runs before it is required. No
 * module of ours has to know. `mark` is put before each library, for a test that counts what has been evaluated.
 */
export const lazyLibraries = (mark = () => "", libraries = LAZY_LIBRARIES) => ({
  name: "lazy-libraries",
  setup(bundling) {
    const names = Object.keys(libraries)
      .map((name) => name.replace(/[.]/g, "[.]"))
      .join("|");
    bundling.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path, importer, namespace }) =>
      namespace === "library"
        ? { path, namespace }
        : /[\\/]node_modules[\\/]/.test(importer)
          ? null
          : { path, namespace: "lazy", sideEffects: false },
    );
    bundling.onResolve({ filter: /^library:/ }, ({ path }) => ({
      path: path.slice("library:".length),
      namespace: "library",
    }));
    bundling.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({ contents: standIn(path, libraries[path]) }));
    bundling.onLoad({ filter: /.*/, namespace: "library" }, async ({ path }) => ({
      contents: mark(path) + (await bundled(path, libraries)),
      resolveDir: here,
    }));
  },
});

function standIn(library, names) {
  const exported = names.map(
    (name) => `export ${name === "default" ? "default" : `const ${name} =`} passOn("${name}");`,
  );
  return `
    const library = () => require("library:${library}");
    const passOn = (name) => new Proxy(function () {}, {
      get: (_, key) => library()[name][key],
      set: (_, key, value) => Reflect.set(library()[name], key, value),
      apply: (_, self, values) => library()[name].apply(self, values),
      construct: (_, values) => new (library()[name])(...values),
    });
    ${exported.join("\n")}`;
}

/** A library without what nobody names, and without what is a library of ours itself. */
async function bundled(library, libraries) {
  const contents = `export { ${libraries[library].join(", ")} } from ${JSON.stringify(library)};`;
  const external = [...Object.keys(libraries).filter((name) => name !== library), ...builtins];
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    bundle: true,
    format: "cjs",
    platform: "browser",
    target,
    external,
    write: false,
    legalComments: "none",
    logLevel: "error",
  });
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
  // Obsidian reads main.js as UTF-8; escapes would be longer.
  charset: "utf8",
  legalComments: "none",
  logLevel: "info",
};

/** The program of the terminal face, as one ES module that needs Node and nothing else. */
export const cli = {
  entryPoints: ["src/cli/bin.mts"],
  outfile: "dist/reconnect.mjs",
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  mainFields: ["module", "main"],
  plugins: [lazyLibraries(undefined, LAZY_IN_TERMINAL)],
  minify: true,
  external: builtins,
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
  if (mode !== "watch") return mode === "cli" ? build(cli) : build(plugin);
  const watching = await context(plugin);
  return watching.watch();
}
