import { getAllTags, parseYaml, type CachedMetadata } from "obsidian";
import { parseHead, toProperties, type Properties } from "../../core/text/note/parse-head";
import type { TextProblem } from "../../core/text/note/problem";
import { PropertyView } from "../../core/text/note/property-view";
import type { NoteFacts } from "../../core/people/people-rules";

/** What the metadata cache knows of a note, without its text. Its tags are gathered when they are asked for: most people are known by their folder. */
export function factsOf(path: string, cache: CachedMetadata | null): NoteFacts {
  return new CachedFacts(path, cache);
}

class CachedFacts implements NoteFacts {
  readonly properties: Properties;

  constructor(
    readonly path: string,
    private readonly cache: CachedMetadata | null,
  ) {
    this.properties = propertiesOf(cache);
  }

  get tags(): readonly string[] {
    return this.cache ? (getAllTags(this.cache) ?? []).map((tag) => tag.replace(/^#/, "")) : [];
  }
}

/** The titles of a note's headings, as the cache knows them. */
export function headingsOf(cache: CachedMetadata | null): string[] {
  return cache?.headings?.map(({ heading }) => heading) ?? [];
}

/** Whether a note begins with a block that the cache could not read as properties. */
export function hasUnreadHead(cache: CachedMetadata | null): boolean {
  return !cache?.frontmatter && cache?.sections?.[0]?.type === "yaml";
}

/** The properties of a note, or why they cannot be read. */
export interface NoteHead {
  readonly properties: Properties;
  readonly headProblem: TextProblem | null;
}

/** Properties and what is wrong with them, from the text itself: right after a write the cache is behind. */
export function readHead(text: string): NoteHead {
  const head = parseHead(text, parseYamlText);
  if (head.kind === "properties") return { properties: head.properties, headProblem: null };
  return { properties: new Map(), headProblem: head.kind === "refused" ? head.problem : null };
}

/** Obsidian's own YAML reader, as core wants it. */
export function parseYamlText(yaml: string): unknown {
  return parseYaml(yaml) as unknown;
}

const NONE: Properties = new Map();

function propertiesOf(cache: CachedMetadata | null): Properties {
  const { frontmatter } = cache ?? {};
  if (!frontmatter) return NONE;
  // Older versions put the block's position among the properties.
  const position: unknown = frontmatter["position"];
  if (typeof position !== "object" || position === null || !("start" in position && "end" in position))
    return new PropertyView(frontmatter);
  const properties = new Map(toProperties(frontmatter));
  properties.delete("position");
  return properties;
}
