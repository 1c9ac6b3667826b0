import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { testVault } from "../support/terminal.mts";

const ADA = "---\nlastContact: 2026-10-02 # at the club\ncontact frequency: Bi-Weekly\n---\nHi\n";
const BOB = "---\nprm-tier: close\nprm-birthday: 04-17\n---\n";
const SETTINGS = '{\n  "confirmed": true,\n  "people": {"folders": ["People"]},\n  "mine": 1\n}\n';
const DATA = ".obsidian/plugins/reconnect/data.json";

describe("reconnect adopt", () => {
  const vault = testVault({ "People/Ada.md": ADA, "People/Bob.md": BOB, [DATA]: SETTINGS });
  afterAll(() => {
    vault.remove();
  });

  it("says what there is and what it would become, and writes nothing", async () => {
    const before = vault.files();
    for (const argv of [
      ["adopt"],
      ["adopt", "--take", "all", "--dry-run"],
      ["adopt", "--take", "all", "--remove", "--dry-run", "--json"],
    ]) {
      const ran = await vault.run(...argv);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain("spelling/contact frequency");
    }
    expect((await vault.run("adopt")).out).toContain("Ada: Bi-Weekly → every 2 weeks");
    expect(vault.files()).toEqual(before);
  });

  it("shows the Problems of notes that it looks at, which are no failure of looking", async () => {
    vault.write("People/Cy.md", "---\nprm-tier: [close\n---\n");
    const ran = await vault.run("adopt");
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toContain("People/Cy.md:");
    expect((await vault.run("adopt", "--json")).json()).toMatchObject({ refused: [{ path: "People/Cy.md" }] });
    expect((await vault.run("adopt", "--take", "all")).code).toBe(1);
    await vault.run("undo");
    rmSync(join(vault.folder, "People/Cy.md"));
  });

  it("takes a row, a plugin, a renaming; a name that is none is wrong usage", async () => {
    expect((await vault.run("adopt", "--take", "orbit")).code).toBe(2);
    expect((await vault.run("adopt", "--rename", "lastContact")).code).toBe(2);
    expect((await vault.run("adopt", "--take", "personal-crm/prm-tier", "--json")).json()).toMatchObject({
      rows: [{ id: "personal-crm/prm-tier", plugin: "personal-crm", notes: 1, same: 0, differs: 0, unreadable: 0 }],
      written: ["People/Bob.md"],
      refused: [],
    });
    expect(vault.read("People/Bob.md")).toBe("---\nprm-tier: close\nprm-birthday: 04-17\ncircle: close\n---\n");
    await vault.run("undo");
    expect(vault.read("People/Bob.md")).toBe(BOB);
    await vault.run("adopt", "--take", "personal-crm", "--remove");
    expect(vault.read("People/Bob.md")).toBe("---\ncircle: close\nbirthday: 04-17\n---\n");
  });

  it("moves to a spelling of one's own, which the settings then write; the rest of them stays", async () => {
    expect((await vault.run("adopt", "--rename", "lastContact=Letzter Kontakt,contact frequency=cadence")).code).toBe(
      0,
    );
    expect(vault.read("People/Ada.md")).toBe(
      "---\nLetzter Kontakt: 2026-10-02 # at the club\ncadence: every 2 weeks\n---\nHi\n",
    );
    expect(JSON.parse(vault.read(DATA))).toMatchObject({
      mine: 1,
      propertyNames: { lastContact: ["Letzter Kontakt", "last_contact"] },
    });
    expect((await vault.run("person", "Ada", "--json")).json()).toMatchObject({
      lastContact: "2026-10-02",
      cadence: "every 2 weeks",
    });
    expect((await vault.run("adopt", "--rename", "Letzter Kontakt=last_contact")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toContain("last_contact: 2026-10-02 # at the club\n");
  });

  it("undone, redone: the settings' spellings go along, in their order; one that was chosen anew since stays", async () => {
    const names = (): unknown => (JSON.parse(vault.read(DATA)) as { propertyNames?: unknown }).propertyNames;
    const lastContact = (list: readonly string[]): void =>
      vault.write(
        DATA,
        JSON.stringify({ ...(JSON.parse(vault.read(DATA)) as object), propertyNames: { lastContact: list } }),
      );
    lastContact(["last_contact", "seen", "Letzter Kontakt"]);
    await vault.run("adopt", "--rename", "lastContact=Letzter Kontakt");
    expect(names()).toMatchObject({ lastContact: ["Letzter Kontakt", "last_contact", "seen"] });
    expect((await vault.run("undo", "--json")).json()).toMatchObject({ restored: ["People/Ada.md"] });
    expect(names()).toMatchObject({ lastContact: ["last_contact", "seen", "Letzter Kontakt"] });
    await vault.run("redo");
    expect(names()).toMatchObject({ lastContact: ["Letzter Kontakt", "last_contact", "seen"] });
    lastContact(["mine", "Letzter Kontakt"]);
    await vault.run("undo");
    expect(names()).toMatchObject({ lastContact: ["mine", "Letzter Kontakt"] });
    expect(vault.read("People/Ada.md")).toContain("last_contact: 2026-10-02 # at the club\n");
  });
});
