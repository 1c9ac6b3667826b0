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
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
    await vault.page.locator(".reconnect-section-reconnect").waitFor();
  });
  afterAll(() => vault.close());

  const modal = (title: string) => vault.page.locator(".modal", { hasText: title });
  const notice = (text: string | RegExp) => vault.page.locator(".notice", { hasText: text }).last();
  const undo = async (path: string, before: string): Promise<void> => {
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(path)).toBe(before);
  };

  const undoTo = async (path: string, before: string, steps: number, said: string): Promise<void> => {
    // The notice comes once the action can be undone.
    await notice(said).waitFor();
    for (let step = 0; step < steps; step++) await vault.runCli("reconnect:undo");
    await expect.poll(() => vault.read(path)).toBe(before);
  };

  it("puts whoever waits for an answer first in the panel, the longest wait first", async () => {
    const section = vault.page.locator(".reconnect-section-reconnect");
    for (const name of ["Grace Lim", "Omar Farouk"])
      await section.locator(".reconnect-row", { hasText: name }).waitFor();
    // The one who has waited longest is a pick of this week, and not named again below.
    await vault.page
      .locator(".reconnect-section-week .reconnect-row", { hasText: "Arthur Pemberton" })
      .getByText("a reply owed for 78 days")
      .waitFor();
    const names = await section.locator(".reconnect-row-name").allTextContents();
    expect(names.slice(0, 2)).toEqual(["Grace Lim", "Omar Farouk"]);
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
      await modal("Replies owed")
        .getByRole("button", { name: `${name}: Grace Lim` })
        .click();
      await modal("Grace Lim").getByLabel("What about").press("Enter");
      await notice(said).waitFor();
    };
    await vault.runCommand("reconnect:owed");
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-owed");
    await vault.page.keyboard.press("Escape");
    await act("Holding note", "still owed");
    expect(await vault.read(path)).toContain(
      "- 2026-11-22 → got your message, a proper answer soon [holding:: true]\n",
    );
    const owed = JSON.parse(await vault.runCli("reconnect:owed", { format: "json" })) as {
      owed: { name: string; heldOn: string | null }[];
    };
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
    // At once: the list may be drawn again in the middle of a key press.
    await garden.getByRole("checkbox", { name: /Think of one line for/ }).evaluate((box: HTMLInputElement) => {
      box.click();
    });
    await notice("Ticked").waitFor();
    expect(await vault.read(daily)).toContain(
      "- [x] Think of one line for [[Grace Lim]] 📅 2026-11-22 ✅ 2026-11-22\n",
    );
    await garden.getByText("Think of one line for").waitFor({ state: "detached" });
    await vault.runCommand("reconnect:undo");
    await expect.poll(() => vault.read(daily)).toContain("- [ ] Think of one line for [[Grace Lim]] 📅 2026-11-22\n");
    const path = "Choir/Beatrice Holm.md";
    const bea = await vault.read(path);
    await garden.getByRole("button", { name: /Move to another day: Bring her/ }).press("Enter");
    await vault.page.locator(".prompt input").fill("friday");
    await vault.page.keyboard.press("Enter");
    await notice("Moved to Nov 27").waitFor();
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
    expect(await modal("See Rosa Delgado").locator("code").textContent()).toBe(
      "- [ ] Coffee with Rosa Delgado [meet:: coffee] 📅 2026-11-22",
    );
    await vault.page.keyboard.press("Enter");
    await notice("meeting planned").waitFor();
    await garden.getByRole("checkbox", { name: "Tick: Coffee with Rosa Delgado" }).press("Space");
    await expect
      .poll(() => vault.read(path))
      .toContain("- [x] Coffee with Rosa Delgado [meet:: coffee] 📅 2026-11-22 ✅ 2026-11-22\n");
    expect(await vault.read(path)).toContain("- 2026-11-22 ↔ coffee\n");
    await garden.getByRole("checkbox", { name: "Tick: Coffee with Rosa Delgado" }).waitFor({ state: "detached" });
    await undoTo(path, before, 2, "meeting planned");
  });

  it("plans an introduction from a suggestion, both say yes, and makes it", async () => {
    const [walter, isabel] = ["Garden/Walter Finch.md", "People/Friends/Isabel Navarro.md"];
    const before = [await vault.read(walter), await vault.read(isabel)] as const;
    const garden = vault.page.locator(".reconnect-garden");
    await vault.runCommand("reconnect:open-garden");
    await garden.getByRole("tab", { name: "Introductions" }).press("Enter");
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    await vault.screenshot("relationships-introductions");
    await garden.getByRole("button", { name: "Plan: Walter Finch and Isabel Navarro" }).press("Enter");
    const form = modal("Introduce Walter Finch and Isabel Navarro");
    await form.getByLabel("Why").fill("bees");
    expect(await form.locator("code").textContent()).toBe(
      "- [ ] Introduce to [[Isabel Navarro]] [intro:: planned] [why:: bees] 📅 2026-11-29",
    );
    await vault.page.keyboard.press("Enter");
    await garden.getByRole("button", { name: "Both said yes: Walter Finch and Isabel Navarro" }).press("Enter");
    await expect.poll(() => vault.read(walter)).toContain("[intro:: asked]");
    await garden.getByRole("button", { name: "Introduced: Walter Finch and Isabel Navarro" }).press("Enter");
    await expect.poll(() => vault.read(isabel)).toContain("→ introduced to [[Walter Finch]] [gave:: introduction]");
    expect(await vault.read(walter)).toContain("- [ ] Ask how it went with [[Isabel Navarro]] 📅 2026-12-20");
    await garden.getByRole("button", { name: "How did it go?: Walter Finch and Isabel Navarro" }).press("Enter");
    await modal("Walter Finch and Isabel Navarro").getByLabel("How it went").fill("a swarm changed hands");
    await vault.page.keyboard.press("Enter");
    await garden.getByText("it went: a swarm changed hands").waitFor();
    expect(await vault.read(walter)).toContain("[went:: a swarm changed hands]");
    expect(await vault.read(walter)).toContain("- [x] Ask how it went with [[Isabel Navarro]]");
    await undoTo(walter, before[0], 4, "noted how it went");
    expect(await vault.read(isabel)).toBe(before[1]);
  });

  it("says who would like the open note, logs that it was sent, and remembers it", async () => {
    const path = "People/Friends/Rosa Delgado.md";
    const before = await vault.read(path);
    await vault.openNote("Reading/How bees find home.md");
    await vault.runCommand("reconnect:share");
    await vault.page.locator(".suggestion-item", { hasText: "Rosa Delgado" }).waitFor();
    await vault.screenshot("relationships-share");
    await vault.page.locator(".prompt input").fill("rosa");
    await vault.page.keyboard.press("Enter");
    await modal("Share with Rosa Delgado").getByLabel("A word to go with it").press("Enter");
    await expect.poll(() => vault.read(path)).toContain("- 2026-11-22 → message: shared [[How bees find home]]\n");
    expect(await vault.runCli("reconnect:share", { note: "How bees find home" })).toMatch(
      /Already sent to\n.*Rosa Delgado, 2026-11-22/,
    );
    await undoTo(path, before, 1, "shared");
  });

  it("suggests a share a day to whoever names folders for it, logs it, and shows it as sent", async () => {
    const folders = async (text: string): Promise<void> => {
      await vault.runCommand("app:open-settings");
      const field = vault.page
        .locator(".setting-item", { has: vault.page.locator('.setting-item-name:text-is("Notes to share")') })
        .locator("textarea");
      await field.fill(text);
      await field.blur();
      await expect
        .poll(async () => JSON.parse(await vault.read(".obsidian/plugins/reconnect/data.json")) as unknown)
        .toMatchObject({ relationships: { shareFolders: text === "" ? [] : [text] } });
      await vault.page.keyboard.press("Escape");
    };
    const garden = vault.page.locator(".reconnect-garden");
    await folders("Reading");
    await vault.runCommand("reconnect:open-garden");
    await garden.getByRole("tab", { name: "Waiting" }).press("Enter");
    const log = garden.getByRole("button", { name: /^Log share: / });
    await log.waitFor();
    const { shares } = JSON.parse(await vault.runCli("reconnect:shares", { format: "json" })) as {
      shares: { name: string; path: string; note: { name: string } }[];
    };
    const [share] = shares;
    if (!share) throw new Error("no share");
    expect(await log.getAttribute("aria-label")).toBe(`Log share: ${share.note.name}, for ${share.name}`);
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    const before = await vault.read(share.path);
    await log.press("Enter");
    await modal(`Share with ${share.name}`).getByLabel("A word to go with it").press("Enter");
    await garden.getByText("sent today").waitFor();
    await undoTo(share.path, before, 1, "shared");
    await folders("");
  });

  it("takes a milestone in one line and congratulates on it", async () => {
    const path = "People/Friends/Rosa Delgado.md";
    const before = await vault.read(path);
    await vault.openNote(path);
    await vault.runCommand("reconnect:milestone");
    const milestone = modal("Something to congratulate Rosa Delgado on");
    await milestone.getByLabel("Ask how it went, the day after").click();
    await milestone.getByLabel("Day and what").fill("yesterday second hive");
    expect(await milestone.locator("code").textContent()).toContain("- [ ] Ask how it went: second hive 📅 2026-11-22");
    await milestone.getByLabel("Day and what").press("Enter");
    await expect.poll(() => vault.read(path)).toContain("2026-11-21 second hive");
    expect(await vault.read(path)).toContain("- [ ] Ask how it went: second hive 📅 2026-11-22\n");
    await expect.poll(() => vault.runCli("reconnect:due")).toContain("Rosa Delgado, second hive");
    await vault.runCommand("reconnect:congratulate");
    await modal("Congratulate Rosa Delgado").getByLabel("What about").press("Enter");
    await expect.poll(() => vault.read(path)).toContain("- 2026-11-22 → congratulated on second hive\n");
    expect(await vault.runCli("reconnect:due")).not.toContain("Rosa Delgado, second hive");
    await undoTo(path, before, 2, "congratulated.");
  });

  it("shows the balance of a year with one question, and thanks from the garden", async () => {
    await vault.openNote("People/Friends/Greta Hoffmann.md");
    await vault.runCommand("reconnect:balance");
    await modal("a year of the log").getByText("asked 6 times this year").waitFor();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-balance");
    await vault.page.keyboard.press("Escape");
    const path = "People/Friends/Sipho Dlamini.md";
    const before = await vault.read(path);
    const garden = vault.page.locator(".reconnect-garden");
    await vault.runCommand("reconnect:open-garden");
    await garden.getByRole("tab", { name: "Waiting" }).press("Enter");
    await garden.getByRole("button", { name: "Log thanks to Sipho Dlamini" }).press("Enter");
    await modal("Thank Sipho Dlamini").getByLabel("What about").press("Enter");
    await expect.poll(() => vault.read(path)).toContain("- 2026-11-22 → thanked for a recipe\n");
    await garden.getByRole("button", { name: "Log thanks to Sipho Dlamini" }).waitFor({ state: "detached" });
    await undoTo(path, before, 1, "Sipho Dlamini: thanked");
  });

  it("takes stock with one key each, keeps both reasons apart, goes back, and ends with the picks", async () => {
    const path = "People/Network/Yusuf Demir.md";
    const before = await vault.read(path);
    await vault.runCommand("reconnect:take-stock");
    const walk = modal("Take stock");
    await walk.getByRole("heading", { name: "Yusuf Demir" }).waitFor();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-stock");
    expect(await walk.getByLabel("Why apart?").inputValue()).toBe("busy");
    await walk.getByLabel("What is stopping you?").fill("ships and snow");
    await walk.getByLabel("Why apart?").fill("different ways");
    await walk.getByRole("button", { name: "Keep" }).focus();
    await vault.page.keyboard.press("s");
    await expect.poll(() => vault.read(path)).toContain("stopping: ships and snow\n");
    expect(await vault.read(path)).toContain("drifted: different ways\n");
    expect(await vault.read(path)).toContain("cadence: every 12 months\n");
    await notice("Yusuf Demir: slower").waitFor();
    await vault.page.keyboard.press("u");
    await expect.poll(() => vault.read(path)).toBe(before);
    await walk.getByRole("heading", { name: "Yusuf Demir" }).waitFor();
    await vault.page.keyboard.press("k");
    const second = (await walk.locator("h3").first().textContent()) ?? "";
    await vault.page.keyboard.press("r");
    await notice(`${second}: on this week's list`).waitFor();
    for (let left = 0; left < 8; left++) await vault.page.keyboard.press("k");
    await walk.getByRole("heading", { name: "This week", exact: true }).waitFor();
    await walk.getByRole("button", { name: `Log touch with ${second}` }).waitFor();
    await walk.getByText("What went well this week").waitFor();
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-stock-end");
    await vault.page.keyboard.press("u");
    await vault.page.keyboard.press("Escape");
    await vault.runCommand("reconnect:undo");
    expect(await vault.read(path)).toBe(before);
  });

  it("thinks of another cadence for a person or a circle, writes it only when asked to, and takes it back", async () => {
    const path = "People/Friends/Greta Hoffmann.md";
    const before = await vault.read(path);
    const garden = vault.page.locator(".reconnect-garden");
    await vault.runCommand("reconnect:open-garden");
    await garden.getByRole("tab", { name: "Garden" }).press("Enter");
    await garden.getByRole("button", { name: "What if: a person…" }).press("Enter");
    await vault.page.locator(".prompt input").fill("greta");
    await vault.page.keyboard.press("Enter");
    await garden.getByLabel("What if: would be").selectOption("every 6 months");
    await garden.getByText("with the change").first().waitFor();
    expect(await vault.read(path)).toBe(before);
    await garden.getByRole("button", { name: "Make it so" }).press("Enter");
    await expect
      .poll(() => vault.read(path))
      .toBe(before.replace("cadence: every 2 months", "cadence: every 6 months"));
    await garden.getByText("with the change").first().waitFor({ state: "detached" });
    await undo(path, before);
    const circle = async (): Promise<unknown> => {
      const data = JSON.parse(await vault.read(".obsidian/plugins/reconnect/data.json")) as {
        circles: { name: string; cadence: string }[];
      };
      return data.circles.find(({ name }) => name === "friends")?.cadence;
    };
    const was = await circle();
    await garden.getByLabel("What if: Circle").selectOption("friends");
    await garden.getByLabel("What if: would be").selectOption("every year");
    await garden.getByRole("button", { name: "Make it so" }).press("Enter");
    await expect.poll(circle).toBe("every year");
    await notice("The circle friends is every year now.").getByRole("button", { name: "Undo" }).click();
    await expect.poll(circle).toBe(was);
    // It is an action like any other: done again, and after a restart taken back.
    await vault.runCommand("reconnect:redo");
    await expect.poll(circle).toBe("every year");
    await notice("Done again.").waitFor();
    await vault.reload();
    await vault.page.locator(".reconnect-section-reconnect").waitFor();
    await vault.runCommand("reconnect:undo");
    await expect.poll(circle).toBe(was);
  });

  it("draws the garden, each chart with its table, in both themes", async () => {
    const garden = vault.page.locator(".reconnect-garden");
    await vault.runCommand("reconnect:open-garden");
    for (const title of ["Circles", "A year of touches", "Twelve weeks ahead", "Who drifts"]) {
      await garden.getByRole("img", { name: new RegExp(`^${title}: `) }).waitFor();
      await garden.getByRole("figure", { name: title }).locator("summary").press("Enter");
      expect(await garden.getByRole("table", { name: title }).locator("tbody tr").count()).toBeGreaterThan(3);
      await garden.getByRole("figure", { name: title }).locator("summary").press("Enter");
    }
    await garden.getByLabel("What if: Circle").selectOption("friends");
    await garden.getByLabel("What if: would be").selectOption("every year");
    await garden.getByText("with the change").first().waitFor();
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    await garden.getByRole("button", { name: "Forget it" }).press("Enter");
    await garden.getByText("with the change").first().waitFor({ state: "detached" });
    await garden.locator(".reconnect-garden-tabs").scrollIntoViewIfNeeded();
    await vault.screenshot("relationships-garden-light");
    await vault.setTheme("dark");
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    await garden.getByText("What if", { exact: true }).scrollIntoViewIfNeeded();
    await vault.screenshot("relationships-garden-dark");
    expect(await vault.page.locator("body").textContent()).not.toMatch(/overdue|neglect|score/i);
    expect(vault.consoleErrors()).toEqual([]);
  });
});

