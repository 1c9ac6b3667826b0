/** How long work in the background may hold the main thread before it lets others work: half a frame. */
const SLICE_MS = 8;

/** Says whether the time that work may hold the main thread is not over yet, from now on. */
export function halfAFrame(): () => boolean {
  return within(SLICE_MS);
}

/** The same for work whose outcome has to be drawn in the same frame. */
export function quarterOfAFrame(): () => boolean {
  return within(SLICE_MS / 2);
}

function within(time: number): () => boolean {
  const end = performance.now() + time;
  return () => performance.now() < end;
}

/** Splits long work: whoever awaits `breathe` after each step gives the screen its turn every few milliseconds. */
export function timeSlices(onPause: () => void = () => undefined): { breathe(): Promise<void> } {
  let end = performance.now() + SLICE_MS;
  return {
    async breathe() {
      if (performance.now() < end) return;
      onPause();
      await new Promise((resolve) => window.setTimeout(resolve));
      end = performance.now() + SLICE_MS;
    },
  };
}
