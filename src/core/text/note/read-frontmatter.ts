import { findFrontmatter, type Frontmatter } from "./frontmatter";
import { textProblem, type TextProblem } from "./problem";

/** A YAML reader that a face supplies: text in, plain data out; throws where the text is malformed. */
export type ParseYaml = (yaml: string) => unknown;

/** The properties of a note as data; a Map, so that a key `__proto__` is a key like any other. */
export type Properties = ReadonlyMap<string, unknown>;

export type ReadFrontmatter =
  | { readonly kind: "none" }
  | {
      readonly kind: "properties";
      readonly properties: Properties;
      readonly head: Extract<Frontmatter, { kind: "block" }>;
    }
  | { readonly kind: "refused"; readonly problem: TextProblem };

/** The properties of a head; none where it has none, or cannot be read. */
export function propertiesOf(head: ReadFrontmatter): Properties {
  return head.kind === "properties" ? head.properties : new Map<string, unknown>();
}

/** Finds and reads a note's frontmatter. */
export function readFrontmatter(text: string, parseYaml: ParseYaml): ReadFrontmatter {
  const head = findFrontmatter(text);
  if (head.kind === "none") return { kind: "none" };
  if (head.kind === "refused") return { kind: "refused", problem: head.problem };
  const parsed = parseBlock(text.slice(head.from, head.to), parseYaml);
  return parsed.ok
    ? { kind: "properties", properties: parsed.properties, head }
    : { kind: "refused", problem: parsed.problem };
}

type ParsedBlock =
  { readonly ok: true; readonly properties: Properties } | { readonly ok: false; readonly problem: TextProblem };

/** Reads the YAML between the fences, which begins on line 2 of the note. */
export function parseBlock(yaml: string, parseYaml: ParseYaml): ParsedBlock {
  let data: unknown;
  try {
    data = parseYaml(yaml);
  } catch (error) {
    return { ok: false, problem: malformed(error) };
  }
  if (data === null || data === undefined) return { ok: true, properties: new Map() };
  if (typeof data !== "object" || Array.isArray(data) || data instanceof Date) {
    return {
      ok: false,
      problem: textProblem('The frontmatter is not a list of properties; expected lines such as "circle: close".', 2),
    };
  }
  return { ok: true, properties: toProperties(data) };
}

/** Data of an object as Properties, its own keys only. */
export function toProperties(data: object): Properties {
  return new Map<string, unknown>(Object.entries(data));
}

/** YAML readers name a line in their own ways: js-yaml in `mark.line` (from 0), yaml in `linePos` (from 1). */
function malformed(error: unknown): TextProblem {
  const detail: { reason?: unknown; mark?: { line?: unknown }; linePos?: { line?: unknown }[]; message?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  const zeroBased = detail.mark?.line;
  const oneBased = detail.linePos?.[0]?.line;
  const line = typeof zeroBased === "number" ? zeroBased + 2 : typeof oneBased === "number" ? oneBased + 1 : 1;
  const spoken =
    typeof detail.reason === "string" ? detail.reason : typeof detail.message === "string" ? detail.message : "";
  const reason = (spoken.split("\n")[0] ?? "")
    .replace(/ at line \d+, column \d+:?$/, "")
    .trimEnd()
    .slice(0, 120);
  return textProblem(
    `The frontmatter is not valid YAML${reason ? ` (${reason})` : ""}; nothing in it can be read until it is corrected.`,
    line,
  );
}
