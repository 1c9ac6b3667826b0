import { afterEach, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";

/** What the index reads and keeps, counted; nothing here is timed. */
interface Counted {
  readonly reads: string[];
  /** While true, reading a note waits. */
  isHeld: boolean;
  release(): void;
}
declare global {
  interface Window {
    counted: Counted;
    /** Whom this week has asked for, one after the other. */
    weeks: string[];
  }
}

const SETTINGS = JSON.stringify({
  schemaVersion: 1,
  confirmed: true,
  people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
});
const person = (day: string, log = ""): string => `---\ncadence: weekly\nlast_contact: ${day}\n---\nWords.\n${log}`;
const NOTES: Readonly<Record<string, string>> = {
  ".obsidian/plugins/reconnect/data.json": SETTINGS,
  "People/Ada.md": person("2026-10-02", "## Log\n- 2026-10-02 → call: the prize\n"),
  "People/Bo.md": person("2026-10-20", "## Log\n- 2026-11-20 → letter: newer than the property\n"),
  "People/Cy.md": person("2026-11-21"),
  "Notes/Essay.md": "Words about [[Ada]].\n",
};

let vault: OpenVault | null = null;
afterEach(async () => {
  await vault?.close();
  vault = null;
});

/** Counts every reading of a note from before the plugin may read; the host calls this at each start. */
async function count(opened: OpenVault, isHeld: boolean): Promise<void> {
  await opened.page.evaluate(watchHost);
  await opened.page.evaluate((held) => {
    window.counted.isHeld = held;
  }, isHeld);
}

/** Runs in the page. */
function watchHost(): void {
  const waiting: (() => void)[] = [];
  const counted: Counted = {
    reads: [],
    isHeld: false,
    release: () => {
      counted.isHeld = false;
      for (const go of waiting.splice(0)) go();
    },
  };
  window.counted = counted;
  const notes = window.host.app.vault as unknown as { cachedRead(file: { path: string }): Promise<string> };
  const read = notes.cachedRead.bind(notes);
  notes.cachedRead = async (file) => {
    counted.reads.push(file.path);
    if (counted.isHeld)
      await new Promise<void>((go) => {
        waiting.push(go);
      });
    return read(file);
  };
}

const reads = (opened: OpenVault): Promise<string[]> => opened.page.evaluate(() => [...window.counted.reads].sort());

describe("the index of people", () => {
  it("lists who is due from the properties alone, before any note is read, and then by what the logs say", async () => {
    vault = await openVault({
      vault: NOTES,
      now: "2026-11-22T10:00",
      beforeLayoutReady: (opened) => count(opened, true),
    });
    const list = vault.page.locator(".reconnect-panel");
    await expect.poll(() => list.innerText()).toContain("Ada");
    expect(await list.innerText()).toContain("Bo");
    await vault.page.evaluate(() => {
      window.counted.release();
    });
    // Bo's log knows of a letter two days ago: the newest contact, and what it was.
    await expect.poll(() => reads(vault as OpenVault)).toEqual(["People/Ada.md", "People/Bo.md", "People/Cy.md"]);
    await expect
      .poll(() => list.locator("[data-key*='Bo.md']").allInnerTexts())
      .not.toContainEqual(expect.stringContaining("4 weeks"));
    expect(vault.consoleErrors()).toEqual([]);
  });

  it("asks for nobody this week before every log is read, at the start and under new settings", async () => {
    const settings = (folders: string[]): string =>
      JSON.stringify({
        ...(JSON.parse(SETTINGS) as object),
        people: { folders, tags: [], properties: [] },
        week: { picks: 1 },
      });
    // Who has waited longest only by the properties.
    const touched = person("2026-01-01", "## Log\n- 2026-11-12 → letter: newer than the property\n");
    vault = await openVault({
      vault: {
        ".obsidian/plugins/reconnect/data.json": settings(["People"]),
        "People/Ada.md": person("2026-09-01"),
        "People/Abe.md": touched,
        "More/Dia.md": person("2026-09-01"),
        "More/Bea.md": touched,
      },
      now: "2026-11-22T10:00",
      beforeLayoutReady: (opened) => count(opened, true),
    });
    const { page } = vault;
    page.setDefaultTimeout(15_000);
    const week = page.locator(".reconnect-section-week");
    await week.getByText("Reading").waitFor();
    await page.evaluate(() => {
      window.weeks = [];
      const look = (): void => {
        const rows = document.querySelectorAll(".reconnect-section-week .reconnect-row-name");
        const now = [...rows].map(({ textContent }) => textContent.trim()).join(", ");
        if (window.weeks.at(-1) !== now) window.weeks.push(now);
      };
      look();
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
      window.counted.release();
    });
    await week.getByText("Ada").waitFor();
    await page.evaluate(() => {
      window.counted.isHeld = true;
    });
    await vault.writeSettingsOutside(settings(["More"]));
    await page.locator(".reconnect-section-reconnect").getByText("Bea").waitFor();
    await page.evaluate(() => {
      window.counted.release();
    });
    await week.getByText("Dia").waitFor();
    expect(await page.evaluate(() => window.weeks)).toEqual(["", "Ada", "", "Dia"]);
  });

  it("reads one note when one has changed, and none when the change is nobody's", async () => {
    vault = await openVault({
      vault: NOTES,
      now: "2026-11-22T10:00",
      beforeLayoutReady: (opened) => count(opened, false),
    });
    await expect.poll(() => reads(vault as OpenVault)).toHaveLength(3);
    await vault.page.evaluate(() => {
      window.counted.reads.length = 0;
    });
    await vault.writeOutside("Notes/Essay.md", "Other words.\n");
    await vault.writeOutside("People/Cy.md", person("2026-09-01"));
    await expect.poll(() => (vault as OpenVault).page.locator(".reconnect-panel").innerText()).toContain("Cy");
    await vault.settled();
    expect((await reads(vault)).filter((path) => path !== "Notes/Essay.md" && path !== "People/Cy.md")).toEqual([]);
  });

  it("counts a mention in a note that changed while mentions were still being gathered, and no more the one it had before", async () => {
    const notes = {
      ...NOTES,
      ".obsidian/plugins/reconnect/data.json": JSON.stringify({
        ...(JSON.parse(SETTINGS) as object),
        mentions: { on: true },
      }),
      "2026-11-18.md": "Lunch with [[Cy]].\n",
      "2026-11-19.md": "Lunch with [[Bo]].\n",
      "2026-11-20.md": "- [x] Tea with [[Ada]]\n",
    };
    vault = await openVault({
      vault: notes,
      now: "2026-11-22T10:00",
      beforeLayoutReady: (opened) => count(opened, true),
    });
    const { page } = vault;
    // Reading waits; what changes meanwhile is taken in at once.
    await expect
      .poll(() => page.evaluate(() => window.counted.reads.filter((path) => path === "2026-11-20.md").length))
      .toBe(1);
    // What is read from now on need not wait.
    await page.evaluate(() => {
      window.counted.isHeld = false;
    });
    await vault.writeOutside("2026-11-18.md", "Lunch with [[Ada]].\n");
    await vault.deleteOutside("2026-11-19.md");
    await vault.settled();
    await page.evaluate(() => {
      window.counted.release();
    });
    const mentions = async (person: string): Promise<string[]> => {
      const { touches } = JSON.parse(
        await (vault as OpenVault).runCli("reconnect:person", { person, format: "json" }),
      ) as { touches: { source: string; date: string }[] };
      return touches.filter(({ source }) => source === "mention").map(({ date }) => date);
    };
    await expect.poll(() => mentions("Ada")).toEqual(["2026-11-20", "2026-11-18"]);
    expect([await mentions("Bo"), await mentions("Cy")]).toEqual([[], []]);
    // One of the notes that were being read was gone when its turn came.
    expect(vault.consoleErrors().filter((error) => !error.includes("404"))).toEqual([]);
  });

  it("reads no note again at the next start that is as it was; one that changed meanwhile it does; a lost store costs no more", async () => {
    const withBoxes = {
      ".obsidian/plugins/reconnect/data.json": JSON.stringify({
        ...(JSON.parse(SETTINGS) as object),
        mentions: { on: true },
      }),
      "2026-11-20.md": "Lunch.\n- [x] with [[Ada]]\n- [ ] write to [[Cy]] #person\n",
      "Notes/Shopping.md": "- [ ] bread\n",
    };
    vault = await openVault({
      vault: { ...NOTES, ...withBoxes },
      now: "2026-11-22T10:00",
      beforeLayoutReady: (opened) => count(opened, false),
    });
    const { page } = vault;
    const kept = (): Promise<Record<string, number>> =>
      page.evaluate(async () => {
        const found: Record<string, number> = {};
        for (const { name = "" } of await indexedDB.databases()) {
          const kind = name.split("-")[1];
          if (!name.startsWith("reconnect-") || kind === undefined) continue;
          const database = await new Promise<IDBDatabase>((done) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => {
              done(request.result);
            };
          });
          const chunks = await new Promise<{ notes: unknown[] }[]>((done) => {
            const request = database.transaction("chunks").objectStore("chunks").getAll();
            request.onsuccess = () => {
              done(request.result as { notes: unknown[] }[]);
            };
          });
          database.close();
          found[kind] = chunks.reduce((sum, chunk) => sum + chunk.notes.length, 0);
        }
        return found;
      });
    await expect.poll(kept, { timeout: 15_000 }).toEqual({ notes: 5 });
    const started = async (): Promise<string[]> => {
      await (vault as OpenVault).reload();
      await expect.poll(() => page.locator(".reconnect-panel").innerText()).toContain("Ada");
      await page.waitForFunction(() => document.querySelector("[data-key*='Ada.md']") !== null);
      return reads(vault as OpenVault);
    };
    expect(await started()).toEqual([]);
    await vault.writeOutside("People/Bo.md", person("2026-08-01"));
    await vault.settled();
    await page.evaluate(() => {
      window.counted.reads.length = 0;
    });
    expect((await started()).filter((path) => path !== "People/Bo.md")).toEqual([]);
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases())
        if (name?.startsWith("reconnect-"))
          await new Promise((done) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = done;
            request.onblocked = done;
          });
    });
    await started();
    await expect
      .poll(async () => [...new Set(await reads(vault as OpenVault))])
      .toEqual(["2026-11-20.md", "Notes/Shopping.md", "People/Ada.md", "People/Bo.md", "People/Cy.md"]);
    expect(vault.consoleErrors()).toEqual([]);
  });
});
