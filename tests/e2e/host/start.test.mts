import { spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findChromium } from "../../host/find-chromium.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let checkout: string;
let temporary: string;

// A checkout of its own, with the fixture plugin as the plugin: builds there disturb nobody.
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), "checkout-"));
  temporary = await mkdtemp(join(tmpdir(), "tmp-of-start-"));
  await symlink(join(root, "node_modules"), join(checkout, "node_modules"));
  for (const path of ["package.json", "esbuild.config.mjs", "tests/host"])
    await cp(join(root, path), join(checkout, path), { recursive: true });
  for (const folder of ["src/cli", "tests/vault/sample"]) await mkdir(join(checkout, folder), { recursive: true });
  const manifest = { id: "fixture", name: "Fixture", version: "1.0.0", minAppVersion: "1.13.0" };
  await writeFile(join(checkout, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(checkout, "src/main.ts"), 'export { default } from "../tests/host/fixture-plugin.ts";');
  await writeFile(join(checkout, "src/cli/bin.mts"), 'console.log("due:", process.argv.slice(2, 4).join(" "));');
  await writeFile(join(checkout, "tests/vault/sample/Ada.md"), "");
});
afterAll(async () => {
  await rm(checkout, { recursive: true });
  await rm(temporary, { recursive: true });
});

const start = (...args: string[]) => startIn({}, "--no-open", ...args);

function startIn(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ["tests/host/start.mjs", ...args], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: temporary, INIT_CWD: checkout, ...env },
  });
  let output = "";
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const saw = (pattern: RegExp) => expect.poll(() => output, { timeout: 15_000 }).toMatch(pattern);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  return { child, ended, saw, output: () => output };
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "shows who is due and the address; %s leaves nothing behind",
  async (signal) => {
    const preview = start();
    await preview.saw(/due: due --vault[^]*http:\/\/127\.0\.0\.1:\d+\/\?token=/);
    const url = /http:\S+/.exec(preview.output())?.[0] ?? "";
    expect(await (await fetch(url)).text()).toContain("host-options");
    preview.child.kill(signal);
    expect(await preview.ended).toBe(0);
    expect(await readdir(temporary)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  },
);

test.runIf(process.platform === "linux")(
  "the browser is opened without the token in any list of processes",
  async () => {
    const tools = await mkdtemp(join(tmpdir(), "opener-"));
    const told = join(tools, "told");
    await writeFile(
      join(tools, "xdg-open"),
      `#!/bin/sh\nprintf '%s\\n' "$@" > ${told}.part && mv ${told}.part ${told}\n`,
    );
    await chmod(join(tools, "xdg-open"), 0o755);
    const preview = startIn({ PATH: `${tools}:${process.env["PATH"] ?? ""}`, DISPLAY: ":0" });
    const url = await addressOf(preview);
    await expect.poll(() => readFile(told, "utf8").catch(() => ""), { timeout: 15_000 }).toMatch(/^file:.*\n$/);
    const door = fileURLToPath((await readFile(told, "utf8")).trim());
    expect(await readFile(door, "utf8")).toContain(`url=${url}"`);
    expect((await stat(door)).mode & 0o077).toBe(0);
    const token = new URL(url).searchParams.get("token") ?? "";
    expect(token).toMatch(/^[0-9a-f]{48}$/);
    expect((await commandLines()).filter((line) => line.includes(token))).toEqual([]);
    preview.child.kill("SIGINT");
    await preview.ended;
    expect(await readdir(temporary)).toEqual([]);
    await rm(tools, { recursive: true });
  },
);

test("nothing of it stays in the browser that it was opened in", { timeout: 120_000 }, async () => {
  const secret = "Ada had a horse called Minerva";
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--no-first-run"],
  });
  const preview = start();
  const page = await browser.newPage();
  await page.goto(await addressOf(preview));
  await page.waitForFunction(() => "hostReady" in document.body.dataset);
  await page.evaluate(async (secret) => {
    window.host.app.saveLocalStorage("secret", secret);
    window.sessionStorage.setItem("secret", secret);
    const answer = <T,>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(new Error("refused"));
      });
    const opening = window.indexedDB.open("kept", 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore("notes");
    const database = await answer(opening);
    await answer(database.transaction("notes", "readwrite").objectStore("notes").put(secret, 1));
    await window.host.app.vault.create("Minerva.md", secret);
  }, secret);
  await page.reload();
  await page.waitForFunction(() => "hostReady" in document.body.dataset);
  expect(await page.evaluate(() => window.host.app.loadLocalStorage("secret"))).toBe(secret);
  preview.child.kill("SIGINT");
  await preview.ended;
  await page.getByText("The preview has ended").waitFor();
  await browser.close();
  expect(await filesWith(profile, secret)).toEqual([]);
  await rm(profile, { recursive: true });
});

async function addressOf(preview: ReturnType<typeof start>): Promise<string> {
  await preview.saw(/http:\S+/);
  return /http:\S+/.exec(preview.output())?.[0] ?? "";
}

/** The arguments of every process, as anybody on this machine may read them. */
async function commandLines(): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  return Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, "utf8").catch(() => "")));
}

/** The files below a folder with this text, in one byte a letter or in two, as browsers keep it. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, "utf16le"))) found.push(path);
  }
  return found;
}

test("a wrong folder is said plainly", async () => {
  const preview = start("nowhere");
  expect(await preview.ended).toBe(2);
  expect(preview.output()).toMatch(/^There is no folder .*nowhere\n$/);
});

test("without the dependencies: what to do", async () => {
  await rm(join(checkout, "node_modules"));
  const preview = start();
  expect(await preview.ended).toBe(1);
  expect(preview.output()).toBe("The dependencies are missing. Run: npm install\n");
});
