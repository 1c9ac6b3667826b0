/** A value in a message: short, on one line, and never a YAML bomb's whole. */
export function shown(value: unknown): string {
  if (typeof value === "string") return clip(value.replace(/\s+/g, " "));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "a day" : value.toISOString().slice(0, 10);
  if (Array.isArray(value))
    return clip(
      value
        .slice(0, 3)
        .map((item: unknown) => (typeof item === "object" ? "…" : shown(item)))
        .join(", "),
    );
  return value === null || value === undefined ? "" : "{…}";
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
