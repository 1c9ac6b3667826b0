import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const SAMPLE = join(HERE, "sample");

const notes = readdirSync(SAMPLE, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".md"));
const read = (path: string): string => readFileSync(join(SAMPLE, path), "utf8");

describe("the sample vault", () => {
  const rows = [...readFileSync(join(HERE, "README.md"), "utf8").matchAll(/^\| `(.+?\.md)` \|/gm)];
  const named = rows.map((row) => row[1] ?? "");

  it("names every person in the README, once, and nobody who is not there", () => {
    expect(named.filter((path) => !existsSync(join(SAMPLE, path)))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    expect(notes.filter((path) => path.startsWith("People/") && !named.includes(path))).toEqual([]);
  });

  it("has no link to a note that is not there, but the one that Obsidian would not resolve", () => {
    const names = new Set(notes.flatMap((path) => [path.slice(0, -3), path.slice(path.lastIndexOf("/") + 1, -3)]));
    const links = notes.flatMap((path) => [...read(path).matchAll(/\[\[([^\]|#]+)/g)].map((match) => match[1] ?? ""));
    const isDay = /^\d{4}-\d{2}-\d{2}$/;
    expect(links.filter((link) => !names.has(link) && !isDay.test(link))).toEqual(["Zoë"]);
  });

  it("keeps the bytes that its traps are made of", () => {
    expect(read("People/Work/Anneke Visser.md")).not.toMatch(/[^\r]\n/);
    expect(read("People/Work/Piotr Zieliński.md").startsWith("\uFEFF---\n")).toBe(true);
    expect(read("People/Friends/Arthur Pemberton.md").endsWith("\n")).toBe(false);
  });

  it("stays small and has no plugin settings", () => {
    const bytes = notes.reduce((sum, path) => sum + statSync(join(SAMPLE, path)).size, 0);
    expect(bytes).toBeLessThan(400_000);
    expect(existsSync(join(SAMPLE, ".obsidian/plugins"))).toBe(false);
  });
});
