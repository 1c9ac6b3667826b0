import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const MIA = "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\n\n## Log\n- 2026-11-01 → call\n";
const TOVE = "---\ntags: [person]\nbirthday: 11-19\n---\n\n## Log\n- 2026-11-18 → message: can you bring the drill\n";
const ULI =
  "---\ntags: [person]\nmilestones:\n  - 2026-11-18 promoted\n---\n\n## Log\n- 2026-11-19 → email: about the invoice\n";

describe("nothing that matters is missed", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: { "People/Mia.md": MIA, "People/Tove.md": TOVE, "People/Uli.md": ULI, "People/Abe.md": "---\n---\n" },
      now: "2026-11-19T10:00",
    });
    vault.page.setDefaultTimeout(10_000);
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
    await vault.page.locator(".reconnect-section-week").waitFor();
  });
  afterAll(() => vault.close());

  const row = (section: string, name: string) =>
    vault.page.locator(`.reconnect-section-${section} .reconnect-row`, { hasText: name });
  const touch = (person: string, more: Record<string, string>): Promise<string> =>
    vault.runCli("reconnect:touch", { person, ...more });

  it("a reply owed stays on the pick until it is answered", async () => {
    await vault.openNote("People/Mia.md");
    await vault.runCommand("reconnect:they-wrote");
    await vault.page.locator(".modal", { hasText: "Mia wrote" }).getByLabel("What about").press("Enter");
    await row("week", "Mia").getByText("they wrote today, a reply is owed").waitFor();
    await touch("Mia", { direction: "out", holding: "true", note: "soon" });
    await expect.poll(() => vault.read("People/Mia.md")).toContain("[holding:: true]");
    await row("week", "Mia").getByText("a reply is owed").waitFor();
    expect(await vault.page.locator(".reconnect-section-week .reconnect-row.is-done").count()).toBe(0);
    await touch("Mia", { direction: "out", note: "here it is" });
    await row("week", "Mia").getByText("in touch today").waitFor();
  });

  it("a birthday is not kept by small talk before it, and is by a word on it", async () => {
    await row("occasions", "Tove").getByText("birthday, today").waitFor();
    await touch("Tove", { direction: "out", note: "thanks for the drill" });
    await row("occasions", "Tove").waitFor({ state: "detached" });
  });

  it("a milestone waits for its congratulation, and is offered first", async () => {
    await row("occasions", "Uli").getByText("promoted, yesterday").waitFor();
    expect(await vault.runCli("reconnect:tasks")).toContain("[ ] Congratulate Uli");
    await vault.writeOutside("Plain.md", "Nobody's note.\n");
    await vault.openNote("Plain.md");
    await vault.runCommand("reconnect:congratulate");
    const offered = vault.page.locator(".suggestion-item");
    await offered.first().getByText("promoted, yesterday").waitFor();
    await offered.first().click();
    await vault.page.locator(".modal", { hasText: "Congratulate Uli" }).getByLabel("What about").press("Enter");
    await row("occasions", "Uli").waitFor({ state: "detached" });
    expect(await vault.read("People/Uli.md")).toContain("- 2026-11-19 → congratulated on promoted\n");
  });
});
