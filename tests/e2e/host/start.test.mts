import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let checkout: string;
let temporary: string;

// A checkout of its own, with the fixture plugin as the plugin: builds there disturb nobody.
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), "checkout-"));
  temporary = await mkdtemp(join(tmpdir(), "tmp-of-start-"));
  await symlink(join(root, "node_modules"), join(checkout, "node_modules"));
  for (const path of ["package.json", "esbuild.config.mjs", "manifest.json", "tests/host"])
    await cp(join(root, path), join(checkout, path), { recursive: true });
  for (const folder of ["src/cli", "tests/vault/sample"]) await mkdir(join(checkout, folder), { recursive: true });
  await writeFile(join(checkout, "src/main.ts"), 'export { default } from "../tests/host/fixture-plugin.ts";');
  await writeFile(join(checkout, "src/cli/bin.mts"), "");
  await writeFile(join(checkout, "src/cli/start.mts"), 'console.log("due:", process.argv.slice(2, 4).join(" "));');
  await writeFile(join(checkout, "tests/vault/sample/Ada.md"), "");
});
afterAll(async () => {
  await rm(checkout, { recursive: true });
  await rm(temporary, { recursive: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, ["tests/host/start.mjs", "--no-open", ...args], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: temporary, INIT_CWD: checkout },
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
