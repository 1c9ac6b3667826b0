import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DueList } from "../../src/core/today/list-due";
import { openVault, type OpenVault } from "../host/open-vault.mts";
import { TODAY, testVault } from "../support/terminal.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

/** The plugin in the browser and the terminal over the same notes: the same answers, the same bytes. */
describe("both faces", () => {
  const terminal = testVault();
  let vault: OpenVault;

  beforeAll(async () => {
    cpSync(SAMPLE, terminal.folder, { recursive: true });
    vault = await openVault({ vault: SAMPLE, now: `${TODAY}T10:00` });
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await vault.page.getByRole("button", { name: "Start" }).click();
    await vault.page.locator(".reconnect-section-reconnect").waitFor();
  });
  afterAll(async () => {
    await vault.close();
    terminal.remove();
  });

  it("see the same people in the same order for the same reasons", async () => {
    const plugin = JSON.parse(await vault.runCli("reconnect:due", { all: "true", format: "json" })) as DueList;
    const list = (await terminal.run("due", "--all", "--json")).json() as unknown as DueList;
    expect(plugin.people.length).toBeGreaterThan(70);
    expect(plugin.people).toEqual(list.people);
    expect(plugin.occasions).toEqual(list.occasions);
    const places = ({ problems }: DueList): string[] =>
      problems.map(({ path, property }) => `${path} ${property ?? ""}`);
    expect(places(plugin)).toEqual(places(list));
  });

  it("write the same bytes for a touch with everyone, and refuse the same notes", async () => {
    const due = (await terminal.run("due", "--all", "--json")).json() as unknown as DueList;
    // Every second one: each write goes through the browser's bridge to the disk and back.
    const paths = due.people.map(({ path }) => path).filter((_, index) => index % 2 === 0);
    const touch = { channel: "letter", direction: "out", note: "thanked “them” [for: it]", "they-gave": "a [[book]]" };
    const options = Object.entries(touch).flatMap(([name, value]) => [`--${name}`, value]);
    const inTerminal = (await terminal.run("touch", ...paths, ...options, "--json")).json() as {
      written: string[];
      refused: { path: string }[];
    };
    const inBrowser = JSON.parse(
      await vault.runCli("reconnect:touch", { person: paths.join(";"), ...touch, format: "json" }),
    ) as typeof inTerminal;
    expect(inTerminal.written.length).toBeGreaterThan(30);
    expect(inBrowser.written).toEqual(inTerminal.written);
    expect(inBrowser.refused.map(({ path }) => path)).toEqual(inTerminal.refused.map(({ path }) => path));
    for (const path of paths) expect(await vault.read(path), path).toBe(terminal.read(path));
    await vault.runCommand("reconnect:undo");
    await expect
      .poll(() => vault.read(inTerminal.written[0] ?? ""))
      .toBe(readFileSync(join(SAMPLE, inTerminal.written[0] ?? ""), "utf8"));
    await terminal.run("undo");
    for (const path of paths) {
      const before = readFileSync(join(SAMPLE, path), "utf8");
      expect(terminal.read(path), path).toBe(before);
      await expect.poll(() => vault.read(path), { message: path }).toBe(before);
    }
  });
});
