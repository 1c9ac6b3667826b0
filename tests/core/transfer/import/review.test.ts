import { describe, expect, it } from "vitest";
import { planUpdate } from "../../../../src/core/actions/import";
import type { ImportedPerson } from "../../../../src/core/transfer/import/imported-person";
import { planImport } from "../../../../src/core/transfer/import/plan-import";
import { chosen, NEW_PERSON, reviewSections, type Selection } from "../../../../src/core/transfer/import/review";
import { applySplices } from "../../../../src/core/text/note/note-edit";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";
import { parseYaml, personFrom } from "../../../support/a-person";

const NOTES: Readonly<Record<string, string>> = {
  "People/Bob Smith.md": "---\nbirthday: 12-11\nplace: Berlin\n---\n",
  "Work/Bob Smith.md": "---\nemail: c@example.org\n---\n",
};
const BOB: ImportedPerson = {
  name: "Bob Smith",
  shortName: null,
  aliases: [],
  texts: { birthday: "1990-12-10", place: "London" },
  lists: { email: ["bob@new.org"], phone: [], dates: [], interests: [] },
  about: [],
  line: 1,
};
const people = Object.entries(NOTES).map(([path, text]) => personFrom(text, path));
const NOTHING = { problems: [], dropped: [], ignoredColumns: [], leftOut: [] };
const nowhere = (): Promise<boolean> => Promise.resolve(false);

async function planned() {
  const plan = await planImport(people, { ...NOTHING, people: [BOB] }, DEFAULT_SETTINGS, "x.vcf", nowhere, () =>
    Promise.resolve(true),
  );
  if (!plan) throw new Error("Nobody stopped it");
  return plan;
}

const ticks = (who: string, overwrite: readonly string[]): Selection => ({
  rows: new Set(),
  overwrite: new Set(overwrite),
  who: new Map([["ambiguous-0", who]]),
});

describe("somebody who could be several people", () => {
  it("is shown with what differs from each of them", async () => {
    const [section] = reviewSections(await planned());
    expect(
      section?.rows[0]?.candidates.map(({ path, conflicts }) => [
        path,
        conflicts.map(({ field, label }) => `${field}: ${label}`),
      ]),
    ).toEqual([
      [
        "People/Bob Smith.md",
        ["birthday: Write over birthday: 12-11 becomes 1990-12-10", "place: Write over place: Berlin becomes London"],
      ],
      ["Work/Bob Smith.md", []],
    ]);
  });

  it.each([
    [
      "nothing is written over that was not ticked",
      "People/Bob Smith.md",
      [],
      'birthday: 12-11\nplace: Berlin\nemail: "bob@new.org"\n',
    ],
    [
      "one value that was ticked",
      "People/Bob Smith.md",
      ["ambiguous-0 People/Bob Smith.md place"],
      'birthday: 12-11\nplace: London\nemail: "bob@new.org"\n',
    ],
    [
      "a tick that was meant for the other",
      "People/Bob Smith.md",
      ["ambiguous-0 Work/Bob Smith.md place"],
      'birthday: 12-11\nplace: Berlin\nemail: "bob@new.org"\n',
    ],
    [
      "what the other lacks",
      "Work/Bob Smith.md",
      [],
      'email: ["c@example.org", "bob@new.org"]\nbirthday: 1990-12-10\nplace: London\n',
    ],
  ])("%s", async (_what, path, overwrite, expected) => {
    const { create, update } = await chosen(await planned(), ticks(path, overwrite), DEFAULT_SETTINGS, nowhere);
    const [one] = update;
    if (!one) throw new Error("Nobody");
    const text = NOTES[one.path] ?? "";
    const plan = planUpdate(text, one, { parseYaml, settings: DEFAULT_SETTINGS });
    expect([one.path, create, plan.ok && applySplices(text, plan.splices)]).toEqual([
      path,
      [],
      `---\n${expected}---\n`,
    ]);
  });

  it("can be somebody new", async () => {
    const { create, update } = await chosen(await planned(), ticks(NEW_PERSON, []), DEFAULT_SETTINGS, (path) =>
      Promise.resolve(path === "People/Bob Smith.md"),
    );
    expect([create.map(({ path }) => path), update]).toEqual([["People/Bob Smith 2.md"], []]);
  });
});
