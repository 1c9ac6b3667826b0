import { generateVault } from "../vault/generate.mjs";

export const TODAY = "2026-11-22";

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median time of some runs, in milliseconds; the first run, which compiles, is not counted. */
export function timed(rounds, work) {
  work();
  return median(
    Array.from({ length: rounds }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}

/**
 * The same in processor time, which swings less on a machine that does other work: each in turn, so that all meet the
 * same. What collecting memory costs on other threads is in it.
 */
export function processorTimes(rounds, works) {
  const times = works.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[index].push((user + system) / 1000);
    }
  }
  return times.map(median);
}

export async function timedAsync(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Prints rows under their headings, numbers to the right. */
export function printTable(title, headings, rows) {
  const cells = [headings, ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? digits(cell) : cell)))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  console.log(`\n${title}`);
  for (const row of cells)
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ")}`,
    );
}

function digits(number) {
  return Number.isInteger(number) ? number.toLocaleString("en-US") : number.toPrecision(3);
}

const vaults = new Map();

/** The notes of a vault of so many people, and a third as many dated notes; made once. */
export function notesOf(people) {
  if (!vaults.has(people)) vaults.set(people, [...generateVault({ people })]);
  return vaults.get(people);
}
