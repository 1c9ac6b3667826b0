import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

const ADA =
  "---\naliases: [Ada]\nemail: ada@example.org # home\nbirthday: 12-10\nlast_contact: 2026-10-02\n---\nHers.\n\n## Log\n- 2026-10-02 → call: the prize\n- 2026-08-20 ← letter\n";
const COPY =
  "---\naliases: [Ada, Countess]\nemail: work@example.org\nbirthday: 12-11\nplace: London\nlast_contact: 2026-11-01\ncustom: {a: 1}\n---\nHers.\n\nTwo children.\n\n## Log\n- 2026-11-01 ↔ coffee: gears\n- 2026-10-02 → call: the prize\n";
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
    expect(merged.json()["conflicts"]).toEqual([{ property: "birthday", here: "12-10", there: "12-11" }]);
    expect(vault.read("People/Ada Lovelace.md")).toBe(
      '---\naliases: [Ada, Countess]\nemail: ["ada@example.org", "work@example.org"] # home\nbirthday: 12-10\nlast_contact: 2026-11-01\nplace: London\ncustom: {a: 1}\n---\nHers.\n\n' +
        "## From a copy\n\nHers.\n\nTwo children.\n\n- birthday: 12-11\n\n## Log\n- 2026-11-01 ↔ coffee: gears\n- 2026-10-02 → call: the prize\n- 2026-08-20 ← letter\n",
    );
    expect(Object.keys(vault.files()).filter((path) => path.startsWith("People/"))).toEqual([
      "People/Ada Lovelace.md",
      "People/Bob.md",
    ]);
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
    ["itself by another spelling of its path", ["./People/Ada Lovelace.md", "Ada Lovelace"]],
    ["itself by a roundabout path", ["People//../people/ADA lovelace", "Ada Lovelace"]],
    ["nobody", ["Nobody", "Ada Lovelace"]],
    ["into nobody", [COPY_PATH, "Nobody"]],
  ])("writes nothing for %s", async (_what, argv) => {
    const before = vault.files();
    expect((await vault.run("merge", ...argv)).code).toBe(1);
    expect(vault.files()).toEqual(before);
  });

  it("takes over every byte of what the person lacks: numbers, maps, comments, times, code and lines below a touch", async () => {
    const log =
      "- 2026-11-02 14:30 -> call: x ^b1\n  ```\n  code\n  ```\n  - [ ] below\n- [[2026-11-01]] second\n- 2026-11-01 first\n";
    vault.write("People/A.md", "---\nplace:\n---\n\nLog\n---\n- 2026-10-02 x\n");
    vault.write(
      "People/B.md",
      `---\nphone: 49123456789012345678 # work\nplace: 'Porto'\nextra:\n  # why\n  a: 1.10\n---\n## Log\n${log}`,
    );
    await vault.run("merge", "B", "A");
    expect(vault.read("People/A.md")).toBe(
      `---\nplace: 'Porto'\nphone: 49123456789012345678 # work\nextra:\n  # why\n  a: 1.10\naliases:\n  - B\n---\n\nLog\n---\n${log}- 2026-10-02 x\n`,
    );
    await vault.run("merge", "A", "Bob");
    expect(vault.read("People/Bob.md")).toContain(`---\n\n## Log\n${log}- 2026-10-02 x\n`);
  });

  it("keeps a value that differs whole, and reads aliases and tags that are one text as several", async () => {
    const story = "a story that goes on and on, longer than any message on a screen would show of it";
    vault.write(
      "People/A.md",
      "---\naliases: One, Two\ntags: person work\nstory: short\nlast_contact: last spring\nm: {a: 1}\n---\n",
    );
    vault.write("People/B.md", `---\ntags: [club]\nstory: ${story}\nlast_contact: 2026-10-01\nm:\n  b: 2\n---\n`);
    await vault.run("merge", "B", "A");
    expect(vault.read("People/A.md")).toBe(
      `---\naliases: [One, Two, B]\ntags: [person, work, club]\nstory: short\nlast_contact: last spring\nm: {a: 1}\n---\n## From B\n\n- story: ${story}\n- last_contact: 2026-10-01\n- m:\n  \`\`\`yaml\n  m:\n    b: 2\n  \`\`\`\n`,
    );
  });

  it("writes nothing where two comments never closed would bring to light what they hid", async () => {
    vault.write("People/A.md", "a %% b\n");
    vault.write("People/B.md", "c %% d\n\n## Log\n- 2026-10-01 hidden\n");
    const before = vault.files();
    expect((await vault.run("merge", "B", "A")).code).toBe(1);
    expect(vault.files()).toEqual(before);
  });

  it.each(["a comment %% never closed", "```\ncode never closed", "<<<<<<< mine\n=======\n>>>>>>> theirs"])(
    "writes nothing where its text would hide the log: %j",
    async (text) => {
      vault.write("People/B.md", `${text}\n`);
      const before = vault.files();
      expect((await vault.run("merge", "B", "Ada Lovelace")).code).toBe(1);
      expect(vault.files()).toEqual(before);
    },
  );

  it("writes nothing where either note cannot be read whole", async () => {
    vault.write("People/Bad.md", "---\na: [\n---\n- x\n");
    const before = vault.files();
    expect((await vault.run("merge", "People/Bad.md", "Ada Lovelace")).code).toBe(1);
    expect((await vault.run("merge", COPY_PATH, "Bad")).code).toBe(1);
    expect(vault.files()).toEqual(before);
  });
});
