import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
beforeEach(() => {
  vault = testVault({ "People/Ada.md": "---\ncadence: weekly\n---\n" });
});
afterEach(() => vault.remove());

describe("add", () => {
  it("makes a note, tells where, and undo takes it away to the trash and redo brings it back", async () => {
    const added = await vault.run(
      "add",
      "Bob Smith",
      "--birthday",
      "12-10",
      "--cadence",
      "every 6 weeks",
      "--circle",
      "close",
      "--email",
      "bob@example.org,b@example.org",
      "--json",
    );
    expect([added.code, added.json()["written"]]).toEqual([0, ["People/Bob Smith.md"]]);
    const text =
      '---\ncircle: close\ncadence: every 6 weeks\nbirthday: 12-10\nemail:\n  - "bob@example.org"\n  - "b@example.org"\n---\n';
    expect(vault.read("People/Bob Smith.md").replace(/^(cadence: )"(.*)"$/m, "$1$2")).toBe(text);
    expect((await vault.run("undo")).code).toBe(0);
    expect(Object.keys(vault.files())).toEqual([".trash/Bob Smith.md", "People/Ada.md"]);
    expect((await vault.run("redo")).code).toBe(0);
    expect(vault.read("People/Bob Smith.md").replace(/^(cadence: )"(.*)"$/m, "$1$2")).toBe(text);
    expect((await vault.run("person", "bob smith", "--json")).json()["birthday"]).toBe("12-10");
  });

  it.each([
    ["a name that is there", ["add", "ADA"], 1],
    ["an impossible day", ["add", "Bob", "--birthday", "02-30"], 1],
    ["no name", ["add"], 2],
    ["two names", ["add", "Bob", "Smith"], 2],
  ])("writes nothing for %s", async (_what, argv, code) => {
    const before = vault.files();
    expect((await vault.run(...argv)).code).toBe(code);
    expect(vault.files()).toEqual(before);
  });
});
