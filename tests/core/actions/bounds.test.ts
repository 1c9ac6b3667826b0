import { afterEach, describe, expect, it } from "vitest";
import { parseFrontmatter } from "../../../src/cli/parse-frontmatter.mts";
import { linkFactsIn, linkFactsOf } from "../../../src/core/index/link-facts";
import { noteLines } from "../../../src/core/text/note/body-lines";
import { inlineTags } from "../../../src/core/text/note/inline-tags";
import { isPerson } from "../../../src/core/people/people-rules";
import { readPerson } from "../../../src/core/index/read-person";
import { noteFormat } from "../../../src/core/index/note-format";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { planTouch } from "../../../src/core/actions/log-touch";
import { applyChange, inverse, recordChange } from "../../../src/core/text/note/note-change";
import { editFrontmatter } from "../../../src/core/text/note/edit-frontmatter";
import { applySplices } from "../../../src/core/text/note/note-edit";
import { readFrontmatter } from "../../../src/core/text/note/read-frontmatter";
import { distinctEntries, readLog } from "../../../src/core/log/read-log";
import { runs } from "../../support/check";
import { vault } from "../../support/memory-vault";
import { FORMAT, touch } from "../../support/touches";

const RULES = { folders: [], tags: [], properties: [{ name: "type", value: "person" }], templateFolders: [] };
const FIVE_MB = runs(5_000_000);

/**
 * The most that reading a note, planning a touch, setting a property or undoing may take: two seconds
 * of processor time, more where the machine is busy. No bound on speed: nearly all take a twentieth of it, the slowest
 * a third, and what is quadratic takes many times as much, as far as minutes.
 */
const MOST_MS = Math.max(
  2_000,
  6 *
    spent(() =>
      fill("- a line\n", 5_000_000)
        .split("\n")
        .map((line) => /^(\s*)- (.*)$/.exec(line)),
    ),
);
const head = (inner: string): string => `---\n${inner}\n---\nbody\n`;
const note = (body: string): string => `---\ntags: [person]\n---\n${body}`;
const log = (lines: string): string => note(`## Log\n${lines}`);

