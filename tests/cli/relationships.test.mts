import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changedLines, testVault, type TestVault } from "../support/terminal.mjs";

const SAMPLE = fileURLToPath(new URL("../vault/sample", import.meta.url));

interface Named {
  readonly name: string;
  readonly path: string;
  readonly why: string;
}
interface Pair {
  readonly id: string;
  readonly a: Named;
  readonly b: Named;
  readonly why: string;
  readonly state: string;
}

describe("relationships in the terminal, over the sample vault", () => {
  let vault: TestVault;
  beforeAll(() => {
    vault = testVault();
    cpSync(SAMPLE, vault.folder, { recursive: true });
  });
  afterAll(() => vault.remove());

  const ask = async <T,>(key: string, ...words: string[]): Promise<T> =>
    (await vault.run(...words, "--json")).json()[key] as T;
  const undone = async (path: string, before: string): Promise<void> => {
    await vault.run("undo");
    expect(vault.read(path)).toBe(before);
  };

  it("balance: one question each for the one-sided and the mutual", async () => {
    const question = async (name: string): Promise<unknown> =>
      (await ask<{ question: string | null }>("balance", "balance", name)).question;
    expect(await question("Olumide Adeyemi")).toContain("It was you each time this year");
    expect(await question("Greta Hoffmann")).toContain("asked 6 times this year");
    expect(await question("Sipho Dlamini")).toContain("both ways");
    expect(await question("Peter Lang")).toBeNull();
    expect((await vault.run("balance", "Peter Lang")).out).toContain("too thin");
    const everybody = await ask<{ name: string; balance: { asks: string } }[]>("people", "balance");
    expect([...new Set(everybody.map(({ balance }) => balance.asks))].sort()).toEqual([
      "allTheirs",
      "allYours",
      "mutual",
      "rest",
      "thank",
      "theyAsk",
      "youAsk",
    ]);
    const all = await vault.run("balance");
    expect(all.out).not.toMatch(/score|overdue|neglect/i);
    vault.write(
      ".obsidian/plugins/reconnect/data.json",
      JSON.stringify({
        confirmed: true,
        people: { folders: ["People"], tags: [], properties: [], templateFolders: [] },
        relationships: { balance: false },
      }),
    );
    expect((await vault.run("balance", "Greta Hoffmann")).out).toContain("turned off");
    expect((await vault.run("person", "Greta Hoffmann", "--json")).json()["balance"]).toBeNull();
    vault.write(
      ".obsidian/plugins/reconnect/data.json",
      JSON.stringify({
        confirmed: true,
        people: { folders: ["People"], tags: ["person"], properties: [], templateFolders: [] },
      }),
    );
  });

  it("capacity: asked beside made and held, twelve weeks, and what a slower circle would do", async () => {
    const now = (await vault.run("capacity", "--json")).json();
    expect(Object.keys(now)).toEqual([
      "asked",
      "askedChanged",
      "made",
      "budget",
      "weeks",
      "days",
      "newPeople",
      "tended",
    ]);
    expect((now["weeks"] as unknown[]).length).toBe(12);
    const then = (await vault.run("capacity", "--circle", "friends", "--cadence", "yearly", "--json")).json();
    expect(Number(then["askedChanged"])).toBeLessThanOrEqual(Number(now["asked"]));
    expect((await vault.run("capacity")).out).toContain("Twelve weeks ahead");
    expect((await vault.run("capacity", "--circle", "friends")).code).toBe(2);
    expect((await vault.run("capacity", "--apply")).code).toBe(2);
  });

  it("capacity --apply makes it so: one action in the history, and only the settings change", async () => {
    const data = ".obsidian/plugins/reconnect/data.json";
    const before = vault.files();
    const cadence = (): unknown =>
      (JSON.parse(vault.read(data)) as { circles?: { name: string; cadence: string }[] }).circles?.find(
        ({ name }) => name === "friends",
      )?.cadence;
    const was = (await vault.run("capacity", "--json")).json()["asked"];
    expect(await vault.run("capacity", "--circle", "Friends", "--cadence", "yearly", "--apply")).toMatchObject({
      code: 0,
      out: "The circle Friends is yearly now.",
      err: "",
    });
    expect(cadence()).toBe("yearly");
    expect((await vault.run("capacity", "--circle", "friends", "--cadence", "yearly", "--apply")).err).toContain(
      "already",
    );
    expect((await vault.run("undo")).out).toBe("Restored the circle Friends.");
    expect((await vault.run("capacity", "--json")).json()["asked"]).toBe(was);
    await vault.run("redo");
    expect(cadence()).toBe("yearly");
    expect({ ...vault.files(), [data]: before[data] }).toEqual(before);
    // Where somebody changed it meanwhile, nothing is taken back.
    vault.write(data, vault.read(data).replace('"yearly"', '"daily"'));
    expect(await vault.run("undo")).toMatchObject({ code: 1, err: expect.stringContaining("changed since") as string });
    vault.write(data, before[data] ?? "");
  });

  it("suggests pairs who could help each other, each with its reason, and nobody who has met", async () => {
    const pairs = await ask<Pair[]>("suggestions", "introductions");
    const names = pairs.map(({ a, b }) => [a.name, b.name].sort().join(" + "));
    expect(names).toContain("Caroline Ashe + Charles Babbage");
    expect(names).toContain("Isabel Navarro + Rosa Delgado");
    expect(names).toContain("Greta Hoffmann + Émile Rousseau");
    expect(names).toContain("Laura Bianchi + Ravi Menon");
    expect(names).not.toContain("Kenji Watanabe + Nadia Benali");
    expect(names).not.toContain("Charles Babbage + Mary Somerville");
    expect(
      pairs.find(({ b, a }) => [a.name, b.name].sort().join(" + ") === "Isabel Navarro + Rosa Delgado")?.why,
    ).toContain("Rosa Delgado offers what Isabel Navarro looks for: beekeeping advice");
  });

  it("plans an introduction, hears that both said yes, makes it, and undoes each", async () => {
    const [rosa, isabel] = ["People/Friends/Rosa Delgado.md", "People/Friends/Isabel Navarro.md"];
    const before = [vault.read(rosa), vault.read(isabel)] as const;
    expect(
      (await vault.run("introduce", "Rosa Delgado", "Isabel Navarro", "--why", "bees", "--day", "2026-12-01")).code,
    ).toBe(0);
    expect(vault.read(rosa)).toBe(
      before[0].replace(
        "\n## Log\n",
        "\n- [ ] Introduce to [[Isabel Navarro]] [intro:: planned] [why:: bees] 📅 2026-12-01\n\n## Log\n",
      ),
    );
    expect((await vault.run("introduce", "Isabel Navarro", "Rosa Delgado")).err).toContain("planned already");
    const planned = (await ask<Pair[]>("introductions", "introductions")).find(({ a }) => a.name === "Rosa Delgado");
    expect((await vault.run("introductions", "--asked", planned?.id ?? "")).code).toBe(0);
    expect(vault.read(rosa)).toContain("[intro:: asked] [why:: bees]");
    expect((await vault.run("introductions", "--made", planned?.id ?? "")).code).toBe(0);
    expect(vault.read(rosa)).toContain(
      "- [x] Introduce to [[Isabel Navarro]] [intro:: made] [why:: bees] 📅 2026-12-01 ✅ 2026-11-22\n- [ ] Ask how it went with [[Isabel Navarro]] 📅 2026-12-20\n",
    );
    expect(vault.read(rosa)).toContain("- 2026-11-22 → introduced to [[Isabel Navarro]] [gave:: introduction]\n");
    expect(vault.read(isabel)).toContain("- 2026-11-22 → introduced to [[Rosa Delgado]] [gave:: introduction]\n");
    expect((await vault.run("introductions", "--went", planned?.id ?? "", "--how", "they share a stall")).code).toBe(0);
    expect(vault.read(rosa)).toContain(
      "- [x] Introduce to [[Isabel Navarro]] [intro:: made] [why:: bees] [went:: they share a stall] 📅 2026-12-01 ✅ 2026-11-22\n- [x] Ask how it went with [[Isabel Navarro]] 📅 2026-12-20 ✅ 2026-11-22\n",
    );
    expect((await vault.run("introductions")).out).toContain("it went: they share a stall");
    expect((await vault.run("introductions", "--went", planned?.id ?? "")).code).toBe(2);
    for (let steps = 0; steps < 3; steps++) await vault.run("undo");
    expect((await vault.run("introductions", "--drop", planned?.id ?? "")).code).toBe(0);
    expect(vault.read(rosa)).toContain(
      "- [-] Introduce to [[Isabel Navarro]] [intro:: planned] [why:: bees] 📅 2026-12-01 ❌ 2026-11-22\n",
    );
    await vault.run("undo");
    await undone(rosa, before[0]);
    expect(vault.read(isabel)).toBe(before[1]);
    expect((await vault.run("introduce", "Rosa Delgado", "Rosa Delgado")).code).toBe(1);
    expect((await vault.run("introduce", "Rosa Delgado", "Vasco Duarte")).err).toContain(
      "Vasco Duarte is closed since 2025-02-11",
    );
  });

  it("reads an introduction from any note that links both, makes it there and in both notes, with one undo", async () => {
    const [rosa, isabel, daily] = [
      "People/Friends/Rosa Delgado.md",
      "People/Friends/Isabel Navarro.md",
      "Daily/2026-11-12.md",
    ];
    const texts = [rosa, isabel, daily].map((path) => vault.read(path));
    const written = `${texts[2]?.trimEnd() ?? ""}\n- [ ] Introduce [[Rosa Delgado]] to [[Isabel Navarro]] [intro:: Asked] [why:: bees]\n`;
    vault.write(daily, written);
    const one = (await ask<Pair[]>("introductions", "introductions")).find(
      ({ a, b }) => a.name === "Rosa Delgado" && b.name === "Isabel Navarro",
    );
    expect([one?.state, one?.why]).toEqual(["asked", "bees"]);
    expect(
      (await ask<Pair[]>("suggestions", "introductions")).some(
        ({ a, b }) => [a.name, b.name].includes("Rosa Delgado") && [a.name, b.name].includes("Isabel Navarro"),
      ),
    ).toBe(false);
    expect((await vault.run("follow-ups", "--done", one?.id ?? "")).code).toBe(0);
    expect(vault.read(daily)).toContain(
      "- [x] Introduce [[Rosa Delgado]] to [[Isabel Navarro]] [intro:: made] [why:: bees] ✅ 2026-11-22\n",
    );
    expect(vault.read(isabel)).toContain("→ introduced to [[Rosa Delgado]]");
    expect((await ask<Pair[]>("introductions", "introductions")).find(({ id }) => id === one?.id)?.state).toBe("made");
    await undone(daily, written);
    expect([vault.read(rosa), vault.read(isabel)]).toEqual(texts.slice(0, 2));
    vault.write(daily, texts[2] ?? "");
  });

  it.each([
    ["How bees find home", ["Rosa Delgado", "Sipho Dlamini", "Isabel Navarro"]],
    ["Type for four scripts", ["Ravi Menon", "Laura Bianchi", "Nadia Benali", "Émile Rousseau"]],
    ["The ferries of the lower river", ["Arthur Pemberton"]],
    ["A lathe for the difference engine", ["Ada Lovelace", "Charles Babbage"]],
  ])("says whom %s suits, with why", async (note, names) => {
    const people = await ask<Named[]>("people", "share", note);
    for (const name of names)
      expect(
        people.map((one) => one.name),
        name,
      ).toContain(name);
    for (const one of people) expect([Object.keys(one), one.why !== ""]).toEqual([["name", "path", "why"], true]);
  });

  it("remembers what was sent to whom, and logs the next", async () => {
    const sent = await ask<Named[]>("sent", "share", "Bread that waits");
    expect(sent.map(({ name }) => name)).toEqual(["Sipho Dlamini"]);
    const path = "People/Friends/Rosa Delgado.md";
    const before = vault.read(path);
    expect(
      (await vault.run("share", "How bees find home", "--with", "Rosa Delgado", "--channel", "message")).code,
    ).toBe(0);
    expect(vault.read(path)).toContain("- 2026-11-22 → message: shared [[How bees find home]]\n");
    expect((await ask<Named[]>("people", "share", "How bees find home")).map(({ name }) => name)).not.toContain(
      "Rosa Delgado",
    );
    const again = await vault.run("share", "How bees find home", "--with", "Rosa Delgado");
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("Rosa Delgado has had it, on 2026-11-22")]);
    expect((await vault.run("share", "How bees find home", "--with", "Vasco Duarte")).err).toContain(
      "Vasco Duarte is closed",
    );
    await undone(path, before);
    expect((await vault.run("share", "No such note")).code).toBe(1);
  });

  it("suggests one or two shares a day to whoever names folders for it", async () => {
    expect((await vault.run("shares")).out).toContain("No folder of notes to share");
    const file = ".obsidian/plugins/reconnect/data.json";
    const before = vault.read(file);
    vault.write(
      file,
      JSON.stringify({
        ...(JSON.parse(before) as object),
        relationships: { shareFolders: ["Reading"], sharesADay: 2 },
      }),
    );
    const shares = await ask<(Named & { note: Named; done: boolean })[]>("shares", "shares");
    expect(shares).toHaveLength(2);
    const [first] = shares;
    const path = first?.path ?? "";
    const note = vault.read(path);
    await vault.run("share", first?.note.path ?? "", "--with", path);
    const after = await ask<(Named & { done: boolean })[]>("shares", "shares");
    expect(after.map(({ name, done }) => [name, done])).toEqual([
      [first?.name, true],
      [shares[1]?.name, false],
    ]);
    await undone(path, note);
    vault.write(file, before);
  });

  it("takes a milestone in one line, which comes up until done, and names whom to thank", async () => {
    const path = "People/Friends/Rosa Delgado.md";
    const before = vault.read(path);
    expect((await vault.run("milestone", "Rosa Delgado", "second hive on 2026-11-20", "--ask")).code).toBe(0);
    expect(vault.read(path)).toMatch(/^milestones:\s+(?:\[|- )"?2026-11-20 second hive/m);
    expect(vault.read(path)).toContain("- [ ] Ask how it went: second hive 📅 2026-11-21");
    const occasions = await ask<{ name: string; label: string }[]>("occasions", "due");
    expect(occasions).toContainEqual(
      expect.objectContaining({ name: "Rosa Delgado", kind: "milestone", label: "second hive" }),
    );
    const noted = vault.read(path);
    expect((await vault.run("congratulate", "Rosa Delgado", "--channel", "call")).code).toBe(0);
    expect(vault.read(path)).toContain("- 2026-11-22 → call: congratulated on second hive\n");
    await undone(path, noted);
    await undone(path, before);
    expect((await vault.run("milestone", "Rosa Delgado", "yesterday")).code).toBe(2);
    const thanks = await ask<{ name: string; gave: string }[]>("thanks", "thank");
    expect(thanks).toContainEqual(expect.objectContaining({ name: "Sipho Dlamini", gave: "a recipe" }));
    const sipho = vault.read("People/Friends/Sipho Dlamini.md");
    expect((await vault.run("thank", "Sipho Dlamini", "--channel", "letter")).code).toBe(0);
    expect(vault.read("People/Friends/Sipho Dlamini.md")).toContain("- 2026-11-22 → letter: thanked for a recipe\n");
    expect((await ask<{ name: string }[]>("thanks", "thank")).map(({ name }) => name)).not.toContain("Sipho Dlamini");
    await undone("People/Friends/Sipho Dlamini.md", sipho);
  });

  it("takes stock of at most ten, and keeps why one is apart", async () => {
    const people = await ask<{ reach: Named; slower: string | null; closer: string | null }[]>("people", "stock");
    expect(people.length).toBe(10);
    expect(people[0]?.reach.name).toBe("Yusuf Demir");
    expect([people[0]?.slower, people[0]?.closer]).toEqual(["every 12 months", "every 3 months"]);
    const path = "People/Network/Yusuf Demir.md";
    const before = vault.read(path);
    expect((await vault.run("drifted", "Yusuf Demir", "different ways")).code).toBe(0);
    expect(changedLines(before, vault.read(path))).toEqual(["+ drifted: different ways", "- drifted: busy"]);
    await undone(path, before);
    expect((await vault.run("stock", "Yusuf Demir", "slower", "--stopping", "ships and snow")).code).toBe(0);
    expect(changedLines(before, vault.read(path))).toEqual([
      "+ cadence: every 12 months",
      "- cadence: every 6 months",
      "+ stopping: ships and snow",
    ]);
    expect((await vault.run("person", "Yusuf Demir")).out).toContain("Stopping you: ships and snow");
    await undone(path, before);
    expect((await vault.run("stock", "Yusuf Demir", "--stopping", "ships and snow")).code).toBe(0);
    expect((await vault.run("stock")).out).toContain(
      "every 6 months wanted. Stopping you: ships and snow. Apart: busy",
    );
    await undone(path, before);
    expect((await vault.run("stock", "Yusuf Demir", "reach")).code).toBe(0);
    expect((await ask<Named[]>("picks", "stock")).map(({ name }) => name)).toContain("Yusuf Demir");
    await undone(path, before);
    expect((await vault.run("stock", "Yusuf Demir", "sometimes")).code).toBe(2);
    expect((await vault.run("stock", "Marguerite Oyelaran", "closer")).err).toContain("no pace that could be closer");
  });
});
