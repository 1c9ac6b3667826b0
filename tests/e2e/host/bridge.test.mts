import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBridge, type Bridge } from "../../host/bridge/server.mjs";

let bridge: Bridge;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bridge-"));
  await writeFile(join(folder, "secret.txt"), "secret");
  const vault = await mkdtemp(join(folder, "vault-"));
  await writeFile(join(vault, "note.md"), "note");
  await symlink(folder, join(vault, "out"));
  await symlink(join(folder, "secret.txt"), join(vault, "link.md"));
  bridge = await startBridge({ vault, plugin: { mainJs: "", manifest: { name: "x" } }, assets: { js: "", css: "" } });
});
afterAll(async () => {
  await bridge.close();
  await rm(folder, { recursive: true });
});

function ask(
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((answered, failed) => {
    const asked = request(
      `${bridge.address}${path}`,
      { method: "POST", headers: { "x-host-token": bridge.token, ...headers } },
      (response) => {
        let text = "";
        response.on("data", (part) => (text += String(part)));
        response.on("end", () => answered({ status: response.statusCode ?? 0, text }));
      },
    );
    asked.on("error", failed);
    asked.end(JSON.stringify(body));
  });
}

test("a note is read", async () => {
  const { status, text } = await ask("/vault/read", { path: "note.md" });
  expect([status, text]).toEqual([200, expect.stringContaining('"text":"note"')]);
});

test.each([
  "../secret.txt",
  "/etc/passwd",
  "out/secret.txt",
  "link.md",
  "out/new.md",
  "a/../../secret.txt",
  "..\\secret.txt",
  "x\0y",
])("no way out of the vault: %j", async (path) => {
  for (const route of ["read", "write", "remove", "stat", "list"]) {
    expect([route, (await ask(`/vault/${route}`, { path, text: "x" })).status]).toEqual([route, 403]);
  }
  expect((await ask("/vault/rename", { path: "note.md", to: path })).status).toBe(403);
});

test("the vault itself is not removed", async () => {
  expect((await ask("/vault/remove", { path: "." })).status).toBe(403);
});

test.each([
  ["no token", { "x-host-token": "" }],
  ["a wrong token", { "x-host-token": "0".repeat(48) }],
  ["another host name", { host: "evil.example" }],
  ["another page", { origin: "https://evil.example" }],
])("refused: %s", async (_what, headers) => {
  expect((await ask("/vault/read", { path: "note.md" }, headers)).status).toBe(403);
});

test("a route that is not one of ours is none", async () => {
  expect((await ask("/vault/constructor", {})).status).toBe(404);
});
