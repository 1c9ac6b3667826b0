import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

let host: OpenVault;
beforeAll(async () => {
  host = await openFixture({ vault: { "Ada.md": "a\n", "Bruno.md": "b\n", "Beatrice Holm.md": "c\n" } });
});
afterAll(() => host.close());

const notices = () => host.page.locator(".notice").allTextContents();

test("palette: Ctrl+P, type, Enter; what cannot run is not offered", async () => {
  const { page } = host;
  await page.keyboard.press("Control+p");
  await page.keyboard.type("fixt");
  expect(await page.locator(".suggestion-item").allTextContents()).toEqual(
    expect.arrayContaining(["Fixture: Pick", "Fixture: Form"]),
  );
  expect(await page.locator(".suggestion-item").allTextContents()).not.toContain("Fixture: Never");
  await page.keyboard.type(" form");
  await page.keyboard.press("Enter");
  expect(await page.locator(".modal-title").textContent()).toBe("A form");
});

test("modal: the first field has the focus, Mod+Enter acts, focus goes back", async () => {
  const { page } = host;
  await page.keyboard.type("Ada");
  await page.keyboard.press("Control+Enter");
  expect(await notices()).toEqual(["Hello Ada"]);
  expect(await page.locator(".modal").count()).toBe(0);
  await page.locator(".notice").click();
  expect(await notices()).toEqual([]);
});

test("modal: Tab stays inside, Escape and the backdrop close", async () => {
  const { page } = host;
  await host.runCommand("form");
  for (let index = 0; index < 7; index += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".modal") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  expect(await page.locator(".modal").count()).toBe(0);
  await host.runCommand("form");
  await page.locator(".modal-bg").click({ position: { x: 5, y: 5 } });
  expect(await page.locator(".modal").count()).toBe(0);
});

test("suggester: the best match stands first; arrows, Enter, mouse", async () => {
  const { page } = host;
  await host.runCommand("pick");
  await page.keyboard.type("b");
  expect(await page.locator(".suggestion-item").allTextContents()).toEqual(["Bruno", "Beatrice Holm"]);
  await page.keyboard.press("ArrowDown");
  expect(await page.locator(".suggestion-item.is-selected").textContent()).toBe("Beatrice Holm");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => host.read("Bruno.md")).toBe("b\npicked\n");
  await host.runCommand("pick");
  await page.keyboard.type("zzz");
  expect(await page.locator(".suggestion-empty").count()).toBe(1);
  await page.locator(".prompt-input").fill("ada");
  await page.locator(".suggestion-item").click();
  await expect.poll(() => host.read("Ada.md")).toBe("a\npicked\n");
});

test("menu: right click on a note, by mouse and by keys", async () => {
  const { page } = host;
  const note = page.locator(".nav-file-title", { hasText: "Ada" });
  await note.click({ button: "right" });
  await page.locator(".menu-item", { hasText: "Greet" }).click();
  expect(await notices()).toEqual(["hi Ada.md"]);
  expect(await page.locator(".menu").count()).toBe(0);
  await note.click({ button: "right" });
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  expect((await notices()).length + (await page.locator(".modal").count())).toBeGreaterThan(1);
  await page.keyboard.press("Escape");
  while ((await notices()).length > 0) await page.locator(".notice").first().click();
});

test("menu: Escape and a click elsewhere close it", async () => {
  const { page } = host;
  const note = page.locator(".nav-file-title", { hasText: "Bruno" });
  await note.click({ button: "right" });
  await page.keyboard.press("Escape");
  expect(await page.locator(".menu").count()).toBe(0);
  await note.click({ button: "right" });
  await page.mouse.click(640, 500);
  expect(await page.locator(".menu").count()).toBe(0);
});

test("editor commands need an editor", async () => {
  expect(await host.runCommand("insert")).toBe(false);
  await host.openNote("Ada.md");
  expect(await host.runCommand("insert")).toBe(true);
  expect(await host.page.locator("textarea.cm-content").inputValue()).toContain("inserted");
  await host.page.keyboard.press("Control+s");
  await expect.poll(() => host.read("Ada.md")).toContain("inserted");
});

test("uri and CLI reach the plugin", async () => {
  await host.fireUri({ person: "Ada" });
  expect(await notices()).toEqual(["uri Ada"]);
  expect(await host.runCli("due", { limit: "3" })).toBe("due 3");
  await expect(host.runCli("nothing")).rejects.toThrow("no CLI command");
});

test("an icon is drawn, a tooltip shown", async () => {
  const ribbon = host.page.locator('.side-dock-ribbon-action[aria-label="Fixture"]');
  await expect.poll(() => ribbon.locator("svg.lucide-users path").count()).toBeGreaterThan(0);
  await ribbon.hover();
  expect(await host.page.locator(".tooltip").textContent()).toBe("Fixture");
});

test("unload leaves nothing behind", async () => {
  const left = await host.unload();
  expect(left).toMatchObject({ commands: [], views: [] });
  expect(await host.page.locator(".side-dock-ribbon-action, .plugin-fixture").count()).toBe(0);
  await expect
    .poll(() => host.page.locator(".mod-right-split .empty-state").textContent())
    .toBe("Plugin no longer active");
  await expect(host.runCli("due")).rejects.toThrow("no CLI command");
});

test("nothing failed on the way", () => {
  expect(host.consoleErrors()).toEqual([]);
});
