import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./accessible.mts";
import { openVault, type OpenVault, type OpenVaultOptions } from "../host/open-vault.mts";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

async function open(options: OpenVaultOptions = {}): Promise<OpenVault> {
  const vault = await openVault({ vault: SAMPLE, now: "2026-11-22T10:00", ...options });
  vault.page.setDefaultTimeout(5_000);
  await vault.page.getByRole("button", { name: "Set up" }).first().click();
  await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
  // The picks hang on the logs: they come last.
  await section(vault, "week").locator(".reconnect-row").first().waitFor();
  return vault;
}

const section = (vault: OpenVault, id: string): Locator => vault.page.locator(`.reconnect-section-${id}`);
const row = (vault: OpenVault, id: string, name: string): Locator =>
  section(vault, id).locator(".reconnect-row", { hasText: name });
const names = (vault: OpenVault, id: string): Promise<string[]> =>
  section(vault, id)
    .locator(".reconnect-row-name")
    .allInnerTexts()
    .then((all) => all.map((text) => text.trim()));
const focused = (vault: OpenVault): Promise<string | null> =>
  vault.page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key") ?? null);
/** Folds the sidebar that the panel stands in, or unfolds it. */
const toggleSidebar = (vault: OpenVault): Promise<void> =>
  vault.page.evaluate(() => {
    const { rightSplit } = window.host.app.workspace;
    if (rightSplit.collapsed) rightSplit.expand();
    else rightSplit.collapse();
  });
const notice = (vault: OpenVault, text: string): Locator => vault.page.locator(".notice", { hasText: text });

