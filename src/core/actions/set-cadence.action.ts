import { EXPECTED_CADENCE, readCadence } from "../people/cadence";
import { PERSON } from "./answers";
import { refuse } from "./change-notes";
import { peopleAction } from "./people-action";
import { setProperties } from "./set-properties";

/** The cadences that are a tap away; any other can be typed. */
export const CADENCES: readonly string[] = [
  "weekly",
  "every 2 weeks",
  "monthly",
  "every 6 weeks",
  "quarterly",
  "every 6 months",
  "yearly",
  "none",
  "default",
];

export const setCadenceAction = peopleAction({
  id: "set-cadence",
  about: "Set how often to be in touch",
  who: PERSON,
  asks: [
    {
      name: "cadence",
      kind: "cadence",
      about: 'a cadence such as "every 6 weeks", none, or default for the circle\'s',
      required: true,
      positional: true,
    },
  ],
  palette: "Set cadence of person",
  row: { label: "Change cadence…", icon: "timer", key: "c" },
  said: (names) => `${names}: cadence set.`,
  async change(context, people, args) {
    const text = (args.text("cadence") ?? "").trim();
    // Without one of their own, the circle's holds.
    if (text.toLowerCase() === "default") return setProperties(context, "set cadence", people, { cadence: null });
    const reading = readCadence(text);
    if (reading.kind !== "value") {
      const expected = reading.kind === "unreadable" ? reading.expected : EXPECTED_CADENCE;
      return refuse(`"${args.text("cadence") ?? ""}" is no cadence; expected ${expected}.`);
    }
    return setProperties(context, "set cadence", people, { cadence: /^\d+$/.test(text) ? `every ${text} days` : text });
  },
});
