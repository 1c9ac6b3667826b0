import type { Person } from "../index/person";
import { normalizeName } from "../people/normalize-name";
import type { Settings } from "../people/settings/settings";
import { PERSON } from "./answers";
import { refuse } from "./change-notes";
import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

export const setCircleAction = peopleAction({
  id: "set-circle",
  about: "Put a person in a circle",
  who: PERSON,
  asks: [{ name: "circle", kind: "circle", about: "the circle's name", required: true, positional: true }],
  palette: "Set circle of person",
  row: { label: "Change circle…", icon: "circle-dot", key: "g" },
  said: (names) => `${names}: circle set.`,
  async change(context, people, args) {
    const circle = (args.text("circle") ?? "").trim();
    return circle === ""
      ? refuse("Expected the name of a circle.")
      : setProperties(context, "set circle", people, { circle });
  },
});

/** The circles of the settings, then those that only notes name; each with its cadence, "" where there is none. */
export function circleChoices(
  { circles }: Pick<Settings, "circles">,
  people: readonly Person[],
): readonly Settings["circles"][number][] {
  const choices = new Map(circles.map((circle) => [normalizeName(circle.name), circle]));
  for (const name of people.flatMap((one) => one.circles))
    if (!choices.has(normalizeName(name))) choices.set(normalizeName(name), { name, cadence: "" });
  return [...choices.values()];
}