describe("the panel on a desktop", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await open();
  });
  afterAll(() => vault.close());

  it("asks for two or three people a week, below the days that matter", async () => {
    const picks = ["Owen Hughes", "Arthur Pemberton", "Yusuf Demir", "Hélène Marchand"];
    // On a busy machine a first drawing may come before the last log is read.
    await expect.poll(() => names(vault, "week")).toEqual(picks);
    const order = await vault.page
      .locator(".reconnect-section")
      .evaluateAll((all: Element[]) =>
        all.map((el) => (el.getAttribute("class") ?? "").split("reconnect-section-")[1]),
      );
    expect(order.slice(0, 3)).toEqual(["occasions", "promised", "week"]);
    expect(await axeFindings(vault)).toEqual([]);
    await vault.screenshot("panel-light");
  });

  it("shows a pick you were in touch with as done, and asks for nobody else instead", async () => {
    await row(vault, "week", "Yusuf Demir").getByRole("button", { name: "Log touch with Yusuf Demir" }).click();
    await vault.page.keyboard.press("Control+Enter");
    await row(vault, "week", "Yusuf Demir").getByLabel("In touch this week").waitFor();
    expect(await names(vault, "week")).toHaveLength(4);
    await notice(vault, "Logged with Yusuf Demir").getByRole("button", { name: "Undo" }).click();
    await row(vault, "week", "Yusuf Demir").getByLabel("In touch this week").waitFor({ state: "detached" });
  });

  it("takes another one where one is skipped, and lets the others stay", async () => {
    await row(vault, "week", "Arthur Pemberton").getByRole("button", { name: "Another one" }).click();
    await row(vault, "week", "Arthur Pemberton").waitFor({ state: "detached" });
    const after = await names(vault, "week");
    expect(after).toEqual(expect.arrayContaining(["Owen Hughes", "Yusuf Demir", "Hélène Marchand"]));
    expect(after).toHaveLength(4);
    expect(await vault.read("People/Friends/Arthur Pemberton.md")).toContain("snooze_until: 2026-11-23");
    await vault.runCommand("undo");
    await row(vault, "week", "Arthur Pemberton").waitFor();
  });

  it("is walked with the arrows from section to section, and acts on one letter; the focus stays", async () => {
    await section(vault, "week").locator(".reconnect-row-open").last().focus();
    await vault.page.keyboard.press("ArrowDown");
    const first = (await names(vault, "reconnect"))[0];
    expect(await focused(vault)).toMatch(new RegExp(`^person .*${first ?? "?"}`));
    await vault.page.keyboard.press("ArrowDown");
    await vault.page.keyboard.press("ArrowRight");
    expect(await vault.page.evaluate(() => (document.activeElement as HTMLElement).dataset["control"])).toBe("log");
    const second = (await names(vault, "reconnect"))[1] ?? "";
    const third = (await names(vault, "reconnect"))[2] ?? "";
    await vault.page.keyboard.press("k");
    await notice(vault, `${second}: skipped`).waitFor();
    await row(vault, "reconnect", second).waitFor({ state: "detached" });
    await expect.poll(() => focused(vault)).toContain(third);
    await vault.runCommand("undo");
    await row(vault, "reconnect", second).waitFor();
    await vault.page.keyboard.press("l");
    await vault.page.locator(".modal", { hasText: `Log touch with ${third}` }).waitFor();
    await vault.page.keyboard.press("Escape");
    await expect.poll(() => focused(vault)).toContain(third);
  });

  it("lets go with the birthday kept, and adds to this week, each undone", async () => {
    const path = "People/Work/Hannah Cole.md";
    const before = await vault.read(path);
    await vault.page.getByLabel("Search people").fill("hannah");
    await row(vault, "found", "Hannah Cole").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("d");
    await notice(vault, "Hannah Cole: let go").waitFor();
    expect(await vault.read(path)).toContain("cadence: none");
    await vault.runCommand("undo");
    await expect.poll(() => vault.read(path)).toBe(before);
    await vault.page.keyboard.press("w");
    await notice(vault, "added to this week").waitFor();
    await vault.page.getByLabel("Search people").fill("");
    await row(vault, "week", "Hannah Cole").waitFor();
    await vault.runCommand("undo");
    await row(vault, "week", "Hannah Cole").waitFor({ state: "detached" });
    expect(await vault.read(path)).toBe(before);
  });

  it("does one thing with several people, and undoes it at once", async () => {
    await section(vault, "week").locator(".reconnect-row-open").first().focus();
    for (const key of ["x", "ArrowDown", "x", "ArrowDown"]) await vault.page.keyboard.press(key);
    await vault.page.getByText("2 people selected").waitFor();
    await vault.screenshot("panel-selection");
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await vault.page.keyboard.press("p");
    await notice(vault, "paused").waitFor();
    expect(await vault.read("People/Friends/Owen Hughes.md")).toContain("paused: true");
    expect(await vault.read("People/Friends/Arthur Pemberton.md")).toContain("paused: true");
    await vault.runCommand("undo");
    await vault.page.getByRole("button", { name: "Done", exact: true }).click();
    await expect.poll(() => vault.read("People/Friends/Owen Hughes.md")).not.toContain("paused");
    await expect.poll(() => vault.read("People/Friends/Arthur Pemberton.md")).not.toContain("paused");
    await row(vault, "week", "Owen Hughes").waitFor();
  });

  it("asks before it closes: died or ended, since when and why; what was closed is opened again", async () => {
    const path = "People/Friends/Owen Hughes.md";
    const before = await vault.read(path);
    const close = async (): Promise<void> => {
      await row(vault, "week", "Owen Hughes").locator(".reconnect-row-open").focus();
      await vault.page.keyboard.press("m");
      await vault.page.locator(".menu-item", { hasText: "Close…" }).click();
    };
    await close();
    const modal = vault.page.locator(".modal", { hasText: "Close Owen Hughes" });
    const button = modal.getByRole("button", { name: "Close person" });
    expect(await button.isDisabled()).toBe(true);
    await modal.getByLabel("They have died").check();
    expect(await modal.getByLabel("Why apart").isVisible()).toBe(false);
    await modal.getByLabel("It has ended").check();
    await modal.getByLabel("Since when").fill("tomorrow");
    await modal.getByText("Write a day that has come").waitFor();
    expect(await button.isDisabled()).toBe(true);
    await modal.getByLabel("Since when").fill("yesterday");
    await modal.getByLabel("Why apart").fill("moved");
    await modal.getByText("Silent since Nov 21.").waitFor();
    await vault.page.keyboard.press("Enter");
    await notice(vault, "Owen Hughes: closed").waitFor();
    expect(await vault.read(path)).toContain("closed: 2026-11-21\ndrifted: moved\n");
    await row(vault, "week", "Owen Hughes").waitFor({ state: "detached" });
    await notice(vault, "Owen Hughes: closed").getByRole("button", { name: "Undo" }).click();
    await row(vault, "week", "Owen Hughes").waitFor();
    expect(await vault.read(path)).toBe(before);
    await close();
    await modal.getByLabel("They have died").check();
    await modal.getByLabel("Since when").fill("");
    await button.click();
    await expect.poll(() => vault.read(path)).toContain("closed: true\n");
    await vault.page.getByLabel("Search people").fill("owen hughes");
    await row(vault, "found", "Owen Hughes").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("m");
    await vault.page.locator(".menu-item", { hasText: "Reopen" }).click();
    await expect.poll(() => vault.read(path)).toBe(before);
    await vault.page.getByLabel("Search people").fill("");
    await row(vault, "week", "Owen Hughes").waitFor();
  });

  it("plans a coffee from the list of a place, and from the keyboard", async () => {
    const path = "People/Friends/João Brandão.md";
    const before = await vault.read(path);
    await vault.page.getByLabel("Search people").fill("@lisbon");
    await row(vault, "found", "Mateus Oliveira").getByText("no coffee or meal in the log yet").waitFor();
    await row(vault, "found", "João Brandão")
      .getByRole("button", { name: "Plan a coffee with João Brandão" })
      .press("Enter");
    const modal = vault.page.locator(".modal", { hasText: "See João Brandão" });
    await modal.getByRole("button", { name: "Saturday" }).click();
    expect(await modal.locator("code").textContent()).toBe(
      "- [ ] Coffee with João Brandão [meet:: coffee] 📅 2026-11-28",
    );
    await vault.page.keyboard.press("Enter");
    await notice(vault, "João Brandão: meeting planned").waitFor();
    expect(await vault.read(path)).toContain("- [ ] Coffee with João Brandão [meet:: coffee] 📅 2026-11-28\n");
    await row(vault, "found", "João Brandão").getByText("coffee planned for Nov 28").waitFor();
    await notice(vault, "João Brandão: meeting planned").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => vault.read(path)).toBe(before);
    await row(vault, "found", "João Brandão").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("v");
    await modal.waitFor();
    await vault.page.keyboard.press("Escape");
    await vault.page.getByLabel("Search people").fill("");
  });

  it("pauses and resumes by the same letter, on the card too, and shows all letters", async () => {
    const path = "People/Friends/Owen Hughes.md";
    const before = await vault.read(path);
    await row(vault, "week", "Owen Hughes").locator(".reconnect-row-open").press("Enter");
    await vault.page.locator(".reconnect-card").getByRole("button", { name: "Back to the list" }).focus();
    await vault.page.keyboard.press("p");
    await expect.poll(() => vault.read(path)).toContain("paused: true");
    await vault.page.locator(".reconnect-card").getByText("paused;").waitFor();
    await vault.page.keyboard.press("P");
    expect(await vault.read(path)).toContain("paused: true");
    await vault.page.keyboard.press("p");
    await expect.poll(() => vault.read(path)).toBe(before);
    await vault.page.keyboard.press("?");
    await vault.page.locator(".modal", { hasText: "Keys of the panel" }).getByText("Pause / Resume").waitFor();
    await vault.page.keyboard.press("Escape");
    await vault.page.keyboard.press("Escape");
    await row(vault, "week", "Owen Hughes").waitFor();
  });

  it("snoozes until a day in words, refuses one that is past", async () => {
    await row(vault, "week", "Owen Hughes").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("s");
    await vault.page.locator(".menu-item", { hasText: "Until a day" }).click();
    const modal = vault.page.locator(".modal", { hasText: "Snooze Owen Hughes" });
    await modal.getByLabel("Or in words").fill("2026-11-01");
    await modal.getByText("A snooze ends on a day to come.").waitFor();
    expect(await modal.getByRole("button", { name: "Snooze", exact: true }).isDisabled()).toBe(true);
    await modal.getByLabel("Or in words").fill("friday");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.page.keyboard.press("Enter");
    await notice(vault, "snoozed").waitFor();
    expect(await vault.read("People/Friends/Owen Hughes.md")).toContain("snooze_until: 2026-11-27");
    await vault.runCommand("undo");
  });

  it.each([
    ["@lisbon", ["Mateus Oliveira", "Rosa Delgado", "João Brandão"]],
    ["#person/neighbour", ["Walter Finch"]],
    ["inner beatrice", []],
    ["adá lov", ["Ada Lovelace"]],
  ])("finds by name, tag, place and circle: %s", async (query, wanted) => {
    await vault.page.getByLabel("Search people").fill(query);
    await expect.poll(() => names(vault, "found")).toEqual(wanted);
  });

  it("lists everyone, by circle if you like", async () => {
    await vault.page.getByLabel("Search people").fill("");
    await vault.page.getByRole("button", { name: "Everyone" }).focus();
    await vault.page.keyboard.press("Enter");
    // With the keyboard: a notice may lie over it.
    await vault.page.getByRole("button", { name: "Sort, group and more" }).focus();
    await vault.page.keyboard.press("Enter");
    await vault.page.locator(".menu-item", { hasText: "Group by circle" }).click();
    await expect.poll(() => section(vault, "everyone").getByRole("rowheader").first().textContent()).toBe("close");
    expect(Number(await section(vault, "everyone").getByRole("grid").getAttribute("aria-rowcount"))).toBeGreaterThan(
      79,
    );
    await vault.screenshot("panel-everyone");
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
  });

  it("folds for a fresh start without a number on the screen or a change in a note", async () => {
    await vault.runCommand("start-afresh");
    await vault.page.getByRole("button", { name: "Show everyone" }).waitFor();
    expect(await section(vault, "reconnect").count()).toBe(0);
    expect(
      await vault.page
        .locator(".reconnect-list button", { hasText: /\d/ })
        .filter({ hasNot: vault.page.locator(".reconnect-row-name") })
        .count(),
    ).toBe(0);
    await vault.screenshot("panel-fresh");
    await vault.page.getByRole("button", { name: "Show everyone" }).click();
    await section(vault, "reconnect").waitFor();
    await vault.setNow("2026-11-23T09:00");
    // Where the panel is in view it says it all; where it is not, a notice does.
    await vault.reload();
    const signal = (): Promise<string | null> => vault.page.locator(".reconnect-status-item").textContent();
    await expect.poll(signal).toBe("Tomás Duarte (birthday) +5");
    expect(await notice(vault, "Today:").count()).toBe(0);
    await toggleSidebar(vault);
    await vault.setNow("2026-11-24T09:00");
    await vault.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await notice(vault, "This week:").click();
    await notice(vault, "This week:").waitFor({ state: "detached" });
    await toggleSidebar(vault);
    await vault.setNow("2026-11-23T09:00");
    await vault.reload();
    await expect.poll(signal).toBe("Tomás Duarte (birthday) +5");
    await vault.reload();
    await expect.poll(signal).toBe("Tomás Duarte (birthday) +5");
    expect(await notice(vault, "Today:").count()).toBe(0);
    await vault.setNow("2027-01-04T09:00");
    await vault.reload();
    await vault.page.getByRole("button", { name: "Show everyone" }).waitFor();
    await vault.setNow("2026-11-22T10:00");
    await vault.page.getByRole("button", { name: "Show everyone" }).click();
  });

  it("gives people a circle one key at a time", async () => {
    await vault.runCommand("triage");
    const modal = vault.page.locator(".modal", { hasText: "Give people a circle" });
    for (let at = 0; at < 12 && (await modal.locator("h3").textContent()) !== "Peter Lang"; at++)
      await vault.page.keyboard.press("Space");
    await vault.page.keyboard.press("4");
    await modal.getByText("Peter Lang: friends").waitFor();
    expect(await vault.read("People/Friends/Peter Lang.md")).toContain("circle: friends");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.page.keyboard.press("u");
    await expect.poll(() => vault.read("People/Friends/Peter Lang.md")).not.toContain("circle: friends");
    await vault.page.keyboard.press("Escape");
  });

  it("stays silent on the console", () => {
    expect(vault.consoleErrors()).toEqual([]);
  });
});

