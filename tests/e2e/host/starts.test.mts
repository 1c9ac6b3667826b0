import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

let vault: OpenVault;
beforeAll(async () => {
  vault = await openFixture({
    vault: { "People/Ada.md": "---\ncircle: close\n---\n", "Bruno.md": "" },
    now: "2026-11-22T22:30",
  });
});
afterAll(() => vault.close());

test("the plugin's panel stands in the right sidebar", async () => {
  await expect
    .poll(() => vault.page.locator(".mod-right-split .fixture-row").allTextContents())
    .toEqual(["Bruno: -", "Ada: close"]);
});

test("the page's clock is the one asked for, in its zone", async () => {
  expect(await vault.page.evaluate(() => new Date().toString())).toContain("Sun Nov 22 2026 22:30:00 GMT-0500");
});

test("nothing fails and nothing leaves the machine", () => {
  expect(vault.consoleErrors()).toEqual([]);
  expect(vault.outsideRequests()).toEqual([]);
});

test("a request to elsewhere is recorded, and reaches nobody", async () => {
  const answer = await vault.page.evaluate(() =>
    fetch("https://example.org/x").then(
      () => "reached",
      () => "nobody",
    ),
  );
  expect(answer).toBe("nobody");
  expect(vault.outsideRequests()).toEqual(["https://example.org/x"]);
});

test("the layout can be held back; 'create' is replayed before it", async () => {
  let during: unknown;
  const held = await openFixture({
    vault: { "a.md": "", "b.md": "" },
    beforeLayoutReady: async ({ page }) => {
      during = await page.evaluate(() => window.host.app.workspace.layoutReady);
    },
  });
  expect(during).toBe(false);
  expect(await held.page.evaluate(() => (window.host.plugin as unknown as { seen: string[] }).seen)).toEqual([]);
  await held.writeOutside("c.md", "new");
  await expect
    .poll(() => held.page.evaluate(() => (window.host.plugin as unknown as { seen: string[] }).seen))
    .toEqual(["c.md"]);
  await held.close();
});

test("a thousand linked notes open quickly", async () => {
  const link = (index: number) => `[[note ${(index * 7) % 1000}]]`;
  const notes = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `People/note ${index}.md`,
      `---\ncircle: close\n---\n${link(index)} ${link(index + 1)} ${link(index + 2)}\n\n## Log\n- 2026-01-01 → call\n`,
    ]),
  );
  const many = await openFixture({ vault: notes });
  const took = await many.page.evaluate(() => performance.now());
  expect(took).toBeLessThan(5000);
  expect(
    await many.page.evaluate(
      () => Object.keys(window.host.app.metadataCache.resolvedLinks["People/note 1.md"] ?? {}).length,
    ),
  ).toBe(3);
  await many.close();
});
