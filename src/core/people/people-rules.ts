import { findFrontmatter } from "../text/note/frontmatter";
import { flatValues } from "../text/note/flat-values";
import type { Properties } from "../text/note/read-frontmatter";
import { foldPropertyName } from "../text/note/property-name";
import { folderFactsOf, foldPath, type FolderFacts } from "./folder-facts";
import { normalizeName } from "./normalize-name";
import { linkName } from "./read-values";
import { withoutMd } from "../text/note/without-md";
import { withoutSlashes } from "../text/note/without-slashes";

/** Which notes are people: any one of these makes a note a person's. */
export interface PeopleRules {
  /** Folders, with their subfolders; "" is the whole vault. */
  readonly folders: readonly string[];
  /** Tags without `#`; nested tags count. */
  readonly tags: readonly string[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  /** Folders whose notes are never people: templates. */
  readonly templateFolders: readonly string[];
}

/** As a rule's value: a note with that property is a person's, whatever it says. */
const ANY_VALUE = "*";

/** What has to be known of a note to tell whether it is a person's. */
export interface NoteFacts {
  readonly path: string;
  readonly properties: Properties;
  /** Tags of the properties and of the text, without `#`. */
  readonly tags: readonly string[];
}

/** Whether a note is a person's. */
export function isPerson(note: NoteFacts, rules: PeopleRules): boolean {
  if (isNeverPerson(note.path, rules)) return false;
  return (
    rules.folders.some((folder) => isInFolder(note.path, folder)) ||
    (rules.tags.length > 0 && hasTag(note.tags, rules.tags)) ||
    rules.properties.some((rule) => hasValue(note.properties, rule.name, rule.value))
  );
}

/** Templates, copies that a sync left behind, a folder's own note and a day's (tagged "#people" or not) are nobody. */
export function isNeverPerson(path: string, rules: Pick<PeopleRules, "templateFolders">): boolean {
  const folder = folderFactsOf(path);
  const name = noteName(path);
  return isOneOfThose(folder, name, rules) || isDayName(name) || isNoteOfFolder(folder, name);
}

function isDayName(name: string): boolean {
  return (name.length === 10 || name.length === 8) && /^\d{4}-?\d{2}-?\d{2}$/.test(name);
}

/** In small letters a name is never shorter. */
function isNoteOfFolder({ name: folder }: FolderFacts, name: string): boolean {
  return folder !== null && name.length <= folder.length && name.toLowerCase() === folder;
}

/** Whether nothing in a note counts: a template, or a copy that a sync left behind. */
export function isTemplateOrCopy(path: string, rules: Pick<PeopleRules, "templateFolders">): boolean {
  return isOneOfThose(folderFactsOf(path), noteName(path), rules);
}

function isOneOfThose(
  folder: FolderFacts,
  name: string,
  { templateFolders }: Pick<PeopleRules, "templateFolders">,
): boolean {
  return (
    folder.isForTemplates ||
    templateFolders.some((one) => isWithin(folder, one)) ||
    isCopyName(name) ||
    isTemplateName(name)
  );
}

function isCopyName(name: string): boolean {
  return name.length >= "conflicted copy".length && /conflicted copy|\.sync-conflict-\d{8}-\d{6}/i.test(name);
}

function isTemplateName(name: string): boolean {
  return (
    name.length >= "template".length &&
    (name.endsWith("e") || name.endsWith("E")) &&
    /(?:^|[\s_-])template$/i.test(name)
  );
}

/**
 * Whether a note whose frontmatter cannot be read was meant as a person's, from the words at its
 * head: it must not vanish because of a missing quote.
 */
export function headLooksLikePerson(path: string, text: string, rules: PeopleRules): boolean {
  if (isNeverPerson(path, rules)) return false;
  if (rules.folders.some((folder) => isInFolder(path, folder))) return true;
  const lines = headLines(text);
  const words = normalizeName(lines.join("\n"));
  const hasWord = (word: string): boolean =>
    new RegExp(`(?:^|[^\\p{L}\\p{N}_])${escape(normalizeName(word))}(?:$|[^\\p{L}\\p{N}_-])`, "u").test(words);
  return (
    (rules.tags.some(hasWord) && lines.some((line) => /^tags?\s*:/i.test(line))) ||
    rules.properties.some(
      (rule) =>
        (rule.value === ANY_VALUE || hasWord(linkName(rule.value))) &&
        lines.some((line) => foldPropertyName(line).startsWith(`${foldPropertyName(rule.name)}:`)),
    )
  );
}

export function isInFolder(path: string, folder: string): boolean {
  return isWithin(folderFactsOf(path), folder);
}

function isWithin({ folded }: FolderFacts, folder: string): boolean {
  return folded.startsWith(foldedFolder(folder));
}

/** A folder of the settings as paths in it begin; "" for the whole vault. Each is asked about with every note. */
function foldedFolder(folder: string): string {
  const known = foldedFolders.get(folder);
  if (known !== undefined) return known;
  const clean = withoutSlashes(folder);
  const folded = clean === "" ? "" : foldPath(`${clean}/`);
  if (foldedFolders.size < MOST_KEPT) foldedFolders.set(folder, folded);
  return folded;
}

const MOST_KEPT = 500;
const foldedFolders = new Map<string, string>();

/** `People/Ada Lovelace.md` is the note "Ada Lovelace". */
export function noteName(path: string): string {
  const from = path.lastIndexOf("/") + 1;
  return path.endsWith(".md") ? path.slice(from, -".md".length) : withoutMd(path.slice(from));
}

const LONGEST_TAG_KEY = 4;

/** The tags that properties give a note (`tags`, `tag`: a list, or words), without `#`. */
export function propertyTags(properties: Properties): string[] {
  const tags: string[] = [];
  for (const [key, value] of properties) {
    if (key.length > LONGEST_TAG_KEY || !/^tags?$/i.test(key)) continue;
    const items: unknown[] = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[\s,]+/) : [];
    for (const item of items)
      if (typeof item === "string" && item.trim() !== "") tags.push(item.trim().replace(/^#/, ""));
  }
  return tags;
}

function hasTag(own: readonly string[], wanted: readonly string[]): boolean {
  return own.length > 0 && wanted.some((tag) => own.some((one) => isTagOrNested(one, tag)));
}

function isTagOrNested(own: string, wanted: string): boolean {
  const tag = own.toLowerCase();
  const rule = wanted.replace(/^#/, "").toLowerCase();
  return tag === rule || tag.startsWith(`${rule}/`);
}

function hasValue(properties: Properties, name: string, wanted: string): boolean {
  const folded = foldPropertyName(name);
  for (const [key, value] of properties) {
    if (foldPropertyName(key) !== folded) continue;
    if (wanted === ANY_VALUE) return true;
    if (flatValues(value, 3).some((item) => typeof item === "string" && sameTarget(item, wanted))) return true;
  }
  return false;
}

/** A link counts by its target: `"[[People]]"`, `"[[Categories/People|people]]"` and `People` are one. */
function sameTarget(value: string, wanted: string): boolean {
  return normalizeName(linkName(value.trim())) === normalizeName(linkName(wanted.trim()));
}

function headLines(text: string): string[] {
  const head = findFrontmatter(text);
  const from = text.indexOf("\n") + 1;
  const to =
    head.kind === "block" ? head.to : Math.min(head.bodyFrom > from ? head.bodyFrom : text.length, from + 4_000);
  return text.slice(from, to).split(/\r?\n/).slice(0, 100);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
