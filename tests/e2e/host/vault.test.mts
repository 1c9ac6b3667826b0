import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

let host: OpenVault;
beforeAll(async () => {
  host = await openFixture({
    vault: {
      "People/Ada.md": "---\ncircle: close\naliases: [A]\n---\nSees [[Bruno]] and `[[not]]`\n",
      "Bruno.md": "---\nbroken: [\n---\ntext #tag\n",
      "Log.md": "",
      "crlf.md": "a\r\nb\r\n",
    },
  });
});
afterAll(() => host.close());

test("a hundred changes at once are all kept", async () => {
  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const file = vault.getFileByPath("Log.md")!;
    await Promise.all(Array.from({ length: 100 }, (_, index) => vault.process(file, (text) => `${text}${index}\n`)));
  });
  const lines = (await host.read("Log.md")).trim().split("\n").map(Number);
  expect(lines.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
});

test("changes from outside between ours are not lost", async () => {
  await writeFile(join(host.dir, "Log.md"), "");
  const ours = host.page.evaluate(async () => {
    const { vault } = window.host.app;
    for (let index = 0; index < 40; index += 1)
      await vault.process(vault.getFileByPath("Log.md")!, (text) => `${text}ours ${index}\n`);
  });
  await ours;
  await writeFile(join(host.dir, "Log.md"), `${await host.read("Log.md")}theirs\n`);
  await host.page.evaluate(() =>
    window.host.app.vault.process(window.host.app.vault.getFileByPath("Log.md")!, (text) => `${text}last\n`),
  );
  const text = await host.read("Log.md");
  expect(text.match(/ours/g)).toHaveLength(40);
  expect(text).toMatch(/theirs\nlast\n$/);
});

test("a change under our hands is seen, and ours is computed anew from it", async () => {
  const calls = await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const { token } = JSON.parse(document.getElementById("host-options")?.textContent ?? "") as { token: string };
    let calls = 0;
    await vault.process(vault.getFileByPath("Log.md")!, (text) => {
      calls += 1;
      if (calls > 1) return `${text}ours\n`;
      // Synchronous, so that it falls between the read and the write.
      const request = new XMLHttpRequest();
      request.open("POST", "/vault/write", false);
      request.setRequestHeader("x-host-token", token);
      request.send(JSON.stringify({ path: "Log.md", text: "theirs\n" }));
      return `${text}lost\n`;
    });
    return calls;
  });
  expect([calls, await host.read("Log.md")]).toEqual([2, "theirs\nours\n"]);
});

test("our own writes are not told back to us", async () => {
  const told = await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const { token } = JSON.parse(document.getElementById("host-options")?.textContent ?? "") as { token: string };
    const told: string[] = [];
    const source = new EventSource(`/events?token=${token}`);
    source.onmessage = ({ data }) => told.push(String(data));
    await new Promise((opened) => source.addEventListener("open", opened));
    for (let index = 0; index < 20; index += 1)
      await vault.process(vault.getFileByPath("Log.md")!, (text) => `${text}${index}\n`);
    await vault.create("Mine.md", "mine");
    await vault.rename(vault.getFileByPath("Mine.md")!, "Mine too.md");
    await vault.delete(vault.getFileByPath("Mine too.md")!);
    await new Promise((done) => window.setTimeout(done, 150));
    source.close();
    return told;
  });
  expect(told).toEqual([]);
});

test("an edit by another program is seen without being told, after ours and by rename too", async () => {
  await host.page.evaluate(() =>
    window.host.app.vault.process(window.host.app.vault.getFileByPath("People/Ada.md")!, (text) => `${text}ours\n`),
  );
  for (const circle of ["one", "two"]) {
    await writeFile(join(host.dir, "People/.other"), `---\ncircle: ${circle}\n---\n`);
    await rename(join(host.dir, "People/.other"), join(host.dir, "People/Ada.md"));
    await expect.poll(() => host.page.locator(".fixture-row", { hasText: `Ada: ${circle}` }).count()).toBe(1);
  }
  await writeFile(join(host.dir, "People/Ada.md"), "---\ncircle: family\n---\n");
  await expect.poll(() => host.page.locator(".fixture-row", { hasText: "Ada: family" }).count()).toBe(1);
});

test("a new folder and note by another program are seen, and a rename", async () => {
  await host.writeOutside("New/Folder/Cleo.md", "---\ncircle: work\n---\n");
  await expect.poll(() => host.page.locator(".fixture-row", { hasText: "Cleo: work" }).count()).toBe(1);
  await rename(join(host.dir, "New/Folder/Cleo.md"), join(host.dir, "New/Cleo.md"));
  await expect
    .poll(() =>
      host.page.evaluate(() =>
        window.host.app.vault
          .getMarkdownFiles()
          .map(({ path }) => path)
          .filter((path) => path.includes("Cleo")),
      ),
    )
    .toEqual(["New/Cleo.md"]);
});

test("in a folder we made, another program's notes are seen too", async () => {
  await host.page.evaluate(() => window.host.app.vault.createFolder("Ours/Deep"));
  await expect
    .poll(async () => {
      await writeFile(join(host.dir, "Ours/Deep/Enid.md"), "---\ncircle: deep\n---\n");
      return host.page.locator(".fixture-row", { hasText: "Enid: deep" }).count();
    })
    .toBe(1);
  await writeFile(join(host.dir, "Ours/Deep/Enid.md"), "---\ncircle: deeper\n---\n");
  await expect.poll(() => host.page.locator(".fixture-row", { hasText: "Enid: deeper" }).count()).toBe(1);
});

