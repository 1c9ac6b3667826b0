import { CORE_SCHEMA, load } from "js-yaml";
import { readFrontmatter } from "../../src/core/text/note/read-frontmatter";
import type { Person } from "../../src/core/index/person";
import { readPerson } from "../../src/core/index/read-person";
import { noteFormat } from "../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";

/** A YAML reader for tests of core, where no face supplies one. */
export function parseYaml(yaml: string): unknown {
  return load(yaml, { schema: CORE_SCHEMA });
}

/** A person as read from the text of a note: tests say what a note says, not what core makes of it. */
export function personFrom(text: string, path = "People/Ada Lovelace.md"): Person {
  const head = readFrontmatter(text, parseYaml);
  return readPerson(
    {
      path,
      text,
      properties: head.kind === "properties" ? head.properties : new Map<string, unknown>(),
      headProblem: head.kind === "refused" ? head.problem : null,
    },
    noteFormat(DEFAULT_SETTINGS),
  );
}

/** A person with these properties and log lines. */
export function aPerson(
  properties: Readonly<Record<string, string>>,
  log: readonly string[] = [],
  path?: string,
): Person {
  const head = Object.entries(properties).map(([key, value]) => `${key}: ${value}\n`);
  const body = log.length > 0 ? `\n## Log\n${log.map((line) => `${line}\n`).join("")}` : "";
  return personFrom(`---\n${head.join("")}---\n${body}`, path);
}
