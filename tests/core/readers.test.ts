import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { findAction } from "../../src/core/actions/catalogue";
import { readContactLink } from "../../src/core/actions/touch-link";
import { readEntries } from "../../src/core/transfer/adopt/move-touches";
import { readTiers } from "../../src/core/transfer/adopt/personal-crm-tiers";
import { readCadence } from "../../src/core/people/cadence";
import { parseCivilDate, type CivilDate } from "../../src/core/text/dates/civil-date";
import { readDay } from "../../src/core/text/dates/day-words";
import { readDate, readYearlyDay } from "../../src/core/text/dates/read-date";
import { parseSpan } from "../../src/core/text/dates/span";
import { findOpenTask } from "../../src/core/tasks/change-task";
import { linksInText } from "../../src/core/tasks/links-in-text";
import { readTask, taskIn } from "../../src/core/tasks/read-tasks";
import { readBirthdayTitle } from "../../src/core/transfer/import/birthday-title";
import { guessColumns } from "../../src/core/transfer/import/csv-columns";
import { readAndroid, readMessenger } from "../../src/core/transfer/import/producer-names";
import { nameKey, phoneKey } from "../../src/core/transfer/import/name-keys";
import { dayOfNote } from "../../src/core/index/dated-note";
import { linkFactsIn } from "../../src/core/index/link-facts";
import { noteLines } from "../../src/core/text/note/body-lines";
import { findFrontmatter } from "../../src/core/text/note/frontmatter";
import { frontmatterEntries } from "../../src/core/text/note/frontmatter-entries";
import { inlineTags } from "../../src/core/text/note/inline-tags";
import { LONGEST_LINE } from "../../src/core/text/note/lines";
import { parseBlock, readFrontmatter } from "../../src/core/text/note/read-frontmatter";
import { openingLines, withoutMarkup } from "../../src/core/lists/opening-lines";
import { readQuery } from "../../src/core/today/people-query";
import { findPerson } from "../../src/core/index/find-person";
import { safeNoteName } from "../../src/core/entry/new-person-name";
import {
  readAliases,
  readClosed,
  readFlag,
  readMilestones,
  readText,
  readTexts,
  readYearlyDates,
} from "../../src/core/people/read-values";
import { nameBook, wordsOf } from "../../src/core/entry/find-people";
import { parseQuickEntry } from "../../src/core/entry/parse-quick-entry";
import { parseEnglishRule } from "../../src/core/text/recurrence/english-rule";
import { parseRule } from "../../src/core/text/recurrence/parse-rule";
import { readMilestoneLine } from "../../src/core/relationships/thanks/milestone-line";
import { readSettings, readSettingsText } from "../../src/core/people/settings/repair-settings";
import { findField } from "../../src/core/people/settings/setting-fields";
import { readBlock } from "../../src/core/lists/block-options";
import { plainWords } from "../../src/core/tasks/linked-names";
import { recurringLine } from "../../src/core/tasks/recurring-line";
import { parseGeneratedId } from "../../src/core/tasks/task-id";
import { withoutOwnFields } from "../../src/core/tasks/task-line";
import { inlineFields } from "../../src/core/log/inline-fields";
import { readLog } from "../../src/core/log/read-log";
import { dayStart, listItem, readTouch } from "../../src/core/log/touch-line";
import { runs } from "../support/check";

const TODAY = "2026-11-22" as CivilDate;
const LOG = { heading: "Log", knownChannels: ["call", "coffee"] };
const PATH = "People/Ada.md";
const ADA = nameBook([{ path: PATH, name: "Ada Lovelace", aliases: ["Ada"] }]);
const parseYaml = (yaml: string): unknown => load(yaml);
const dailyDay = (path: string, format: string): CivilDate | null =>
  dayOfNote(path, new Map(), { folder: "", format }, { dateProperties: [] });

