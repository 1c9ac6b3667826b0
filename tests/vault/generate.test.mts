import { describe, expect, it } from "vitest";
import { generateVault } from "./generate.mjs";

describe("the generated vault", () => {
  const notes = [...generateVault({ people: 900, seed: 1 })];
  const people = notes.filter(({ path }) => path.startsWith("People/"));
  const dated = notes.filter(({ path }) => path.startsWith("Daily/"));

  it("has the people asked for and one third as many dated notes", () => {
    expect(people).toHaveLength(900);
    expect(dated).toHaveLength(300);
  });

  it("gives each note a path of its own", () => {
    expect(new Set(notes.map(({ path }) => path)).size).toBe(notes.length);
  });

  it("is the same for the same seed and another for another", () => {
    expect([...generateVault({ people: 900, seed: 1 })]).toEqual(notes);
    expect([...generateVault({ people: 900, seed: 2 })]).not.toEqual(notes);
  });

  it("links four of its people in each dated note", () => {
    const names = new Set(people.map(({ path }) => path.slice(path.lastIndexOf("/") + 1, -".md".length)));
    for (const { text } of dated) {
      const links = [...text.matchAll(/\[\[(.+?)\]\]/g)].map((match) => match[1] ?? "");
      expect(links).toHaveLength(4);
      expect(links.filter((link) => !names.has(link))).toEqual([]);
    }
  });

  it("gives about six in ten people a log", () => {
    const withLog = people.filter(({ text }) => text.includes("## Log")).length;
    expect(withLog / people.length).toBeGreaterThan(0.5);
    expect(withLog / people.length).toBeLessThan(0.65);
  });
});
