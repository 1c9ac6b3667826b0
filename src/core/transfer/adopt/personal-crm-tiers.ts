import { normalizeName } from "../../people/normalize-name";

/** What Personal CRM calls a tier: a circle with its cadence. */
export interface Tier {
  readonly circle: string;
  readonly days: number;
}

/** Its tiers by the ids that notes have. */
export type Tiers = ReadonlyMap<string, Tier>;

/** Where it keeps them, in Obsidian's own folder. */
export const TIERS_FILE = "plugins/personal-crm/data.json";

const DEFAULTS: readonly (readonly [string, string, number])[] = [
  ["inner", "Inner circle", 14],
  ["close", "Close", 30],
  ["casual", "Casual", 90],
  ["warm", "Keep warm", 180],
  ["dormant", "Dormant", 365],
];

/** The tiers of its settings file; those that it begins with where there is none, or it cannot be read. */
export function readTiers(settingsText: string | null): Tiers {
  const own = tiersIn(settingsText);
  return new Map(
    (own.length > 0 ? own : DEFAULTS).map(([id, label, days]): [string, Tier] => [
      id,
      { circle: normalizeName(id) === normalizeName(label) ? id : label, days },
    ]),
  );
}

function tiersIn(text: string | null): (readonly [string, string, number])[] {
  try {
    const { tiers } = JSON.parse(text ?? "{}") as { readonly tiers?: unknown };
    return (Array.isArray(tiers) ? (tiers as unknown[]) : []).flatMap((tier) => {
      const { id, label, cadenceDays } = (tier ?? {}) as Readonly<Record<string, unknown>>;
      return typeof id === "string" &&
        typeof label === "string" &&
        label.trim() !== "" &&
        typeof cadenceDays === "number" &&
        cadenceDays >= 1
        ? [[id, label.trim(), Math.round(cadenceDays)] as const]
        : [];
    });
  } catch {
    return [];
  }
}
