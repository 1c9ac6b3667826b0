import { build } from "esbuild";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lazyLibraries, plugin } from "../../esbuild.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the plugin so that each library says in `globalThis.evaluated` when it is evaluated; gives the path. */
export async function markedPlugin() {
  const outfile = join(mkdtempSync(join(tmpdir(), "reconnect-marked-")), "main.js");
  const marked = lazyLibraries((library) => `(globalThis.evaluated ??= []).push(${JSON.stringify(library)});\n`);
  await build({ ...plugin, plugins: [marked], absWorkingDir: root, outfile, minify: true, logLevel: "error" });
  return outfile;
}
