// npm test: everything that has to hold, one step after another, stopping at the first that does not.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "reconnect-reports-"));
const counts = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
let child = null;

process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
])
  process.on(signal, () => stop(code));

checkPlace();
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

// The zones lie on either side of the date line's midnight; where the day turns must not matter.
const steps = [
  ["Type check", () => run(scripts.types)],
  ["Lint", () => run(scripts.lint)],
  [
    "Build the plugin",
    () => (existsSync(join(root, "src/main.ts")) ? run(scripts.build) : skip("there is no src/main.ts yet")),
  ],
  ["Build the terminal face", () => run(scripts["build:cli"])],
  ["Unit tests, TZ=UTC", () => vitest("unit", { TZ: "UTC" })],
  [
    "Unit tests, TZ=America/Los_Angeles",
    () => vitest("unit", { TZ: "America/Los_Angeles", RECONNECT_FAST: "1", RECONNECT_DAYS_ONLY: "1" }),
  ],
  [
    "Unit tests, TZ=Pacific/Auckland",
    () => vitest("unit", { TZ: "Pacific/Auckland", RECONNECT_FAST: "1", RECONNECT_DAYS_ONLY: "1" }),
  ],
  ["Browser tests", browserTests],
];

for (const [title, step] of steps) {
  const from = Date.now();
  console.log(`\n=== ${title}`);
  if (!(await step())) {
    console.log(`\n=== ${title}: failed after ${seconds(from)}; what follows was not run.`);
    // A step without tests of its own counts as one, so that the last line never looks well.
    counts.failed ||= 1;
    break;
  }
  console.log(`=== ${title}: ${seconds(from)}`);
}
console.log(`\nIn all ${seconds(started)}.`);
console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exit(counts.failed > 0 ? 1 : 0);

function checkPlace() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) fail(`Node 20 or newer is needed; this is ${process.versions.node}.`);
  if (!existsSync(join(root, "node_modules/vitest"))) fail("The dependencies are missing. Run: npm install");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command line as npm would, with the tools of node_modules; gives whether it went well. */
function run(command, env = {}) {
  const path = [join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);
  // In a group of its own, so that its own children can be ended with it.
  child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env, PATH: path },
    detached: process.platform !== "win32",
  });
  return new Promise((done) => {
    child.once("error", (error) => {
      console.error(error.message);
      done(false);
    });
    child.once("close", (code) => {
      child = null;
      done(code === 0);
    });
  });
}

function skip(why) {
  console.log(`Skipped: ${why}.`);
  return true;
}

async function vitest(project, env) {
  const report = join(reports, `${readdirSync(reports).length}.json`);
  const good = await run(
    `vitest run --config tests/vitest.config.mts --project ${project} --reporter=default --reporter=json --outputFile.json="${report}"`,
    env,
  );
  const failed = addReport(report);
  // Broken imports and errors outside of tests fail a run in which no test did.
  if (!good && failed === 0) counts.failed++;
  return good && failed === 0;
}

/** Adds up what a run reports; gives how many failed. */
function addReport(path) {
  if (!existsSync(path)) return 0;
  const report = JSON.parse(readFileSync(path, "utf8"));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  return report.numFailedTests;
}

async function browserTests() {
  const finder = join(root, "tests/host/find-chromium.mjs");
  if (!existsSync(finder)) return skip("there is no tests/host/find-chromium.mjs yet");
  try {
    const { findChromium } = await import("./host/find-chromium.mjs");
    return await vitest("e2e", { TZ: "UTC", CHROMIUM: await findChromium() });
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

/** Ends the step that runs, and all it has started. */
function stop(code) {
  if (!child) process.exit(code);
  const end = (signal) => {
    try {
      process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  child.removeAllListeners("close");
  child.once("close", () => {
    end("SIGKILL");
    process.exit(code);
  });
  end("SIGTERM");
  setTimeout(() => {
    end("SIGKILL");
    process.exit(code);
  }, 3_000);
}
