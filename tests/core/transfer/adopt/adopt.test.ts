import { describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { adoptRemarks } from "../../../../src/core/actions/adopt.action";
import { adoptNotes, adoptRules, previewNotes, readNotesToAdopt } from "../../../../src/core/actions/adopt";
import { undo } from "../../../../src/core/actions/undo";
import type { AdoptPreview } from "../../../../src/core/transfer/adopt/adopt-preview";
import { detectPlugins } from "../../../../src/core/entry/detection/plugin-marks";
import { readTiers } from "../../../../src/core/transfer/adopt/personal-crm-tiers";
import type { Context, SettingsChange } from "../../../../src/core/ports";
import { editSettings } from "../../../../src/core/actions/edit-settings-text";
import { readSettingsText } from "../../../../src/core/people/settings/repair-settings";
import { changeSettings } from "../../../../src/core/actions/change-settings";
import { DEFAULT_SETTINGS } from "../../../../src/core/people/settings/settings";
import { docExamples } from "../../../support/doc-examples";
import { vault, type Vault } from "../../../support/memory-vault";

const PATH = "People/Ada.md";
const note = (properties: string, body = "Text\n"): string => `---\n${properties}\n---\n${body}`;

async function preview(of: Vault): Promise<AdoptPreview> {
  const read = await readNotesToAdopt(of.context);
  const found = read && (await previewNotes(of.context, read, adoptRules(of.context, {}, read.tiers)));
  if (!found) throw new Error("stopped");
  return found;
}

/** Takes every row for which `wanted` holds. */
async function adopt(of: Vault, wanted: (id: string) => boolean = () => true, remove = false): Promise<void> {
  const rows = (await preview(of)).rows.filter(({ move }) => wanted(move.id));
  const changed = await adoptNotes(
    of.context,
    [...new Set(rows.flatMap(({ paths }) => paths))],
    rows.map(({ move }) => ({ move, remove })),
    adoptRules(of.context, {}, (await readNotesToAdopt(of.context))?.tiers),
  );
  expect(changed.refused).toEqual([]);
}

describe("adopting a vault", () => {
  it.each(docExamples("adopt.md", "spelling"))("spelling: %s", async (there = "", becomes = "") => {
    const of = vault(note(there));
    await adopt(of);
    expect(of.text()).toBe(note(becomes));
  });

  it.each(docExamples("adopt.md", "plugin"))("plugin: %s", async (there = "", becomes = "") => {
    const of = vault(note(there));
    await adopt(of, (id) => !id.startsWith("spelling/"));
    const lines = there.split("\n");
    const added = of
      .text()
      .split("\n")
      .filter((line) => !lines.includes(line) && !["---", "Text", "", "## Log"].includes(line));
    expect(added.join("\n")).toBe(becomes);
    for (const line of lines) expect(of.text()).toContain(line);
  });

  it("writes nothing but what was taken, and undo gives the bytes back", async () => {
    const before = {
      [PATH]: note("prm-tier: close\nprm-birthday: 04-17\nlastContact: 2026-10-02"),
      "People/Bob.md": note("prm-tier: inner", "## Contact log\n- [[2026-07-05]] — lunch\n"),
    };
    const of = vault(before);
    await adopt(of, (id) => id === "personal-crm/prm-tier");
    expect(of.text()).toBe(note("prm-tier: close\nprm-birthday: 04-17\nlastContact: 2026-10-02\ncircle: close"));
    await undo(of.context);
    expect(Object.fromEntries(of.store.notes)).toEqual(before);
    await adopt(of, (id) => id.startsWith("personal-crm/"), true);
    expect(of.text("People/Bob.md")).toBe(note("circle: Inner circle", "## Log\n- [[2026-07-05]] — lunch\n"));
    await undo(of.context);
    expect(Object.fromEntries(of.store.notes)).toEqual(before);
  });

  it("knows Personal CRM's tiers from its settings, and says what their cadences are", async () => {
    const of = vault(note("prm-tier: vip"));
    const context: Context = {
      ...of.context,
      readConfig: (file) =>
        Promise.resolve(
          file === "plugins/personal-crm/data.json"
            ? '{"tiers":[{"id":"vip","label":"Very close","cadenceDays":21},{"id":7},null]}'
            : null,
        ),
    };
    const [row] = (await preview({ ...of, context })).rows;
    expect([row?.examples.new[0]?.becomes, row && adoptRemarks(row)]).toEqual([
      "Very close",
      ["A circle’s cadence is set in the settings; there it was Very close: every 21 days"],
    ]);
    await adopt({ ...of, context });
    expect(of.text()).toBe(note("prm-tier: vip\ncircle: Very close"));
  });

  it.each([null, "", "no JSON", "[]", "null", '{"tiers":{}}'])(
    "takes the tiers that Personal CRM begins with where its settings are %s",
    (text) => {
      expect(readTiers(text).get("warm")).toEqual({ circle: "Keep warm", days: 180 });
      expect(readTiers(text).get("close")).toEqual({ circle: "close", days: 30 });
    },
  );

  it("moves Orbit's snooze by its day once, however often it is adopted, and undo gives the bytes back", async () => {
    const before = note("social_battery: Drain\nsnooze_until: 2026-12-31 # after the holidays");
    const of = vault(before);
    const isSnooze = (id: string): boolean => id === "orbit/snooze_until";
    for (const remove of [false, true]) await adopt(of, isSnooze, remove);
    expect(of.text()).toBe(
      note("social_battery: Drain\norbit_snooze_until: 2026-12-31 # after the holidays\nsnooze_until: 2027-01-01"),
    );
    await undo(of.context);
    expect(of.text()).toBe(before);
  });

  it("keeps an original that says more, a comment in it, and what the note says already", async () => {
    const of = vault(
      note(
        "interests:\n  - text: Tea\n    notes: strong\nevents:\n  - date: 2026-03-01\n    text: walk\n    place: hills\ngroups: [a] # mine\nlocation: Berlin\nplace: London",
      ),
    );
    await adopt(of, () => true, true);
    expect(of.text()).toContain("callander_interests:\n  - text: Tea\n    notes: strong\n");
    expect(of.text()).toContain("interests: Tea\n");
    expect(of.text()).toContain("    place: hills\ncircle: [a] # mine\nlocation: Berlin\nplace: London\n");
    const rows = (await preview(of)).rows.map(({ move, counts, keeps }) => [
      move.id,
      counts.new,
      counts.differs,
      keeps,
    ]);
    expect(rows).toContainEqual(["callander/location", 0, 1, 0]);
    expect(rows).toContainEqual(["callander/events", 0, 0, 1]);
  });

  it("leaves a note whose properties cannot be read, and one with a property twice, and says so", async () => {
    const of = vault({
      [PATH]: note("prm-tier: [broken"),
      "People/Bob.md": note("contacted: 2026-10-02\nlastContact: 2026-01-01\nlast_contact: 2026-09-01"),
      "People/Cy.md": note("bday: 1990-01-02"),
    });
    const read = await readNotesToAdopt(of.context);
    expect(read?.problems.map(({ path }) => path)).toEqual([PATH]);
    const rows = (await preview(of)).rows;
    const changed = await adoptNotes(
      of.context,
      rows.flatMap(({ paths }) => paths),
      rows.map(({ move }) => ({ move, remove: true })),
      adoptRules(of.context),
    );
    expect(changed.refused.map(({ path }) => path)).toEqual(["People/Bob.md"]);
    expect(of.text("People/Cy.md")).toBe(note("birthday: 1990-01-02"));
  });

  it("writes what was said so that it is text, whatever it holds", async () => {
    const of = vault(
      note(
        'interactions:\n  - {date: 2026-08-02, text: "<!-- "}\n  - {date: 2026-08-01, text: "one\\n## two\\n- [ ] three"}',
      ),
    );
    await adopt(of);
    expect(of.text()).toContain("## Log\n- 2026-08-02 \\<!--\n- 2026-08-01 one \\#\\# two - \\[ \\] three\n");
    await adopt(of);
    expect(of.text().match(/2026-08-0/g)).toHaveLength(4 + 1);
  });

  it("keeps CRLF, a BOM and a missing final newline", async () => {
    const text = "\ufeff---\r\n# mine\r\nlastContact: 2026-10-02\r\nprm-tier: close\r\n---\r\nNo end";
    const of = vault(text);
    await adopt(of);
    expect(of.text()).toBe(
      "\ufeff---\r\n# mine\r\nlast_contact: 2026-10-02\r\nprm-tier: close\r\ncircle: close\r\n---\r\nNo end",
    );
    await undo(of.context);
    expect(of.text()).toBe(text);
  });

  it("is told how far it is, and stops when asked with what was done as one action", async () => {
    const notes = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`People/P${at}.md`, note("lastContact: 2026-10-02")]),
    );
    const of = vault(notes);
    const rows = (await preview(of)).rows;
    const told: number[] = [];
    const changed = await adoptNotes(
      of.context,
      rows.flatMap(({ paths }) => paths),
      rows.map(({ move }) => ({ move, remove: false })),
      adoptRules(of.context),
      (done) => {
        if (done > 0) told.push(done);
        return done < 5;
      },
    );
    expect([told, changed.written.length]).toEqual([[1, 2, 3, 4, 5], 5]);
    await undo(of.context);
    expect(Object.fromEntries(of.store.notes)).toEqual(notes);
  });

  it("has new notes written with the spellings that were taken, and reads all others still", async () => {
    const names = { ...DEFAULT_SETTINGS.propertyNames, lastContact: ["lastContact", "contacted"] };
    const of = vault(note("lastContact: 2026-10-02"), { propertyNames: names });
    const told: SettingsChange[] = [];
    const context = {
      ...of.context,
      changeSettings: (change: SettingsChange) => {
        told.push(change);
        return Promise.resolve(null);
      },
    };
    const rows = (await preview(of)).rows;
    await adoptNotes(
      context,
      [PATH],
      rows.map(({ move }) => ({ move, remove: false })),
      adoptRules(context),
    );
    const [change = {}] = told;
    expect(told).toEqual([
      {
        spellings: {
          before: { lastContact: ["lastContact", "contacted"] },
          after: { lastContact: ["last_contact", "contacted"] },
        },
      },
    ]);
    const changed = changeSettings(context.settings, change);
    expect(changed.ok && changed.settings).toEqual({
      ...context.settings,
      propertyNames: { ...names, lastContact: ["last_contact", "contacted"] },
    });
    const text = '{\n\t"other": 1, "propertyNames": {"lastContact": ["lastContact", "contacted"]}\n}';
    const edited = editSettings(text, change);
    expect(edited.ok && readSettingsText(edited.text).settings.propertyNames.lastContact).toEqual([
      "last_contact",
      "contacted",
    ]);
    expect(edited.ok && edited.text).toContain('"other": 1');
    // Chosen anew since, it stays.
    const other = text.replace("contacted", "seen");
    expect(editSettings(other, change)).toEqual({ ok: true, text: other });
  });

  it("takes spellings and notes back together, or neither", async () => {
    const names = { ...DEFAULT_SETTINGS.propertyNames, lastContact: ["lastContact", "contacted"] };
    const of = vault(note("lastContact: 2026-10-02"), { propertyNames: names });
    let { settings } = of.context;
    const change = (wanted: SettingsChange): Promise<null> => {
      const changed = changeSettings(settings, wanted);
      if (changed.ok) settings = changed.settings;
      return Promise.resolve(null);
    };
    const context: Context = { ...of.context, changeSettings: change };
    const rows = (await preview(of)).rows;
    await adoptNotes(
      context,
      [PATH],
      rows.map(({ move }) => ({ move, remove: true })),
      adoptRules(context),
    );
    const adopted = of.store.notes.get(PATH);
    of.store.locked.add(PATH);
    expect((await undo(context)).refused).toHaveLength(1);
    expect([settings.propertyNames.lastContact, of.store.notes.get(PATH)]).toEqual([
      ["last_contact", "contacted"],
      adopted,
    ]);
    of.store.locked.clear();
    expect((await undo(context)).refused).toEqual([]);
    expect([settings.propertyNames.lastContact, of.store.notes.get(PATH)]).toEqual([
      ["lastContact", "contacted"],
      note("lastContact: 2026-10-02"),
    ]);
  });

  it("tells from properties and headings alone which plugins a vault had", () => {
    const facts = (yaml: string, headings: string[] = []) => ({
      properties: new Map(Object.entries(parseFrontmatter(yaml) ?? {})),
      tags: [],
      headings,
    });
    expect(
      detectPlugins([
        facts("prm-tier: close"),
        facts("a: 1", ["Contact log"]),
        facts("name: {first: A}"),
        facts("birthday: 12-10"),
      ]),
    ).toEqual([
      { plugin: "personal-crm", count: 2 },
      { plugin: "contacts", count: 1 },
    ]);
  });
});
