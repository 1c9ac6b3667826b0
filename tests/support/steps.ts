/** How many steps rrule takes: it makes a moment for each day it looks at. Unlike time, the same on every machine. */
export function steps(work: () => void): number {
  const real = Date.UTC;
  let count = 0;
  Date.UTC = (...parts) => {
    count++;
    return real(...parts);
  };
  try {
    work();
  } finally {
    Date.UTC = real;
  }
  return count;
}
