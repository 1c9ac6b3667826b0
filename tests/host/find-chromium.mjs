// Finds a Chromium to run the host in, or says how to get one.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const places = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export function findChromium({ install = true } = {}) {
  const wanted = process.env["CHROMIUM"];
  if (wanted) {
    const found = isAbsolute(wanted) ? runnable(wanted) : onPath(wanted);
    if (found !== null) return found;
    throw new Error(`CHROMIUM names ${wanted}, and there is no such program.`);
  }
  const present = places.find((place) => runnable(place) !== null) ?? names.map(onPath).find((place) => place !== null);
  if (present !== undefined) return present;
  if (install && process.getuid?.() === 0 && onPath("apt-get") !== null) return installed();
  throw new Error(
    "The tests in a browser need Chromium or Chrome, and none was found.\n" +
      "Install one (Debian, Ubuntu: apt-get install chromium), or name yours: CHROMIUM=/path/to/chrome",
  );
}

function installed() {
  console.log("No Chromium here: installing it (apt-get install chromium).");
  const apt = (...args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
  const found = runnable("/usr/bin/chromium") ?? onPath("chromium");
  if (found === null) throw new Error("apt-get could not install chromium; install it by hand, or set CHROMIUM.");
  return found;
}

function onPath(name) {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => runnable(join(folder, name))).find((place) => place !== null) ?? null;
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}
