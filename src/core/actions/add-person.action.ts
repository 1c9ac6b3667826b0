import type { PropertyId } from "../people/property-names";
import { words } from "../words/words";
import type { Action, Parameter } from "./action";
import { addPerson } from "./add-person";

/** The options that give a property; those of several values may be given more than once, or separated by commas. */
const GIVEN: readonly (readonly [string, PropertyId, string])[] = [
  ["birthday", "birthday", "1990-12-10, or 12-10 where the year is not known"],
  ["cadence", "cadence", 'how often to be in touch, such as "every 6 weeks"'],
  ["circle", "circle", "the circle's name"],
  ["email", "email", "an address, or several separated by commas"],
  ["phone", "phone", "a number, or several separated by commas"],
  ["place", "place", "where they live"],
  ["address", "address", "the postal address"],
  ["interests", "interests", "what they care about, separated by commas"],
  ["met", "met", "where or when you met"],
  ["introduced-by", "introducedBy", "who introduced you"],
];
const LISTS: ReadonlySet<PropertyId> = new Set<PropertyId>(["circle", "email", "phone", "interests"]);

export const addPersonAction: Action = {
  id: "add",
  about: "Make the note of a new person",
  takes: [
    { name: "name", kind: "text", about: "the person's name", required: true, positional: true },
    ...GIVEN.map(([name, , about]): Parameter => ({ name, kind: "text", about })),
    { name: "alias", kind: "text", about: "other names, separated by commas" },
  ],
  async run(context, args) {
    const given: Partial<Record<PropertyId, string | readonly string[]>> = {};
    for (const [name, id] of GIVEN) {
      const texts = args.texts(name);
      if (texts.length > 0) given[id] = LISTS.has(id) ? texts.flatMap((text) => text.split(",")) : texts.join(" ");
    }
    const aliases = args
      .texts("alias")
      .flatMap((text) => text.split(","))
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const { written, refused } = await addPerson(context, { name: args.text("name") ?? "", given, aliases });
    return { data: { written, refused }, text: written.map(words.newPerson.made).join("\n"), refused };
  },
};
