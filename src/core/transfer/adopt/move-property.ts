import { composePlans } from "../../text/note/compose-plans";
import { editFrontmatter } from "../../text/note/edit-frontmatter";
import { planned, refused, type EditPlan } from "../../text/note/note-edit";
import { foldPropertyName } from "../../text/note/property-name";
import { renameKey } from "../../text/note/rename-key";
import type { HeadValue } from "../../text/note/yaml-text";
import { isList, propertyOf, type PropertyId } from "../../people/properties";
import { shown } from "../../text/note/shown-value";
import { words } from "../../words/words";
import { convertValue, type Converted } from "./convert-value";
import type { AdoptNote, AdoptRules, Found, Move } from "./move";
import { removeProperty } from "./remove-property";

export interface PropertyMove {
  readonly id: string;
  /** The keys it takes, folded. */
  readonly keys: ReadonlySet<string>;
  readonly from: string;
  readonly property: PropertyId;
  readonly to: string;
  /** A change of spelling alone: the key is renamed where it stands. */
  readonly isSpelling: boolean;
  /** Whether the property of a note is meant at all. */
  readonly applies?: (note: AdoptNote) => boolean;
  /** Turns what is there into what the conversion reads. */
  readonly prepare?: (value: unknown, rules: AdoptRules) => unknown;
}

/** A property that becomes one of ours: renamed where it stands, or written beside the original. */
export function moveProperty(of: PropertyMove): Move {
  return {
    id: of.id,
    from: of.from,
    to: of.to,
    property: of.property,
    canKeep: !of.isSpelling,
    canRemove: !of.isSpelling,
    look(note, rules) {
      if (of.applies && !of.applies(note)) return null;
      const [source, second] = [...note.properties.keys()].filter((key) => of.keys.has(foldPropertyName(key)));
      if (source === undefined) return null;
      if (second !== undefined) return twice(source, second);
      return of.isSpelling && source === rules.spellings[of.property]
        ? tidied(note, source, of, rules)
        : lookAt(note, source, of, rules);
    },
  };
}

/** The same property twice: neither is used, here as anywhere. */
function twice(source: string, second: string): Found {
  return {
    here: `${source}, ${second}`,
    becomes: "",
    state: "unreadable",
    plan: () => refused(`"${source}" and "${second}" are the same property; expected it once.`, null, second),
  };
}

/** A property that has its spelling already, with a value that we would not read as it stands. */
function tidied(note: AdoptNote, key: string, of: PropertyMove, { parseYaml }: AdoptRules): Found | null {
  const converted = convertValue(of.property, note.properties.get(key));
  if (converted.kind !== "value" || converted.asIs) return null;
  return {
    here: shown(note.properties.get(key)),
    becomes: textOf(converted.value),
    state: "new",
    plan: () => editFrontmatter(note.text, [{ names: [key], value: converted.value }], parseYaml),
  };
}

function lookAt(note: AdoptNote, source: string, of: PropertyMove, rules: AdoptRules): Found | null {
  const own = rules.spellings[of.property];
  const value = note.properties.get(source);
  const prepared = of.prepare ? of.prepare(value, rules) : value;
  const converted = convertValue(of.property, prepared);
  const isPrepared = converted.kind === "value" && !sameText(prepared, value);
  const here =
    Array.isArray(value) && value.some((item) => typeof item === "object")
      ? words.adopt.entries(value.length)
      : shown(value);
  if (converted.kind === "unreadable") return { here, becomes: "", state: "unreadable", plan: () => planned() };
  const isOwnKey = foldPropertyName(source) === foldPropertyName(own);
  if (converted.kind === "absent")
    return of.isSpelling && target(note, own, source) === undefined
      ? { here: "", becomes: "", state: "new", plan: () => renameKey(note.text, source, own, rules.parseYaml) }
      : null;
  const asIs = converted.asIs && !isPrepared;
  if (isOwnKey && !of.isSpelling && asIs) return null;
  const there = isOwnKey ? undefined : target(note, own, source);
  if (there !== undefined && !isEmpty(note.properties.get(there)))
    return besides(note, { source, there, converted, of, rules });
  const becomes = textOf(converted.value);
  const keeps = converted.loses && !of.isSpelling ? { keeps: true as const } : {};
  return {
    here,
    becomes,
    state: "new",
    ...keeps,
    plan: (remove) =>
      of.isSpelling || (remove && !converted.loses)
        ? replaced(note, source, there, { ...converted, asIs }, rules, own)
        : added(note, source, there, converted.value, of, rules),
  };
}

