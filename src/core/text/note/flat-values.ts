/** More values than this are a YAML bomb's doing: shared aliases make a few hundred bytes look like billions. */
const MOST = 10_000;

/**
 * The values of a list and of the lists in it, in order, down to a depth; of anything else itself. What is past the
 * bound is left out.
 */
export function flatValues(value: unknown, depth: number): unknown[] {
  const values: unknown[] = [];
  let looked = 0;
  const look = (one: unknown, left: number): void => {
    if (++looked > MOST) return;
    if (!Array.isArray(one) || left === 0) {
      values.push(one);
      return;
    }
    for (const inner of one) {
      if (looked > MOST) return;
      look(inner, left - 1);
    }
  };
  look(value, depth);
  return values;
}
