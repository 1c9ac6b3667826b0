import type { Nameable } from "../../../src/core/entry/find-people";
import type { QuickEntry } from "../../../src/core/entry/parse-quick-entry";

const person = (name: string, ...aliases: string[]): Nameable => ({ path: `People/${name}.md`, name, aliases });

/** Whom the table of docs/entry.md knows. */
export const EVERYONE: readonly Nameable[] = [
  person("Ada Lovelace", "Ada"),
  ..."Charles Babbage;Mary Somerville;May Sarton;Mark Rowe;Tomás Reyes;Rosa Delgado;Daniel Okafor;Uli Braun;Mia Chen"
    .split(";")
    .map((name) => person(name)),
  ..."Quinn Abara;Omar Haddad;Will Turner;Grace Hopper;Alex Kim;Alex Stone;João Brandão;Élodie N'Diaye;王晓明"
    .split(";")
    .map((name) => person(name)),
  person("Castellanos, Inés"),
  person("佐藤 美咲", "Misaki"),
];

/**
 * What is understood of a line, as the table says it: people, day, channel, direction, text; what is asked has a `?`.
 */
export function entryRow(entry: QuickEntry): string[] {
  const asked = entry.unsure.map(({ text, people, newName }) => {
    const who = [...people.map(({ name }) => name), ...(newName === null ? [] : [`new: ${newName}`])];
    return `${text}? (${who.join(", ")})`;
  });
  return [
    [...entry.people.map(({ name }) => name), ...asked].join(" + "),
    entry.date ?? (entry.unsureDay ? `${entry.unsureDay.text}?` : ""),
    entry.channel ?? "",
    entry.direction ?? "",
    [entry.text, ...(entry.owesReply ? ["(a reply is owed)"] : [])].filter((part) => part !== "").join(" "),
  ];
}
