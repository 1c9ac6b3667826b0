import fc from "fast-check";
import { expect, it } from "vitest";
import { parseFrontmatter } from "../../../../src/cli/parse-frontmatter.mts";
import { adoptNotes, adoptRules, previewNotes, readNotesToAdopt } from "../../../../src/core/actions/adopt";
import { undo } from "../../../../src/core/actions/undo";
import { readFrontmatter } from "../../../../src/core/text/note/read-frontmatter";
import { checkAsync } from "../../../support/check";
import { PATH, vault } from "../../../support/memory-vault";

const DAY = fc.constantFrom(
  "2026-10-02",
  "[[2026-10-02]]",
  '"2026-09-01"',
  "2026/8/1",
  "soon",
  "",
  "'2026-01-01'  # sure?",
);
const CADENCE = fc.constantFrom("monthly", "Bi-Weekly", "45", "'every 6 weeks'", "rarely", "", "quarterly # ok");
const TEXT = fc.constantFrom(
  "close",
  "[a, b]",
  '"[[Berlin]]"',
  "",
  "'x: y'",
  "|\n  two\n  lines",
  "\n  - one # c\n  - two",
);
const LIST = fc.constantFrom(
  '\n  - date: 2026-08-01\n    text: lunch\n  - date: 2026-07-01\n    text: "- [ ] x"',
  "\n  - {date: 2027-01-01, text: to come}",
  "[]",
  "\n  - date: 2026-08-01\n    type: call\n    place: x",
  "\n  - text: tea\n  - text: done\n    done: true",
);
const LINE = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      "lastContact",
      "last_contact",
      "Last Contact",
      "contacted",
      "prm-last-contacted",
      "last_chat",
      "prm-snooze-until",
      "bday",
      "BDAY",
      "prm-birthday",
      '"Last-Contact"',
    ),
    DAY,
  ),
  fc.tuple(fc.constantFrom("frequency", "contact frequency", "cadence", "prm-cadence"), CADENCE),
  fc.tuple(
    fc.constantFrom(
      "prm-tier",
      "circle",
      "category",
      "groups",
      "city",
      "place",
      "location",
      "CATEGORIES",
      "interests",
      "name",
      "FN",
      "N.GN",
      "aliases",
      "mine",
      '"TEL[CELL]"',
      "phone",
      "social_battery",
    ),
    TEXT,
  ),
  fc.tuple(fc.constantFrom("interactions", "events", "ideas", "interests"), LIST),
);
const BODY = fc.constantFrom(
  "",
  "Text\n",
  "# Ada\n\n## Log\n- 2026-08-01 lunch\n",
  "## Contact log\n- [[2026-07-05]] — lunch\n\n## Interaction Log\n- 2026-08-01: boats",
  "- Category: A\n\n## 2026-02-15\n\nTalked.\n",
  "```\nnever closed\n",
);
const NOTE = fc.record({
  lines: fc.array(LINE, { maxLength: 8 }),
  body: BODY,
  eol: fc.constantFrom("\n", "\r\n"),
  bom: fc.boolean(),
  comment: fc.boolean(),
});

it("adopts what is there once; undone, every byte is back, and what is no row's stays", async () => {
  let written = 0;
  await checkAsync(
    fc.tuple(NOTE, fc.boolean(), fc.integer()),
    800,
    async ([{ lines, body, eol, bom, comment }, remove, pick]) => {
      const keys = new Set<string>();
      const head = lines
        .filter(([key]) => !keys.has(key) && keys.add(key))
        .map(([key, value]) => `${key}:${value.startsWith("\n") || value === "" ? "" : " "}${value}\n`)
        .join("");
      const text =
        (bom ? "\ufeff" : "") + `---\n${comment ? "# mine: keep\n" : ""}${head}---\n${body}`.replace(/\n/g, eol);
      const of = vault(text);
      const rules = adoptRules(of.context);
      const preview = async () => {
        const read = await readNotesToAdopt(of.context);
        return read && previewNotes(of.context, read, rules);
      };
      const rows = ((await preview())?.rows ?? []).filter((_, at) => ((pick >> (at % 30)) & 1) === 1);
      const taken = rows.map(({ move }) => ({ move, remove }));
      const changed = await adoptNotes(of.context, [PATH], taken, rules);
      const after = of.text();
      if (changed.written.length === 0) expect(after).toBe(text);
      else written++;
      expect(readFrontmatter(after, parseFrontmatter).kind).not.toBe("refused");
      if (comment) expect(after).toContain(`# mine: keep${eol}`);
      expect(after.startsWith("\ufeff")).toBe(bom);
      const [mine, still] = [text, after].map((one) => {
        const parsed = readFrontmatter(one, parseFrontmatter);
        return parsed.kind === "properties" ? parsed.properties.get("mine") : undefined;
      });
      expect(still).toEqual(mine);
      const again = await adoptNotes(of.context, [PATH], taken, rules);
      expect([again.written, of.text()]).toEqual([[], after]);
      if (changed.undoId !== null) expect((await undo(of.context, changed.undoId)).refused).toEqual([]);
      expect(of.text()).toBe(text);
    },
  );
  expect(written).toBeGreaterThan(60);
});
