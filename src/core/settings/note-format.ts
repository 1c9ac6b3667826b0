import { KNOWN_CHANNELS } from "../touches/channels";
import type { NoteFormat } from "../people/read-person";
import type { Settings } from "./settings";

/** How this vault writes its person notes. */
export function noteFormat(settings: Settings): NoteFormat {
  const channels = new Set([...KNOWN_CHANNELS, ...settings.channels.map((channel) => channel.toLowerCase())]);
  return { propertyNames: settings.propertyNames, log: { heading: settings.logHeading, knownChannels: [...channels] } };
}
