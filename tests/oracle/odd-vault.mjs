import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateVault } from "../vault/generate.mjs";
import { ODD_NOTES } from "./odd-notes.mjs";

/** Writes a generated vault in which every third note has something odd about it, and the odd notes beside it. */
export function writeOddVault(dest, { people, seed, dice }) {
  const notes = new Map(Object.entries(ODD_NOTES));
  for (const { path, text } of generateVault({ people, seed })) {
    notes.set(path, dice.chance(0.34) ? dice.pick(ODDITIES)(text, dice) : text);
  }
  for (const [path, text] of notes) {
    mkdirSync(dirname(join(dest, path)), { recursive: true });
    writeFileSync(join(dest, path), text);
  }
}

const swap = (from, to) => (text) => text.replace(from, to);
const inHead = (line) => swap(/^---\n/, `---\n${line}\n`);
const atEnd = (more) => (text) => `${text}${more}`;

const ODDITIES = [
  // Bytes.
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replace("\n", "\r\n"),
  (text) => `\ufeff${text}`,
  (text) => text.trimEnd(),
  (text) => text.normalize("NFD"),
  (text) => text.replaceAll("  ", "\t"),
  atEnd("\n\n\n"),
  // Frontmatter.
  swap("last_contact", "Last Contact"),
  swap("last_contact", "lastContact"),
  swap("last_contact", "last-contact"),
  swap("cadence", "Frequency"),
  swap(/last_contact: (.*)/, "last_contact: [[$1]]"),
  swap(/last_contact: (.*)/, 'last_contact: "[[$1]]" # by hand'),
  swap(/last_contact: (.*)/, "last_contact: $1T09:30:00Z"),
  swap(/last_contact: (.*)/, "last_contact: '$1'"),
  swap(/last_contact: .*/, "last_contact:"),
  swap(/last_contact: .*/, "last_contact: last spring"),
  swap(/last_contact: (.*)/, "last_contact: $1\nlast_contact: 2026-01-01"),
  swap(/last_contact: (.*)/, "last_contact: $1\nLast-Contact: 2026-11-11"),
  swap(/last_contact: .*/, "last_contact: 2031-01-01"),
  swap(/birthday: .*/, "birthday: 02-30"),
  swap(/birthday: .*/, "birthday: 04/05/1999"),
  swap(/birthday: .*/, "birthday: 5 June 1980"),
  swap(/birthday: .*/, "birthday: 5. Juni"),
  swap(/birthday: .*/, "birthday: --1210"),
  swap(/birthday: .*/, "birthday: 1604-11-24"),
  swap(/birthday: .*/, "birthday: 2026-11-22"),
  swap(/birthday: .*/, "birthday: March 1971"),
  swap(/cadence: .*/, "cadence: often"),
  swap(/cadence: .*/, 'cadence: "RRULE:FREQ=MONTHLY;BYDAY=1SA"'),
  swap(/cadence: .*/, "cadence: RRULE:FREQ=WEEKLY;INTERVAL=2;DTSTART=20260101"),
  swap(/cadence: .*/, "cadence: 0"),
  swap(/cadence: .*/, "cadence: [monthly, weekly]"),
  swap(/circle: .*/, "circle: [friends, inner]"),
  swap(/circle: (.*)/, 'circle: "[[$1]]"'),
  swap(/circle: .*/, "circle: nobody knows"),
  swap("tags: [person]", "tags: person"),
  swap("tags: [person]", "tags:\n- person/close\n- '#other'"),
  swap("tags: [person]", "tag: person"),
  swap("tags: [person]", "TAGS: person, other"),
  swap(/^---\n/, "--- \n"),
  swap("\n---\n", "\n"),
  swap("\n---\n", "\n...\n"),
  swap("\n---\n", "\nbroken: [unclosed\n---\n"),
  swap("\n---\n", "\n\tindented: by a tab\n---\n"),
  swap("\n---\n", "\nbig: 12345678901234567890\nhex: 0x1F\nyes: no\n---\n"),
  inHead("# a comment\n"),
  inHead("paused: yes"),
  inHead("paused: 2026-12-24"),
  inHead("closed: true"),
  inHead("snooze_until: 2026-11-23"),
  inHead("snooze_until: someday"),
  inHead("uid: urn:uuid:0000\naliases: [Twin, Other]"),
  inHead("template: {{date}}"),
  inHead("dates:\n  wedding: 2001-11-25\n  first day: 11-30"),
  inHead("milestones: 2026-11-20 new house"),
  inHead("anchor: &a 1\nalias: *a"),
  inHead("description: >\n  folded\n  --- not the end\n"),
  inHead('email: ["a@example.org", b@example.org]\nphone: 0123456789'),
  inHead("introduced_by: '[[Odd Twin]]'\ndrifted: moved\nstopping: the distance"),
  inHead("brought: [encouragement, business]\noffers: illustration\nlooks_for: [printing]"),
  inHead("interactions:\n  - date: 2026-10-01\n    text: walked\nfrequency: monthly\nlast_interaction: 2026-09-09"),
  // The log.
  swap("## Log", "# log"),
  swap("## Log", "### Log ###"),
  swap("## Log", "Log\n---"),
  swap("## Log", "## Log\nProse before it.\n"),
  swap(/## Log\n([\s\S]*)/, "## Log\n$1\n## After\nText after the log.\n- 2026-01-01 no touch\n"),
  swap(/## Log\n([\s\S]*)/, (_, lines) => `## Log\n${lines.trim().split("\n").reverse().join("\n")}\n`),
  swap(/## Log\n([\s\S]*)/, (_, lines) => `## Log\n${lines.replaceAll("- ", "* ")}`),
  swap(/## Log\n([\s\S]*)/, (_, lines) => `## Log\n${lines.replaceAll("- ", "  + ")}`),
  swap(/## Log\n([\s\S]*)/, (_, lines) => `## Log\n${lines.replace(/- (\S+)/g, "- [[$1]]")}`),
  swap(/## Log\n([\s\S]*)/, "## Log\n$1\n## Log\n$1"),
  swap(/## Log\n([\s\S]*)/, "## Log\n```\n$1```\n"),
  swap(/## Log\n(.*)\n/, "## Log\n$1\n  - more of it\n  a lazy line\n"),
  swap(/## Log\n/, "## Log\n- 2026-11-21 ← letter: asked for advice [owe:: reply] [they-asked:: advice]\n"),
  swap(/## Log\n/, "## Log\n- 2026-11-24 → call: tomorrow's\n- 2026-02-30 → call: never\n- not a day\n"),
  swap(/## Log\n/, "## Log\n- 20261119 <- appel: sent [[Bees in winter]] [holding:: true]\n1. 2026-11-18 walk\n"),
  atEnd("\n## Log\n- 2026-11-20 ↔ coffee: happy birthday, with a card [gave:: a card]"),
  atEnd("\n%% a comment\n- 2026-11-20 → call: hidden\n%%\n<!-- \n## Log\n-->\n"),
  // Tasks.
  atEnd("\n- [ ] Call back 📅 2026-11-22\n- [ ] Meet for soup [meet:: lunch] 📅 2026-11-25\n"),
  atEnd("\n- [x] Rang the bell [touch:: call] ✅ 2026-11-19\n- [x] Sent the map [touch:: letter]\n"),
  atEnd("\n- [ ] Water the roses 🔁 every week 📅 2026-11-23\n- [x] Read his draft ✅ 2026-11-20\n"),
  atEnd("\n- [ ] Introduce to [[Odd Twin]] [intro:: planned] [why:: both bake] [due:: 2026-11-26] ^keep\n"),
  atEnd("\n> - [ ] In a quote 📅 2026-11-22\n\n```\n- [ ] In code\n```\n- [-] Let be\n- [/] Half done\n"),
  (text, dice) => `${text}\n- [ ] Ask [[Odd Twin]] about 🐝 ⏳ 2026-12-0${1 + dice.below(9)} #task #friends\n`,
];
