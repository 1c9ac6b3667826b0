import { build } from "esbuild";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Bundles a script of the terminal face's kind into a file of its own; gives its path. */
export async function bundleForNode(source: string): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "reconnect-built-")), "bundle.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    alias: { "js-yaml": "./node_modules/js-yaml/dist/js-yaml.mjs" },
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: "silent",
  });
  return outfile;
}