const NOTES: Readonly<Record<string, () => string>> = {
  "a head of 200,000 lines": () => head(fill("a: 1\n", 1_000_000)),
  "a head of 200,000 empty lines": () => head(fill("\n", 200_000)),
  "a head with a long run of spaces": () => head(`a: 1\n${fill(" ", 60_000)}x`),
  "a head with a line of spaces": () => head(`a: 1\n${fill(" ", 60_000)}\nb: 2`),
  "spaces before a comment": () => head(`last_contact: 2026-01-01${fill(" ", 60_000)}# x`),
  "spaces inside a value": () => head(`last_contact: 2026${fill(" ", 60_000)}x`),
  "a head of lines with a no-break space": () => head(`a: 1\n${fill("\u00a0\n", 60_000)}`),
  "a head of lone carriage returns": () => head(`a: 1\n#${fill("\r", 60_000)}`),
  "a head of line separators": () => head(`a: 1\n#${fill("\u2028", 60_000)}`),
  "a last contact of open links": () => head(`last_contact: "${fill("[[", 60_000)}"`),
  "a first line of dashes": () => `---${fill("-")}x\n`,
  "a first line of dashes and spaces": () => `---${fill(" ")}x\n`,
  "a head of 5,000 properties": () => head(Array.from({ length: 5_000 }, (_, index) => `k${index}: 1`).join("\n")),
  "a head of one long quoted text": () => head(`a: "${fill('\\"', 60_000)}"`),
  "a billion laughs": () =>
    head(
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, index) => `${name}: &${name} [${fill(`*${"abcdefgh"[index] ?? ""},`, 27)}]`).join("\n")}`,
    ),
  "a billion dates": () => head(bomb("dates", 9, 9)),
  "a billion empty dates": () => head(bomb("dates", 9, 9, "")),
  "a billion kinds": () => head(bomb("type", 1_000, 3)),
  "a billion mentions": () => head(bomb("people", 9, 9)),
  "a thousand maps of a thousand dates": () =>
    head(
      `a: &a {${Array.from({ length: 1_000 }, (_, index) => `k${index}: 12-10`).join(", ")}}\ndates: [${fill("*a,", 9_000)}]`,
    ),
  "a chain of merges": () =>
    head(
      `a: &a0 {x: 1}\n${Array.from({ length: 500 }, (_, index) => `b${index}: &a${index + 1} {<<: [*a${index}, *a${index}]}`).join("\n")}`,
    ),
  "deep flow lists": () => head(`a: ${fill("[", 30_000)}`),
  "deep flow maps": () => head(`a: ${fill("{a: ", 60_000)}`),
  "deep blocks": () => head(Array.from({ length: 350 }, (_, index) => `${" ".repeat(index)}a:`).join("\n")),
  "5 MB of prose": () => note(fill("Some prose about a person.\n")),
  "one line of 5 MB": () => note(fill("x")),
  "one word of 5 MB in the log": () => log(`- 2026-01-01 ${fill("x")}`),
  "5 MB of [a::": () => note(fill("[a::")),
  "5 MB of [a:: in the log": () => log(`- 2026-01-01 ${fill("[a::")}`),
  "log lines of [a::": () => log(fill(`- 2026-01-01 ${"[a::".repeat(2_490)}\n`)),
  "log lines of (a::(": () => log(fill(`- 2026-01-01 ${"(a::(".repeat(1_990)}\n`)),
  "log lines of many fields": () => log(fill(`- 2026-01-01 ${"ab [asked:: x]".repeat(700)}\n`)),
  "5 MB of open brackets": () => log(`- 2026-01-01 ${fill("[")}`),
  "5 MB of open links": () => log(`- ${fill("[[")}`),
  "a million blank lines": () => note(fill("\n", 1_000_000)),
  "a million blank lines in the log": () => log(`- 2026-01-01 a\n${fill("\n", 1_000_000)}`),
  "a heading of spaces": () => note(`# a${fill(" ")}b`),
  "a heading of hashes": () => note(`# ${fill("#")}b`),
  "a heading with a line separator": () => note(`#${fill(" ")}\u2028`),
  "a fence of 5 MB": () => note(`${fill("`")}\u2028`),
  "a touch with 5 MB of spaces": () => log(`- 2026-01-01 a${fill(" ")}b`),
  "a touch with 5 MB of tabs": () => log(`- 2026-01-01${fill("\t ")}b`),
  "a rule of 5 MB beside code": () => note(`\`\`\`\n\`\`\`\n${fill("-")}\n`),
  "an item of spaces": () => note(`- ${fill(" ")}b`),
  "5 MB of %%": () => note(fill("%%")),
  "items nested 3,000 deep": () =>
    log(Array.from({ length: 3_000 }, (_, index) => `${" ".repeat(index)}- 2026-01-01 a`).join("\n")),
  "a touch with 300,000 lines below it": () => log(`- 2026-01-01 a\n${fill("  - b\n    - c\n", 2_500_000)}`),
  "touches with lists nested four deep": () => log(fill("- 2026-01-01 a\n  - b\n    - c\n      - d\n")),
  "a touch with code nested in lists below it": () =>
    log(`- 2026-01-01 a\n${fill("  - b\n    - c\n      ```\n      code\n      ```\n", 2_000_000)}`),
  "100,000 items with code in them": () => log(`- 2026-01-01 a\n${fill("- b\n  ```\n  code\n  ```\n", 2_200_000)}`),
  digits: () => log(`- ${fill("1")}`),
  "dashes and digits": () => log(`- ${fill("1-")}`),
  // Fifty years of a thousand touches: what is linear is far below the bound, as no life has 5 MB of them.
  "50,000 touches": () => log(fill("- 2026-01-01 → call: talked about the garden\n", 2_200_000)),
  "50,000 fences": () => note(fill("```\n", 200_000)),
  "50,000 headings of logs": () => note(fill("## Log\n", 350_000)),
};

