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
