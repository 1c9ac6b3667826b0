import type { SurveyedNote } from "../../entry/detection/propose";
import { KNOWN_PLUGINS, type PluginId } from "./known-plugins";

/** The plugins whose data person notes hold, by count: from properties and headings alone, reading no note. */
export function detectPlugins(
  people: readonly Pick<SurveyedNote, "properties" | "tags" | "headings">[],
): { readonly plugin: PluginId; readonly count: number }[] {
  return KNOWN_PLUGINS.map(({ id, marks }) => ({ plugin: id, count: people.filter((note) => marks(note)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
