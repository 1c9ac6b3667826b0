// npm start [-- FOLDER] [--write] [--port N] [--no-open]
// Builds the plugin and shows it in a browser over a copy of a vault.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const wanted = readArguments();

if (!existsSync(join(root, "node_modules/esbuild"))) fail("The dependencies are missing. Run: npm install", 1);
if (wanted.folder !== undefined && !statSync(wanted.folder, { throwIfNoEntry: false })?.isDirectory()) {
  fail(`There is no folder ${wanted.folder}`, 2);
}

build("production");
const hasTerminalFace = build("cli");
// A folder that only this user may look into. Whatever ends this program, it goes with it.
const temporary = mkdtempSync(join(tmpdir(), "reconnect-preview-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
let bridge;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, async () => {
    await bridge?.close();
    process.exit(0);
  });
}

const vault = wanted.write ? wanted.folder : fill(join(temporary, "vault"));
if (hasTerminalFace) sayWhoIsDue(vault);
bridge = await serve(vault);
console.log(`\nThe preview: ${bridge.url}`);
console.log(wanted.write ? `It works on ${vault} itself.` : "It works on a copy, which goes when you end this.");
console.log("Ctrl-C ends it.");
if (!wanted.noOpen) openInBrowser(bridge.url);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { write: { type: "boolean" }, port: { type: "string" }, "no-open": { type: "boolean" } },
    });
    if (positionals.length > 1) throw new Error("one folder, please");
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`not a port: ${values.port}`);
    if (values.write && positionals[0] === undefined) throw new Error("--write needs a FOLDER to write in");
    const folder =
      positionals[0] === undefined ? undefined : resolve(process.env["INIT_CWD"] ?? process.cwd(), positionals[0]);
    return { folder, write: values.write === true, port, noOpen: values["no-open"] === true };
  } catch (error) {
    return fail(`${error.message}\nnpm start [-- FOLDER] [--write] [--port N] [--no-open]`, 2);
  }
}

function build(mode) {
  const { status, stderr } = spawnSync(process.execPath, ["esbuild.config.mjs", mode], { cwd: root, encoding: "utf8" });
  if (status !== 0) console.error(stderr);
  if (status !== 0 && mode === "production") fail("The plugin could not be built; see above.", 1);
  return status === 0;
}

/**
 * The sample vault is written anew, with days around today and its people chosen as the first look proposes them; a
 * given folder is copied.
 */
function fill(folder) {
  mkdirSync(folder);
  const sample = join(root, "tests/vault/write-sample.mjs");
  if (wanted.folder === undefined && existsSync(sample)) {
    const { status } = spawnSync(process.execPath, [sample, folder], { stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) fail("The sample vault could not be written; see above.", 1);
    const settings = join(folder, ".obsidian/plugins/reconnect");
    mkdirSync(settings, { recursive: true });
    cpSync(join(root, "tests/vault/sample-settings.json"), join(settings, "data.json"));
  } else {
    cpSync(wanted.folder ?? join(root, "tests/vault/sample"), folder, { recursive: true });
  }
  return folder;
}

function sayWhoIsDue(folder) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "dist/reconnect.mjs"), "due", "--vault", folder],
    { encoding: "utf8" },
  );
  console.log((stdout || "").trimEnd());
  if (status !== 0) console.log((stderr || "The terminal face did not answer.").trimEnd());
}

async function serve(folder) {
  const [{ startBridge }, { buildHost }, { readFile }] = await Promise.all([
    import("./bridge/server.mjs"),
    import("./build-host.mjs"),
    import("node:fs/promises"),
  ]);
  const manifest = JSON.parse(await readFile(join(root, "manifest.json"), "utf8"));
  const given = {
    vault: folder,
    plugin: { mainJs: join(root, "main.js"), manifest, styles: join(root, "styles.css") },
    assets: await buildHost(),
    port: wanted.port,
    // It may be somebody's everyday browser.
    keepsForPage: true,
    options: { vaultName: wanted.folder === undefined ? "Sample" : basename(wanted.folder), sidebarWidth: 340 },
  };
  return startBridge(given).catch((error) =>
    fail(error.code === "EADDRINUSE" ? `Port ${wanted.port} is taken.` : error.message, 1),
  );
}

/** By a page that leads there: an address among the arguments of a program is shown to everybody on this machine. */
function openInBrowser(url) {
  const opener =
    process.platform === "darwin"
      ? "open"
      : process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]
        ? "xdg-open"
        : undefined;
  if (opener === undefined) return;
  const door = join(temporary, "open.html");
  writeFileSync(door, `<!doctype html><meta http-equiv="refresh" content="0; url=${url}">`, { mode: 0o600 });
  const child = spawn(opener, [pathToFileURL(door).href], { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function fail(message, code) {
  console.error(message);
  process.exit(code);
}