describe("the card", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await open({ theme: "dark" });
    await vault.writeOutside(
      "People/Mallory.md",
      '---\ntags: [person]\nphone: [javascript:alert(1), +44 (0)20 7946 0018]\nemail: ["javascript:alert(1)", m@example.org]\naddress: 1 Sea Lane\n---\nTwo <b onclick=alert(1)>kids</b>, [[Wife|a wife]] from Texas.\n\n## Log\n- 2026-11-01 <- call: hello\n',
    );
  });
  afterAll(() => vault.close());

  it("opens from a row with the keyboard and leads back to it", async () => {
    // Rows are drawn as they come into view.
    await vault.page.locator(".reconnect-section-soon").scrollIntoViewIfNeeded();
    await row(vault, "reconnect", "Ada Lovelace").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("Enter");
    const card = vault.page.locator(".reconnect-card");
    await card.getByText("Two children and a stubborn horse. Prefers letters.").waitFor();
    expect(await card.getByRole("img", { name: /touches in the last year/ }).count()).toBe(1);
    expect(await card.locator(".reconnect-line").allTextContents()).toContain(
      "→Oct 2call: congratulated her on the prize",
    );
    expect(await card.getByRole("link", { name: "ada@example.org" }).getAttribute("href")).toBe(
      "mailto:ada@example.org",
    );
    expect(await axeFindings(vault)).toEqual([]);
    await card.getByRole("button", { name: "Change touches" }).click();
    await vault.page.locator(".modal", { hasText: "congratulated her on the prize" }).waitFor();
    await vault.page.keyboard.press("Escape");
    await vault.screenshot("panel-dark-card");
    await vault.page.keyboard.press("Escape");
    await expect.poll(() => focused(vault)).toContain("Ada Lovelace");
  });

  it("makes links that can only call and write, and runs nothing of a note", async () => {
    await vault.page.getByLabel("Search people").fill("mallory");
    // With the keyboard: a notice may lie over it.
    await row(vault, "found", "Mallory").locator(".reconnect-row-open").press("Enter");
    const card = vault.page.locator(".reconnect-card");
    await card.getByText("1 Sea Lane").waitFor();
    const links = await card.locator("a").evaluateAll((all) => all.map((el) => el.getAttribute("href")));
    expect(links).toEqual(["tel:+442079460018", "sms:+442079460018", "mailto:m@example.org"]);
    expect(await card.locator("b").count()).toBe(0);
    await vault.page.keyboard.press("Escape");
    await vault.page.getByRole("button", { name: "Clear search" }).press("Enter");
  });

  it("lists what is promised to them in other notes too, each one tap from its line and ticked there", async () => {
    await vault.writeOutside("Plans.md", "Of the winter.\n\n- [ ] Ask [[Mallory]] for the recipe 📅 2026-11-28\n");
    await vault.page.getByLabel("Search people").fill("mallory");
    await row(vault, "found", "Mallory").locator(".reconnect-row-open").press("Enter");
    const card = vault.page.locator(".reconnect-card");
    const line = card.getByRole("button", { name: "Ask Mallory for the recipe" });
    await line.getByText("Plans", { exact: true }).waitFor();
    await vault.screenshot("card-elsewhere");
    expect(await line.getAttribute("aria-description")).toBe("Open line 3 of Plans");
    await card.getByRole("checkbox", { name: "Tick: Ask Mallory for the recipe" }).press("Space");
    await line.waitFor({ state: "detached" });
    expect(await vault.read("Plans.md")).toContain(
      "- [x] Ask [[Mallory]] for the recipe 📅 2026-11-28 ✅ 2026-11-22\n",
    );
    await vault.page.keyboard.press("Escape");
    await vault.page.getByRole("button", { name: "Clear search" }).press("Enter");
  });

  it("refuses in words to write to a note that is not UTF-8, and lists it", async () => {
    const bytes = Buffer.from("---\ntags: [person]\n---\ncaf\xe9\n", "latin1");
    await writeFile(join(vault.dir, "People/Mallory.md"), bytes);
    await vault.bridge.look("People/Mallory.md");
    await vault.page.getByLabel("Search people").fill("mallory");
    await row(vault, "found", "Mallory").locator(".reconnect-row-open").press("Enter");
    const card = vault.page.locator(".reconnect-card");
    await card.getByRole("button", { name: "expected UTF-8 text" }).waitFor();
    await card.getByRole("button", { name: "Log touch" }).press("Enter");
    await vault.page.keyboard.press("Control+Enter");
    await notice(vault, "not UTF-8").first().waitFor();
    expect((await readFile(join(vault.dir, "People/Mallory.md"))).equals(bytes)).toBe(true);
    await vault.page.keyboard.press("Escape");
    await vault.page.getByRole("button", { name: "Clear search" }).press("Enter");
  });

  it("stands beside the person's note, follows it, and folds", async () => {
    await vault.openNote("People/Mary Somerville.md");
    const card = vault.page.locator(".reconnect-beside .reconnect-card");
    await card.getByRole("heading", { name: "Mary Somerville" }).waitFor();
    await vault.writeOutside("People/Mary Somerville.md", "---\ntags: [person]\n---\nMoved to Naples.\n");
    await card.getByText("Moved to Naples.").waitFor();
    await card.getByRole("button", { name: "Fold the card" }).press("Enter");
    await card.getByText("Moved to Naples.").waitFor({ state: "detached" });
    await vault.openNote("Home.md");
    await card.waitFor({ state: "detached" });
    expect(vault.consoleErrors()).toEqual([]);
  });
});

