import { parseYaml, type CachedMetadata } from "obsidian";
import type { NoteSource } from "../../core/index/note-record";
import { readFrontmatter, toProperties, type Properties } from "../../core/text/note/read-frontmatter";
import { PropertyView } from "../../core/text/note/property-view";

/**
 * What Obsidian knows of a note, for the index: properties from its cache, or from the text where it could not read
 * them.
 */
export function sourceOf(path: string, found: CachedMetadata | null, text: string | null): NoteSource {
  if (text !== null && (hasUnreadFrontmatter(found) || !found?.frontmatter)) return sourceOfText(path, text);
  return { path, text, properties: propertiesOf(found), headProblem: null, bodyTags: bodyTagsOf(found) };
}

/** The same from the text alone: right after a write the cache is behind. */
export function sourceOfText(path: string, text: string): NoteSource {
  const head = readFrontmatter(text, parseYamlText);
  if (head.kind === "properties") return { path, text, properties: head.properties, headProblem: null };
  return { path, text, properties: NONE, headProblem: head.kind === "refused" ? head.problem : null };
}

/** The properties of a note, as the cache has them. */
export function propertiesOf(found: CachedMetadata | null): Properties {
  const { frontmatter } = found ?? {};
  if (!frontmatter) return NONE;
  // Older versions put the block's position among the properties.
  const position: unknown = frontmatter["position"];
  if (typeof position !== "object" || position === null || !("start" in position && "end" in position))
    return new PropertyView(frontmatter);
  const properties = new Map(toProperties(frontmatter));
  properties.delete("position");
  return properties;
}

/** The tags of a note's body, without `#`, as the cache has them. */
export function bodyTagsOf(found: CachedMetadata | null): string[] {
  return found?.tags?.map(({ tag }) => tag.replace(/^#/, "")) ?? [];
}

/** The titles of a note's headings, as the cache knows them. */
export function headingsOf(found: CachedMetadata | null): string[] {
  return found?.headings?.map(({ heading }) => heading) ?? [];
}

/** Whether a note begins with a block that the cache could not read as properties. */
export function hasUnreadFrontmatter(found: CachedMetadata | null): boolean {
  return !found?.frontmatter && found?.sections?.[0]?.type === "yaml";
}

/** Obsidian's own YAML reader, as core wants it. */
export function parseYamlText(yaml: string): unknown {
  return parseYaml(yaml) as unknown;
}

const NONE: Properties = new Map();
