import type { App } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceHistory } from "../../../src/obsidian/adapter/device-history";

/** A device that keeps so many characters, and counts how often it is written to. */
class Device {
  readonly kept = new Map<string, string>();
  writes = 0;
  constructor(private readonly room = Infinity) {}

  loadLocalStorage(key: string): unknown {
    return JSON.parse(this.kept.get(key) ?? "null") as unknown;
  }

  saveLocalStorage(key: string, data: unknown): void {
    this.writes++;
    const text = JSON.stringify(data);
    const others = [...this.kept].filter(([other]) => other !== key).reduce((sum, [, one]) => sum + one.length, 0);
    if (others + text.length > this.room) throw new Error("QuotaExceededError");
    this.kept.set(key, text);
  }
}

const people = (count: number, folder: string): { path: string; text: string }[] =>
  Array.from({ length: count }, (_, at) => ({ path: `${folder}/Person ${at}.md`, text: "words ".repeat(100) }));
const lost: string[] = [];
const historyOn = (device: Device): DeviceHistory =>
  new DeviceHistory(device as unknown as App, () => lost.push("lost"));
const done = async (history: DeviceHistory, created: { path: string; text: string }[]): Promise<string> => {
  const entry = { label: "import", changes: [], created };
  const id = await history.begin("redo", entry);
  await history.settle(id, { undo: entry });
  return id;
};

beforeEach(() => {
  lost.length = 0;
  // A timer that is still waiting must not go off in the test that follows.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("window", { setTimeout, clearTimeout, performance, crypto });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the history on a device", () => {
  it("follows a folder of 2,000 people that is renamed with one write", async () => {
    const device = new Device();
    const history = historyOn(device);
    await done(history, people(2_000, "People"));
    history.flush();
    const before = device.writes;
    const started = performance.now();
    for (const { path } of people(2_000, "People")) history.renamed(path, path.replace("People", "Friends"));
    history.renamed("Friends/Person 0.md", "Friends/Ada.md");
    history.flush();
    console.log(`2,000 renames followed in ${Math.round(performance.now() - started)} ms`);
    expect(device.writes - before).toBe(1);
    const [entry] = (await historyOn(device).kept()).undo;
    expect(entry?.created?.slice(0, 2).map(({ path }) => path)).toEqual(["Friends/Ada.md", "Friends/Person 1.md"]);
  });

  it("offers what was begun only after another start of the app, and follows its renames", async () => {
    const device = new Device();
    const history = historyOn(device);
    await history.begin("redo", { label: "import", changes: [], created: people(2, "People") });
    expect((await historyOn(device).kept()).interrupted).toEqual([]);
    history.renamed("People/Person 0.md", "People/Ada.md");
    history.flush();
    vi.stubGlobal("window", { setTimeout, clearTimeout, performance, crypto });
    const [one] = (await historyOn(device).kept()).interrupted;
    expect([one?.which, one?.entry.created?.[0]?.path]).toEqual(["redo", "People/Ada.md"]);
  });

  it("without room never fails an action, lets go of the oldest first, and says what is lost at the end", async () => {
    const device = new Device(2_600);
    const history = historyOn(device);
    await done(history, people(2, "One"));
    await done(history, people(2, "Two"));
    expect(lost).toEqual([]);
    expect((await historyOn(device).kept()).undo.map(({ created }) => created?.[0]?.path)).toEqual(["Two/Person 0.md"]);
    const id = await done(history, people(50, "Three"));
    expect(lost).toEqual(["lost"]);
    expect((await history.kept()).undo.at(-1)?.id).toBe(id);
  });
});