describe("on a phone", () => {
  it("has targets of 44 pixels, a menu on a long press, and nothing that needs a status bar", async () => {
    const vault = await open({ phone: true });
    await vault.screenshot("panel-phone");
    expect(await smallTargets(vault)).toEqual([]);
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    await row(vault, "week", "Yusuf Demir").dispatchEvent("contextmenu");
    await vault.page.locator(".menu-item", { hasText: "Let go" }).waitFor();
    await vault.page.keyboard.press("Escape");
    await row(vault, "week", "Yusuf Demir").locator(".reconnect-row-open").click();
    await vault.page.locator(".reconnect-card").waitFor();
    expect(await smallTargets(vault)).toEqual([]);
    await vault.close();
  });
});

describe("however many people", () => {
  it("keeps few elements on the page, and the last row a key away", async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `People/Person ${String(at).padStart(4, "0")}.md`,
        "---\ntags: [person]\n---\n",
      ]),
    );
    const vault = await open({
      vault: {
        ...notes,
        "People/Due.md": "---\ntags: [person]\ncadence: weekly\nlast_contact: 2026-01-01\nbirthday: 11-22\n---\n",
      },
      rtl: true,
    });
    await vault.page.getByRole("button", { name: "Everyone" }).click();
    await row(vault, "everyone", "Person 0000").locator(".reconnect-row-open").focus();
    await vault.page.keyboard.press("End");
    await row(vault, "everyone", "Person 0299").waitFor();
    expect(await row(vault, "everyone", "Person 0299").getAttribute("aria-rowindex")).toBe("301");
    expect(await row(vault, "everyone", "Person 0150").count()).toBe(0);
    expect(await vault.page.locator(".reconnect-panel *").count()).toBeLessThan(1_500);
    const overflow = await vault.page.locator(".reconnect-panel").evaluate((el) => el.scrollWidth - el.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeFindings(vault, ".reconnect-panel")).toEqual([]);
    // Drawn anew, all sections are laid out together: once for where they stand, once for how high the rows are.
    await vault.page.locator(".reconnect-panel input[type=search]").focus();
    expect(await layoutsOf(vault, 10)).toBeLessThanOrEqual(10 * 3 + 5);
    await vault.close();
  });
});

