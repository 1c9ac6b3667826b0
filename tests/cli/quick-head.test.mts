import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontmatterSlowly } from "../../src/cli/parse-frontmatter.mjs";
import { quickHead } from "../../src/cli/quick-head.mjs";
import { generateVault } from "../vault/generate.mjs";

/** What the real parser makes of it; undefined where it refuses. */
function slowly(yaml: string): unknown {
  try {
    return parseFrontmatterSlowly(yaml);
  } catch {
    return undefined;
  }
}

function differs(yaml: string): boolean {
  const quick = quickHead(yaml);
  return quick !== null && JSON.stringify(quick) !== JSON.stringify(slowly(yaml));
}

const atom = fc.constantFrom(
  "Ada",
  "close",
  "2026-10-02",
  "12-10",
  "--12-10",
  "2026-02-30",
  "45",
  "007",
  "0",
  "1_000",
  "0x1F",
  "0o7",
  "1e3",
  ".5",
  "12:30",
  "+44",
  "true",
  "True",
  "tRUE",
  "no",
  "null",
  "~",
  "NULL",
  ".nan",
  "-",
  "--",
  "?",
  "é",
  "王晓明",
  "a'b",
  "O’Brien",
  "ada@example.org",
  "@x",
  "&a",
  "*a",
  "!t",
  "every 6 weeks",
  "RRULE:FREQ=DAILY",
  "a: b",
  "a:b",
  "a #c",
  "a#c",
  "#c",
  "x, y",
  "x,y",
  "[[Ada]]",
  "[a",
  "b]",
  "{c: d}",
  "|",
  ">",
  "%",
  "`",
  '"',
  "'",
  '"q w"',
  "'q w'",
  '"a\\n"',
  '"#x"',
  "'it''s'",
  '"[[People/Ada|A]]"',
  "a  b",
  " a",
  "a ",
  "\t",
  "\u00a0",
  "\u2028",
  "\u0085",
  "🌻",
  "__proto__",
  "constructor",
);
const value = fc.oneof(
  atom,
  fc.array(atom, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
  fc.array(atom, { maxLength: 3 }).map((items) => items.join(" ")),
  fc.array(atom, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `\n  - ${item}`).join("")),
  fc.array(atom, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `\n- ${item}`).join("")),
  fc
    .array(fc.tuple(atom, atom), { minLength: 1, maxLength: 3 })
    .map((pairs) => pairs.map(([key, one]) => `\n  ${key}: ${one}`).join("")),
);
const key = fc.oneof(fc.constantFrom("circle", "cadence", "last contact", "Last-Contact", "a", "b", "tags"), atom);
const space = fc.constantFrom(": ", ": ", ": ", ":", ":  ", " : ", ":\t");
const entry = fc
  .tuple(key, space, value)
  .map(([name, gap, text]) => (text.startsWith("\n") ? `${name}:${text}` : `${name}${gap}${text}`));
const yaml = fc
  .tuple(
    fc.array(entry, { minLength: 1, maxLength: 5 }),
    fc.constantFrom("\n", "\n", "\r\n", "\n\n", "\n  "),
    fc.constantFrom("", "\n", "\r\n"),
  )
  .map(([entries, eol, end]) => entries.join(eol) + end);

describe("frontmatter read the quick way", () => {
  it("gives what the parser gives, or nothing", () => {
    fc.assert(
      fc.property(yaml, (text) => !differs(text)),
      { numRuns: 8_000 },
    );
  });

  it("gives what the parser gives for heads that were tampered with", () => {
    const head = fc.constantFrom(
      ...[...generateVault({ people: 60 })].map(({ text }) => text.slice(4, text.indexOf("\n---\n", 4) + 1)),
    );
    const tampered = fc
      .tuple(head, fc.nat(400), fc.nat(6), fc.oneof(atom, fc.string({ maxLength: 3 })))
      .map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
    fc.assert(
      fc.property(tampered, (text) => !differs(text)),
      { numRuns: 5_000 },
    );
  });

  it("reads nearly every head of an ordinary vault without the parser", () => {
    const heads = [...generateVault({ people: 300 })].map(({ text }) => text.slice(4, text.indexOf("\n---\n", 4) + 1));
    expect(heads.filter((text) => quickHead(text) === null)).toEqual([]);
    expect(heads.filter(differs)).toEqual([]);
  });
});
