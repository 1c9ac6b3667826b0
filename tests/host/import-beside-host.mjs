import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Imports a TypeScript module that uses the host, where no test runner does it. */
export async function importBesideHost(entry) {
  // Beside the host's own files, as these find each other by their place.
  const outfile = join(root, `tests/host/.bench-${process.pid}.mjs`);
  const besides = {
    name: "besides",
    setup: (one) =>
      one.onResolve({ filter: /\.mjs$/ }, ({ path }) => ({
        path: path.startsWith("./") ? path : path.replace(/^(?:\.\.\/)+host\//, "./"),
        external: true,
      })),
  };
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    plugins: [besides],
    logLevel: "error",
  });
  try {
    // eslint-disable-next-line no-unsanitized/method -- just built
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
