import { flatValues } from "../../text/note/flat-values";
import { foldPropertyName } from "../../text/note/property-name";
import { normalizeName } from "../../people/normalize-name";
import { isInFolder, isNeverPerson, isPerson, type NoteFacts, type PeopleRules } from "../../people/people-rules";
import { linkName } from "../../people/read-values";

/** One way in which a vault seems to mark its people, with what it would find. */
export interface Candidate {
  readonly rule:
    | { readonly kind: "folder"; readonly folder: string }
    | { readonly kind: "tag"; readonly tag: string }
    | { readonly kind: "property"; readonly name: string; readonly value: string };
  readonly count: number;
  /** Paths of a few of the notes. */
  readonly examples: readonly string[];
}

const WORDS = new Set([
  "person",
  "people",
  "persons",
  "contact",
  "contacts",
  "personen",
  "kontakte",
  "menschen",
  "personnes",
  "personas",
  "contactos",
  "persone",
  "contatti",
  "pessoas",
  "contatos",
  "люди",
  "контакты",
  "人",
  "人物",
  "人脉",
  "联系人",
  "連絡先",
  "사람",
]);
const WEAK_WORDS = new Set([
  "friend",
  "friends",
  "family",
  "crm",
  "network",
  "colleagues",
  "freunde",
  "familie",
  "amis",
  "amigos",
]);
const KIND_PROPERTIES = new Set([
  "type",
  "types",
  "category",
  "categories",
  "class",
  "kind",
  "fileclass",
  "notetype",
  "is",
]);
/** Properties that hardly any note but a person's has. */
const TELLING = new Set([
  "lastcontact",
  "lastcontacted",
  "birthday",
  "bday",
  "birthdate",
  "cadence",
  "snoozeuntil",
  "phone",
  "email",
  "circle",
  "firstname",
  "prmlastcontacted",
  "prmtier",
]);
/** Properties that are so much ours that a note with one is a person's, wherever it lies. */
const OURS = ["last_contact", "cadence"];
const EXAMPLES = 3;
const SHARE = 0.6;

/** Looks at a vault's notes for the ways in which it marks its people; most telling first. */
export function detectPeople(notes: readonly NoteFacts[], templateFolders: readonly string[]): Candidate[] {
  const eligible = notes.filter((note) => !isNeverPerson(note.path, { templateFolders }));
  const found = [...folderCandidates(eligible), ...tagCandidates(eligible), ...propertyCandidates(eligible)];
  const needed = found.filter((one) => !found.some((other) => covers(other, one)));
  return [...needed, ...leftovers(eligible, needed)].map(toCandidate);
}

/** The rules that a list of candidates comes to. */
export function rulesOf(
  candidates: readonly Pick<Candidate, "rule">[],
  templateFolders: readonly string[],
): PeopleRules {
  const folders: string[] = [];
  const tags: string[] = [];
  const properties: { name: string; value: string }[] = [];
  for (const { rule } of candidates) {
    if (rule.kind === "folder") folders.push(rule.folder);
    else if (rule.kind === "tag") tags.push(rule.tag);
    else properties.push({ name: rule.name, value: rule.value });
  }
  return { folders, tags, properties, templateFolders };
}

/** A candidate with all its notes, while they are compared. */
interface Found {
  readonly rule: Candidate["rule"];
  readonly notes: readonly NoteFacts[];
}

function toCandidate({ rule, notes }: Found): Candidate {
  return { rule, count: notes.length, examples: notes.slice(0, EXAMPLES).map((note) => note.path) };
}

/** Whether a larger candidate finds every note that this one finds. */
function covers(larger: Found, smaller: Found): boolean {
  if (larger === smaller || larger.notes.length <= smaller.notes.length) return false;
  const inside = new Set(larger.notes);
  return smaller.notes.every((note) => inside.has(note));
}

function tagCandidates(notes: readonly NoteFacts[]): Found[] {
  const byTag = new Map<string, NoteFacts[]>();
  for (const note of notes) {
    for (const tag of new Set(note.tags.map((own) => own.split("/")[0]?.toLowerCase() ?? ""))) push(byTag, tag, note);
  }
  return [...byTag]
    .filter(([tag, tagged]) => WORDS.has(tag) || (WEAK_WORDS.has(tag) && isMostlyPeople(tagged)))
    .map(([tag, tagged]): Found => ({ rule: { kind: "tag", tag }, notes: tagged }));
}

function propertyCandidates(notes: readonly NoteFacts[]): Found[] {
  const byValue = new Map<string, NoteFacts[]>();
  for (const note of notes) {
    for (const [key, value] of note.properties) {
      if (!KIND_PROPERTIES.has(foldPropertyName(key))) continue;
      for (const item of flatValues(value, 3)) {
        if (typeof item === "string" && WORDS.has(normalizeName(linkName(item.trim()))))
          push(byValue, `${key}\n${linkName(item.trim())}`, note);
      }
    }
  }
  return [...byValue].map(([key, marked]) => {
    const [name = "", value = ""] = key.split("\n");
    return { rule: { kind: "property", name, value }, notes: marked };
  });
}

/** Folders by their name, or because most of their notes look like people; the outermost such folder. */
function folderCandidates(notes: readonly NoteFacts[]): Found[] {
  const byFolder = new Map<string, NoteFacts[]>();
  for (const note of notes) {
    const parts = note.path.split("/").slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) push(byFolder, parts.slice(0, depth).join("/"), note);
  }
  const chosen: string[] = [];
  const candidates: Found[] = [];
  for (const [folder, inside] of [...byFolder].sort(([a], [b]) => a.split("/").length - b.split("/").length)) {
    if (chosen.some((outer) => isInFolder(`${folder}/x`, outer))) continue;
    const name = normalizeName(folder.slice(folder.lastIndexOf("/") + 1)).replace(/^[^\p{L}]+/u, "");
    const named = WORDS.has(name) || (WEAK_WORDS.has(name) && isMostlyPeople(inside));
    if (!named && !(inside.length >= 3 && isMostlyPeople(inside))) continue;
    chosen.push(folder);
    candidates.push({ rule: { kind: "folder", folder }, notes: inside });
  }
  return candidates;
}

/** Notes with a property of ours that nothing else finds: the whole vault where it is full of them. */
function leftovers(notes: readonly NoteFacts[], found: readonly Found[]): Found[] {
  const rules = rulesOf(found, []);
  const uncovered = notes.filter((note) => !isPerson(note, rules));
  const own = uncovered.filter((note) => hasAny(note, OURS));
  if (own.length === 0) return [];
  if (found.length === 0 && isMostlyPeople(notes)) return [{ rule: { kind: "folder", folder: "" }, notes }];
  return OURS.flatMap((name) => {
    const having = own.filter((note) => hasAny(note, [name]));
    return having.length > 0 ? [{ rule: { kind: "property", name, value: "*" }, notes: having }] : [];
  });
}

function isMostlyPeople(notes: readonly NoteFacts[]): boolean {
  return (
    notes.filter((note) => [...note.properties.keys()].some((key) => TELLING.has(foldPropertyName(key)))).length >=
    SHARE * notes.length
  );
}

function hasAny(note: NoteFacts, names: readonly string[]): boolean {
  const folded = names.map(foldPropertyName);
  return [...note.properties.keys()].some((key) => folded.includes(foldPropertyName(key)));
}

function push(groups: Map<string, NoteFacts[]>, key: string, note: NoteFacts): void {
  const group = groups.get(key);
  if (group) {
    if (group.at(-1) !== note) group.push(note);
  } else {
    groups.set(key, [note]);
  }
}
