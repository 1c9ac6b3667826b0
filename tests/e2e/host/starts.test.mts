import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

let vault: OpenVault;
beforeAll(async () => {
  vault = await openFixture({ vault: { "People/Ada.md": "---\ncircle: close\n---\n", "Bruno.md": "" }, now: "2026-11-22T22:30" });
});
afterAll(() => vault.close());

test("the plugin's panel stands in the right sidebar", async () => {
  await expect.poll(() => vault.page.locator(".mod-right-split .fixture-row").allTextContents()).toEqual(["Bruno: -", "Ada: close"]);
});

test("the page's clock is the one asked for, in its zone", async () => {
  expect(await vault.page.evaluate(() => new Date().toString())).toContain("Sun Nov 22 2026 22:30:00 GMT-0500");
});

test("nothing fails and nothing leaves the machine", () => {
  expect(vault.consoleErrors()).toEqual([]);
  expect(vault.outsideRequests()).toEqual([]);
});
