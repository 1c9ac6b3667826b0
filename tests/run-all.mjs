// npm test: everything that has to hold, one step after another, stopping at the first that does not.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { clearInterval, setInterval, setTimeout } from "node:timers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "reconnect-reports-"));
const counts = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();
const children = new Set();

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
  ["Lint, which began with the type check", lintResult],
  ["Browser tests", browserTests],
];

// It takes a minute of one core, while the types and the builds leave another idle; what it says is shown in its turn.
const lintSaid = join(reports, "lint.txt");
const lint = run(scripts.lint, {}, openSync(lintSaid, "w"));
for (const [title, step] of steps) {
  const from = Date.now();
  console.log(`\n=== ${title}`);
  if (!(await step())) {
    console.log(`\n=== ${title}: failed after ${seconds(from)}; what follows was not run.`);
    // A step without tests of its own counts as one, so that the last line never looks well.
    counts.failed ||= 1;
    end("SIGTERM");
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
function run(command, env = {}, output = "inherit") {
  const path = [join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(delimiter);
  // In a group of its own, so that its own children can be ended with it.
  const child = spawn(command, {
    cwd: root,
    shell: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env, PATH: path },
    detached: process.platform !== "win32",
  });
  children.add(child);
  return new Promise((done) => {
    const ended = (isGood) => {
      children.delete(child);
      done(isGood);
    };
    child.once("error", (error) => {
      console.error(error.message);
      ended(false);
    });
    child.once("close", (code) => {
      ended(code === 0);
    });
  });
}

function skip(why) {
  console.log(`Skipped: ${why}.`);
  return true;
}

async function lintResult() {
  const isGood = await lint;
  process.stdout.write(readFileSync(lintSaid));
  return isGood;
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

/** Ends what runs, and all it has started. */
function stop(code) {
  end("SIGTERM");
  const look = setInterval(() => children.size === 0 && leave(), 50);
  const leave = () => {
    clearInterval(look);
    process.exit(code);
  };
  setTimeout(() => {
    end("SIGKILL");
    leave();
  }, 3_000);
}

function end(signal) {
  for (const { pid } of children) {
    try {
      process.kill(process.platform === "win32" ? pid : -pid, signal);
    } catch {
      // It is gone already.
    }
  }
}
