import { parse, stringify } from "yaml";

/** The library whose messages are seen in the app's own stack traces; YAML 1.2 core. */
export function parseYaml(text: string): unknown {
  return parse(text, { logLevel: "error" });
}

export function stringifyYaml(value: unknown): string {
  return stringify(value);
}

export interface FrontMatterInfo {
  exists: boolean;
  frontmatter: string;
  from: number;
  to: number;
  contentStart: number;
}

export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(content);
  if (open !== null) {
    const from = open[0].length;
    const close = /^---[ \t]*(\r?\n|$)/m.exec(content.slice(from));
    if (close !== null) {
      const to = from + close.index;
      return { exists: true, frontmatter: content.slice(from, to), from, to, contentStart: to + close[0].length };
    }
  }
  return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
}
