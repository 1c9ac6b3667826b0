import { parseCivilDate, type CivilDate } from "../../src/core/text/dates/civil-date";
import { readFrontmatter, type Properties } from "../../src/core/text/note/read-frontmatter";
import type { Person } from "../../src/core/index/person";
import { readPerson } from "../../src/core/index/read-person";
import { noteFormat } from "../../src/core/index/note-format";
import { DEFAULT_SETTINGS, type Settings } from "../../src/core/people/settings/settings";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";

/** A day for tests; throws where there is none. */
export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === null) throw new Error(`No day: ${text}`);
  return date;
}

/** Settings of a vault whose people lie in People. */
export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  confirmed: true,
  people: { ...DEFAULT_SETTINGS.people, folders: ["People"] },
};

/** A person read from the text of a note. */
export function personFrom(text: string, path = "People/Ada.md"): Person {
  const head = readFrontmatter(text, parseFrontmatter);
  const properties: Properties = head.kind === "properties" ? head.properties : new Map<string, unknown>();
  return readPerson(
    { path, text, properties, headProblem: head.kind === "refused" ? head.problem : null },
    noteFormat(SETTINGS),
  );
}

/** A person with this head (YAML lines) and this log (newest first). */
export function personWithLog(name: string, head: string, log = "", body = ""): Person {
  return personFrom(`---\n${head}\n---\n${body}\n\n## Log\n${log}\n`, `People/${name}.md`);
}
