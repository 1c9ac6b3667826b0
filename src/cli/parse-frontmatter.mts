import matter from "gray-matter";
import yaml from "js-yaml";

/**
 * Reads the YAML of a frontmatter block with gray-matter, on js-yaml's core schema: days stay text,
 * as in Obsidian. gray-matter's other engines are taken away, so that nothing is ever evaluated.
 */
export function parseFrontmatter(yaml: string): unknown {
  // gray-matter ends the block at the first line that begins with three dashes.
  if (/^---/m.test(yaml)) throw new Error('a line inside begins with "---"');
  const block = yaml === "" || yaml.endsWith("\n") ? yaml : `${yaml}\n`;
  // Options keep it off its cache, which forgets errors and hands one object to every caller.
  return matter(`---\n${block}---\n`, { language: "yaml", engines: ENGINES }).data;
}

// The types know no way to take an engine away; undefined is what does.
const ENGINES = {
  // It hands over the line break after the fence and keeps the last one: an error would name another line.
  yaml: {
    parse: (text: string): object => yaml.load(`${text.replace(/^\n/, "")}\n`, { schema: yaml.CORE_SCHEMA }) ?? {},
  },
  javascript: undefined,
  json: undefined,
} as unknown as NonNullable<matter.GrayMatterOption<string, never>["engines"]>;
