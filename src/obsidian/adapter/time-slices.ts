const FRAME_MS = 1_000 / 60;
/**
 * How long work in the background may go on before it lets others work. The screen is to be held for half a frame at
 * most, and the step that is under way comes on top, as does the memory that is tidied up meanwhile.
 */
const SLICE_MS = FRAME_MS / 3;

/** The clock, and how to wait until others had their turn. */
export interface Turns {
  readonly now: () => number;
  readonly next: () => Promise<void>;
}

const SCREEN: Turns = {
  now: () => performance.now(),
  async next() {
    do
      await new Promise((resolve) => {
        window.setTimeout(resolve);
      });
    while (performance.now() < urgentUntil);
  },
};

/** Long enough for the next slice of what is urgent; where that ends without a word, nobody waits for it any longer. */
const URGENT_MS = 50;
let urgentUntil = 0;

/** Says, slice by slice, that something is on its way to the screen: work in slices waits until it is there. */
export function holdBackground(): void {
  urgentUntil = performance.now() + URGENT_MS;
}

/** It is there. */
export function releaseBackground(): void {
  urgentUntil = 0;
}

/** Says whether the time that work may hold the main thread is not over yet, from now on. */
export function frameBudget(turns: Turns = SCREEN): () => boolean {
  return within(SLICE_MS, turns);
}

/** The same for work whose outcome has to be drawn in the same frame. */
export function quarterOfAFrame(turns: Turns = SCREEN): () => boolean {
  return within(FRAME_MS / 4, turns);
}

function within(time: number, { now }: Turns): () => boolean {
  const end = now() + time;
  return () => now() < end;
}

/**
 * Long work in slices. Parts that follow one another share one: each with a slice of its own would hold the screen
 * twice as long.
 */
export interface Slices {
  /** To be awaited after each step: every few milliseconds the screen has its turn. */
  readonly yieldToUi: (onPause?: () => void) => Promise<void>;
  readonly now: () => number;
}

export function timeSlices(turns: Turns = SCREEN): Slices {
  let mayGoOn = frameBudget(turns);
  return {
    now: turns.now,
    async yieldToUi(onPause) {
      if (mayGoOn()) return;
      onPause?.();
      await turns.next();
      mayGoOn = frameBudget(turns);
    },
  };
}
