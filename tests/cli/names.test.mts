import { afterEach, expect, it, describe } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
const open = (notes: Record<string, string>): TestVault => (vault = testVault(notes));
afterEach(() => vault.remove());

const NOTE = "---\ncadence: weekly\n---\n";
const found = async (query: string): Promise<unknown> => (await vault.run("person", query, "--json")).json()["path"];

describe("a person is found", () => {
  it.each([
    ["Zoë 🌻 Verhoeven", "zoe 🌻 verhoeven"],
    ["Zoë 🌻 Verhoeven", "People/Zoë 🌻 Verhoeven"],
    ["Zoë 🌻 Verhoeven", "people/zoe 🌻 verhoeven.MD"],
    ["Zoë 🌻 Verhoeven", "./People/Zoë 🌻 Verhoeven.md"],
    ["Siobhán O'Brien", "siobhan o’brien"],
    ["Lea Sørensen", "lea sorensen"],
    ["Łukasz Żak", "lukasz zak"],
    ["İpek Yıldız", "ipek yildiz"],
    ["İpek Yıldız", "İPEK YILDIZ"],
    ["Nguyễn, Minh Anh", "NGUYEN, MINH  ANH"],
    ["Екатерина Орлова", "екатерина орлова"],
    ["王晓明", "王晓明"],
    ["Ελένη", "ΕΛΕΝΗ"],
    ["Hans Groß", "hans gross"],
    ["Ada (work)", "ada (work)"],
    ["N. Y. [x]", "n. y. [x]"],
    [" Ada", "Ada"],
  ])("%s by %s", async (name, query) => {
    open({ [`People/${name}.md`]: NOTE, "People/Other.md": NOTE });
    expect(await found(query)).toBe(`People/${name}.md`);
  });

  it("whether the disk or the question takes letters and accents apart or not", async () => {
    open({ [`People/${"Zoë".normalize("NFD")}.md`]: NOTE, [`People/${"Élodie".normalize("NFC")}.md`]: NOTE });
    expect(await found("Zoë".normalize("NFC"))).toBe(`People/${"Zoë".normalize("NFD")}.md`);
    expect(await found("Élodie".normalize("NFD"))).toBe(`People/${"Élodie".normalize("NFC")}.md`);
  });

  it.each([
    ["aliases: [Ada, Countess]", "COUNTESS"],
    ["aliases:\n  - Countess of Lovelace", "countess of lovelace"],
    ["alias: Countess", "countess"],
    ["aliases: Ada, Countess", "countess"],
  ])("by an alias in %j", async (aliases, query) => {
    open({ "People/Ada King.md": `---\n${aliases}\n---\n` });
    expect(await found(query)).toBe("People/Ada King.md");
  });

  it("at the top of the vault, by the path with its ending", async () => {
    open({ "Ada.md": NOTE, "Work/Ada.md": NOTE, "Bo.md": NOTE });
    expect(await found("Bo")).toBe("Bo.md");
    expect(await found("Ada.md")).toBe("Ada.md");
    expect(await found("Work/Ada")).toBe("Work/Ada.md");
  });

  it("deeper in the vault, by the note's file name", async () => {
    open({ "People/Bo.md": NOTE });
    expect(await found("Bo.md")).toBe("People/Bo.md");
  });
});

describe("a person is not found", () => {
  it.each([["Ada"], ["ADA"], ["ada king"]])(
    "where %s means two: both are named and nothing is written",
    async (query) => {
      open({
        "Ada.md": NOTE,
        "Work/Ada.md": "---\ncadence: weekly\naliases: Ada King\n---\n",
        "Old/Ada King.md": NOTE,
      });
      const before = vault.files();
      const ran = await vault.run("touch", query, "--json");
      expect([ran.code, ran.json()["written"]]).toEqual([1, []]);
      expect(ran.err).toContain("Work/Ada.md");
      expect(ran.err).toMatch(query.endsWith("g") ? /Old\/Ada King\.md/ : /\bAda\.md or|or Ada\.md/);
      expect(vault.files()).toEqual(before);
    },
  );

  it.each([[""], [" "], ["Adam"], ["../Ada"], ["/etc/passwd"], ["People"], ["*"], ["constructor"]])(
    "by %j",
    async (query) => {
      open({ "People/Ada.md": NOTE });
      const ran = await vault.run("person", query, "--json");
      expect([ran.code, Object.keys(ran.json())]).toEqual([1, ["refused"]]);
      expect(ran.err).toContain("No person is called");
    },
  );

  it("by a part of the name, and is told who that could be", async () => {
    open({ "People/Yusuf Demir.md": NOTE, "People/Anna Lind.md": NOTE });
    const told = async (query: string): Promise<string> => (await vault.run("person", query)).err;
    expect(await told("yusuf")).toContain('No person is called "yusuf". Did you mean Yusuf Demir?');
    expect(await told("lind")).toContain("Did you mean Anna Lind?");
    expect(await told("usuf")).not.toContain("Did you mean");
  });

  it("where the note is no person's", async () => {
    open({ "People/Ada.md": NOTE, "Essays/Gardens.md": "Words" });
    expect((await vault.run("touch", "Gardens")).code).toBe(1);
    expect((await vault.run("touch", "Essays/Gardens.md")).code).toBe(1);
  });
});

describe("a name that a command line could mistake", () => {
  it("is taken after --, and a value may begin with dashes", async () => {
    open({ "People/--ada.md": NOTE });
    expect(
      (await vault.run("touch", "--note", "--really", "--vault", vault.folder, "--today=2026-11-22", "--", "--ada"))
        .code,
    ).toBe(0);
    expect(vault.read("People/--ada.md")).toContain("- 2026-11-22 --really\n");
  });

  it("options may stand before the command and be joined with =", async () => {
    open({ "People/Ada.md": NOTE });
    const ran = await vault.run(`--vault=${vault.folder}`, "--json", "--today=2026-11-20", "due");
    expect(ran.json()["today"]).toBe("2026-11-20");
  });
});
