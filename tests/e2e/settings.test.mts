import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";
import { axeFindings } from "./accessible.mts";

const DATA = ".obsidian/plugins/reconnect/data.json";

describe("settings", () => {
  let vault: OpenVault;
  const row = (name: string) =>
    vault.page.locator(".setting-item", { has: vault.page.locator(`.setting-item-name:text-is("${name}")`) });
  const saved = async (): Promise<unknown> => JSON.parse(await vault.read(DATA));

  beforeAll(async () => {
    vault = await openVault({
      vault: {
        "People/Ada.md": "---\ncircle: chess\nlast_contact: 2026-10-01\n---\n",
        [DATA]: JSON.stringify({ confirmed: true, people: { folders: ["People"] }, somethingNewer: { kept: true } }),
      },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
    await vault.runCommand("app:open-settings");
  });
  afterAll(() => vault.close());

  it("refuses a circle whose cadence cannot be read, and says why", async () => {
    await row("Circles").locator("textarea").fill("chess: often");
    await expect
      .poll(() => row("Circles").locator(".setting-item-error").textContent())
      .toContain("The cadence of chess cannot be read");
    expect(await saved()).not.toHaveProperty("circles");
  });

  it("saves a good one, keeps what it does not know, and the panel follows", async () => {
    await row("Circles").locator("textarea").fill("chess: monthly");
    await expect
      .poll(saved)
      .toMatchObject({ circles: [{ name: "chess", cadence: "monthly" }], somethingNewer: { kept: true } });
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("settings");
    await vault.page.keyboard.press("Escape");
    await vault.page
      .locator(".reconnect-row", { hasText: "Ada" })
      .getByText("7 weeks since you were last in touch; every month wanted")
      .waitFor();
  });
});

describe("a settings file that was damaged", () => {
  it("is read as far as it goes; the old one is kept beside it", async () => {
    const damaged = '{"confirmed": true, "people": {"folders": ["People"]}, "soonDays": 3, "logHe';
    const vault = await openVault({
      vault: { "People/Ada.md": "---\ncadence: monthly\nlast_contact: 2026-10-01\n---\n", [DATA]: damaged },
      now: "2026-11-22T10:00",
    });
    try {
      vault.page.setDefaultTimeout(5_000);
      await vault.page.locator(".notice", { hasText: "settings file was damaged" }).waitFor();
      await vault.page.locator(".reconnect-row", { hasText: "Ada" }).waitFor();
      expect(await vault.read(DATA)).toBe(damaged);
      expect(await vault.read(".obsidian/plugins/reconnect/data.damaged.json")).toBe(damaged);
      expect(vault.consoleErrors()).toEqual([]);
    } finally {
      await vault.close();
    }
  });
});
