import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { testVault, type TestVault } from "../support/terminal.mjs";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));
const RULES = {
  folders: ["People"],
  tags: ["person"],
  properties: [
    { name: "type", value: "person" },
    { name: "categories", value: "People" },
  ],
  templateFolders: ["Templates"],
};
let vault: TestVault;
beforeEach(() => {
  vault = testVault();
  cpSync(SAMPLE, vault.folder, { recursive: true });
});
afterEach(() => vault.remove());

function settings(mentions: object): void {
  const daily = JSON.parse(readFileSync(join(vault.folder, ".obsidian/daily-notes.json"), "utf8")) as {
    folder: string;
    format?: string;
  };
  vault.write(
    ".obsidian/plugins/reconnect/data.json",
    JSON.stringify({
      confirmed: true,
      people: RULES,
      dailyNotes: { folder: daily.folder, format: daily.format ?? "YYYY-MM-DD" },
      mentions,
    }),
  );
}

async function lastContacts(): Promise<Record<string, string | null>> {
  const { people } = (await vault.run("due", "--all", "--json")).json() as {
    people: { path: string; lastContact: string | null }[];
  };
  return Object.fromEntries(people.map(({ path, lastContact }) => [path, lastContact]));
}

// The table in tests/vault/README.md: whom the dated notes of the sample move, and nobody else.
it("with mentions on, the sample's dated notes move just those they should, and no note is written", async () => {
  settings({ on: false });
  const before = await lastContacts();
  const files = vault.files();
  settings({ on: true });
  const after = await lastContacts();
  const moved = Object.fromEntries(
    Object.entries(after)
      .filter(([path, day]) => day !== before[path])
      .map(([path, day]) => [path.replace(/^.*\/|\.md$/g, ""), day]),
  );
  expect(moved).toEqual({
    "João Brandão": "2026-10-14",
    "Laura Bianchi": "2026-11-16",
    "Ravi Menon": "2026-11-16",
    "Nguyễn, Minh Anh": "2026-11-05",
    "Walter Finch": "2026-11-15",
    "Daniel Osei": "2026-11-18",
    "Isabel Navarro": "2026-11-20",
    "Rosa Delgado": "2026-11-20",
  });
  writeFileSync(
    join(vault.folder, ".obsidian/plugins/reconnect/data.json"),
    files[".obsidian/plugins/reconnect/data.json"] ?? "",
  );
  expect(vault.files()).toEqual(files);
});

it("daily notes are looked for where Obsidian now has them, whatever was kept when the people were chosen", async () => {
  settings({ on: true });
  vault.write(".obsidian/daily-notes.json", JSON.stringify({ folder: "Tagebuch", format: "YYYY/DD.MM.YYYY" }));
  vault.write("Tagebuch/2026/21.11.2026.md", "Called [[Rosa Delgado]].\n");
  expect((await lastContacts())["People/Friends/Rosa Delgado.md"]).toBe("2026-11-21");
  vault.write(
    ".obsidian/plugins/periodic-notes/data.json",
    JSON.stringify({ daily: { enabled: true, folder: "Tage", format: "D-M-YYYY" } }),
  );
  vault.write("Tage/22-11-2026.md", "Tea with [[Rosa Delgado]].\n");
  expect((await lastContacts())["People/Friends/Rosa Delgado.md"]).toBe("2026-11-22");
});

it("what is marked as no contact does not count, and the card says where each day came from", async () => {
  settings({ on: true, notContact: ["Daily/2026-11-20.md > People/Friends/Rosa Delgado.md"] });
  expect((await lastContacts())["People/Friends/Rosa Delgado.md"]).toBe("2026-10-25");
  const card = (await vault.run("person", "Isabel Navarro", "--json")).json() as {
    touches: { source: string; path: string }[];
  };
  expect(card.touches[0]).toMatchObject({ source: "mention", date: "2026-11-20", path: "Daily/2026-11-20.md" });
});

it("not-contact marks one mention or a whole note, and takes it back; undo and redo too, and only the settings change", async () => {
  settings({ on: true });
  const data = ".obsidian/plugins/reconnect/data.json";
  const before = vault.files();
  const rosa = async (): Promise<unknown> => (await lastContacts())["People/Friends/Rosa Delgado.md"];
  const marked = await vault.run("not-contact", "2026-11-20", "rosa delgado", "--json");
  expect([marked.code, marked.json()]).toEqual([
    0,
    { marked: { note: "Daily/2026-11-20.md", person: "People/Friends/Rosa Delgado.md", back: false }, refused: [] },
  ]);
  expect([await rosa(), (await lastContacts())["People/Friends/Isabel Navarro.md"]]).toEqual([
    "2026-10-25",
    "2026-11-20",
  ]);
  expect({ ...vault.files(), [data]: before[data] }).toEqual(before);
  expect((await vault.run("not-contact")).out).toBe("Daily/2026-11-20.md > People/Friends/Rosa Delgado.md");
  expect(await vault.run("not-contact", "2026-11-20", "rosa delgado")).toMatchObject({
    code: 1,
    err: expect.stringContaining("already") as string,
  });
  expect((await vault.run("undo", "--json")).json()).toEqual({ restored: ["Daily/2026-11-20.md"], refused: [] });
  expect(await rosa()).toBe("2026-11-20");
  await vault.run("redo");
  expect(await rosa()).toBe("2026-10-25");
  expect((await vault.run("not-contact", "Daily/2026-11-20.md", "rosa delgado", "--back")).code).toBe(0);
  expect(await rosa()).toBe("2026-11-20");
  expect((await vault.run("not-contact", "2026-11-20")).code).toBe(0);
  expect((await lastContacts())["People/Friends/Isabel Navarro.md"]).toBe(null);
  await vault.run("not-contact", "2026-11-20", "--back");
  // Undoing the mark that was taken back by hand meanwhile is refused; nothing is guessed.
  vault.write(data, vault.read(data).replace(/"notContact": \[\]/, '"notContact": ["Daily/2026-11-20.md"]'));
  expect((await vault.run("undo")).code).toBe(1);
});

it("not-contact says what it cannot mark", async () => {
  const refusals = async (...words: string[]): Promise<string> => (await vault.run("not-contact", ...words)).err;
  settings({ on: false });
  expect(await refusals("2026-11-20", "Rosa Delgado")).toContain("Mentions do not count in this vault");
  settings({ on: true });
  expect(await refusals("2031-01-01")).toContain('There is no note "2031-01-01"');
  expect(await refusals("2026-11-20", "Nobody At All")).toContain("Nobody At All");
  expect(await refusals("2026-11-20", "Ada Lovelace")).toContain("No mention that counts: Ada Lovelace in 2026-11-20");
  expect(await refusals("2026-11-20", "--back")).toContain("not marked");
});
