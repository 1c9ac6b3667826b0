import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  holdBackground,
  frameBudget,
  releaseBackground,
  timeSlices,
  type Turns,
} from "../../../src/obsidian/adapter/time-slices";

/** A clock that goes on only as work is said to take time, and counts how often others had their turn. */
function clock(): Turns & { pass(ms: number): void; slice(): number; turns: number } {
  let now = 0;
  let began = 0;
  const self = {
    turns: 0,
    now: () => now,
    next: () => {
      self.turns++;
      // What others did meanwhile.
      began = now += 4;
      return Promise.resolve();
    },
    pass: (ms: number) => {
      now += ms;
    },
    /** How long this slice has been going on. */
    slice: () => now - began,
  };
  return self;
}

const SLICE_MS = 1_000 / 60 / 3;

describe("long work in slices", () => {
  it.each([
    [1, 6],
    [2, 3],
    [3, 2],
    [5.5, 2],
    [5.6, 1],
    [30, 1],
  ])("does, of steps of %s ms each, %s in a slice, and begins none after a third of a frame", async (cost, most) => {
    const turns = clock();
    const slices = timeSlices(turns);
    const inSlice = [0];
    for (let step = 0; step < 100; step++) {
      expect(turns.slice()).toBeLessThan(SLICE_MS);
      turns.pass(cost);
      inSlice[turns.turns] = (inSlice[turns.turns] ?? 0) + 1;
      await slices.yieldToUi();
    }
    expect(Math.max(...inSlice)).toBe(most);
    expect(turns.turns).toBe(Math.floor(100 / most));
  });

  it("counts the time of all parts that share one: the second begins where the first has left off", async () => {
    const turns = clock();
    const slices = timeSlices(turns);
    turns.pass(4);
    await slices.yieldToUi();
    expect(turns.turns).toBe(0);
    turns.pass(4);
    await slices.yieldToUi();
    expect(turns.turns).toBe(1);
  });

  it("says that there is no more time from a third of a frame on", () => {
    const turns = clock();
    const mayGoOn = frameBudget(turns);
    turns.pass(5.5);
    expect(mayGoOn()).toBe(true);
    turns.pass(0.1);
    expect(mayGoOn()).toBe(false);
  });
});

describe("what is on its way to the screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", globalThis);
  });
  afterEach(() => {
    releaseBackground();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** Work in the background that has used up its slice. */
  async function waiting(): Promise<{ isGoingOn: boolean }> {
    const slices = timeSlices();
    await vi.advanceTimersByTimeAsync(Math.ceil(SLICE_MS));
    const work = { isGoingOn: false };
    void slices.yieldToUi().then(() => {
      work.isGoingOn = true;
    });
    return work;
  }

  it("has work in slices wait, as long as it says so, and no longer than it is heard of", async () => {
    holdBackground();
    const work = await waiting();
    await vi.advanceTimersByTimeAsync(30);
    expect(work.isGoingOn).toBe(false);
    holdBackground();
    await vi.advanceTimersByTimeAsync(40);
    expect(work.isGoingOn).toBe(false);
    await vi.advanceTimersByTimeAsync(15);
    expect(work.isGoingOn).toBe(true);
  });

  it("lets it go on when it is there", async () => {
    holdBackground();
    const work = await waiting();
    releaseBackground();
    await vi.advanceTimersByTimeAsync(5);
    expect(work.isGoingOn).toBe(true);
  });
});
