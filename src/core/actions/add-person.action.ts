import { isList, PROPERTY_IDS, propertyOf, type PropertyId } from "../people/properties";
import { words } from "../words/words";
import type { Action, Parameter } from "./action";
import { addPerson } from "./add-person";

/** The options that give a property; those of several values may be given more than once, or separated by commas. */
const GIVEN = PROPERTY_IDS.flatMap((id) => {
  const { hint, spellings } = propertyOf(id);
  return hint === undefined ? [] : [{ id, name: (spellings[0] ?? id).replace(/_/g, "-"), about: hint }];
});

const FROM_LINK = "New person from this link";

export const addPersonAction: Action = {
  id: "add",
  about: "Make the note of a new person",
  takes: [
    { name: "name", kind: "text", about: "the person's name", required: true, positional: true },
    ...GIVEN.map(({ name, about }): Parameter => ({ name, kind: "text", about })),
    { name: "alias", kind: "text", about: "other names, separated by commas" },
  ],
  commands: [
    { id: "new-person", label: "New person", does: "new-person" },
    {
      id: "new-person-from-link",
      label: FROM_LINK,
      on: "editor",
      does: "new-person-from-link",
      noteMenu: { label: FROM_LINK, icon: "user-plus" },
    },
  ],
  async run(context, args) {
    const given: Partial<Record<PropertyId, string | readonly string[]>> = {};
    for (const { name, id } of GIVEN) {
      const texts = args.texts(name);
      if (texts.length > 0) given[id] = isList(id) ? texts.flatMap((text) => text.split(",")) : texts.join(" ");
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