/** How often the page is laid out while the list is drawn so many times. */
async function layoutsOf(vault: OpenVault, times: number): Promise<number> {
  const session = await vault.page.context().newCDPSession(vault.page);
  await session.send("Performance.enable");
  const laidOut = async (): Promise<number> =>
    (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "LayoutCount")?.value ?? 0;
  const before = await laidOut();
  await vault.page.evaluate((count) => {
    for (let time = 0; time < count; time++)
      (window.host.app as unknown as { workspace: { trigger(name: string): void } }).workspace.trigger("file-open");
  }, times);
  const layouts = (await laidOut()) - before;
  await session.detach();
  return layouts;
}

/** The controls of the panel that a thumb would miss. */
function smallTargets(vault: OpenVault): Promise<string[]> {
  return vault.page.locator(".reconnect-panel").evaluate((panel) =>
    [...panel.querySelectorAll<HTMLElement>("button, input, a")]
      .filter((el) => el.offsetParent !== null)
      // A tap on a label is one on its box.
      .map((el) => ({ el, box: (el.closest("label") ?? el).getBoundingClientRect() }))
      .filter(({ box }) => box.height < 44 || box.width < 24)
      .map(
        ({ el, box }) =>
          `${el.className || el.tagName} ${el.textContent ?? ""} ${Math.round(box.width)}x${Math.round(box.height)}`,
      ),
  );
}
