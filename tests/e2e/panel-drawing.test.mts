import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SETTINGS = JSON.stringify({ schemaVersion: 1, confirmed: true, people: { folders: ["People"] } });

/** People who are all due, the same ones first however many there are. */
function open(people: number): Promise<OpenVault> {
  const notes = Object.fromEntries(
    Array.from({ length: people }, (_, at) => [
      `People/${at % 2 === 0 ? "Ada" : "Bo"} ${String(at).padStart(4, "0")}.md`,
      "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n",
    ]),
  );
  return openVault({ vault: { ...notes, ".obsidian/plugins/reconnect/data.json": SETTINGS }, now: "2026-11-22T10:00" });
}

const rows = (vault: OpenVault) => vault.page.locator(".reconnect-panel .reconnect-row");

/** Marks all rows on the page; gives how many there are. A row that is drawn later has no mark. */
const mark = (vault: OpenVault): Promise<number> =>
  rows(vault).evaluateAll((all) => {
    for (const el of all) el.classList.add("was-there");
    return all.length;
  });

const names = (vault: OpenVault, selector: string): Promise<string[]> =>
  vault.page.locator(`.reconnect-panel ${selector} .reconnect-row-name`).allTextContents();

describe("what is drawn of the panel", () => {
  let few: OpenVault;
  let many: OpenVault;
  beforeAll(async () => {
    few = await open(60);
    many = await open(900);
    for (const vault of [few, many]) {
      await vault.page.locator("[data-control=show-everyone], [data-fold=everyone]").first().waitFor();
      await vault.page.locator(".reconnect-section-week .reconnect-row").first().waitFor();
      if ((await vault.page.locator("[data-control=show-everyone]").count()) > 0)
        await vault.page.locator("[data-control=show-everyone]").click();
      await vault.page.locator("[data-fold=everyone]").waitFor();
    }
  });
  afterAll(async () => {
    await few.close();
    await many.close();
  });

  it("are the rows in view, as many among nine hundred people as among sixty", async () => {
    const counts = [await rows(few).count(), await rows(many).count()];
    expect(counts[1]).toBe(counts[0]);
    // All sections together have more than that, and a screen has room for fewer.
    expect(counts[0]).toBeLessThan(30);
    expect(await many.page.locator(".reconnect-panel *").count()).toBe(
      await few.page.locator(".reconnect-panel *").count(),
    );
  });

  it("a note that changes has its own row drawn, and no other", async () => {
    const [gone, ...others] = await names(many, ".reconnect-section-reconnect");
    const marked = await mark(many);
    await many.writeOutside(`People/${gone ?? ""}.md`, "---\ncadence: weekly\nlast_contact: 2026-11-22\n---\n");
    await many.page
      .locator(".reconnect-section-reconnect .reconnect-row", { hasText: gone ?? "" })
      .waitFor({ state: "detached" });
    expect((await names(many, ".reconnect-section-reconnect")).slice(0, others.length)).toEqual(others);
    expect(await many.page.locator(".was-there").count()).toBe(marked - 1);
  });

  it("the row with the keyboard stays with it while the list changes around it", async () => {
    const [before, here] = await names(many, ".reconnect-section-reconnect");
    await many.page
      .locator(".reconnect-section-reconnect .reconnect-row", { hasText: here ?? "" })
      .locator("[data-control=snooze]")
      .focus();
    await many.page.evaluate(() => {
      const { host } = window as unknown as { host: { blurs: number } };
      host.blurs = 0;
      document.addEventListener("focusout", () => {
        host.blurs++;
      });
    });
    await many.writeOutside(`People/${before ?? ""}.md`, "---\ncadence: weekly\nlast_contact: 2026-11-22\n---\n");
    await many.page
      .locator(".reconnect-section-reconnect .reconnect-row", { hasText: before ?? "" })
      .waitFor({ state: "detached" });
    expect(
      await many.page.evaluate(() => [
        document.activeElement?.getAttribute("aria-label"),
        (window as unknown as { host: { blurs: number } }).host.blurs,
      ]),
    ).toEqual([expect.stringContaining(`Snooze ${here ?? ""}`), 0]);
    // It is the tab stop of its list, at the place where it is now.
    expect(
      await many.page.locator(".reconnect-section-reconnect [data-control=open][tabindex='0']").allTextContents(),
    ).toEqual([expect.stringContaining(here ?? "")]);
    expect(
      await many.page.locator(".reconnect-section-reconnect .reconnect-row:focus-within").getAttribute("aria-rowindex"),
    ).toBe("1");
  });

  it("a further letter leaves the rows that are still meant", async () => {
    await many.page.getByLabel("Search people").fill("ada");
    await many.page.locator(".reconnect-section-found .reconnect-row").first().waitFor();
    await mark(many);
    await many.page.getByLabel("Search people").fill("ada 00");
    await many.page.locator('.reconnect-section-found [aria-rowcount="58"]').waitFor({ state: "attached" });
    expect(await many.page.locator(".reconnect-section-found .was-there").count()).toBeGreaterThan(10);
    expect(await many.page.locator(".reconnect-section-found .reconnect-row:not(.was-there)").count()).toBe(0);
    await many.page.getByLabel("Search people").fill("");
    await many.page.locator("[data-fold=everyone]").waitFor();
  });

  it("scrolling draws as many rows as come into view", async () => {
    await many.page.locator("[data-fold=everyone]").click();
    const [drawn, px] = await many.page.locator(".reconnect-panel").evaluate(async (panel) => {
      const frame = (): Promise<number> =>
        new Promise((next) => {
          requestAnimationFrame(next);
        });
      let added = 0;
      const watch = new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          added += [...addedNodes].filter(
            (node) => node instanceof HTMLElement && node.matches(".reconnect-row"),
          ).length;
      });
      watch.observe(panel, { childList: true, subtree: true });
      panel.scrollTop += 2_000;
      await frame();
      await frame();
      added = 0;
      for (let step = 0; step < 10; step++) {
        panel.scrollTop += 400;
        await frame();
        await frame();
      }
      watch.disconnect();
      return [added, 10 * 400];
    });
    const height =
      (await many.page.locator(".reconnect-section-everyone .reconnect-row").last().boundingBox())?.height ?? 0;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(((px ?? 0) / height) * 1.2 + 5);
    expect(await many.page.locator(".reconnect-panel *").count()).toBeLessThan(1_500);
  });

  it("buttons are there for whoever does not see them, their icons for whoever is on the row", async () => {
    const key = await many.page.locator(".reconnect-section-everyone .reconnect-row").nth(12).getAttribute("data-key");
    const row = many.page.locator(`.reconnect-section-everyone .reconnect-row[data-key="${key ?? ""}"]`);
    expect(await row.getByRole("button").count()).toBe(3);
    const icons = (): Promise<number> =>
      row
        .locator(".reconnect-row-actions svg")
        .evaluateAll((all) => all.filter((el) => getComputedStyle(el).display !== "none").length);
    expect(await icons()).toBe(0);
    await row.hover();
    expect(await icons()).toBe(2);
  });

  it("nothing failed on the way", () => {
    expect([...few.consoleErrors(), ...many.consoleErrors()]).toEqual([]);
  });
});
