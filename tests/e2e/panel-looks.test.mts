import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectWell } from "./expect-well.mts";
import { openVault, type OpenVault, type OpenVaultOptions } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

async function open(options: OpenVaultOptions): Promise<OpenVault> {
  const vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00", ...options });
  vault.page.setDefaultTimeout(5_000);
  await vault.page.getByRole("button", { name: "Set up" }).first().click();
  await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
  await pick(vault).waitFor();
  return vault;
}

const pick = (vault: OpenVault): Locator => vault.page.locator(".reconnect-section-week .reconnect-row-open").first();

/** Opens one screen after the other and hands each over, with what of it is ours to look at. */
async function eachScreen(vault: OpenVault, look: (name: string, selector: string) => Promise<void>): Promise<void> {
  const { page } = vault;
  const modal = async (name: string): Promise<void> => {
    await page.locator(".modal").waitFor();
    await look(name, ".modal");
    await page.keyboard.press("Escape");
    await page.locator(".modal").waitFor({ state: "detached" });
  };
  await look("panel", ".reconnect-panel");
  await pick(vault).focus();
  await page.keyboard.press("m");
  await look("menu", ".menu");
  await page.locator(".menu-item", { hasText: "Close…" }).click();
  await page.getByLabel("It has ended").check();
  await modal("close");
  await pick(vault).focus();
  await page.keyboard.press("v");
  await modal("coffee");
  await pick(vault).focus();
  await page.keyboard.press("?");
  await modal("keys");
  await vault.runCommand("triage");
  await page.locator(".modal h3").waitFor();
  await modal("triage");
  await page.getByLabel("Search people").fill("@lisbon");
  await page.locator(".reconnect-row.is-visit").first().waitFor();
  await look("place", ".reconnect-panel");
  await page.locator(".reconnect-row.is-visit .reconnect-row-open").first().click();
  await page.locator(".reconnect-card").waitFor();
  await look("card", ".reconnect-panel");
  await page.keyboard.press("Escape");
  await page.getByLabel("Search people").fill("");
  await pick(vault).waitFor();
}

describe("from right to left", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await open({ rtl: true, locale: "ar" });
  });
  afterAll(() => vault.close());

  it("names stand at the right, buttons at the left, and an English reason keeps its order", async () => {
    const places = await vault.page
      .locator(".reconnect-section-week .reconnect-row")
      .first()
      .evaluate((row) => {
        const box = (el: Element | null): DOMRect => el?.getBoundingClientRect() ?? new DOMRect();
        const letters = document.createRange();
        const text = row.querySelector(".reconnect-row-detail span")?.firstChild as Text;
        const at = (from: number): DOMRect => {
          letters.setStart(text, from);
          letters.setEnd(text, from + 1);
          return letters.getBoundingClientRect();
        };
        return {
          nameFromRight: box(row).right - box(row.querySelector(".reconnect-row-name span")).right,
          buttonsFromLeft: box(row.querySelector(".reconnect-row-actions")).left - box(row).left,
          firstBeforeSecond: at(0).left < at(2).left,
        };
      });
    expect(places.nameFromRight).toBeLessThan(16);
    expect(places.buttonsFromLeft).toBeLessThan(16);
    expect(places.firstBeforeSecond).toBe(true);
  });

  it.each(["light", "dark"] as const)("every screen is well in %s", async (theme) => {
    await vault.setTheme(theme);
    await eachScreen(vault, async (name, selector) => {
      await expectWell(vault, name, selector);
      if (name === "panel" || name === "card") await vault.screenshot(`looks-rtl-${theme}-${name}`);
    });
  });
});

describe("on a dark phone", () => {
  it("every screen is well, and everything is wide enough for a thumb", async () => {
    const vault = await open({ phone: true, theme: "dark" });
    await eachScreen(vault, async (name, selector) => {
      await expectWell(vault, name, selector);
      const small = await vault.page.locator(selector).evaluate((root) =>
        [...root.querySelectorAll<HTMLElement>("button, a, input, .menu-item, summary")]
          .filter((el) => el.offsetParent !== null && getComputedStyle(el).visibility !== "hidden")
          .map((el) => ({ el, box: (el.closest("label") ?? el).getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44 || box.width < 24)
          .map(
            ({ el, box }) =>
              `${el.className} "${el.textContent ?? ""}" ${Math.round(box.width)}x${Math.round(box.height)}`,
          ),
      );
      expect(small, name).toEqual([]);
      await vault.screenshot(`looks-phone-dark-${name}`);
    });
    expect(vault.consoleErrors()).toEqual([]);
  });
});

describe("names and notes of every kind", () => {
  it("stand in the panel without breaking it, each Problem one tap from its line", async () => {
    const waits = "---\ncadence: weekly\nlast_contact: 2026-01-01\n---\n";
    const long =
      "Maximiliana Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst, geborene Freifrau von Stackelberg auf Altenhof am See".slice(
        0,
        120,
      );
    const vault = await openVault({
      vault: {
        ".obsidian/plugins/reconnect/data.json": JSON.stringify({ confirmed: true, people: { folders: ["People"] } }),
        [`People/${long}.md`]: waits,
        "People/محمد بن عبد الله.md": waits,
        "People/王晓明.md": waits,
        "People/🦊 Fox.md": waits,
        [`People/${"a".repeat(100)}.md`]: waits,
        "People/Unclosed.md": "---\ncadence: weekly\n\nHello\n",
      },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
    await pick(vault).waitFor();
    await expectWell(vault, "names", ".reconnect-panel");
    expect(
      await vault.page
        .locator(":is(.reconnect-section-week, .reconnect-section-reconnect) .reconnect-row-name")
        .allTextContents(),
    ).toEqual(expect.arrayContaining([long, "محمد بن عبد الله", "王晓明", "🦊 Fox"]));
    await vault.page
      .locator(".reconnect-section-problems .reconnect-row", { hasText: "Unclosed, line 1" })
      .getByRole("button")
      .click();
    await vault.page.waitForFunction(() => window.host.app.workspace.getActiveFile()?.path === "People/Unclosed.md");
    await vault.screenshot("looks-names");
    expect(vault.consoleErrors()).toEqual([]);
    await vault.close();
  });
});
