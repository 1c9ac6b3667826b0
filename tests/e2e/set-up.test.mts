import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "obsidian";
import { afterEach, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault, type OpenVaultOptions } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const PLAIN = Object.fromEntries(
  ["Ada", "Bo", "Cem", "Dia", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kim", "Lou"].map((name) => [
    `${name}.md`,
    `${name} lives in the old town.\n\nWe met long ago.\n`,
  ]),
);
/** The sample vault as it was before anybody thought of how often. */
const WITHOUT_CADENCE = Object.fromEntries(
  readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => [
      path,
      readFileSync(join(SAMPLE, path), "utf8")
        .split("\n")
        .filter((line) => !/^(?:cadence|circle|circles|contact_every):/i.test(line))
        .join("\n"),
    ]),
);

describe("set-up", () => {
  let vault: OpenVault;
  afterEach(() => vault.close());

  const open = async (options: OpenVaultOptions): Promise<void> => {
    vault = await openVault({ now: "2026-11-22T10:00", ...options });
    vault.page.setDefaultTimeout(5_000);
  };
  const sheet = (): ReturnType<OpenVault["page"]["locator"]> => vault.page.locator(".reconnect-set-up");
  const week = async (): Promise<string[]> =>
    (await vault.page.locator(".reconnect-section-week .reconnect-row-name").allInnerTexts()).map((text) =>
      text.trim(),
    );

  it.each([
    ["twelve plain notes in the root", PLAIN],
    ["the sample vault without a cadence", WITHOUT_CADENCE],
  ])("%s: set up, tick, tick, start, and both are this week's people", async (name, files) => {
    await open({ vault: files });
    const { page } = vault;
    await page.getByRole("button", { name: "Set up" }).click();
    const ticks = sheet().getByRole("checkbox");
    await ticks.first().check();
    await ticks.nth(1).check();
    const chosen = await sheet().locator(".reconnect-set-up-name").allTextContents();
    expect(await sheet().getByRole("status").textContent()).toBe("Adds `cadence` to 2 notes. You can undo this.");
    expect(await axeFindings(vault, ".reconnect-set-up")).toEqual([]);
    await vault.screenshot(`set-up-${name.split(" ")[0] ?? ""}`);
    await sheet().getByRole("button", { name: "Start" }).click();
    await expect.poll(week).toEqual(expect.arrayContaining(chosen.slice(0, 2)));
    await vault.screenshot(`set-up-${name.split(" ")[0] ?? ""}-panel`);
  });

  it("writes the last day where it is said, asks for them this week all the same, and is undone", async () => {
    await open({ vault: PLAIN });
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await sheet().getByLabel("Search people").fill("ida");
    await sheet().getByRole("checkbox", { name: /Ida/ }).check();
    await sheet().getByLabel("How often for Ida").selectOption("Weekly");
    await sheet().getByLabel("Last in touch with Ida").selectOption("Yesterday");
    await sheet().getByRole("button", { name: "Start" }).click();
    await expect
      .poll(() => vault.read("Ida.md"))
      .toBe(`---\ncadence: weekly\nlast_contact: 2026-11-21\nsnooze_until: 2026-11-22\n---\n${PLAIN["Ida.md"] ?? ""}`);
    await expect.poll(week).toEqual(["Ida"]);
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => vault.read("Ida.md")).toBe(PLAIN["Ida.md"]);
  });

  it("asks in an empty vault for contacts or somebody new", async () => {
    await open({ vault: {} });
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await sheet().getByRole("button", { name: "Add someone" }).click();
    await vault.page.locator(".modal").getByLabel("Name").fill("Rosa");
    await vault.page.locator(".modal").getByRole("button", { name: "Make note" }).click();
    await expect.poll(() => vault.read("People/Rosa.md")).toBeDefined();
  });

  it("counts lines of the diary only when they are said to count", async () => {
    await open({ vault: { ...PLAIN, "2026-11-20.md": "Long walk with [[Ada]].\n" } });
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await sheet().getByRole("checkbox", { name: /Ada/ }).check();
    await sheet().getByText("Long walk with [[Ada]].").waitFor();
    await sheet().getByLabel("Yes, count them").check();
    await vault.screenshot("set-up-mentions");
    await sheet().getByRole("button", { name: "Start" }).click();
    await expect
      .poll(() => vault.read(".obsidian/plugins/reconnect/data.json").catch(() => ""))
      .toMatch(/"mentions": \{\s*"on": true/);
  });

  it("comes first whatever command is called; then nobody else is brought up", async () => {
    await open({ vault: PLAIN });
    await vault.runCommand("reconnect:open-garden");
    await sheet().getByRole("button", { name: "Not now" }).click();
    await vault.page.getByRole("button", { name: "Set up" }).waitFor();
  });

  it("is offered in a notice where somebody turns the plugin on, and not once it is set up", async () => {
    await open({ vault: PLAIN });
    const turnOn = (): Promise<void> =>
      vault.page.evaluate(() => {
        (window.host.app.plugins.plugins["reconnect"] as Plugin | undefined)?.onUserEnable();
      });
    await turnOn();
    await vault.page.locator(".notice", { hasText: "Reconnect is on" }).getByRole("button").click();
    await sheet().getByRole("checkbox", { name: /Ada/ }).check();
    await sheet().getByRole("button", { name: "Start" }).click();
    await expect.poll(week).toEqual(["Ada"]);
    await turnOn();
    await vault.settled();
    expect(await vault.page.locator(".notice", { hasText: "Reconnect is on" }).count()).toBe(0);
  });
});
