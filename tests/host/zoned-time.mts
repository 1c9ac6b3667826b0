/** The instant at which a wall clock in `timeZone` shows `local` ("2026-11-22T10:00"). */
export function zonedTime(local: string, timeZone: string): Date {
  const wanted = Date.parse(`${local.includes("T") ? local : `${local}T12:00`}Z`);
  if (Number.isNaN(wanted)) throw new Error(`not a time: ${local}`);
  let instant = wanted;
  // Twice, because the offset may differ on the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) instant = wanted - offsetAt(instant, timeZone);
  return new Date(instant);
}

function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
