import { composePlans } from "../../text/note/compose-plans";
import { editFrontmatter, type PropertyChange } from "../../text/note/edit-frontmatter";
import { planned } from "../../text/note/note-edit";
import { foldPropertyName } from "../../text/note/property-name";
import type { PropertyId } from "../../people/property-names";
import { convertValue } from "./convert-value";
import type { AdoptNote, Move } from "./move";

export interface TextFact {
  readonly property: PropertyId;
  readonly value: string;
}

/**
 * Facts that another plugin keeps in a note's text, which become properties; the text stays as it is, and so does what
 * the note says already.
 */
export function moveTextFacts(of: {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly property: PropertyId | null;
  readonly read: (note: AdoptNote) => readonly TextFact[];
}): Move {
  return {
    id: of.id,
    from: of.from,
    to: of.to,
    property: of.property,
    canKeep: true,
    canRemove: false,
    look(note, { spellings, settings, parseYaml }) {
      const facts = of.read(note).filter(({ value }) => value.trim() !== "");
      if (facts.length === 0) return null;
      const here = facts.map(({ value }) => value).join(", ");
      const changes: PropertyChange[] = [];
      const becomes: string[] = [];
      let [same, differs] = [0, 0];
      for (const { property, value } of facts) {
        const converted = convertValue(property, value);
        if (converted.kind !== "value") continue;
        const names = [spellings[property], ...settings.propertyNames[property]];
        const folded = new Set(names.map(foldPropertyName));
        const own = [...note.properties].find(([key]) => folded.has(foldPropertyName(key)));
        const reading = own && convertValue(property, own[1]);
        if (reading && reading.kind !== "absent") {
          if (reading.kind === "value" && String(reading.value) === String(converted.value)) same++;
          else differs++;
          continue;
        }
        changes.push({ names: own ? [own[0]] : names, value: converted.value });
        becomes.push(`${spellings[property]}: ${String(converted.value)}`);
      }
      const state = changes.length > 0 ? "new" : differs > 0 ? "differs" : same > 0 ? "same" : "unreadable";
      return {
        here,
        becomes: becomes.join(", "),
        state,
        plan: () =>
          changes.length === 0
            ? planned()
            : composePlans(note.text, [(now) => editFrontmatter(now, changes, parseYaml)]),
      };
    },
  };
}
