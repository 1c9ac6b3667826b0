import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectWell } from "./expect-well.mts";
import { openVault, type OpenVault, type OpenVaultOptions } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const TABS = ["Waiting", "Follow-ups", "Introductions", "Garden"];

/** Notes with properties of other plugins, to adopt; and more cards than a screen holds. */
const FOREIGN = Array.from(
  { length: 8 },
  (_, at) =>
    [
      `People/Network/Foreign ${String(at)}.md`,
      `---\nlastContact: 2026-0${String(at + 1)}-02\ncontact frequency: ${at % 2 === 0 ? "Bi-Weekly" : "whenever the ferry runs"}\nprm-tier: close\nprm-last-contacted: 2026-07-05\nprm-birthday: 04/05/1999\ninteractions:\n  - date: 2026-08-01\n    text: "a long talk about looms, ferries and the price of type, until the last train"\n---\n\n## Contact log\n- [[2026-07-05]] — lunch\n`,
    ] as const,
);
const CARDS = Array.from({ length: 60 }, (_, at) =>
  [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${at % 7 === 0 ? "Maximiliana Theodora von und zu Hohenlohe-Waldenburg-Schillingsfürst" : "Card"} ${String(at)}`,
    `EMAIL:card.number.${String(at)}.with.a.long.address@a-long-name-of-a-house.example.org`,
    at % 9 === 0 ? "BDAY:04/05/1999" : "BDAY:1999-05-04",
    "END:VCARD",
  ].join("\r\n"),
).join("\r\n");

async function open(options: OpenVaultOptions): Promise<OpenVault> {
  const vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00", ...options });
  vault.page.setDefaultTimeout(5_000);
  await vault.page.getByRole("button", { name: "Set up" }).first().click();
  await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
  await vault.page.locator(".reconnect-section-week .reconnect-row").first().waitFor();
  return vault;
}

/** Opens one screen after the other and hands each over, with what of it is ours to look at. */
async function eachScreen(vault: OpenVault, look: (name: string, selector: string) => Promise<void>): Promise<void> {
  const { page } = vault;
  const shown = async (
    name: string,
    selector: string,
    command: string,
    ready: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<void> => {
    await vault.runCommand(`reconnect:${command}`);
    await page.locator(selector).waitFor();
    await ready();
    await look(name, selector);
    await page.keyboard.press("Escape");
    await page.locator(selector).waitFor({ state: "detached" });
  };
  const garden = page.locator(".reconnect-garden");
  await vault.runCommand("reconnect:open-garden");
  for (const name of TABS) {
    await garden.getByRole("tab", { name }).press("Enter");
    await garden.getByRole("tab", { name, selected: true }).waitFor();
    await look(name.toLowerCase(), ".reconnect-garden");
  }
  await garden.getByLabel("What if: Circle").selectOption("friends");
  await garden.getByLabel("What if: would be").selectOption("every year");
  await garden.getByText("with the change").first().waitFor();
  await garden.getByText("What if", { exact: true }).scrollIntoViewIfNeeded();
  await look("what-if", ".reconnect-garden");
  await garden.getByRole("button", { name: "Forget it" }).press("Enter");
  await shown("stock", ".modal", "take-stock");
  await shown("owed", ".modal", "owed");
  await vault.openNote("Reading/How bees find home.md");
  await shown("share", ".prompt", "share", () => page.locator(".suggestion-item").first().waitFor());
  await vault.openNote("People/Friends/Greta Hoffmann.md");
  await shown("balance", ".modal", "balance");
  await shown("new-person", ".modal", "new-person", () =>
    page.locator(".modal").getByLabel("Name").fill("Rosa Delgado"),
  );
  await shown("import", ".modal", "import", async () => {
    await page
      .locator(".modal")
      .getByLabel("Choose a file")
      .setInputFiles({ name: "people.vcf", mimeType: "text/vcard", buffer: Buffer.from(CARDS) });
    await page.locator(".reconnect-review-section").first().waitFor();
  });
  for (const [path, text] of FOREIGN) await vault.writeOutside(path, text);
  await shown("adopt", ".modal", "adopt", () => page.locator(".modal input[type=checkbox]").first().waitFor());
}

/** How many names of circles lie over the bars they name. */
function labelsOverBars(vault: OpenVault): Promise<number> {
  return vault.page
    .locator(".reconnect-garden svg")
    .first()
    .evaluate((svg) => {
      const bars = Math.min(
        ...[...svg.querySelectorAll(".reconnect-chart-bar")].map((bar) => bar.getBoundingClientRect().left),
      );
      return [...svg.querySelectorAll(".reconnect-chart-text")].filter(
        (text) => /[a-z]/.test(text.textContent) && text.getBoundingClientRect().right > bars,
      ).length;
    });
}

describe("the garden and the dialogs", () => {
  it.each([
    ["in the dark, from right to left", "rtl", { rtl: true, locale: "ar", theme: "dark" }],
    ["on a phone", "phone", { phone: true }],
  ] as const)("every screen is well %s", async (_, mode, options) => {
    const vault = await open(options);
    await eachScreen(vault, async (name, selector) => {
      await vault.screenshot(`looks-${mode}-${name}`);
      await expectWell(vault, name, selector);
      if (name === "garden") expect(await labelsOverBars(vault)).toBe(0);
    });
    expect(vault.consoleErrors()).toEqual([]);
    await vault.close();
  });
});