describe("relationships on a phone, in the dark", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({ vault: SAMPLE, now: "2026-11-18T10:00", phone: true, theme: "dark" });
    vault.page.setDefaultTimeout(5_000);
    await vault.page.getByRole("button", { name: "Set up" }).click();
    await vault.page.locator(".modal").getByRole("button", { name: "Start" }).click();
    await vault.page.locator(".reconnect-section-reconnect").waitFor();
  });
  afterAll(() => vault.close());

  /** Buttons and fields that a thumb would miss. */
  const small = (selector: string): Promise<string[]> =>
    vault.page.locator(selector).evaluate((el) =>
      [
        ...el.querySelectorAll<HTMLElement>("button, select, summary, input[type=text], label.reconnect-rel-tick"),
      ].flatMap((one) => {
        const { height, width } = one.getBoundingClientRect();
        return height < 43.5 && width > 0 ? [`${one.textContent.slice(0, 30)} ${Math.round(height)}`] : [];
      }),
    );
  const overflow = (selector: string): Promise<number> =>
    vault.page.locator(selector).evaluate((el) => el.scrollWidth - el.clientWidth);

  it("the garden fits, its charts keep their letters, and every target is large enough", async () => {
    const garden = vault.page.locator(".reconnect-garden");
    await vault.runCommand("reconnect:open-garden");
    for (const tab of ["Waiting", "Follow-ups", "Introductions", "Garden"]) {
      await garden.getByRole("tab", { name: tab }).press("Enter");
      await garden.getByRole("tab", { name: tab, selected: true }).waitFor();
      expect(await small(".reconnect-garden"), tab).toEqual([]);
      expect(await overflow(".reconnect-garden"), tab).toBeLessThanOrEqual(0);
    }
    expect(await axeFindings(vault, ".reconnect-garden")).toEqual([]);
    const size = await garden
      .locator(".reconnect-chart-text")
      .first()
      .evaluate((el) => el.getBoundingClientRect().height);
    expect(size).toBeGreaterThan(10);
    await vault.screenshot("relationships-garden-phone");
  });

  it("takes stock by taps alone, and goes back", async () => {
    await vault.runCommand("reconnect:take-stock");
    const walk = vault.page.locator(".modal", { hasText: "Take stock" });
    const first = await walk.locator("h3").first().textContent();
    expect(await small(".modal")).toEqual([]);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.screenshot("relationships-stock-phone");
    await walk.getByRole("button", { name: "Keep" }).click();
    await walk.getByText("2 of 10", { exact: true }).waitFor();
    await walk.getByRole("button", { name: "Back" }).click();
    await walk.getByText("1 of 10", { exact: true }).waitFor();
    expect(await walk.locator("h3").first().textContent()).toBe(first);
    for (let left = 0; left < 10; left++) await walk.getByRole("button", { name: "Keep" }).click();
    await walk.getByRole("heading", { name: "Something of yours to share?" }).waitFor();
    expect(await small(".modal")).toEqual([]);
    expect(await axeFindings(vault, ".modal")).toEqual([]);
    await vault.page.keyboard.press("Escape");
    expect(vault.consoleErrors()).toEqual([]);
  });

  it("shows the balance on the card, unless the setting turns it off", async () => {
    await vault.openNote("People/Friends/Sipho Dlamini.md");
    await vault.runCommand("reconnect:show-card");
    const part = vault.page.locator(".reconnect-card.is-alone .reconnect-card-balance");
    await part
      .getByRole("img", { name: "Sipho Dlamini: you reached out 2 times, together 2 times, they 2 times" })
      .waitFor();
    await part.getByText("It goes both ways.").waitFor();
    await vault.runCommand("app:open-settings");
    const setting = vault.page.locator(".setting-item", {
      has: vault.page.locator('.setting-item-name:text-is("Balance")'),
    });
    await setting.locator("select").selectOption("Not shown");
    await vault.page.keyboard.press("Escape");
    await part.waitFor({ state: "detached" });
  });
});