/** Every reader of a text that comes from a note, a file, a setting or a keyboard; a new one belongs here. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  dayOfNote: (text) => dailyDay(`${text}.md`, "YYYY-MM-DD A[]A[]A[]A[]A[]A[]A[]A[]A[]A"),
  "dayOfNote, its format": (text) => dailyDay("2026-10-02 abc.md", text),
  dayStart,
  findAction,
  findField,
  findFrontmatter: (text) => findFrontmatter(`---\n${text}`),
  findOpenTask: (text) => findOpenTask(text, PATH, "t-1"),
  findPerson: (text) => findPerson([], text),
  guessColumns: (text) => guessColumns([text]),
  frontmatterEntries: (text) => frontmatterEntries(text, 0, text.length),
  inlineFields,
  inlineTags,
  linkFactsIn: (text) => linkFactsIn(noteLines(text)),
  linksInText,
  listItem,
  nameKey,
  noteLines: (text) => noteLines(`\`\`\`\n\`\`\`\n${text}`),
  "noteLines, under nested lists": (text) => noteLines(`${"- ".repeat(4_000)}x\n\`\`\`\n${text}`),
  openingLines,
  parseBlock: (text) => parseBlock(text.slice(0, 65_536), parseYaml),
  parseCivilDate,
  parseEnglishRule,
  readFrontmatter: (text) => readFrontmatter(`---\na: 1\n---\n${text}`, parseYaml),
  parseGeneratedId,
  parseQuickEntry: (text) => parseQuickEntry(`${text} ada`, ADA, TODAY, LOG.knownChannels),
  parseRule,
  parseSpan,
  phoneKey,
  plainWords,
  readAliases,
  readAndroid,
  readBirthdayTitle: (text) => readBirthdayTitle(text, true),
  readBlock: (text) => readBlock(`for: ${text}`, TODAY),
  "readBlock, any line": (text) => readBlock(text, TODAY),
  readCadence,
  readClosed,
  readContactLink: (text) => readContactLink(`tel:${text}`),
  readDate,
  readDay: (text) => readDay(text, TODAY, "last"),
  readEntries,
  readFlag,
  readMessenger,
  readLog: (text) => readLog(`## Log\n- 2026-10-02 ${text}`, LOG),
  "readLog, its lines": (text) => readLog(`## Log\n${text}`, LOG),
  readMilestoneLine: (text) => readMilestoneLine(text, TODAY),
  readMilestones,
  readQuery,
  readSettings,
  readSettingsText,
  readTask: (text) => readTask(1, "x", text),
  "readTask, done": (text) => withoutOwnFields(text),
  readText,
  readTexts,
  readTiers,
  readTouch: (text) => readTouch(TODAY, text, [], LOG.knownChannels),
  readYearlyDates,
  readYearlyDay,
  recurringLine: (text) => recurringLine(taskOf(text)),
  safeNoteName,
  withoutMarkup: (text) => withoutMarkup(text.slice(0, LONGEST_LINE)),
  wordsOf,
};

/** Only ever handed what another reader has cut. */
const HANDED_A_PIECE: readonly string[] = ["findDays"];

const taskOf = (text: string): ReturnType<typeof readTask> => taskIn(`- [ ] ${text}`, 1) ?? readTask(1, " ", "");

/** What is repeated: whatever opens, ends or separates something somewhere. */
const PIECES = [
  ..."[](){}#`,;:/*_\"'x1é|<>%-=.!~^\t\n 🔁✅",
  ..."a |- * |[[|![[|[[a|[a](b|[a:: |every |(every |every every day |#a |*a |_a |**a |`` ` |- |- - |1. |📅 |🆔 a |⛔ a,".split(
    "|",
  ),
  ..."2026-10-02 |w/ |ada, |owe |%%|<!-- | until | when done|- [ ] x\n|- 2026-10-02 x\n|x\n\n|ext|&a=|\u200b|.md|(19|A[]".split(
    "|",
  ),
];
const SIZE = runs(200_000);
/** What 100,000 small objects may cost; the square of 200 KB takes a hundred times as much. */
const FEW_MS = 250;
const MOST_MS = 2_000;

describe("no line is too long for a reader", () => {
  it.each(Object.keys(READERS))("%s", { timeout: 600_000 }, (name) => {
    expect(PIECES.flatMap((piece) => slowness(READERS[name] ?? String, piece))).toEqual([]);
  });

  it("one that takes the square of a line is told", { timeout: 600_000 }, () => {
    // So many are enough to tell, and take about a second.
    const square = (text: string): boolean => /\s+$/.test(`${" ".repeat((text.length * 60_000) / SIZE)}x`);
    expect(slowness(square, " ")).toHaveLength(1);
  });
});

/**
 * What is said of a reader that takes more than its line's length for so much of a piece; from small to large, so that
 * what takes for ever is found before it does.
 */
