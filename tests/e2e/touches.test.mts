import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const DATA = JSON.stringify({
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
});
const ADA =
  "---\naliases: [Countess]\ncadence: weekly\nlast_contact: 2026-11-01\n---\nWords.\n\n## Log\n- 2026-11-01 → call: the prize\n- 2026-10-02 ← letter: the move\n  and more\n";
const CHARLES = "---\ncadence: monthly\nphone: 020 7946 0018\n---\n\n## Log\n";
const GRACE =
  "---\ncadence: monthly\nlast_contact: 2026-10-30\n---\nThe compiler.\n\n- [ ] Coffee with Grace and [[Alex Kim]] [meet:: coffee] 📅 2026-11-20\n- [ ] Send her the book\n\n## Log\n- 2026-10-30 ↔ coffee\n";

/** The ways in to a touch, and what can be done with it afterwards; each step gives the notes back. */
describe("touches", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        ".obsidian/plugins/reconnect/data.json": DATA,
        "People/Ada Lovelace.md": ADA,
        "People/Charles Babbage.md": CHARLES,
        "People/Grace Hopper.md": GRACE,
        "People/Alex Kim.md": "",
        "People/Alex Stone.md": "",
        "Notes/Dinner.md": "With [[Ada Lovelace]], [[Charles Babbage|him]] and [[Nobody]].\n",
      },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(5_000);
  });
  afterAll(() => vault.close());

  const modal = () => vault.page.locator(".modal").last();
  const line = () => modal().getByLabel("In one line");
  const ada = () => vault.read("People/Ada Lovelace.md");
  const undoInNotice = async (): Promise<void> => {
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(async () => [await ada(), await vault.read("People/Charles Babbage.md")]).toEqual([ADA, CHARLES]);
  };

  it("one line, from the keyboard alone: shown as it will be written, with two people, undone at once", async () => {
    await vault.runCommand("quick-log");
    await line().fill("dinner with ada and charles yesterday: the engine");
    expect(await modal().locator("code").textContent()).toBe("- 2026-11-21 ↔ dinner: the engine");
    expect(await modal().locator(".reconnect-chip > span").allTextContents()).toEqual([
      "Ada Lovelace",
      "Charles Babbage",
    ]);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("touches-1-one-line");
    await vault.page.keyboard.press("Enter");
    await expect.poll(ada).toContain("- 2026-11-21 ↔ dinner: the engine\n- 2026-11-01");
    await expect.poll(() => vault.read("People/Charles Babbage.md")).toContain("last_contact: 2026-11-21");
    await undoInNotice();
  });

  it("never writes a day to come, asks which one a name means, and can leave somebody out", async () => {
    await vault.runCommand("quick-log");
    await line().fill("call with alex tomorrow");
    expect(await modal().locator("code").textContent()).toBe("A touch is a day that has come.");
    // A day that could be two is asked for, not guessed.
    await line().fill("call with ada 12/4");
    expect(await modal().locator("code").textContent()).toBe('Which day is "12/4"?');
    expect(await modal().getByLabel("When").inputValue()).toBe("12/4");
    expect(await modal().getByRole("button", { name: "Log touch" }).isDisabled()).toBe(true);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await modal().getByRole("button", { name: "Sun, Apr 12" }).click();
    expect(await modal().locator("code").textContent()).toContain("- 2026-04-12 ↔ call");
    await vault.page.keyboard.press("Escape");
    await vault.runCommand("quick-log");
    await line().fill("call with alex and ada monday");
    expect(await modal().getByRole("button", { name: "Log touch" }).isDisabled()).toBe(true);
    await modal().getByLabel("Who is alex?").selectOption({ label: "People/Alex Stone" });
    await modal().getByRole("button", { name: "Leave out Ada Lovelace" }).click();
    expect(await modal().locator(".reconnect-chip > span").allTextContents()).toEqual(["Alex Stone"]);
    expect(await modal().locator("code").textContent()).toBe("- 2026-11-16 ↔ call");
    await vault.page.keyboard.press("Escape");
  });

  it("an unknown name is created and logged in one go, and gone again with one undo", async () => {
    await vault.runCommand("quick-log");
    await line().fill("tea with Zelda today");
    expect(await modal().getByRole("button", { name: "Log touch" }).isDisabled()).toBe(true);
    // What is asked is where Enter leads.
    await vault.page.keyboard.press("Enter");
    await modal().getByLabel("Who is Zelda?").selectOption({ label: "Zelda, somebody new" });
    expect(await modal().locator(".reconnect-hint").last().textContent()).toBe("A note will be made for Zelda.");
    await line().press("Enter");
    await expect.poll(() => vault.read("People/Zelda.md").catch(() => "")).toContain("- 2026-11-22 ↔ tea");
    await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).last().click();
    await expect.poll(() => vault.read("People/Zelda.md").catch(() => "gone")).toBe("gone");
  });

  it("a message from them offers that a reply is owed, and a meeting is planned in the same breath", async () => {
    await vault.openNote("People/Ada Lovelace.md");
    await vault.runCommand("log-touch-here");
    await line().fill("← message: asked for the notes");
    await modal().getByLabel("I owe a reply").check();
    await modal().getByText("What comes next").click();
    await modal().getByLabel("Kind").selectOption("meet");
    await modal().getByLabel("What", { exact: true }).fill("coffee");
    await modal().getByLabel("On", { exact: true }).fill("thursday");
    expect(await modal().locator("samp").textContent()).toBe("- [ ] Coffee [meet:: coffee] 📅 2026-11-26");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("touches-2-what-comes-next");
    await vault.page.keyboard.press("Control+Enter");
    await expect.poll(ada).toContain("- 2026-11-22 ← message: asked for the notes [owe:: reply]\n");
    expect(await ada()).toContain("Words.\n\n- [ ] Coffee [meet:: coffee] 📅 2026-11-26\n\n## Log\n");
    await undoInNotice();
  });

  it("a task is shown and written as the vault's Tasks plugin is set, with its filter", async () => {
    const plugin = join(vault.dir, ".obsidian/plugins/obsidian-tasks-plugin");
    await mkdir(plugin, { recursive: true });
    await writeFile(join(plugin, "data.json"), '{"taskFormat":"dataview","globalFilter":"#task"}');
    const before = await ada();
    await vault.openNote("People/Ada Lovelace.md");
    await vault.runCommand("meet");
    await modal().getByLabel("When").fill("today");
    const planned = "- [ ] #task Coffee with Ada Lovelace [meet:: coffee]  [due:: 2026-11-22]";
    await modal().locator("code").getByText(planned).waitFor();
    await vault.page.keyboard.press("Enter");
    await expect.poll(ada).toContain(`${planned}\n`);
    await undoInNotice();
    await expect.poll(ada).toBe(before);
    await vault.runCommand("log-touch-here");
    await modal().getByText("What comes next").click();
    await modal().getByLabel("What", { exact: true }).fill("Send seeds");
    await modal().getByLabel("On", { exact: true }).fill("thursday");
    await modal().locator("samp").getByText("- [ ] #task Send seeds [due:: 2026-11-26]").waitFor();
    await vault.page.keyboard.press("Escape");
    await rm(plugin, { recursive: true });
  });

  it("the list of touches edits and deletes, and what was there comes back", async () => {
    await vault.openNote("People/Ada Lovelace.md");
    await vault.runCommand("touches");
    expect(await modal().locator(".reconnect-touch-row").count()).toBe(2);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("touches-3-list");
    await modal().getByRole("button", { name: "Edit touch of Oct 2, 2026" }).click();
    await modal().getByLabel("What about").fill("the new house");
    await vault.screenshot("touches-4-edit");
    await modal().getByRole("button", { name: "Save" }).click();
    await expect.poll(ada).toBe(ADA.replace("the move", "the new house"));
    await vault.page.locator(".reconnect-touch-row", { hasText: "the new house" }).waitFor();
    await undoInNotice();
    await modal().getByRole("button", { name: "Delete touch of Nov 1, 2026" }).click();
    await expect
      .poll(ada)
      .toBe(ADA.replace("contact: 2026-11-01", "contact: 2026-10-02").replace("- 2026-11-01 → call: the prize\n", ""));
    await vault.page.locator(".reconnect-touch-row").nth(1).waitFor({ state: "detached" });
    await undoInNotice();
    await vault.page.keyboard.press("Escape");
  });

  it("with the people that a note links to, as Obsidian resolves them", async () => {
    await vault.openNote("Notes/Dinner.md");
    await vault.runCommand("log-touch-in-note");
    expect(await modal().locator(".reconnect-chip > span").allTextContents()).toEqual([
      "Ada Lovelace",
      "Charles Babbage",
    ]);
    await vault.page.keyboard.press("Escape");
    await vault.openNote("People/Alex Kim.md");
    expect(await vault.runCommand("log-touch-in-note")).toBe(false);
  });

  it("from a file's menu", async () => {
    await vault.page.locator(".nav-file-title", { hasText: "Ada Lovelace" }).click({ button: "right" });
    await vault.page.locator(".menu-item", { hasText: "Log touch with this person" }).click();
    expect(await modal().locator(".modal-title").textContent()).toBe("Log touch with Ada Lovelace");
    await vault.page.keyboard.press("Escape");
  });

  it("from a link, which is shown and writes nothing by itself", async () => {
    const before = await ada();
    await vault.fireUri({
      action: "reconnect",
      do: "touch",
      person: "countess",
      channel: "call",
      note: "hello there",
      date: "yesterday",
    });
    expect(await modal().locator("code").textContent()).toBe("- 2026-11-21 → call: hello there");
    expect(await ada()).toBe(before);
    await vault.page.keyboard.press("Escape");
    await vault.fireUri({ action: "reconnect", do: "touch", person: "alex nobody" });
    await vault.page.locator(".notice", { hasText: 'No person is called "alex nobody"' }).waitFor();
    expect(await vault.page.locator(".modal").count()).toBe(0);
    await vault.fireUri({ action: "reconnect", do: "erase" });
    await vault.page.locator(".notice", { hasText: "expected do=touch" }).waitFor();
  });

  it("after a call, coming back offers to log it", async () => {
    await vault.page.evaluate(() => {
      const link = document.body.createEl("a", { text: "call", attr: { href: "tel:+442079460018" } });
      link.addEventListener("click", (event) => {
        event.preventDefault();
      });
      link.click();
      link.remove();
      window.dispatchEvent(new Event("focus"));
    });
    const notice = vault.page.locator(".notice", { hasText: "Did you reach Charles Babbage?" });
    await notice.getByRole("button", { name: "Log touch" }).click();
    expect(await modal().locator("code").textContent()).toBe("- 2026-11-22 → call");
    await vault.page.keyboard.press("Escape");
  });

  it("undo and redo go back and forth over many steps, after a restart too", async () => {
    const states = [await ada()];
    for (const note of ["one", "two", "three"]) {
      await vault.runCli("reconnect:touch", { person: "Ada Lovelace", note });
      states.push(await ada());
    }
    expect(new Set(states).size).toBe(4);
    await vault.reload();
    for (const state of [...states].reverse().slice(1)) {
      await vault.runCommand("undo");
      await expect.poll(ada).toBe(state);
    }
    for (const state of states.slice(1)) {
      await vault.runCommand("redo");
      await expect.poll(ada).toBe(state);
    }
    for (const state of [...states].reverse().slice(1)) {
      await vault.runCommand("undo");
      await expect.poll(ada).toBe(state);
    }
  });

  it("a planned meeting whose day has come is logged or moved with one tap, from the row and from the card", async () => {
    const grace = () => vault.read("People/Grace Hopper.md");
    const logged = GRACE.replace("- [ ] Coffee", "- [x] Coffee")
      .replace("📅 2026-11-20", "📅 2026-11-20 ✅ 2026-11-22")
      .replace("last_contact: 2026-10-30", "last_contact: 2026-11-20")
      .replace("## Log\n", "## Log\n- 2026-11-20 ↔ coffee\n");
    const undone = async (): Promise<void> => {
      await vault.page.locator(".notice").getByRole("button", { name: "Undo" }).last().click();
      await expect.poll(grace).toBe(GRACE);
      await row.waitFor();
      await withoutNotices();
    };
    // They lie over the top of the panel until they are read.
    const withoutNotices = () =>
      vault.page.locator(".notice").evaluateAll((all: HTMLElement[]) => {
        for (const one of all) one.click();
      });
    await vault.openNote("Notes/Dinner.md");
    await withoutNotices();
    const row = vault.page.locator(".reconnect-section-meetings .reconnect-row");
    expect(await row.locator(".reconnect-row-detail").textContent()).toBe("Coffee with Grace and Alex Kim, 2 days ago");
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await vault.screenshot("touches-5-did-you-meet");
    await row.getByRole("button", { name: "We met, log it: Coffee with Grace" }).click();
    await expect.poll(grace).toBe(logged);
    await expect.poll(() => vault.read("People/Alex Kim.md")).toContain("- 2026-11-20 ↔ coffee\n");
    await row.waitFor({ state: "detached" });
    await undone();
    await row.getByRole("button", { name: "Move to another day" }).click();
    await vault.page.locator(".suggestion-item", { hasText: "in 1 week" }).click();
    await expect.poll(grace).toBe(GRACE.replace("2026-11-20", "2026-11-29"));
    await row.waitFor({ state: "detached" });
    await undone();
    await row.locator(".reconnect-row-open").click();
    const card = vault.page.locator(".reconnect-card.is-alone");
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await vault.screenshot("touches-6-card-follow-ups");
    await card.getByLabel("Tick: Send her the book").click();
    await expect.poll(grace).toContain("- [x] Send her the book ✅ 2026-11-22\n");
    await vault.runCommand("undo");
    await expect.poll(grace).toBe(GRACE);
    await card.getByLabel("We met, log it").click();
    await expect.poll(grace).toBe(logged);
    await vault.runCommand("undo");
    await expect.poll(grace).toBe(GRACE);
    await withoutNotices();
    await card.getByRole("button", { name: "Back to the list" }).click();
    await row.locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("l");
    await expect.poll(grace).toBe(logged);
    await vault.runCommand("undo");
    await expect.poll(grace).toBe(GRACE);
  });

  it("from the menu of the editor, on a person and on a note that links to people", async () => {
    for (const [path, entry, title] of [
      ["People/Ada Lovelace.md", "Log touch with this person", "Log touch with Ada Lovelace"],
      ["Notes/Dinner.md", "Log touch with people in this note", "Log touch with Ada Lovelace, Charles Babbage"],
    ] as const) {
      await vault.openNote(path);
      await vault.page.locator(".workspace-leaf-content[data-type=markdown] textarea").click({ button: "right" });
      await vault.page.locator(".menu-item", { hasText: entry }).click();
      expect(await modal().locator(".modal-title").textContent()).toBe(title);
      await vault.page.keyboard.press("Escape");
    }
    await vault.openNote("People/Ada Lovelace.md");
    await vault.page.locator(".workspace-leaf-content[data-type=markdown] textarea").click({ button: "right" });
    await vault.page.locator(".menu-item", { hasText: "Touches with this person" }).click();
    expect(await modal().locator(".modal-title").textContent()).toBe("Touches with Ada Lovelace");
    await vault.page.keyboard.press("Escape");
  });

  it("asked nobody outside for anything, and nothing failed", () => {
    expect([vault.consoleErrors(), vault.outsideRequests()]).toEqual([[], []]);
  });
});
