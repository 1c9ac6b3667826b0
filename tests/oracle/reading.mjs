import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const FIXTURES = fileURLToPath(new URL("../core/transfer/import/fixtures", import.meta.url));

/** Some of a list, spread evenly. */
export function spread(list, most) {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)]);
}

/** Who is a person, by path; those whose notes are odd on purpose come first. */
export async function peopleOf(both) {
  const { people = [], problems = [] } = (await both.ask("due", "--all")) ?? {};
  const paths = [...new Set([...people, ...problems].map(({ path }) => path))];
  const isOdd = (path) => path.startsWith("Odd/");
  return { odd: paths.filter(isOdd), plain: paths.filter((path) => !isOdd(path)) };
}

/** What is asked on each of several days. */
export function dailyQuestions([one = "Nobody", other = "Nobody"]) {
  return [
    ["due"],
    ["due", "--all"],
    ["due", "--soon", "30"],
    ["picks"],
    ["tasks"],
    ["ics"],
    ["follow-ups"],
    ["owed"],
    ["shares"],
    ["balance"],
    ["capacity"],
    ["stock"],
    ["thank"],
    ["ticks"],
    ["occasions"],
    ["coffee"],
    ["introductions"],
    ["capacity", "--person", one, "--cadence", "weekly"],
    ["balance", other],
  ];
}

/** What is asked once. */
export function questions({ people, notes }) {
  const [one = "Nobody", other = "Nobody"] = people;
  const copies = notes.filter((path) => /conflict/i.test(path));
  return [
    ["check"],
    ["due", "--soon", "0"],
    ["due", "--soon", "many"],
    ["tasks", "--from", "2026-11-01", "--to", "2027-03-01"],
    ["occasions", "--from", "2026-02-01", "--to", "2028-03-02"],
    ["occasions", "--from", "tomorrow"],
    ["ticks", "--left"],
    ["not-contact"],
    ["capacity", "--circle", "friends", "--cadence", "every 2 weeks"],
    ["capacity", "--circle", "friends", "--cadence", "often"],
    ...["Lisbon", "oslo", "Nowhere"].map((place) => ["coffee", place]),
    ["export"],
    ["export", "--format", "csv"],
    ["export", "--format", "vcard", "--circle", "friends"],
    ["export", "--format", "csv", "--search", "@Lisbon"],
    ["export", "--search", "a"],
    ["export", one, other, "--format", "csv"],
    ["adopt"],
    ["adopt", "--dry-run", "--take", "all"],
    ["adopt", "--dry-run", "--take", "all", "--remove"],
    ["adopt", "--dry-run", "--take", "orbit,spelling"],
    ["adopt", "--dry-run", "--rename", "Frequency=cadence,place=address"],
    ["import", join(FIXTURES, "other.csv"), "--dry-run", "--map", "Persoon=name,Jarig=birthday,Bereikbaar=email"],
    ["import", join(FIXTURES, "nowhere.csv"), "--dry-run"],
    ...copies.map((path) => ["merge", path, path.replace(/( \(Conflicted copy|\.sync-conflict).*/, ""), "--dry-run"]),
    ["merge", one, other, "--dry-run"],
    ["follow-ups", one],
    ["follow-ups", other],
    ...spread(notes, 4).map((path) => ["share", path]),
    ["share", "Nothing"],
    ["person", "Nobody at all"],
    ["person", "twin"],
    ["person"],
    ["touch"],
    ["touch", one, "--date", "2026-02-30"],
    ["touch", one, "--date", "2027-01-01"],
    ["touch", one, "--direction", "sideways"],
    ["snooze", one],
    ["due", "--nonsense"],
    ["nonsense"],
    ["due", "too", "many"],
  ];
}

/** Asks all there is to ask; nothing may be written by it. */
export async function readAll(both, { days, most }) {
  const { odd, plain } = await peopleOf(both);
  const people = [...odd, ...spread(plain, most)];
  const some = spread([...plain, ...odd], 4);
  const notes = spread(
    both.paths().filter((path) => path.endsWith(".md") && !people.includes(path)),
    200,
  );
  for (const day of days) {
    both.today = day;
    for (const argv of dailyQuestions(some)) {
      await both.call([...argv, "--json"]);
      if (day === days[0]) await both.call(argv);
    }
  }
  both.today = days[0];
  for (const argv of questions({ people: some, notes })) await both.run(...argv);
  for (const path of people) await both.call(["person", path, "--json"]);
  for (const path of some) await both.call(["person", path]);
}