function slowness(read: (text: string) => unknown, piece: string): string[] {
  let before = 0;
  for (const size of [SIZE / 64, SIZE / 8, SIZE]) {
    const text = `${piece.repeat(size / piece.length)}\u0001`;
    let taken = processorTime(() => read(text));
    // Now and then the time is that of collecting what others left behind.
    for (let again = 0; again < 2 && taken > FEW_MS && taken < MOST_MS; again++)
      taken = Math.min(
        taken,
        processorTime(() => read(text)),
      );
    if (taken > FEW_MS && (taken > 20 * before + FEW_MS || taken > MOST_MS))
      return [`${JSON.stringify(piece)} of ${size}: ${Math.round(taken)} ms, an eighth of it ${Math.round(before)}`];
    before = taken;
  }
  return [];
}

it("every reader of core that is handed a text is in the table", () => {
  const core = fileURLToPath(new URL("../../src/core", import.meta.url));
  const sources = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const readers = sources.flatMap((file) =>
    [
      ...readFileSync(join(core, file), "utf8").matchAll(
        /^export function ((?:read|parse|find)[A-Z]\w*)\(([^{]*?)\):/gm,
      ),
    ]
      .filter(([, , takes = ""]) => /: (?:string|unknown)(?: \| null)?(?:,|$|\s)/.test(takes))
      .map(([, name = ""]) => name),
  );
  expect(readers.length).toBeGreaterThan(30);
  expect(readers.filter((name) => !(name in READERS) && !HANDED_A_PIECE.includes(name))).toEqual([]);
});

describe("a format of daily notes", () => {
  it.each([
    ["YYYY-MM-DD", "2026-10-02", "2026-10-02"],
    ["YYYY-MM-DD [", "2026-10-02 [", "2026-10-02"],
    ["YYYY-MM-DD [", "2026-10-02", null],
    ["YYYY-MM-DD [[x]", "2026-10-02 [x", "2026-10-02"],
    ["YYYY-MM-DD []", "2026-10-02 ", "2026-10-02"],
    ["[Day] D. MMMM YYYY", "Day 2. October 2026", "2026-10-02"],
    ["YYYY/MM/YYYY-MM-DD dddd", "2026/10/2026-10-02 Friday", "2026-10-02"],
    ["dddd, MMMM Do, YY", "Friday, October 2nd, 26", "2026-10-02"],
    ["AAA[]B YYYYMD", "xyz 20261002", "2026-10-02"],
    ["YYYYMMDD[]ww[]ww", "2026100240", "2026-10-02"],
    ["YYYY-MM", "2026-10", null],
  ])("%j names %j: %s", (format, name, day) => {
    // The name begins with no day, so that only the format can tell.
    expect(dailyDay(`${name}.md`, format)).toBe(day ?? dailyDay(`${name}.md`, "[none]"));
  });
});

describe("a line that is too long", () => {
  const words = "word ".repeat(LONGEST_LINE / 5);
  const long = `## Log\n- 2026-10-02 call: ${words}\n- 2026-09-01 coffee\n`;

  it("is no touch, and that is said", () => {
    const log = readLog(long, LOG);
    expect(log.entries.map(({ date }) => date)).toEqual(["2026-09-01"]);
    expect(log.problems.map(({ line }) => line)).toEqual([2]);
  });

  it("is no task and links nobody, one shorter is and does", () => {
    const task = (text: string): string => `- [ ] [[Ada]] ${text}\n`;
    expect(noteLines(task(words)).map(({ kind }) => kind)).toEqual(["long"]);
    expect(linkFactsIn(noteLines(`[[Ada]] ${words}`))).toEqual([]);
    expect(linkFactsIn(noteLines(`[[Ada]] ${words.slice(20)}`))).toHaveLength(1);
  });

  it("is text to one that is typed: only its beginning says whom and when", () => {
    const entry = parseQuickEntry(`coffee with ada yesterday: ${words}with charles`, ADA, TODAY, LOG.knownChannels);
    expect(entry).toMatchObject({ date: "2026-11-21", channel: "coffee", text: `${words}with charles` });
  });
});

/** Of this process alone, in milliseconds: on a busy machine the clock says nothing. */
function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  try {
    work();
  } catch (error) {
    // What cannot be read may be refused; it must only not take for ever, or break a library's stack.
    if (error instanceof RangeError) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
