import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const DATA = ".obsidian/plugins/reconnect/data.json";
let vault: OpenVault;
beforeAll(async () => {
  vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00" });
  vault.page.setDefaultTimeout(5_000);
  await vault.page.getByRole("button", { name: "Set up" }).click();
  await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
});
afterAll(() => vault.close());

async function lastContact(name: string): Promise<string | null> {
  return (
    JSON.parse(await vault.runCli("reconnect:person", { person: name, format: "json" })) as {
      lastContact: string | null;
    }
  ).lastContact;
}

it("mentions count once they are confirmed with examples, follow the notes, and can be marked as no contact", async () => {
  await expect.poll(() => lastContact("Isabel Navarro")).toBe(null);
  await vault.runCommand("mentions");
  const modal = vault.page.locator(".modal");
  await modal.getByText("Rosa Delgado, Nov 20, 2026, in 2026-11-20").waitFor();
  expect(await axeFindings(vault, ".modal")).toEqual([]);
  await vault.screenshot("mentions-1-examples");
  await modal.getByRole("button", { name: "Count these" }).click();
  await expect.poll(() => lastContact("Isabel Navarro")).toBe("2026-11-20");
  // The same eight as from the terminal, a ticked task's day among them.
  for (const [name, day] of [
    ["João Brandão", "2026-10-14"],
    ["Laura Bianchi", "2026-11-16"],
    ["Daniel Osei", "2026-11-18"],
    ["Walter Finch", "2026-11-15"],
    ["Jonas Lindqvist", "2026-05-03"],
    ["Yusuf Demir", "2025-09-02"],
  ] as const) {
    expect([name, await lastContact(name)]).toEqual([name, day]);
  }
  await vault.openNote("People/Friends/Rosa Delgado.md");
  await vault.runCommand("touches");
  const row = vault.page.locator(".reconnect-touch-row", { hasText: "mentioned in 2026-11-20" });
  await row.getByRole("button", { name: "Not contact" }).click();
  await vault.page.locator(".menu-item", { hasText: "Not contact: Rosa Delgado in 2026-11-20" }).click();
  await row.waitFor({ state: "detached" });
  expect(await lastContact("Rosa Delgado")).toBe("2026-10-25");
  await vault.page
    .locator(".notice", { hasText: "2026-11-20 is no contact" })
    .getByRole("button", { name: "Undo" })
    .click();
  await row.waitFor();
  await expect.poll(() => lastContact("Rosa Delgado")).toBe("2026-11-20");
  await vault.runCommand("redo");
  await row.waitFor({ state: "detached" });
  await vault.runCommand("undo");
  await row.waitFor();
  // The same from Obsidian's own command line.
  await vault.runCli("reconnect:not-contact", { note: "2026-11-20", person: "Rosa Delgado" });
  await row.waitFor({ state: "detached" });
  await vault.page.keyboard.press("Escape");
  await vault.writeOutside("Daily/2026-11-21.md", "Tea with [[Yusuf Demir]].\n");
  await expect.poll(() => lastContact("Yusuf Demir")).toBe("2026-11-21");
  await vault.writeOutside("Daily/2026-11-21.md", "Tea alone.\n");
  await expect.poll(() => lastContact("Yusuf Demir")).toBe("2025-09-02");
  expect(vault.consoleErrors()).toEqual([]);
});

it("daily notes are looked for where Obsidian now has them, though they moved after the people were chosen", async () => {
  const settings = await vault.read(DATA);
  await writeFile(
    join(vault.dir, ".obsidian/daily-notes.json"),
    JSON.stringify({ folder: "Tagebuch", format: "YYYY/DD.MM.YYYY" }),
  );
  await vault.writeOutside("Tagebuch/2026/22.11.2026.md", "Called [[Laura Bianchi]].\n");
  await expect.poll(() => lastContact("Laura Bianchi")).toBe("2026-11-22");
  await vault.runCommand("write-tasks-today-daily");
  await expect.poll(() => vault.read("Tagebuch/2026/22.11.2026.md")).toContain("## Reconnect\n- [ ] ");
  expect(await vault.read(DATA)).toBe(settings);
});
