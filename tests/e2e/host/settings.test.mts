import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

let host: OpenVault;
const saved = async (): Promise<unknown> => JSON.parse(await host.read(".obsidian/plugins/fixture/data.json"));
const row = (name: string) =>
  host.page.locator(".setting-item", { has: host.page.locator(`.setting-item-name:text-is("${name}")`) });

beforeAll(async () => {
  host = await openFixture({ vault: { "People/Ada.md": "" } });
  await host.runCommand("app:open-settings");
});
afterAll(() => host.close());

test("a toggle saves, and shows what depends on it", async () => {
  expect(await row("Only when on").isVisible()).toBe(false);
  await row("Switch").locator(".checkbox-container").click();
  await expect.poll(saved).toMatchObject({ on: true });
  await expect.poll(() => row("Only when on").isVisible()).toBe(true);
});

test("a toggle by the space bar", async () => {
  await row("Switch").locator("input").focus();
  await host.page.keyboard.press("Space");
  await expect.poll(saved).toMatchObject({ on: false });
  await host.page.keyboard.press("Space");
  await expect.poll(saved).toMatchObject({ on: true });
});

test("a refused value is not saved, and says why", async () => {
  await row("Only when on").locator("input").fill("bad");
  await expect.poll(() => row("Only when on").locator(".setting-item-error").textContent()).toBe("Not that one");
  await row("Only when on").locator("input").fill("good");
  await expect.poll(saved).toMatchObject({ word: "good" });
  expect(await row("Only when on").locator(".setting-item-error").count()).toBe(0);
});

test("a list grows and shrinks", async () => {
  expect(await host.page.locator(".setting-item-empty").textContent()).toBe("None yet");
  await host.page.locator('[aria-label="Add folder"]').click();
  await expect.poll(saved).toMatchObject({ folders: ["People"] });
  await row("People").locator('[aria-label="Delete"]').click();
  await expect.poll(saved).toMatchObject({ folders: [] });
});

test("a page opens with the keyboard, its folder field suggests, back returns", async () => {
  const { page } = host;
  await row("More").focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".setting-page-title").textContent()).toBe("More");
  await row("Folder").locator("input").click();
  await page.keyboard.type("peo");
  await page.locator(".suggestion-item", { hasText: "People" }).click();
  await expect.poll(saved).toMatchObject({ folder: "People" });
  await page.locator('[aria-label="Back"]').click();
  expect(await row("Switch").isVisible()).toBe(true);
});

test("an action row acts, and the window closes with Escape", async () => {
  await row("Run").click();
  expect(await host.page.locator(".notice").textContent()).toBe("ran");
  await host.page.keyboard.press("Escape");
  expect(await host.page.locator(".modal").count()).toBe(0);
});

test("what was saved is there after a reload", async () => {
  await host.reload();
  await host.runCommand("app:open-settings");
  expect(await row("Only when on").locator("input").inputValue()).toBe("good");
  expect(host.consoleErrors()).toEqual([]);
});