test("malformed frontmatter is a yaml section and nothing more", async () => {
  const cache = await host.page.evaluate(() => window.host.app.metadataCache.getCache("Bruno.md"));
  expect(cache?.frontmatter).toBeUndefined();
  expect(cache?.sections?.map(({ type }) => type)).toEqual(["yaml", "paragraph"]);
  expect(cache?.tags?.map(({ tag }) => tag)).toEqual(["#tag"]);
});

test("the cache is late by as much as asked, and then tells", async () => {
  await host.setCacheDelay(300);
  const seen = await host.page.evaluate(async () => {
    const { vault, metadataCache } = window.host.app;
    const file = vault.getFileByPath("Log.md")!;
    await vault.modify(file, "---\ncircle: late\n---\n");
    const before = metadataCache.getFileCache(file)?.frontmatter?.["circle"] as unknown;
    const order: string[] = [];
    metadataCache.on("changed", (changed: { path: string }) => order.push(`changed ${changed.path}`));
    metadataCache.on("resolved", () => order.push("resolved"));
    await window.host.settled();
    return { before, after: metadataCache.getFileCache(file)?.frontmatter?.["circle"] as unknown, order };
  });
  await host.setCacheDelay(20);
  expect(seen).toEqual({ before: undefined, after: "late", order: ["changed Log.md", "resolved"] });
});

test("create, rename and delete tell, and the cache follows", async () => {
  const events = await host.page.evaluate(async () => {
    const { app } = window.host;
    const { vault, metadataCache, fileManager } = app;
    const told: string[] = [];
    for (const name of ["create", "rename", "delete"])
      vault.on(name, (file: { path: string }, old?: string) => told.push(`${name} ${file.path} ${old ?? ""}`.trim()));
    metadataCache.on("deleted", (file: { path: string }, before: { frontmatter?: { circle?: string } }) =>
      told.push(`deleted ${file.path} ${before.frontmatter?.circle ?? ""}`),
    );
    await vault.createFolder("Old");
    const file = await vault.create("Old/Dora.md", "---\ncircle: kin\n---\n");
    await window.host.settled();
    await fileManager.renameFile(vault.getFolderByPath("Old")!, "Fresh");
    const cached = (path: string): string => JSON.stringify(metadataCache.getCache(path)?.frontmatter ?? null);
    told.push(cached("Fresh/Dora.md"), cached("Old/Dora.md"));
    await fileManager.trashFile(file);
    told.push(cached("Fresh/Dora.md"));
    return told;
  });
  expect(events).toEqual([
    "create Old",
    "create Old/Dora.md",
    "rename Fresh Old",
    "rename Fresh/Dora.md Old/Dora.md",
    '{"circle":"kin"}',
    "null",
    "deleted Fresh/Dora.md kin",
    "delete Fresh/Dora.md",
    "null",
  ]);
  expect(await host.read(".trash/Dora.md")).toContain("kin");
});

test("what real vaults refuse is refused", async () => {
  const refusals = await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const tries = [
      () => vault.create("Log.md", ""),
      () => vault.create("Nowhere/x.md", ""),
      () => vault.rename(vault.getFileByPath("Log.md")!, "Bruno.md"),
    ];
    return Promise.all(
      tries.map((attempt) =>
        attempt().then(
          () => "allowed",
          (error: Error) => error.message,
        ),
      ),
    );
  });
  expect(refusals).toEqual([
    "File already exists.",
    expect.stringContaining("ENOENT"),
    "Destination file already exists!",
  ]);
});

test("saved data goes to disk, none is null, and broken data rejects", async () => {
  const load = () => host.page.evaluate(() => window.host.plugin.loadData().catch((error: Error) => error.name));
  expect(await load()).toBeNull();
  await host.page.evaluate(() => window.host.plugin.saveData({ a: 1 }));
  expect(JSON.parse(await readFile(join(host.dir, ".obsidian/plugins/fixture/data.json"), "utf8"))).toEqual({ a: 1 });
  await writeFile(join(host.dir, ".obsidian/plugins/fixture/data.json"), "{");
  expect(await load()).toBe("SyntaxError");
});

test("unsaved editor text is written before another change of the note", async () => {
  await host.openNote("crlf.md");
  await host.page.locator("textarea.cm-content").fill("typed\nb\n");
  await host.page.evaluate(() =>
    window.host.app.vault.process(window.host.app.vault.getFileByPath("crlf.md")!, (text) => `${text}plugin\r\n`),
  );
  expect(await host.read("crlf.md")).toBe("typed\r\nb\r\nplugin\r\n");
  await expect.poll(() => host.page.locator("textarea.cm-content").inputValue()).toBe("typed\nb\nplugin\n");
});

test("typed text is saved after a while, an outside edit is shown", async () => {
  await host.openNote("Log.md");
  await host.page.locator("textarea.cm-content").fill("slow");
  expect(await host.read("Log.md")).not.toBe("slow");
  await expect.poll(() => host.read("Log.md"), { timeout: 4000 }).toBe("slow");
  await host.writeOutside("Log.md", "from outside\n");
  await expect.poll(() => host.page.locator("textarea.cm-content").inputValue()).toBe("from outside\n");
});
