import fc from "fast-check";
import { vi } from "vitest";

// Thousands of cases on a busy machine take longer than the five seconds of a usual test.
vi.setConfig({ testTimeout: 120_000 });

/** RECONNECT_FAST=1 runs a fifth; RECONNECT_SEED=n tries other cases than the usual ones. */
const FAST = process.env["RECONNECT_FAST"] === "1";
const SEED = Number(process.env["RECONNECT_SEED"] ?? 20261121);

/** How many cases to run where `full` is the whole number. */
export function runs(full: number): number {
  return FAST ? Math.max(1, Math.round(full / 5)) : full;
}

/** Asserts a property over generated cases; fast-check prints the seed and the smallest failing case. */
export function check<Case>(cases: fc.Arbitrary<Case>, full: number, holds: (value: Case) => void): void {
  fc.assert(fc.property(cases, holds), { numRuns: runs(full), seed: SEED });
}

export async function checkAsync<Case>(
  cases: fc.Arbitrary<Case>,
  full: number,
  holds: (value: Case) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, holds), { numRuns: runs(full), seed: SEED });
}
