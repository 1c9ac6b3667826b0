import { normalizeName } from "./normalize-name";
import { cadenceDays, readCadence, type Cadence } from "./cadence";

/** The cadence of each circle by its folded name. */
export type CircleCadences = ReadonlyMap<string, Cadence>;

export function circleCadences(
  circles: readonly { readonly name: string; readonly cadence: string }[],
): CircleCadences {
  const cadences = new Map<string, Cadence>();
  for (const circle of circles) {
    const cadence = readCadence(circle.cadence);
    if (cadence.kind === "value") cadences.set(normalizeName(circle.name), cadence.value);
  }
  return cadences;
}

/** The cadence that holds for a person: their own, else the shortest of their circles'; null for none. */
export function effectiveCadence(
  own: Cadence | null,
  circles: readonly string[],
  cadences: CircleCadences,
): Cadence | null {
  if (own) return own;
  let shortest: Cadence | null = null;
  for (const circle of circles) {
    const cadence = cadences.get(normalizeName(circle));
    if (cadence && (shortest === null || cadenceDays(cadence) < cadenceDays(shortest))) shortest = cadence;
  }
  return shortest;
}
