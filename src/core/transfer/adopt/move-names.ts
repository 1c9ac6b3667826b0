import { composePlans } from "../../text/note/compose-plans";
import { editFrontmatter } from "../../text/note/edit-frontmatter";
import type { Properties } from "../../text/note/read-frontmatter";
import { foldPropertyName } from "../../text/note/property-name";
import { normalizeName } from "../../people/normalize-name";
import { noteName } from "../../people/people-rules";
import type { AdoptNote, Move } from "./move";
import { removeProperty } from "./remove-property";
import { joined, partsOf } from "../../words/parts";

export interface NamesMove {
  readonly id: string;
  readonly from: string;
  /** The keys that a name is made of, folded; none where it stands in the text. */
  readonly keys: readonly string[];
  /** The names that they come to. */
  readonly read: (value: (folded: string) => unknown, note: AdoptNote) => readonly string[];
  readonly applies?: (note: AdoptNote) => boolean;
}

/** A name kept in properties: the note's name is the person's, so another one becomes an alias. */
export function moveNames(of: NamesMove): Move {
  return {
    id: of.id,
    from: of.from,
    to: "aliases",
    property: null,
    canKeep: true,
    canRemove: of.keys.length > 0,
    look(note, { parseYaml }) {
      if (of.applies && !of.applies(note)) return null;
      const sources = [...note.properties.keys()].filter((key) => of.keys.includes(foldPropertyName(key)));
      if (of.keys.length > 0 && sources.length === 0) return null;
      const names = [
        ...new Set(
          of
            .read((folded) => valueOf(note.properties, folded), note)
            .map((name) => name.replace(/\s+/g, " ").trim())
            .filter((name) => name !== ""),
        ),
      ];
      if (names.length === 0) return null;
      const aliases = aliasesIn(note.properties);
      if (aliases === null)
        return { here: names.join(", "), becomes: "", state: "unreadable", plan: () => ({ ok: true, splices: [] }) };
      const known = new Set([noteName(note.path), ...aliases].map(normalizeName));
      const more = names.filter((name) => !known.has(normalizeName(name)));
      const keeps = sources.some((key) => saysMore(note.properties.get(key)));
      return {
        here: names.join(", "),
        becomes: more.join(", "),
        state: more.length > 0 ? "new" : "same",
        ...(keeps ? { keeps } : {}),
        plan: (remove) =>
          composePlans(note.text, [
            ...(more.length > 0
              ? [
                  (now: string) =>
                    editFrontmatter(now, [{ names: ["aliases", "alias"], value: [...aliases, ...more] }], parseYaml),
                ]
              : []),
            ...(remove && !keeps ? sources.map((key) => removeProperty(key, parseYaml)) : []),
          ]),
      };
    },
  };
}

/** A name in parts: `{first: Carl, last: Johnson}` is "Carl Johnson". */
export function nameFromParts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const fields = new Map<string, unknown>(
    Object.entries(value).map(([key, part]: [string, unknown]) => [foldPropertyName(key), part]),
  );
  const part = (names: readonly string[]): string =>
    names
      .map((name) => fields.get(name))
      .find((one): one is string => typeof one === "string")
      ?.trim() ?? "";
  return [
    joined(
      [part(["first", "firstname", "given"]), part(["middle", "middlename"]), part(["last", "lastname", "family"])],
      " ",
    ),
  ];
}

const PARTS = new Set(["first", "firstname", "given", "middle", "middlename", "last", "lastname", "family"]);

/** Whether a name in parts has parts that the name leaves out. */
function saysMore(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).some(([key, part]) => !PARTS.has(foldPropertyName(key)) && part !== null && part !== "")
  );
}

export function textsIn(value: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === "string");
}

function valueOf(properties: Properties, folded: string): unknown {
  for (const [key, value] of properties) if (foldPropertyName(key) === folded) return value;
  return undefined;
}

/** The note's aliases; null where they are nothing that could be added to. */
function aliasesIn(properties: Properties): string[] | null {
  const value = [...properties].find(([key]) => /^alias(?:es)?$/i.test(key))?.[1];
  if (value === undefined || value === null || value === "") return [];
  if (typeof value === "string") return partsOf(value, ",");
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : null;
}