/** Lists of lists of lists, by aliases. */
function bomb(key: string, width: number, levels: number, leaf = "x"): string {
  const items = (level: number): string[] =>
    Array<string>(width)
      .fill(level === 0 ? leaf : `*a${level - 1}`)
      .filter((item) => item !== "");
  return Array.from(
    { length: levels },
    (_, level) => `${level === levels - 1 ? key : `a${level}`}: &a${level} [${items(level).join(",")}]`,
  ).join("\n");
}

function fill(piece: string, size = FIVE_MB): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

function spent(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

describe.each(Object.entries(NOTES))("%s", (_, make) => {
  it("is read, planned and undone in linear time", () => {
    const text = make();
    const { context } = vault("");
    const times = {
      read: spent(() => [
        readFrontmatter(text, parseFrontmatter),
        distinctEntries(readLog(text, FORMAT).entries, text),
      ]),
      person: spent(() => {
        const parsed = readFrontmatter(text, parseFrontmatter);
        const properties = parsed.kind === "properties" ? parsed.properties : new Map<string, unknown>();
        const path = "People/Ada.md";
        return [
          isPerson({ path, properties, tags: inlineTags(text) }, RULES),
          readPerson({ path, text, properties, headProblem: null }, noteFormat(DEFAULT_SETTINGS)),
          linkFactsOf(properties, ["people"]),
        ];
      }),
      mentions: spent(() => linkFactsIn(noteLines(text))),
      touch: spent(() => planTouch(text, touch({ text: "about the move" }), context)),
      set: spent(() => editFrontmatter(text, [{ names: ["last_contact"], value: "2026-11-21" }], parseFrontmatter)),
      undo: spent(() => {
        const change = recordChange(text, [{ from: text.length, to: text.length, insert: "\nx" }]);
        applyChange(`${text}\nx\nedited`, inverse(change));
      }),
    };
    expect(Object.entries(times).filter(([, ms]) => ms > MOST_MS)).toEqual([]);
  });
});

describe("nothing in a note is run or reaches outside it", () => {
  afterEach(() => void Reflect.deleteProperty(globalThis, "EVALUATED"));

  it.each([
    "---js",
    "---javascript",
    "---JS",
    "---js ",
    "---\tjs",
    "---coffee",
    "---json",
    "---toString",
    "---constructor",
    "---yaml",
  ])("%s is refused and not evaluated", (fence) => {
    const text = `${fence}\nglobalThis.EVALUATED = true\n---\nbody\n`;
    const { context } = vault(text);
    for (const plan of [
      planTouch(text, touch(), context),
      editFrontmatter(text, [{ names: ["circle"], value: "close" }], parseFrontmatter),
    ])
      expect(plan.ok).toBe(false);
    expect(Reflect.has(globalThis, "EVALUATED")).toBe(false);
  });

  it.each([
    "a: 1\n---js\nglobalThis.EVALUATED = true",
    "a: !!js/function 'function () { EVALUATED = 1 }'",
    "a: !!js/undefined ''",
  ])("%j is refused and not evaluated", (inner) => {
    const text = head(inner);
    expect(readFrontmatter(text, parseFrontmatter).kind).toBe("refused");
    expect(Reflect.has(globalThis, "EVALUATED")).toBe(false);
  });

  it.each([
    "__proto__: {polluted: 1}",
    "__proto__:\n  polluted: 1",
    "constructor: {prototype: {polluted: 1}}",
    "a: {__proto__: {polluted: 1}}",
    "hasOwnProperty: 1",
    "toString: 1",
  ])("%j pollutes nothing and stays", (inner) => {
    const text = head(inner);
    const plan = planTouch(text, touch(), vault(text).context);
    expect(plan.ok && applySplices(text, plan.splices)).toContain(`${inner}\nlast_contact: 2026-11-21\n`);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
