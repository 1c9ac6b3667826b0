import type { App, TFile } from "obsidian";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CivilDate } from "../../../src/core/text/dates/civil-date";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { LogReader, TELL_EVERY_MS } from "../../../src/obsidian/adapter/log-reader";
import { goFirst, thirdOfAFrame, letOthersGo, timeSlices, type Turns } from "../../../src/obsidian/adapter/time-slices";

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
      await slices.breathe();
    }
    expect(Math.max(...inSlice)).toBe(most);
    expect(turns.turns).toBe(Math.floor(100 / most));
  });

  it("counts the time of all parts that share one: the second begins where the first has left off", async () => {
    const turns = clock();
    const slices = timeSlices(turns);
    turns.pass(4);
    await slices.breathe();
    expect(turns.turns).toBe(0);
    turns.pass(4);
    await slices.breathe();
    expect(turns.turns).toBe(1);
  });

  it("says that there is no more time from a third of a frame on", () => {
    const turns = clock();
    const mayGoOn = thirdOfAFrame(turns);
    turns.pass(5.5);
    expect(mayGoOn()).toBe(true);
    turns.pass(0.1);
    expect(mayGoOn()).toBe(false);
  });
});

describe("reading the logs of 1,000 notes", () => {
  it("begins no note after a third of a frame, and tells a few times a second however many notes there are", async () => {
    const COST = 3;
    const turns = clock();
    const paths = Array.from({ length: 1_000 }, (_, at) => `People/${String(at)}.md`);
    const app = {
      vault: { getFileByPath: (path: string) => ({ path }), cachedRead: () => Promise.resolve("") },
    } as unknown as App;
    const reader = new LogReader(
      app,
      () => DEFAULT_SETTINGS,
      () => "2026-11-22" as CivilDate,
    );
    const taken: string[] = [];
    const percents = new Set<number | null>();
    let told = 0;
    await reader.read(paths, {
      person: () => undefined,
      isRead: () => false,
      isCurrent: () => true,
      take: ({ path }: TFile) => {
        expect(turns.slice()).toBeLessThan(SLICE_MS);
        turns.pass(COST);
        taken.push(path);
      },
      tell: () => {
        told++;
        percents.add(reader.percent);
      },
      slices: timeSlices(turns),
    });
    expect(taken).toEqual(paths);
    expect(turns.turns).toBe(1_000 / 2);
    expect(told).toBeGreaterThan(3);
    expect(told).toBeLessThanOrEqual(Math.ceil(turns.now() / TELL_EVERY_MS));
    // How far it is has gone on from one time to the next.
    expect(percents.size).toBe(told);
    expect(reader.percent).toBe(null);
  });
});

describe("what is on its way to the screen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("window", globalThis);
  });
  afterEach(() => {
    letOthersGo();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** Work in the background that has used up its slice. */
  async function waiting(): Promise<{ isGoingOn: boolean }> {
    const slices = timeSlices();
    await vi.advanceTimersByTimeAsync(Math.ceil(SLICE_MS));
    const work = { isGoingOn: false };
    void slices.breathe().then(() => {
      work.isGoingOn = true;
    });
    return work;
  }

  it("has work in slices wait, as long as it says so, and no longer than it is heard of", async () => {
    goFirst();
    const work = await waiting();
    await vi.advanceTimersByTimeAsync(30);
    expect(work.isGoingOn).toBe(false);
    goFirst();
    await vi.advanceTimersByTimeAsync(40);
    expect(work.isGoingOn).toBe(false);
    await vi.advanceTimersByTimeAsync(15);
    expect(work.isGoingOn).toBe(true);
  });

  it("lets it go on when it is there", async () => {
    goFirst();
    const work = await waiting();
    letOthersGo();
    await vi.advanceTimersByTimeAsync(5);
    expect(work.isGoingOn).toBe(true);
  });
});
