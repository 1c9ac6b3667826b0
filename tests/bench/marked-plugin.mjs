import { build } from "esbuild";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LAZY_IN_TERMINAL, cli, lazyLibraries, plugin } from "../../esbuild.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const mark = (library) => `(globalThis.evaluated ??= []).push(${JSON.stringify(library)});\n`;

/** Builds the plugin so that each library says in `globalThis.evaluated` when it is evaluated; gives the path. */
export const markedPlugin = () => marked(plugin, "main.js", lazyLibraries(mark));

/** The same for the terminal face. */
export const markedTerminal = () => marked(cli, "reconnect.mjs", lazyLibraries(mark, LAZY_IN_TERMINAL));

async function marked(options, name, libraries) {
  const outfile = join(mkdtempSync(join(tmpdir(), "reconnect-marked-")), name);
  await build({ ...options, plugins: [libraries], absWorkingDir: root, outfile, minify: true, logLevel: "error" });
  return outfile;
}
