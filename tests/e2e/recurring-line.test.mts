import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const MUM = "People/Mum.md";

describe("a recurring line without a day", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        [MUM]: "---\nplace: London\n---\n- [ ] Call, every 2 weeks on Monday\n- [ ] Bake, every 3 months\n",
        ".obsidian/plugins/reconnect/data.json": JSON.stringify({ confirmed: true, people: { folders: ["People"] } }),
      },
      now: "2026-11-17T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  it("is still there on Tuesday, keeps its Mondays when it is ticked, and one without a start asks for it", async () => {
    const today = vault.page.locator(".reconnect-panel-tasks");
    await today.getByText("Call").waitFor();
    expect(await today.locator(".reconnect-block-name").allTextContents()).toEqual(["Call"]);
    expect(await vault.runCli("reconnect:check", {})).toContain('When does "every 3 months" start?');
    await today.getByRole("checkbox", { name: "Done: Call" }).click();
    await today.getByText("Call").waitFor({ state: "detached" });
    expect(await vault.read(MUM)).toContain(
      "- [ ] Call, every 2 weeks on Monday 📅 2026-11-30\n- [x] Call, every 2 weeks on Monday ✅ 2026-11-17\n",
    );
    expect(vault.consoleErrors()).toEqual([]);
  });
});
