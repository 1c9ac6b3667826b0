import { setCircleCadence } from "../../../core/actions/set-circle-cadence";
import { setCadenceAction } from "../../../core/actions/set-cadence.action";
import { circleChoices } from "../../../core/actions/set-circle.action";
import { readCadence } from "../../../core/people/cadence";
import type { WhatIf } from "../../../core/today/capacity";
import { words } from "../../../core/words/words";
import { PickPersonModal } from "../../forms/pick-person-modal";
import { PickTextModal } from "../../forms/pick-text-modal";
import type { PluginHost } from "../../plugin-host";
import type { GardenPage } from "./garden-view";

const CADENCES = [
  "every week",
  "every 2 weeks",
  "every month",
  "every 6 weeks",
  "every 2 months",
  "every 3 months",
  "every 6 months",
  "every year",
  "none",
];
const OTHER = "other";

/** What is thought of: kept while the view is redrawn, written nowhere. A circle or a person, never both. */
const asked = { circle: "", person: "", cadence: "" };

/** The change that is thought of; null where it is not said in full. */
export function whatIfAsked(host: PluginHost): WhatIf | null {
  const cadence = readCadence(asked.cadence);
  if (cadence.kind !== "value") return null;
  if (asked.person !== "")
    return host.index.person(asked.person) ? { kind: "person", path: asked.person, cadence: cadence.value } : null;
  return asked.circle === "" ? null : { kind: "circle", circle: asked.circle, cadence: cadence.value };
}

/** The form beside the weeks ahead: whose cadence would change, to what; nothing is written until it is asked for. */
export function drawWhatIf(el: HTMLElement, page: GardenPage): void {
  const { host, redraw } = page;
  const { capacity } = words;
  const row = el.createDiv({ cls: "reconnect-what-if", attr: { role: "group", "aria-label": capacity.whatIf } });
  row.createSpan({ text: capacity.whatIf });
  drawSelect(
    row,
    "circle",
    capacity.whatIfCircle,
    asked.circle,
    [
      ["", capacity.whatIfACircle],
      ...circleChoices(host.settings.get(), host.index.people()).map(({ name }) => [name, name] as const),
    ],
    (circle) => {
      [asked.circle, asked.person] = [circle, ""];
      redraw();
    },
  );
  row.createSpan({ text: capacity.or });
  const person = host.index.person(asked.person);
  const pick = row.createEl("button", {
    text: person?.name ?? capacity.whatIfPerson,
    attr: {
      "aria-label": `${capacity.whatIf}: ${person?.name ?? capacity.whatIfPerson}`,
      "data-focus": "what-if person",
    },
  });
  pick.addEventListener("click", () => {
    new PickPersonModal(host.plugin.app, host.index.people(), ({ path }) => {
      [asked.person, asked.circle] = [path, ""];
      redraw();
    }).open();
  });
  row.createSpan({ text: capacity.whatIfCadence });
  const cadences = [...new Set([...CADENCES, ...(asked.cadence === "" ? [] : [asked.cadence])])];
  drawSelect(
    row,
    "cadence",
    capacity.whatIfCadence,
    asked.cadence,
    [["", capacity.noChange], ...cadences.map((text) => [text, text] as const), [OTHER, capacity.other]],
    (value) => {
      if (value === OTHER) askCadence(host, redraw);
      else asked.cadence = value;
      redraw();
    },
  );
  if (whatIfAsked(host)) drawEnd(row, page);
}

function drawSelect(
  row: HTMLElement,
  key: string,
  label: string,
  value: string,
  options: readonly (readonly [string, string])[],
  onChange: (value: string) => void,
): void {
  const select = row.createEl("select", {
    cls: "dropdown",
    attr: { "aria-label": `${words.capacity.whatIf}: ${label}`, "data-focus": `what-if ${key}` },
  });
  for (const [option, text] of options) select.createEl("option", { value: option, text });
  select.value = value;
  select.addEventListener("change", () => {
    onChange(select.value);
  });
}

function askCadence(host: PluginHost, redraw: () => void): void {
  new PickTextModal(host.plugin.app, words.pick.cadence, CADENCES, (text) => {
    const read = readCadence(text);
    if (read.kind === "value") asked.cadence = text;
    else host.runner.say(words.capacity.badCadence(text));
    redraw();
  }).open();
}

/** The two ways to end: make it so, or forget it. */
function drawEnd(row: HTMLElement, { host, redraw }: GardenPage): void {
  const apply = row.createEl("button", {
    cls: "mod-cta",
    text: words.capacity.apply,
    attr: { "data-focus": "what-if apply" },
  });
  apply.addEventListener("click", () => {
    const { circle, person, cadence } = { ...asked };
    clear();
    void (person === ""
      ? host.runner.perform(
          () => words.capacity.applied(circle, cadence),
          (context) => setCircleCadence(context, circle, cadence),
        )
      : changePerson(host, person, cadence));
    redraw();
  });
  const forget = row.createEl("button", { text: words.capacity.forget, attr: { "data-focus": "what-if forget" } });
  forget.addEventListener("click", () => {
    clear();
    redraw();
  });
}

function clear(): void {
  [asked.circle, asked.person, asked.cadence] = ["", "", ""];
}

async function changePerson(host: PluginHost, path: string, cadence: string): Promise<void> {
  const person = host.index.person(path);
  if (person) await host.runner.change(setCadenceAction, [person], { cadence });
}
