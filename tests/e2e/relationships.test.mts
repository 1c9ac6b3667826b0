import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

describe("relationships, over the sample vault", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00" });
    vault.page.setDefaultTimeout(5_000);
    await vault.page.getByRole("button", { name: "Choose your people" }).click();
    await vault.page.locator(".modal").getByRole("button", { name: "Use these" }).click();
    await vault.page.locator(".reconnect-section-reconnect").waitFor();
  });
  afterAll(() => vault.close());

  const modal = (title: string) => vault.page.locator(".modal", { hasText: title });
  const notice = (text: string | RegExp) => vault.page.locator(".notice", { hasText: text }).last();
  const undo = async (path: string, before: string): Promise<void> => {
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(path)).toBe(before);
  };

  it("puts whoever waits for an answer first in the panel, the longest wait first", async () => {
    const section = vault.page.locator(".reconnect-section-reconnect");
    for (const name of ["Grace Lim", "Omar Farouk"]) await section.locator(".reconnect-row", { hasText: name }).waitFor();
    const names = await section.locator(".reconnect-row-name").allTextContents();
    expect(names.slice(0, 3)).toEqual(["Arthur Pemberton", "Grace Lim", "Omar Farouk"]);
    expect(await section.locator(".reconnect-row-detail").first().textContent()).toContain("a reply owed for 78 days");
  });

  it("notes that they wrote, in one line, and undoes it", async () => {
    const path = "People/Mary Somerville.md";
    const before = await vault.read(path);
    await vault.openNote(path);
    await vault.runCommand("reconnect:they-wrote");
    const form = modal("Mary Somerville wrote");
    await form.getByLabel("How").fill("letter");
    await form.getByLabel("What about").fill("the translation");
    expect(await form.locator("code").textContent()).toBe("- 2026-11-22 ← letter: the translation [owe:: reply]");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.page.keyboard.press("Enter");
    await notice("a reply is owed").waitFor();
    expect(await vault.read(path)).toContain("- 2026-11-22 ← letter: the translation [owe:: reply]\n");
    await undo(path, before);
  });

  it("holds, declines and answers from the list of replies owed", async () => {
    const path = "People/Work/Grace Lim.md";
    const before = await vault.read(path);
    const act = async (name: string, said: string): Promise<void> => {
      await vault.runCommand("reconnect:owed");
      await modal("Replies owed").getByRole("button", { name: `${name}: Grace Lim` }).click();
      await modal("Grace Lim").getByLabel("What about").press("Enter");
      await notice(said).waitFor();
    };
    await vault.runCommand("reconnect:owed");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-owed");
    await vault.page.keyboard.press("Escape");
    await act("Holding note", "still owed");
    expect(await vault.read(path)).toContain("- 2026-11-22 → got your message, a proper answer soon [holding:: true]\n");
    const owed = JSON.parse(await vault.runCli("reconnect:owed", { format: "json" })) as { owed: { name: string; heldOn: string | null }[] };
    expect(owed.owed.find(({ name }) => name === "Grace Lim")?.heldOn).toBe("2026-11-22");
    await undo(path, before);
    await act("Decline kindly", "nothing is owed");
    expect(await vault.read(path)).toContain("[declined:: true]");
    await undo(path, before);
    await act("Log the answer", "answered");
    expect(await vault.runCli("reconnect:owed")).not.toContain("Grace Lim");
    await undo(path, before);
  });

  it("collects follow-ups from everywhere, ticks one in a daily note and moves one", async () => {
    await vault.runCommand("reconnect:follow-ups");
    const garden = vault.page.locator(".reconnect-garden");
    await garden.getByText("Think of one line for").waitFor();
    await garden.getByText("Bring her the hymn sheets").waitFor();
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    await vault.screenshot("relationships-follow-ups");
    const daily = "Daily/2026-11-21.md";
    const before = await vault.read(daily);
    // Somebody writes above the line while it is on the screen.
    await vault.writeOutside(daily, before.replace("- [ ] Think", "A line more.\n- [ ] Think"));
    await garden.getByRole("checkbox", { name: /Think of one line for/ }).press("Space");
    await notice("Ticked").waitFor();
    expect(await vault.read(daily)).toContain("- [x] Think of one line for [[Grace Lim]] 📅 2026-11-22 ✅ 2026-11-22\n");
    await garden.getByText("Think of one line for").waitFor({ state: "detached" });
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(daily)).toContain("- [ ] Think of one line for [[Grace Lim]] 📅 2026-11-22\n");
    const path = "Choir/Beatrice Holm.md";
    const bea = await vault.read(path);
    await garden.getByRole("button", { name: /Move to another day: Bring her/ }).press("Enter");
    await vault.page.locator(".prompt input").fill("friday");
    await vault.page.keyboard.press("Enter");
    await notice("Moved to 2026-11-27").waitFor();
    expect(await vault.read(path)).toBe(bea.replace("[due:: 2026-11-22]", "[due:: 2026-11-27]"));
    await undo(path, bea);
    await garden.getByLabel("Group follow-ups").selectOption("By person");
    await garden.getByRole("heading", { name: "Grace Lim" }).waitFor();
    await garden.getByLabel("Group follow-ups").selectOption("By day");
  });

  it("plans a coffee from the place, and ticking it logs it", async () => {
    const path = "People/Friends/Rosa Delgado.md";
    const before = await vault.read(path);
    const garden = vault.page.locator(".reconnect-garden");
    await garden.locator("summary", { hasText: "Lisbon" }).click();
    await garden.getByRole("button", { name: "Plan a meeting with Rosa Delgado" }).press("Enter");
    await modal("See Rosa Delgado").getByLabel("When").fill("today");
    expect(await modal("See Rosa Delgado").locator("code").textContent()).toBe("- [ ] Coffee with Rosa Delgado [meet:: coffee] 📅 2026-11-22");
    await vault.page.keyboard.press("Enter");
    await notice("meeting planned").waitFor();
    await garden.getByRole("checkbox", { name: "Tick: Coffee with Rosa Delgado" }).press("Space");
    await expect.poll(() => vault.read(path)).toContain("- [x] Coffee with Rosa Delgado [meet:: coffee] 📅 2026-11-22 ✅ 2026-11-22\n");
    expect(await vault.read(path)).toContain("- 2026-11-22 ↔ coffee\n");
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(path)).toContain("- [ ] Coffee with Rosa");
    await undo(path, before);
  });
});
