// node tests/vault/generate.mjs DEST --people 1000 [--seed 1] [--today YYYY-MM-DD]
//
// Any number of invented people, varied like real life, for benchmarks. The same people, seed
// and today give the same bytes on every machine.

import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EPOCH, addDays, isDay } from "./shift-dates.mjs";

const USAGE = "Usage: node tests/vault/generate.mjs DEST --people 1000 [--seed 1] [--today YYYY-MM-DD]";

const GIVEN = [
  "Ada",
  "Amir",
  "Anneke",
  "Astrid",
  "Beatriz",
  "Bilal",
  "Björn",
  "Chiara",
  "Dara",
  "Elif",
  "Émile",
  "Esther",
  "Fatima",
  "Goran",
  "Hana",
  "Ibrahim",
  "İpek",
  "Jonas",
  "Kofi",
  "Lena",
  "Mei",
  "Nuria",
  "Olga",
  "Priya",
  "Quentin",
  "Rosa",
  "Sven",
  "Tomás",
  "Uma",
  "Victor",
  "Wanjiru",
  "Ximena",
  "Yusuf",
  "Zoë",
  "美咲",
  "晓明",
  "Ελένη",
  "Иван",
  "נועה",
  "ليلى",
];
const FAMILY = [
  "Adeyemi",
  "Ashe",
  "Bianchi",
  "Brandão",
  "Cole",
  "Dahl",
  "Duarte",
  "Eriksen",
  "Farouk",
  "Fischer",
  "Garnier",
  "Hughes",
  "Ionescu",
  "Jansen",
  "Katz",
  "Kowalczyk",
  "Lindqvist",
  "Mensah",
  "N'Diaye",
  "O'Brien",
  "Orlova",
  "Petrov",
  "Quispe",
  "Rao",
  "Salgado",
  "Solberg",
  "Takahashi",
  "Usman",
  "Visser",
  "Watanabe",
  "Yıldız",
  "Zieliński",
];
const CIRCLES = ["inner", "close", "friends", "friends", "work", "work", "family", "network", "network"];
const CADENCES = ["weekly", "monthly", "quarterly", "every 6 weeks", "every 2 months", "6 weeks", "45", "none"];
const PLACES = ["Accra", "Bristol", "Kyoto", "Lisbon", "Lyon", "Oslo", "Porto", "Toronto", "Utrecht", "Vienna"];
const INTERESTS = [
  "bees",
  "bread",
  "chess",
  "choir",
  "cycling",
  "gardens",
  "maps",
  "old radios",
  "sailing",
  "typography",
];
const OFFERS = ["a quiet studio", "beekeeping advice", "illustration", "printing", "proof reading", "tools"];
const CHANNELS = ["call", "coffee", "email", "gathering", "letter", "meal", "message", "video", "visit"];
const ARROWS = ["→ ", "→ ", "← ", "↔ ", "-> ", ""];
const TALK = [
  "asked how the move went",
  "about the garden and the rain",
  "thanked for the book",
  "plans for the spring",
  "the children are taller than the door",
  "photos of the harbour",
  "a long story about a short train ride",
  "congratulated on the new work",
  "what the doctor said, all well",
  "a name for the cat",
];
const FIELDS = [
  "[asked:: advice]",
  "[gave:: a book]",
  "[they-asked:: a contact]",
  "[they-gave:: a recipe]",
  "[owe:: reply]",
];
const WHAT_MATTERS = [
  "Two children and a small boat.",
  "Prefers letters.",
  "Best before ten in the morning.",
  "Sings alto.",
  "Looks after an old neighbour.",
  "Will not be hurried.",
  "Bakes on rainy days.",
  "Changing work this year.",
];

/**
 * @param {{people: number, seed?: number, today?: string}} wanted
 * @returns {Generator<{path: string, text: string}>} a note per person, then one third as many dated notes
 */
export function* generateVault({ people, seed = 1, today = EPOCH }) {
  const dice = diceFrom(seed);
  const names = [];
  for (let index = 0; index < people; index += 1) {
    const name = nameOf(index);
    const circle = dice.pick(CIRCLES);
    names.push(name);
    yield { path: `People/${circle}/${name}.md`, text: personNote(dice, { circle, today }) };
  }
  for (let index = 0; index < Math.floor(people / 3); index += 1) {
    yield { path: `Daily/${addDays(today, -index)}.md`, text: datedNote(dice, names) };
  }
}

