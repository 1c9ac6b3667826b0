import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openVault, type OpenVault, type OpenVaultOptions } from "../host/open-vault.mts";

/** What the app is known to do at a bad moment, by the host's switches. */
const FOLDER = ".obsidian/plugins/reconnect";
const DATA = `${FOLDER}/data.json`;
const SETTINGS = {
  schemaVersion: 1,
  confirmed: true,
  people: { folders: [], tags: ["person"], properties: [], templateFolders: [] },
  circles: [{ name: "chess", cadence: "monthly" }],
  mentions: { on: true },
};
const NOTES = {
  "Ada.md": "---\ntags: [person]\ncadence: weekly\nlast_contact: 2026-10-02\n---\n",
  "Bo.md": "---\ntags: [person]\ncadence: weekly\n---\n- [ ] Send the book 📅 2026-11-21\n",
  "2026-11-20.md": "Met [[Ada]].\n- [x] Call [[Bo]] [touch:: call] ✅ 2026-11-19\n",
};

let vault: OpenVault;
afterEach(() => vault.close());

async function open(options: OpenVaultOptions = {}): Promise<OpenVault> {
  vault = await openVault({
    vault: { ...NOTES, [DATA]: JSON.stringify(SETTINGS) },
    now: "2026-11-22T10:00",
    ...options,
  });
  return vault;
}

const panel = (): Promise<string> => vault.page.locator(".reconnect-panel").innerText();
const saved = async (): Promise<unknown> => JSON.parse(await vault.read(DATA));
/** Saves by an action: the command line marks a note as no contact. */
const mark = (): Promise<string> => vault.runCli("not-contact", { note: "2026-11-20" });

describe("settings", () => {
  it("stay as they are while loadData answers null, at the first start too, and what is saved then is added to them", async () => {
    await open({ dataIsNull: true });
    await expect.poll(panel).toContain("Ada");
    await mark();
    expect(await saved()).toMatchObject({ ...SETTINGS, mentions: { on: true, notContact: ["2026-11-20.md"] } });
    await vault.runCommand("undo");
    await expect.poll(saved).toMatchObject({ ...SETTINGS, mentions: { on: true, notContact: [] } });
  });

  it("wait for a file that is empty at the first start", async () => {
    await open({
      vault: { ...NOTES, [DATA]: "" },
      beforeLayoutReady: async ({ page, writeSettingsOutside }) => {
        await page.evaluate(() => window.host.layoutReady());
        await page.locator(".reconnect-panel").getByText("Reading your people…").first().waitFor();
        expect(await vaultText(page)).toBe("");
        await writeSettingsOutside(JSON.stringify(SETTINGS));
      },
    });
    await expect.poll(panel).toContain("Ada");
    expect(await saved()).toEqual(SETTINGS);
  });

  it.each([
    ["empty", ""],
    ["cut off", JSON.stringify(SETTINGS).slice(0, 60)],
  ])("in memory outlive a file that is %s, whether the app throws or not, and are saved again", async (name, text) => {
    await open({ damagedIsNull: name === "empty" });
    await expect.poll(panel).toContain("Ada");
    await vault.writeSettingsOutside(text);
    // A save waits until the file is given up; of the empty one it comes after that.
    if (text === "") await vault.page.locator(".notice", { hasText: "settings file is empty" }).waitFor();
    await mark();
    expect(await saved()).toMatchObject({ ...SETTINGS, mentions: { on: true, notContact: ["2026-11-20.md"] } });
    if (text !== "") expect(await vault.read(`${FOLDER}/data.damaged.json`)).toBe(text);
    expect(await panel()).toContain("Ada");
  });

  it("that another device wrote without a word are not written over", async () => {
    await open();
    await expect.poll(panel).toContain("Ada");
    const theirs = { ...SETTINGS, circles: [{ name: "choir", cadence: "weekly" }] };
    await writeFile(join(vault.dir, DATA), JSON.stringify(theirs));
    await mark();
    expect(await saved()).toMatchObject({ circles: theirs.circles, mentions: { notContact: ["2026-11-20.md"] } });
  });

  it("that are damaged in two ways are kept aside twice, though loadData answers null", async () => {
    const cut = JSON.stringify(SETTINGS).slice(0, -1);
    await open({ damagedIsNull: true, vault: { ...NOTES, [DATA]: cut, [`${FOLDER}/data.damaged.json`]: "{older" } });
    await expect.poll(panel).toContain("Ada");
    expect(await vault.read(`${FOLDER}/data.damaged.json`)).toBe("{older");
    expect(await vault.read(`${FOLDER}/data.damaged-2.json`)).toBe(cut);
  });
});

/** What is in data.json, by the page. */
const vaultText = (page: OpenVault["page"]): Promise<string> =>
  page.evaluate((path) => {
    const { adapter } = window.host.app.vault as unknown as { adapter: { read(path: string): Promise<string> } };
    return adapter.read(path);
  }, DATA);

