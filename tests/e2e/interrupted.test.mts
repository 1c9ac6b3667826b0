import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openVault, type OpenVault } from "../host/open-vault.mts";

const card = (name: string): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name.toLowerCase()}@example.org\r\nEND:VCARD\r\n`;
const NOTES = {
  "People/Bo.md": "---\ncadence: weekly\n---\nHers.\n",
  "People/Bo 2.md": "---\nemail: b@example.org\n---\n## Plans\nA walk.\n",
};
const ACTIONS = {
  // Bo is asked about: two notes could be meant.
  import: ["reconnect:import", { file: "people.vcf" }, 3],
  merge: ["reconnect:merge", { file: "People/Bo 2.md", into: "Bo" }, 2],
} as const;

const PATIENT = { timeout: 20_000 };

/** The page is closed while a note is written, and opened again. */
describe("an action that the end of the app interrupts", () => {
  let vault: OpenVault;
  beforeAll(async () => {
    vault = await openVault({
      vault: {
        ".obsidian/plugins/reconnect/data.json": JSON.stringify({
          confirmed: true,
          people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
        }),
        "people.vcf": ["Cem", "Dia", "Eve", "Bo"].map(card).join(""),
        ...NOTES,
      },
      now: "2026-11-22T10:00",
    });
    vault.page.setDefaultTimeout(20_000);
  });
  afterAll(() => vault.close());

  const people = async (): Promise<Record<string, string>> => {
    const names = (await readdir(join(vault.dir, "People"))).filter((name) => name.endsWith(".md")).sort();
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [`People/${name}`, await vault.read(`People/${name}`)] as const)),
    );
  };
  /** The stand-in's trash takes each name once. */
  const emptyTrash = () => rm(join(vault.dir, ".trash"), { recursive: true, force: true });
  const offer = () => vault.page.locator(".notice", { hasText: "was interrupted" });
  /** Begins an action and closes the page where it asks for its write of that number, before or after it is done. */
  const close = async (name: keyof typeof ACTIONS, at: number, isWritten: boolean): Promise<void> => {
    const [command, given] = ACTIONS[name];
    await emptyTrash();
    await vault.page.evaluate(
      ([command, given, at, isWritten]) => {
        const { vault } = window.host.app;
        let left = at;
        return new Promise<void>((hangs) => {
          for (const call of ["create", "process", "trash"] as const) {
            const real = vault[call].bind(vault) as (...all: unknown[]) => Promise<unknown>;
            Object.assign(vault, {
              [call]: async (...all: unknown[]) => {
                if (--left > 0) return real(...all);
                if (left === 0 && isWritten) await real(...all);
                hangs();
                return new Promise(() => undefined);
              },
            });
          }
          void window.host.runCli(command, given);
        });
      },
      [command, { ...given }, at, isWritten] as const,
    );
    await vault.reload();
  };

  beforeEach(async () => {
    expect(await people()).toEqual(NOTES);
  });

  describe.each(["import", "merge"] as const)("%s", (name) => {
    it("is offered and can be taken back, at each note", { timeout: 240_000 }, async () => {
      for (let at = 1; at <= ACTIONS[name][2]; at++)
        for (const isWritten of [false, true]) {
          await close(name, at, isWritten);
          const left = await people();
          if (at === ACTIONS[name][2] && isWritten) {
            // All of it was done: nothing is asked, and it is one action to undo.
            await vault.runCli("reconnect:undo");
          } else {
            await offer().getByRole("button", { name: "Take back" }).waitFor();
            expect(await people()).toEqual(left);
            await offer().getByRole("button", { name: "Take back" }).click();
            await vault.page.locator(".notice", { hasText: "Taken back." }).waitFor();
          }
          await expect.poll(people, PATIENT).toEqual(NOTES);
          await vault.reload();
          expect(await offer().count()).toBe(0);
        }
    });

    it("is offered and can be finished, as one action to undo", { timeout: 120_000 }, async () => {
      const [command, given, count] = ACTIONS[name];
      await emptyTrash();
      await vault.runCli(command, { ...given });
      const whole = await people();
      await emptyTrash();
      await vault.runCli("reconnect:undo");
      await expect.poll(people, PATIENT).toEqual(NOTES);
      await close(name, count, false);
      await offer().getByRole("button", { name: "Finish" }).click();
      await expect.poll(people, PATIENT).toEqual(whole);
      await vault.page.locator(".notice", { hasText: "Finished." }).waitFor();
      await emptyTrash();
      expect(await vault.runCli("reconnect:undo", { format: "json" })).toContain('"refused":[]');
      await expect.poll(people, PATIENT).toEqual(NOTES);
    });
  });

  it("failed nowhere", () => {
    expect(vault.consoleErrors()).toEqual([]);
  });
});
