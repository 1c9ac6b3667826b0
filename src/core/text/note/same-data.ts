/** Comparing more values than this would be a YAML bomb's doing. */
const BUDGET = 100_000;

/**
 * Whether two parsed YAML values are the same, up to a bounded number of values: shared aliases can
 * make a few hundred bytes look like billions, so past the bound the answer is false.
 */
export function sameData(left: unknown, right: unknown): boolean {
  let budget = BUDGET;
  const same = (a: unknown, b: unknown): boolean => {
    if (--budget < 0) return false;
    if (Object.is(a, b)) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (a instanceof Date || b instanceof Date)
      return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    return keys.every((key) => Object.hasOwn(b, key) && same(valueOf(a, key), valueOf(b, key)));
  };
  return same(left, right);
}

function valueOf(holder: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
