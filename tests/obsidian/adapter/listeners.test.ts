import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Listeners } from "../../../src/obsidian/adapter/listeners";

describe("listeners", () => {
  let told = 0;
  let listeners: Listeners;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", globalThis);
    told = 0;
    listeners = new Listeners();
    listeners.add(() => {
      told++;
    });
  });
  afterEach(() => {
    listeners.clear();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("are told a few times a second of thousands of changes that may wait", async () => {
    for (let note = 0; note < 1_000; note++) {
      listeners.tell(400);
      await vi.advanceTimersByTimeAsync(4);
    }
    // Four seconds of changes, ten times told, the last of them too.
    expect(told).toBe(10);
    listeners.tell(400);
    await vi.advanceTimersByTimeAsync(400);
    expect(told).toBe(11);
  });

  it("are told at once of one that may not, and of those that waited with it", async () => {
    listeners.tell(400);
    listeners.tell();
    listeners.tell(400);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toBe(1);
  });
});
