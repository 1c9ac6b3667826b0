import type { TFile } from "obsidian";
import type { Person } from "../../../core/index/person";
import type { PluginHost } from "../../plugin-host";

/** The people that a note links to, resolved as Obsidian resolves its links, in the order they stand. */
export function peopleInNote({ plugin, index }: PluginHost, file: TFile): Person[] {
  const { metadataCache } = plugin.app;
  const cache = metadataCache.getFileCache(file);
  const links = [...(cache?.frontmatterLinks ?? []), ...(cache?.links ?? [])];
  const found = new Map<string, Person>();
  for (const { link } of links) {
    const target = metadataCache.getFirstLinkpathDest(link.split(/[#^]/, 1)[0] ?? "", file.path);
    const person = target && target.path !== file.path ? index.person(target.path) : undefined;
    if (person) found.set(person.path, person);
  }
  return [...found.values()];
}