function personNote(dice, { circle, today }) {
  const touches = dice.chance(0.6) ? touchDays(dice, today) : [];
  const lines = ["---", "tags: [person]"];
  if (dice.chance(0.85)) lines.push(`circle: ${circle}`);
  if (dice.chance(0.5)) lines.push(`cadence: ${dice.pick(CADENCES)}`);
  if (touches.length > 0) lines.push(`last_contact: ${touches[0]}`);
  else if (dice.chance(0.5)) lines.push(`last_contact: ${addDays(today, -dice.below(700))}`);
  if (dice.chance(0.6)) lines.push(`birthday: ${birthday(dice)}`);
  if (dice.chance(0.15))
    lines.push("dates:", `  - ${1995 + dice.below(25)}-0${1 + dice.below(9)}-17 wedding anniversary`);
  if (dice.chance(0.1)) lines.push("milestones:", `  - ${addDays(today, 20 - dice.below(60))} new job`);
  if (dice.chance(0.7)) lines.push(`place: ${dice.pick(PLACES)}`);
  if (dice.chance(0.4)) lines.push(`phone: "+44 555 ${String(dice.below(10_000)).padStart(4, "0")}"`);
  if (dice.chance(0.6)) lines.push(`interests: [${dice.some(INTERESTS, 3).join(", ")}]`);
  if (dice.chance(0.2)) lines.push("offers:", `  - ${dice.pick(OFFERS)}`);
  if (dice.chance(0.2)) lines.push(`looks_for: [${dice.pick(OFFERS)}]`);
  if (dice.chance(0.05)) lines.push(`snooze_until: ${addDays(today, 30 - dice.below(60))}`);
  if (dice.chance(0.04)) lines.push("paused: true");
  if (dice.chance(0.02)) lines.push(`closed: ${addDays(today, -dice.below(900))}`);
  if (dice.chance(0.2)) lines.push("other:", "  kept: as it is", `  number: ${dice.below(1_000_000)}`);
  lines.push("---", dice.some(WHAT_MATTERS, 3).join(" "), "");
  if (dice.chance(0.3)) lines.push(`- [ ] Send the photos 📅 ${addDays(today, 30 - dice.below(60))}`, "");
  if (touches.length > 0) lines.push("## Log", ...touches.map((day) => touchLine(dice, day)));
  return `${lines.join("\n")}\n`;
}

/** Up to forty days, newest first; none is a log too. */
function touchDays(dice, today) {
  const days = [];
  let day = addDays(today, -dice.below(120));
  for (let left = dice.below(41); left > 0; left -= 1) {
    days.push(day);
    day = addDays(day, -1 - dice.below(90));
  }
  return days;
}

function touchLine(dice, day) {
  const field = dice.chance(0.15) ? ` ${dice.pick(FIELDS)}` : "";
  return `- ${day} ${dice.pick(ARROWS)}${dice.pick(CHANNELS)}: ${dice.pick(TALK)}${field}`;
}

function birthday(dice) {
  const monthDay = addDays("2001-01-01", dice.below(365)).slice(5);
  if (dice.chance(0.02)) return dice.chance(0.5) ? "02-29" : "1996-02-29";
  return dice.chance(0.5) ? monthDay : `${1940 + dice.below(70)}-${monthDay}`;
}

function datedNote(dice, names) {
  const [first, second, third, fourth] = Array.from({ length: 4 }, () => `[[${dice.pick(names)}]]`);
  return [
    "---",
    "tags: [daily]",
    "---",
    `Coffee with ${first}, then a call from ${second} about ${dice.pick(INTERESTS)}.`,
    `${third} wrote: ${dice.pick(TALK)}.`,
    "",
    `- [ ] Write back to ${fourth}`,
    "",
  ].join("\n");
}

/** Every given name meets every family name before a number is needed. */
function nameOf(index) {
  const given = GIVEN[index % GIVEN.length];
  const round = Math.floor(index / GIVEN.length);
  const family = FAMILY[(index + round) % FAMILY.length];
  const again = Math.floor(round / FAMILY.length);
  return again === 0 ? `${given} ${family}` : `${given} ${family} ${again + 1}`;
}

/** A seeded generator of numbers (mulberry32): Math.random cannot be repeated. */
export function diceFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit) => Math.floor(next() * limit);
  const pick = (list) => list[below(list.length)];
  return {
    below,
    pick,
    chance: (share) => next() < share,
    some: (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))],
  };
}

async function main(args) {
  let parsed;
  try {
    const options = { people: { type: "string" }, seed: { type: "string" }, today: { type: "string" } };
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    return refuse(`${error.message}\n${USAGE}`);
  }
  const [dest, ...more] = parsed.positionals;
  const people = Number(parsed.values.people ?? Number.NaN);
  const seed = Number(parsed.values.seed ?? 1);
  const today = parsed.values.today ?? EPOCH;
  const isUsable = Number.isSafeInteger(people) && people > 0 && Number.isSafeInteger(seed) && isDay(today);
  if (dest === undefined || more.length > 0 || !isUsable) return refuse(USAGE);

  const present = await readdir(dest).catch((error) => (error.code === "ENOENT" ? [] : Promise.reject(error)));
  if (present.length > 0) return refuse(`${dest} is not empty. Nothing was written.`);

  let count = 0;
  for (const { path, text } of generateVault({ people, seed, today })) {
    await mkdir(dirname(join(dest, path)), { recursive: true });
    await writeFile(join(dest, path), text);
    count += 1;
  }
  process.stdout.write(`${count} notes written to ${dest}.\n`);
  return 0;
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  return 2;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