describe("a metadata cache that is still filling", () => {
  it.each([
    ["tells each note", { changed: true, resolved: true }],
    ["tells only that it is done", { changed: false, resolved: true }],
    ["tells nothing", { changed: false, resolved: false }],
  ])("is no empty vault; it %s", async (_, how) => {
    await open({ lateCache: true });
    await expect.poll(panel).toContain("Reading your people…");
    const command = vault.runCli("due", { all: "true" });
    await vault.fireUri({ do: "touch", person: "Ada" });
    expect(await vault.page.locator(".modal").count()).toBe(0);
    await vault.fillCache(how);
    expect(await command).toContain("Ada");
    await expect.poll(panel).toContain("Ada");
    await expect.poll(() => vault.page.locator(".modal").innerText()).toContain("Ada");
    expect(await vault.page.locator(".notice", { hasText: "There is nobody" }).count()).toBe(0);
    // Mentions and ticks stand in a note of nobody's.
    expect(await vault.runCli("person", { person: "Ada" })).toContain("2026-11-20");
    expect(await vault.runCli("person", { person: "Bo" })).toContain("2026-11-19");
    expect(vault.consoleErrors()).toEqual([]);
  });

  it("takes in what comes after the first resolved", async () => {
    await open({ lateCache: true });
    await vault.fillCache({ paths: ["Ada.md"], changed: false, resolved: true });
    await expect.poll(panel).toContain("Ada");
    await vault.fillCache({ changed: false, resolved: true });
    await expect.poll(() => vault.runCli("person", { person: "Bo" })).toContain("2026-11-19");
    await expect.poll(() => vault.runCli("person", { person: "Ada" })).toContain("2026-11-20");
  });

  it("is waited for by the first look at a vault", async () => {
    await open({ lateCache: true, vault: NOTES });
    await vault.runCommand("choose-people");
    await expect.poll(() => vault.page.locator(".notice").allInnerTexts()).toEqual(["Reading your people…"]);
    await vault.fillCache({ changed: false, resolved: true });
    await expect.poll(() => vault.page.locator(".modal").innerText()).toContain("person");
  });

  it("is not waited for without end", async () => {
    await open({ lateCache: true });
    await expect.poll(panel).toContain("Reading your people…");
    await expect.poll(panel, { timeout: 15_000 }).not.toContain("Reading your people…");
    expect(await vault.runCli("due", { all: "true" })).not.toContain("Ada");
    // And is still taken in when it comes after all.
    await vault.fillCache({ changed: false, resolved: true });
    await expect.poll(panel).toContain("Ada");
  });
});

describe("a database", () => {
  it("that answers nobody is done without; a late answer is taken", async () => {
    await open({ silentDatabases: true });
    await expect.poll(panel, { timeout: 10_000 }).toContain("Ada");
    expect(await vault.databasesOpened()).toBe(0);
    await vault.answerDatabases();
    await expect.poll(() => vault.runCli("person", { person: "Bo" })).toContain("2026-11-19");
    expect(await vault.databasesOpened()).toBeGreaterThan(0);
    // What was read now is kept, and at the next start read no more.
    await expect.poll(() => vault.page.evaluate(keptText), { timeout: 15_000 }).toContain("Ada.md");
  });

  it("that falls silent after it was opened is done without", async () => {
    await open({
      beforeLayoutReady: async ({ page }) => {
        // It opens, and then says nothing.
        await page.evaluate(() => {
          const store = IDBObjectStore.prototype as unknown as Record<string, (this: unknown) => IDBRequest>;
          const { getAllKeys } = store;
          store["getAllKeys"] = function () {
            window.host.silenceDatabases();
            if (!getAllKeys) throw new Error("no getAllKeys");
            return getAllKeys.call(this);
          };
        });
      },
    });
    await expect.poll(panel, { timeout: 10_000 }).toContain("Ada");
  });

  it.each([
    ["says so", true],
    ["does not say so", false],
  ])("whose connection is lost is opened again, when it %s", async (_, told) => {
    await open();
    await expect.poll(() => vault.page.evaluate(keptText), { timeout: 15_000 }).toContain("Ada.md");
    const before = await vault.databasesOpened();
    await vault.loseDatabases(told);
    await vault.writeOutside("Cy.md", "---\ntags: [person]\n---\n");
    await expect.poll(() => vault.databasesOpened(), { timeout: 15_000 }).toBeGreaterThan(before);
    await expect.poll(() => vault.page.evaluate(keptText), { timeout: 15_000 }).toContain("Cy.md");
    expect(vault.consoleErrors()).toEqual([]);
  });
});

/** Runs in the page: all that is kept of people. */
async function keptText(): Promise<string> {
  const { name = "" } =
    (await indexedDB.databases()).find((one) => one.name?.startsWith("reconnect-notes") === true) ?? {};
  if (name === "") return "[]";
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onerror = () => {
      resolve("[]");
    };
    request.onsuccess = () => {
      const database = request.result;
      const all = database.transaction("chunks").objectStore("chunks").getAll();
      all.onsuccess = () => {
        database.close();
        resolve(JSON.stringify(all.result));
      };
    };
  });
}
