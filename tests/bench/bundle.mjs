import { build } from "esbuild";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cli } from "../../esbuild.config.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Bundles a source as the terminal face is built into a folder of its own; gives the path. `footer` ends the program.
 */
export async function bundle(entry, footer = "") {
  const outfile = join(mkdtempSync(join(tmpdir(), "reconnect-bench-")), "bundle.mjs");
  await build({
    ...cli,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    footer: { js: footer },
    logLevel: "error",
  });
  return outfile;
}

export const TERMINAL = "src/cli/bin.mts";

let core;

export async function loadCore() {
  core ??= await import(await bundle("tests/bench/core-entry.ts"));
  return core;
}

/**
 * The notes of a vault as Obsidian's metadata cache hands them over: frontmatter parsed and a plain object, text apart.
 */
export function asCached(core, notes) {
  return notes.map(({ path, text }) => {
    const head = core.readFrontmatter(text, core.parseFrontmatter);
    const frontmatter = structuredClone(Object.fromEntries(head.kind === "properties" ? head.properties : []));
    return { path, text, frontmatter, properties: new core.PropertyView(frontmatter), headProblem: null };
  });
}

export const peopleSettings = ({ DEFAULT_SETTINGS }) => ({
  ...DEFAULT_SETTINGS,
  confirmed: true,
  people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
});
