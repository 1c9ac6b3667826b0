import type { Cadence } from "../../people/cadence";
import { spanDays, type Span } from "../../text/dates/span";

/** Twice the time between touches, as it is written; null where a rule or `none` has no pace to change. */
export function slower(cadence: Cadence | null): string | null {
  if (cadence?.kind !== "interval") return null;
  return spanDays(cadence.span) * 2 > LONGEST_DAYS
    ? null
    : text({ count: cadence.span.count * 2, unit: cadence.span.unit });
}

/** Half the time between touches; a half that is no whole number is told in weeks or days. Never under a day. */
export function closer(cadence: Cadence | null): string | null {
  if (cadence?.kind !== "interval") return null;
  const { count, unit } = cadence.span;
  if (count % 2 === 0) return text({ count: count / 2, unit });
  const days = Math.round(spanDays(cadence.span) / 2);
  if (days < 1 || days >= spanDays(cadence.span)) return null;
  return days < 14 ? text({ count: days, unit: "day" }) : text({ count: Math.round(days / 7), unit: "week" });
}

const LONGEST_DAYS = 3_653;

function text({ count, unit }: Span): string {
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