/** The original becomes ours where it stands; an empty property of our name makes room for it. */
function replaced(
  { text }: AdoptNote,
  source: string,
  there: string | undefined,
  converted: Extract<Converted, { kind: "value" }>,
  { parseYaml }: AdoptRules,
  own: string,
): EditPlan {
  return composePlans(text, [
    ...(there === undefined ? [] : [(now: string) => withoutEmpty(now, there, parseYaml)]),
    (now) => renameKey(now, source, own, parseYaml),
    ...(converted.asIs
      ? []
      : [(now: string) => editFrontmatter(now, [{ names: [own], value: converted.value }], parseYaml)]),
  ]);
}

/** An empty property goes; one with a comment behind it stays, and so does the original. */
function withoutEmpty(text: string, key: string, parseYaml: AdoptRules["parseYaml"]): EditPlan {
  const plan = editFrontmatter(text, [{ names: [key], value: null }], parseYaml);
  const gone = plan.ok ? plan.splices.map(({ from, to }) => text.slice(from, to)).join("") : "";
  return plan.ok && gone.includes("#")
    ? refused(`"${key}" is empty but has a comment, which would be lost.`, null, key)
    : plan;
}

/** Ours is written and the original kept; under one and the same name it is kept under a name of its plugin's. */
function added(
  { text }: AdoptNote,
  source: string,
  there: string | undefined,
  value: HeadValue,
  of: PropertyMove,
  { parseYaml, spellings }: AdoptRules,
): EditPlan {
  const own = spellings[of.property];
  const isOwnKey = foldPropertyName(source) === foldPropertyName(own);
  return composePlans(text, [
    ...(isOwnKey ? [(now: string) => renameKey(now, source, `${of.id.split("/")[0] ?? "old"}_${own}`, parseYaml)] : []),
    (now) => editFrontmatter(now, [{ names: [there ?? own], value }], parseYaml),
  ]);
}

interface Beside {
  readonly source: string;
  readonly there: string;
  readonly converted: Extract<Converted, { kind: "value" }>;
  readonly of: PropertyMove;
  readonly rules: AdoptRules;
}

/** The note has a value of ours already: lists are joined, the newer last contact counts, else the note's own stays. */
function besides(note: AdoptNote, { source, there, converted, of, rules }: Beside): Found {
  const here = `${source}: ${shown(note.properties.get(source))}`;
  const own = convertValue(of.property, note.properties.get(there));
  const write =
    (value: HeadValue) =>
    (now: string): EditPlan =>
      editFrontmatter(now, [{ names: [there], value }], rules.parseYaml);
  // Of two spellings one goes: that is something to write, though nothing new is said.
  const known = of.isSpelling ? "new" : "same";
  const gone = (remove: boolean): ((now: string) => EditPlan)[] =>
    of.isSpelling || (remove && !converted.loses) ? [removeProperty(source, rules.parseYaml)] : [];
  if (own.kind === "value") {
    const [mine, theirs] = [listOf(own.value), listOf(converted.value)];
    const more = theirs.filter((one) => !mine.some((other) => folded(other) === folded(one)));
    if (
      more.length === 0 ||
      (of.property === "birthday" &&
        mine[0]?.slice(-5) === theirs[0]?.slice(-5) &&
        (theirs[0]?.length ?? 0) <= (mine[0]?.length ?? 0))
    ) {
      return {
        here,
        becomes: textOf(own.value),
        state: known,
        plan: (remove) => composePlans(note.text, gone(remove)),
      };
    }
    const countsLater = propertyOf(of.property).merge === "later";
    const isOlder = countsLater && (theirs[0] ?? "") < (mine[0] ?? "");
    if (isOlder)
      return {
        here,
        becomes: textOf(own.value),
        state: known,
        plan: (remove) => composePlans(note.text, gone(remove)),
      };
    const whole = countsLater ? converted.value : isList(of.property) ? [...mine, ...more] : null;
    if (whole !== null)
      return {
        here,
        becomes: textOf(whole),
        state: "new",
        plan: (remove) => composePlans(note.text, [write(whole), ...gone(remove)]),
      };
  }
  return { here, becomes: shown(note.properties.get(there)), state: "differs", plan: () => planned() };
}

function target(note: AdoptNote, own: string, source: string): string | undefined {
  return [...note.properties.keys()].find((key) => key !== source && foldPropertyName(key) === foldPropertyName(own));
}

function listOf(value: HeadValue): readonly string[] {
  return typeof value === "boolean" ? [String(value)] : typeof value === "string" ? [value] : value;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function textOf(value: HeadValue): string {
  return listOf(value).join(", ");
}

function sameText(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
