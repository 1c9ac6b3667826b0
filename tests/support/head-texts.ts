import fc from "fast-check";

/** Top-level entries of frontmatter as people and tools write them; none of a key of ours. */
export const FOREIGN_ENTRIES: readonly string[] = [
  "tags: [person]", "tags:\n  - person\n  - friend/old", "tags:\n- person\n- a", "aliases: [Ada, 'Countess of Lovelace']",
  "# a comment of its own", "\n# between\n", "name: \"Ada # not a comment\" # but this is", "quote: 'it''s'", "empty:", "empty2:   # nothing yet", "tilde: ~",
  "bio: |\n  last_contact: x\n  circle: close\n\n  # not a comment\n  ---- \n", "bio2: >-\n  folded\n   more\n\n  cadence: weekly", "bio3: |+\n  kept\n\n",
  "bio4: |2\n    indented by two more\n  circle: x", "bio5: >2-\n   a\n  b", "bio6: |\n\ttabbed", "bio7: |- # why\n  text",
  "anchored: &day 2026-01-05", "alias: *day", "base: &base\n  a: 1\n  circle: inner", "merged:\n  <<: *base\n  b: 2", "<<: *base",
  "flow: {circle: close, cadence: [weekly, monthly]}", "flow2: {\n  last_contact: 2026-01-05,\n  b: [1,\n  2]\n}", "flow3: [a,\n  b, # in a flow\n  c]", "flow4: [\n]",
  "\"quoted key\": 1", "'single: key': 2", "key with spaces: 3", "key-with-dashes: 4", "KEY: 5", "last_contacts: 2020-01-01", "last_contact_by: me", "x.last_contact: 1",
  "plain: first\n  second\n  circle of friends", "double: \"first\n  second: x\n\n  third\"", "single: 'a\n  last_contact: b'", "url: https://example.org/#x", "time: 12:30",
  "big: 12345678901234567890", "hex: 0x1F", "octal: 010", "float: 1.10", "exp: 1e3", "phone: +41 79 123", "zip: 00501", "under: 1_000", "yes: no", "on: off", "null: null",
  "tabbed:\tvalue", "trailing: spaces   ", "template: {{date}}", "template2: \"{{title}}\"", "templater: <% tp.date.now() %>", "__proto__: polluted", "constructor: {prototype: {polluted: 1}}",
  "toString: x", "date: 2026-01-05", "when: 2026-01-05T10:00:00+02:00", "emoji 🎂: 🎉", "עברית: שלום", "nel: a\u0085b", "ls: a\u2028b", "combining: e\u0301", "zero:\u200bx",
  "list:\n  - a: 1\n    b: 2\n  - - nested\n    - list\n  # inside\n  - c", "map:\n  circle: x\n  deep:\n    last_contact: y", "? complex\n: value", "! tagged: x", "tag: !!str 5", "set: !custom {a: 1}",
  "nested link: [[Ada]]", "cssclasses: []", "dates:\n  - 1835-07-08 wedding anniversary", "-x: 1", "a: b: c", "@x: 1", "%x: 1", "]: 1", "unclosed: \"abc", "unclosed2: [a, b", "dup: 1\ndup: 2",
  "...", "just text", "- item", "\ta: 1", "a:\n\tb: 1", " indented: 1", "--- ", "long: " + "x".repeat(300), "percent: 50% # c", "colon at end::", "a:b", "q: ?", "w: -", "e: '",
];

/** The ways a property of ours is found in notes, as NAME: VALUE. */
export const LAST_CONTACT_ENTRIES: readonly string[] = [
  "last_contact: 2026-01-05", "last_contact: 2026-10-02", "last_contact: 2027-03-01", "Last-Contact: \"2026-01-05\"", "lastContact: '[[2026-01-05]]'", "last contact: [[2026-01-05]]", "last_contact:",
  "last_contact: ", "last_contact:   ", "last_contact: # none yet", "last_contact:\n  - 2026-01-05", "last_contact: # said so\n  - 2026-01-05", "last_contact:\n- \"[[2026-01-05]]\"", "\"last_contact\": 2026-01-05", "'last_contact' : 2026-01-05",
  "last_contact : 2026-01-05", "last_contact: &when 2026-01-05", "last_contact: !!str 2026-01-05", "last_contact: >-\n  2026-01-05", "last_contact: |\n  2026-01-05", "last_contact: |- # why\n  2026-01-05",
  "last_contact: [2026-01-05]", "last_contact: [ \"[[2026-01-05]]\" ]", "last_contact: [2026-01-05, # x\n  ]", "last_contact:   2026-01-05   # said so", "last_contact: # why\n  2026-01-05", "last_contact:\n  2026-01-05", "last_contact: 20260105",
  "last_contact: 2026-01-05T10:00", "? last_contact\n: 2026-01-05", "last_contact: soon", "last_contact: {{date}}", "last_contact: \"2026-01-05", "last_contact:\t2026-01-05", "last_contact: \"2026-01-05\"# x", "last_contact: '[[Daily/2026-01-05|Monday]]'",
  "last_contact: *when", "last_contact: null", "last_contact: \"\"", "last_contact: []", "last_contact: {}", "last_contact: {a: 1}", "last_contact: 2026-02-30", "last_contact: 04/05/1999", "last_contact: 2026-01-05\nlast-contact: 2026-01-06",
];

const OTHER_OURS: readonly string[] = [
  "circle: close", "circle: [close, friends]", "circle:\n  - close", "Circle: \"close\" # nearest", "circle: '[[close]]'", "circle: >\n  close\n  friends", "circle: close\n  friends",
  "cadence: every 6 weeks", "cadence: 42", "cadence: \"RRULE:FREQ=MONTHLY;BYDAY=1SA\"", "cadence: # later\n  weekly",
  "snooze_until: 2026-12-24", "snooze_until: \"2026-12-24\" # holidays", "snooze_until: [2026-12-24]", "snooze_until: 2026-01-01", "Snooze Until:\n  - 2026-12-24", "paused: true", "paused: yes", "closed: 2020-01-01", "closed:",
  "birthday: 12-10", "place: London",
];

const SAFE = FOREIGN_ENTRIES.slice(0, FOREIGN_ENTRIES.indexOf("nested link: [[Ada]]"));
const anyLine = fc.string({ maxLength: 12, unit: "binary" }).map((text) => `k: ${JSON.stringify(text)}`);

/** The lines between the fences, LF between them: mostly sound YAML, sometimes not. */
export const headBlocks: fc.Arbitrary<string> = fc
  .tuple(
    fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...SAFE) }, { weight: 1, arbitrary: fc.constantFrom(...FOREIGN_ENTRIES) }, { weight: 1, arbitrary: anyLine }), { maxLength: 4 }),
    fc.option(fc.constantFrom(...LAST_CONTACT_ENTRIES), { freq: 4 }),
    fc.uniqueArray(fc.constantFrom(...OTHER_OURS), { maxLength: 2 }),
  )
  .chain(([foreign, lastContact, ours]) => fc.shuffledSubarray([...foreign, ...ours, ...(lastContact === null ? [] : [lastContact])], { minLength: foreign.length + ours.length }))
  .map((entries) => entries.map((entry) => `${entry}\n`).join(""));
