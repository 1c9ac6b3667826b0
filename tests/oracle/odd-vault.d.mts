import type { Dice } from "../vault/generate.mjs";

/** The same arguments give the same notes. */
export function writeOddVault(
  dest: string,
  wanted: { readonly people: number; readonly seed: number; readonly dice: Dice },
): void;
