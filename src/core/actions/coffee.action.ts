import { section } from "../lists/plain-text";
import { coffeeWith } from "../relationships/coffee/coffee-with";
import { standingRules } from "../today/standing";
import { words } from "../words/words";
import type { Action } from "./action";

export const coffeeAction: Action = {
  id: "coffee",
  about: "Whom to see, by place",
  takes: [{ name: "place", kind: "text", about: "only places that contain this", positional: true }],
  async run(context, args) {
    const places = coffeeWith(
      await context.store.readPeople(),
      standingRules(context.settings),
      context.today,
      args.text("place") ?? "",
    );
    const text = places
      .map(({ place, people }) =>
        section(
          place,
          people.map(({ name, why }) => `${name}  ${why}`),
        ),
      )
      .join("\n\n");
    return { data: { places }, text: text === "" ? words.followUps.nowhere : text, refused: [] };
  },
};
