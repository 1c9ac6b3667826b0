import { readCadence } from "../people/cadence";
import { normalizeName } from "../people/normalize-name";
import type { Context } from "../ports";
import { words } from "../words/words";
import { type Changed, changeNotes, refuse } from "./change-notes";

/**
 * Gives a circle another cadence. It stands in the settings, no note is written, and it is one action to undo. Refuses
 * what is no cadence.
 */
export async function setCircleCadence(context: Context, name: string, cadence: string): Promise<Changed> {
  if (readCadence(cadence).kind !== "value") return refuse(words.capacity.badCadence(cadence));
  const before =
    context.settings.circles.find((circle) => normalizeName(circle.name) === normalizeName(name))?.cadence ?? null;
  if (before === cadence) return refuse(words.capacity.isSo(name, cadence));
  if (!context.changeSettings) return refuse(words.mentions.noSettings);
  const circle = { name, before, after: cadence };
  return changeNotes(context, "circle cadence", [], { settings: { circle } });
}
