import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

const ADA = "---\naliases: [Ada]\nemail: ada@example.org # home\nbirthday: 12-10\nlast_contact: 2026-10-02\n---\nHers.\n\n## Log\n- 2026-10-02 → call: the prize\n- 2026-08-20 ← letter\n";
const COPY = "---\naliases: [Ada, Countess]\nemail: work@example.org\nbirthday: 12-11\nplace: London\nlast_contact: 2026-11-01\ncustom: {a: 1}\n---\nHers.\n\nTwo children.\n\n## Log\n- 2026-11-01 ↔ coffee: gears\n- 2026-10-02 → call: the prize\n";
const COPY_PATH = "People/Ada Lovelace (Conflicted copy Laptop 202611201010).md";

let vault: TestVault;
beforeEach(() => {
  vault = testVault({ "People/Ada Lovelace.md": ADA, [COPY_PATH]: COPY, "People/Bob.md": "---\ncircle: close\n---\n" });
});
afterEach(() => vault.remove());

describe("merge", () => {
  it("joins logs without doubles, adds what is missing, keeps the rest below, and undoes both notes at once", async () => {
    const before = vault.files();
    expect((await vault.run("merge", COPY_PATH, "Ada Lovelace", "--dry-run")).out).toContain("1 touch");
    expect(vault.files()).toEqual(before);
    const merged = await vault.run("merge", COPY_PATH, "Ada Lovelace", "--json");
    expect([merged.code, merged.json()["written"]]).toEqual([0, ["People/Ada Lovelace.md", COPY_PATH]]);
    expect(merged.json()["conflicts"]).toEqual([{ property: "birthday", here: "12-10", there: "12-11" }, { property: "custom", here: "", there: "{…}" }]);
    expect(vault.read("People/Ada Lovelace.md")).toBe(
      "---\naliases: [Ada, Countess]\nemail: [\"ada@example.org\", \"work@example.org\"] # home\nbirthday: 12-10\nlast_contact: 2026-11-01\nplace: London\n---\nHers.\n\n" +
        "## From a copy\n\nHers.\n\nTwo children.\n\n- birthday: 12-11\n- custom: {…}\n\n## Log\n- 2026-11-01 ↔ coffee: gears\n- 2026-10-02 → call: the prize\n- 2026-08-20 ← letter\n",
    );
    expect(Object.keys(vault.files()).filter((path) => path.startsWith("People/"))).toEqual(["People/Ada Lovelace.md", "People/Bob.md"]);
    expect((await vault.run("undo")).code).toBe(0);
    expect([vault.read("People/Ada Lovelace.md"), vault.read(COPY_PATH)]).toEqual([ADA, COPY]);
    expect((await vault.run("redo")).code).toBe(0);
    expect(vault.read("People/Ada Lovelace.md")).toContain("gears");
  });

  it("makes the name of a duplicate one more name of the person", async () => {
    await vault.run("merge", "Bob", "Ada Lovelace");
    expect(vault.read("People/Ada Lovelace.md")).toContain("aliases: [Ada, Bob]\n");
    expect(vault.read("People/Ada Lovelace.md")).toContain("circle: close\n");
  });

  it.each([
    ["itself", ["Ada Lovelace", "Ada Lovelace"]],
    ["nobody", ["Nobody", "Ada Lovelace"]],
    ["into nobody", [COPY_PATH, "Nobody"]],
  ])("writes nothing for %s", async (_what, argv) => {
    const before = vault.files();
    expect((await vault.run("merge", ...argv)).code).toBe(1);
    expect(vault.files()).toEqual(before);
  });

  it("writes nothing where either note cannot be read whole", async () => {
    vault.write("People/Bad.md", "---\na: [\n---\n- x\n");
    const before = vault.files();
    expect((await vault.run("merge", "People/Bad.md", "Ada Lovelace")).code).toBe(1);
    expect((await vault.run("merge", COPY_PATH, "Bad")).code).toBe(1);
    expect(vault.files()).toEqual(before);
  });
});
