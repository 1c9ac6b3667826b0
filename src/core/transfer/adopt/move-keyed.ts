import { composePlans } from "../../text/note/compose-plans";
import { editFrontmatter } from "../../text/note/edit-frontmatter";
import { planned, type EditPlan } from "../../text/note/note-edit";
import { foldPropertyName } from "../../text/note/property-name";
import type { PropertyId } from "../../people/property-names";
import { convertValue } from "./convert-value";
import type { AdoptNote, Move } from "./move";
import { removeProperty } from "./remove-property";

export interface KeyedMove {
  readonly id: string;
  readonly from: string;
  /** The folded keys that it takes. */
  readonly pattern: RegExp;
  readonly property: PropertyId;
  /** Whether another row takes the same keys out. */
  readonly isPart?: true;
  readonly applies: (note: AdoptNote) => boolean;
}

/**
 * Several properties that are one of ours: `TEL[CELL]` and `TEL[WORK]` are the phones, the parts of an address an
 * address.
 */
export function moveKeyed(of: KeyedMove): Move {
  return {
    id: of.id,
    from: of.from,
    to: of.property,
    property: of.property,
    canKeep: true,
    canRemove: of.isPart !== true,
    look(note, { spellings, settings, parseYaml }) {
      const sources = of.applies(note)
        ? [...note.properties.keys()].filter((key) => of.pattern.test(foldPropertyName(key)))
        : [];
      const values = sources.flatMap((key) => {
        const converted = convertValue("phone", note.properties.get(key));
        return converted.kind === "value"
          ? typeof converted.value === "string"
            ? [converted.value]
            : Array.isArray(converted.value)
              ? (converted.value as string[])
              : []
          : [];
      });
      const [first] = values;
      if (first === undefined) return null;
      const names = [spellings[of.property], ...settings.propertyNames[of.property]];
      const folded = new Set(names.map(foldPropertyName));
      const own = [...note.properties].find(([key]) => folded.has(foldPropertyName(key)));
      const there = own ? convertValue(of.property, own[1]) : ({ kind: "absent" } as const);
      const here = values.join(", ");
      if (there.kind === "unreadable")
        return { here, becomes: String(own?.[1]), state: "differs", plan: () => planned() };
      const mine =
        there.kind === "absent" ? [] : Array.isArray(there.value) ? (there.value as string[]) : [String(there.value)];
      const isList = of.property === "email" || of.property === "phone";
      const theirs = isList ? [...new Set(values)] : [of.property === "address" ? values.join(", ") : first];
      const more = theirs.filter((one) => !mine.includes(one));
      const gone = (remove: boolean): ((now: string) => EditPlan)[] =>
        remove ? sources.map((key) => removeProperty(key, parseYaml)) : [];
      if (more.length === 0)
        return {
          here,
          becomes: mine.join(", "),
          state: "same",
          plan: (remove) => composePlans(note.text, gone(remove)),
        };
      if (!isList && mine.length > 0)
        return { here, becomes: mine.join(", "), state: "differs", plan: () => planned() };
      const whole = [...mine, ...more];
      const [only] = whole;
      return {
        here,
        becomes: whole.join(", "),
        state: "new",
        plan: (remove) =>
          composePlans(note.text, [
            (now) =>
              editFrontmatter(
                now,
                [{ names: own ? [own[0]] : names, value: whole.length === 1 && only !== undefined ? only : whole }],
                parseYaml,
              ),
            ...gone(remove),
          ]),
      };
    },
  };
}
