import { editFrontmatter, type PropertyChange } from "../text/note/edit-frontmatter";
import { inlineTags } from "../text/note/inline-tags";
import { applySplices, refused, type EditPlan } from "../text/note/note-edit";
import { readFrontmatter, type ParseYaml, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import { type TextProblem, textProblem } from "../text/note/problem";
import { foldPropertyName } from "../text/note/property-name";
import type { HeadValue } from "../text/note/yaml-text";
import type { Settings } from "../people/settings/settings";
import { safeNoteName } from "./new-person-name";
import { fillTemplate, type TemplateValues } from "./new-person-template";
import { isInFolder, isNeverPerson, isPerson, noteName, propertyTags, type PeopleRules } from "../people/people-rules";
import { PROPERTY_IDS, type PropertyId } from "../people/property-names";
import { joined } from "../words/parts";
import { withoutMd } from "../text/note/without-md";
import { withoutSlashes } from "../text/note/without-slashes";

/** A person whose note is still to be made. Values are as they will be written. */
export interface NewPerson {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly values?: Readonly<Partial<Record<PropertyId, HeadValue>>>;
  /** Text below the properties and what the template has there. */
  readonly body?: string;
}

/** What making a note needs to know. */
export interface NewPersonRules {
  readonly settings: Settings;
  readonly parseYaml: ParseYaml;
  /** The text of the template; null for none. */
  readonly template: string | null;
  readonly values: Omit<TemplateValues, "title">;
}

export type NewNote =
  | { readonly ok: true; readonly path: string; readonly text: string }
  | { readonly ok: false; readonly problem: TextProblem };

/**
 * Where the note of a new person goes: the folder for new people and a safe name; `path` where a link
 * says it already. Refused where no name is left, or a note of that name could never be a person's.
 */
export function newPersonPath(
  name: string,
  settings: Settings,
  path: string | null = null,
): { readonly path: string } | { readonly problem: TextProblem } {
  const parts = withoutMd(path ?? "")
    .split("/")
    .map(safeNoteName)
    .filter((part) => part !== "");
  const folder = path !== null && parts.length > 1 ? parts.slice(0, -1).join("/") : folderForNew(settings);
  const own = parts.at(-1) ?? safeNoteName(name);
  const at = folder === "" ? `${own}.md` : `${folder}/${own}.md`;
  if (own === "")
    return {
      problem: problemOf(refused(`"${name.slice(0, 60)}" leaves no name for a note; expected letters or digits.`)),
    };
  if (!isNeverPerson(at, settings.people)) return { path: at };
  return {
    problem: problemOf(
      refused(
        `A note "${at}" would never be read as a person's: it is named as a day, a template, a folder or a sync's copy.`,
      ),
    ),
  };
}

/** The text of a new person's note: the template or none, what is known, and what makes it a person's. */
export function newPersonNote(person: NewPerson, path: string, rules: NewPersonRules): NewNote {
  const { settings, parseYaml } = rules;
  const title = noteName(path);
  const base = rules.template === null ? "" : fillTemplate(rules.template, { ...rules.values, title });
  const head = readFrontmatter(base, parseYaml);
  if (head.kind === "refused")
    return {
      ok: false,
      problem: {
        ...head.problem,
        message: `With this name the template has no readable properties: ${head.problem.message}`,
      },
    };
  const properties: Properties = propertiesOf(head);
  const marks = marksOf(path, base, properties, settings.people);
  const aliases = aliasesFor(person, title, properties);
  const plan = editFrontmatter(
    base,
    [
      ...marks,
      ...(aliases.length > 0 ? [{ names: ["aliases", "alias"], value: aliases }] : []),
      ...valueChanges(person, settings),
    ],
    parseYaml,
  );
  if (!plan.ok) return { ok: false, problem: plan.problem };
  const text = withBody(applySplices(base, plan.splices), person.body ?? "");
  const written = readFrontmatter(text, parseYaml);
  if (written.kind === "refused") return { ok: false, problem: written.problem };
  return { ok: true, path, text };
}

/** Of the folders that hold people the one for new ones, so that folder alone makes the note a person's. */
function folderForNew({ newPersonFolder, people }: Settings): string {
  const folder = joined(newPersonFolder.split("/").map(safeNoteName), "/");
  const onlyFolders = people.folders.length > 0 && people.tags.length + people.properties.length === 0;
  const inside = people.folders.some((one) => isInFolder(`${folder}/x`, one));
  return onlyFolders && !inside ? withoutSlashes(people.folders[0] ?? folder) : folder;
}

/** What has to stand in the note so that it is a person's: nothing where its folder says so. */
function marksOf(path: string, text: string, properties: Properties, rules: PeopleRules): PropertyChange[] {
  const tags = [...propertyTags(properties), ...inlineTags(text)];
  if (isPerson({ path, properties, tags }, rules)) return [];
  const [property] = rules.properties;
  const tag = rules.tags[0] ?? (property ? null : "person");
  if (tag !== null)
    return [{ names: ["tags", "tag"], value: [...new Set([...propertyTags(properties), tag.replace(/^#/, "")])] }];
  return property ? [{ names: [property.name], value: property.value === "*" ? "person" : property.value }] : [];
}

/** A name that the note could not keep as it is becomes an alias, so that it is still found by it. */
function aliasesFor(person: NewPerson, title: string, properties: Properties): string[] {
  const there = [...properties].find(([key]) => /^alias(?:es)?$/i.test(key))?.[1];
  // One text is several aliases, as Obsidian reads it.
  const kept: unknown[] = Array.isArray(there)
    ? there
    : typeof there === "string"
      ? there.split(",").map((one) => one.trim())
      : [];
  const own = kept.filter((one): one is string => typeof one === "string" && one !== "");
  const given = [person.name.normalize("NFC").replace(/\s+/g, " ").trim(), ...(person.aliases ?? [])].filter(
    (one) => one !== title && one !== "",
  );
  const all = [...new Set([...own, ...given])];
  return all.length === own.length ? [] : all;
}

function valueChanges({ values = {} }: NewPerson, { propertyNames }: Settings): PropertyChange[] {
  return PROPERTY_IDS.flatMap((id): PropertyChange[] => {
    const value = values[id];
    return value === undefined ? [] : [{ names: distinct(propertyNames[id]), value }];
  });
}

function distinct(names: readonly string[]): readonly string[] {
  return names.filter(
    (name, index) => names.findIndex((one) => foldPropertyName(one) === foldPropertyName(name)) === index,
  );
}

function withBody(text: string, body: string): string {
  const trimmed = body.trim();
  if (trimmed === "") return text === "" ? "\n" : text;
  const gap = text === "" || /\n\n$/.test(text) || /---\n$/.test(text) ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  return `${text}${gap}${trimmed}\n`;
}

function problemOf(plan: EditPlan): TextProblem {
  return plan.ok ? textProblem("") : plan.problem;
}
