import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { plugin } from "../../esbuild.config.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The bytes of the minified plugin, how many are of our own code, and of each library, the largest first. */
export async function pluginSizes() {
  const { metafile, outputFiles } = await build({
    ...plugin,
    absWorkingDir: root,
    minify: true,
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  const byOwner = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    // A library that is evaluated when it is first used stands in a module of its own, with whatever it brings.
    const owner = /^library:([^/]+)/.exec(path)?.[1] ?? /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "";
    byOwner.set(owner, (byOwner.get(owner) ?? 0) + bytesInOutput);
  }
  const own = byOwner.get("") ?? 0;
  byOwner.delete("");
  const libraries = [...byOwner].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes);
  return { total: outputFiles[0].contents.length, own, libraries };
}
