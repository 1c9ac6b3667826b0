import { KNOWN_CHANNELS } from "../log/channels";
import type { NoteFormat } from "./read-person";
import type { Settings } from "../people/settings/settings";

/** How this vault writes its person notes. */
export function noteFormat(settings: Settings): NoteFormat {
  const channels = new Set([...KNOWN_CHANNELS, ...settings.channels.map((channel) => channel.toLowerCase())]);
  return { propertyNames: settings.propertyNames, log: { heading: settings.logHeading, knownChannels: [...channels] } };
}
