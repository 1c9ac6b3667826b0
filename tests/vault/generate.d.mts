export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

/** The same arguments give the same notes; `today` is the sample vault's day unless given. */
export function generateVault(wanted: {
  readonly people: number;
  readonly seed?: number;
  readonly today?: string;
}): Generator<GeneratedNote>;

/** A seeded generator of numbers. */
export interface Dice {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
  some<T>(list: readonly T[], most: number): T[];
}

export function diceFrom(seed: number): Dice;
