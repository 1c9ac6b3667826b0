import { describe, expect, it } from "vitest";
import { readCadence } from "../../../src/core/people/cadence";
import { linkResolver } from "../../../src/core/tasks/resolve-link";
import { introductionsOf } from "../../../src/core/relationships/introductions/introductions";
import { sharesWords } from "../../../src/core/relationships/introductions/matching-words";
import { suggestIntroductions } from "../../../src/core/relationships/introductions/suggest-introductions";
import { rankPeople, type Reader } from "../../../src/core/relationships/share/rank-people";
import { closer, slower } from "../../../src/core/relationships/stock/change-pace";
import { readMilestoneLine } from "../../../src/core/relationships/thanks/milestone-line";
import { whomToThank } from "../../../src/core/relationships/thanks/whom-to-thank";
import { docExamples } from "../../support/doc-examples";
import { day, personWithLog } from "../../support/person-with-log";

const TODAY = day("2026-11-22");

describe("introductions", () => {
  const resolve = linkResolver(["People/A.md", "People/B.md"]);
  const state = (line: string): string | undefined => {
    const people = [personWithLog("A", "circle: close", "", line), personWithLog("B", "circle: close")];
    return introductionsOf(people, resolve).map(
      ({ a, b, state: one, open }) => `${a.name}${b.name} ${one}${open ? "" : ", done"}`,
    )[0];
  };

  it.each([
    ["- [ ] Introduce to [[B]] [intro:: planned]", "AB planned"],
    ["- [ ] Introduce to [[B]] [intro:: asked] [why:: x]", "AB asked"],
    ["- [x] Introduce to [[B]] [intro:: planned] ✅ 2026-11-01", "AB made, done"],
    ["- [-] Introduce to [[B]] [intro:: planned]", undefined],
    ["- [ ] Introduce to [[Nobody]] [intro:: planned]", undefined],
    ["- [ ] Ask [[B]]", undefined],
  ])("%s", (line, read) => {
    expect(state(line)).toBe(read);
  });

  it.each(docExamples("relationships.md", "introduction"))("%s is %s, %s", (line = "", read = "", how = "") => {
    const people = [personWithLog("A", "circle: close", "", line), personWithLog("B", "circle: close")];
    const [one] = introductionsOf(people, resolve);
    const went = one?.went ?? (one?.askOn == null ? "" : `asked on ${one.askOn}`);
    expect([one?.state ?? "nothing", went]).toEqual([read, how]);
  });

  it("does not suggest again what was let be", () => {
    const people = [
      personWithLog("A", "offers: [bees]", "", "- [-] Introduce to [[B]] [intro:: planned]"),
      personWithLog("B", "looks_for: [bees]"),
    ];
    expect(suggestIntroductions(people, resolve, TODAY)).toEqual([]);
  });

  it.each(docExamples("relationships.md", "phrases"))("%s and %s: %s", (one = "", other = "", same = "") => {
    expect([sharesWords(one, other), sharesWords(other, one)]).toEqual([same === "yes", same === "yes"]);
  });

  it("suggests who could help each other first; never who has met, is of one family, or closed", () => {
    const suggested = (headA: string, headB: string, log = ""): string[] => {
      const people = [personWithLog("A", headA, log), personWithLog("B", headB)];
      return suggestIntroductions(people, resolve, TODAY).map(({ why }) => why);
    };
    expect(suggested("offers: [bees]", "looks_for: [bees]")).toEqual(["A offers what B looks for: bees"]);
    expect(suggested("interests: [bees, bread]", "interests: [Bread, bees]")).toEqual(["both like bees, bread"]);
    expect(suggested("interests: [bees]\nplace: Rome", "interests: [bees]\nplace: rome")).toEqual([
      "both like bees; both in Rome",
    ]);
    expect(suggested("interests: [bees]", "interests: [bees]")).toEqual([]);
    expect(suggested("offers: [bees]", "looks_for: [bees]", "- 2026-01-01 ↔ dinner with [[B]]")).toEqual([]);
    expect(suggested("offers: [bees]", "looks_for: [bees]\nintroduced_by: A")).toEqual([]);
    expect(suggested("offers: [bees]\ncircle: family", "looks_for: [bees]\ncircle: family")).toEqual([]);
    expect(suggested("offers: [bees]", "looks_for: [bees]\nclosed: true")).toEqual([]);
  });
});

describe("sharing", () => {
  const reader = (name: string, part: Partial<Reader> = {}): Reader => ({
    name,
    path: `People/${name}.md`,
    interests: [],
    tags: [],
    text: "",
    linksHere: false,
    ...part,
  });
  const note = {
    path: "Bees.md",
    name: "How bees find home",
    text: "Landmarks and a memory for edges; the hive was moved by a metre. Poetry, too.",
    topics: ["article", "gardens"],
    links: ["People/Linked.md"],
  };

  it("ranks by links, interests, tags and uncommon words, each said in why", () => {
    const people = [
      reader("Nobody", { interests: ["chess"] }),
      reader("Poet", { interests: ["poetry"] }),
      reader("Keeper", { interests: ["bees", "gardens"] }),
      reader("Tagged", { tags: ["gardens"] }),
      reader("Linked"),
      reader("Writer", { text: "She moved her hive, and wrote down landmarks." }),
      reader("Chance", { text: "a metre" }),
    ];
    expect(rankPeople(note, people).map(({ name, why }) => `${name}: ${why}`)).toEqual([
      "Keeper: likes bees, gardens",
      "Linked: linked with it",
      "Tagged: tagged #gardens",
      "Poet: likes poetry",
      "Writer: words in common: hive, landmark, moved",
    ]);
  });

  it("finds nobody where nothing is in common, in an empty vault too", () => {
    expect(rankPeople(note, [])).toEqual([]);
    expect(
      rankPeople({ ...note, name: "", text: "", topics: [], links: [] }, [reader("A", { interests: ["bees"] })]),
    ).toEqual([]);
  });
});

describe("thanks, milestones, pace", () => {
  it.each(docExamples("relationships.md", "milestone"))("%s is %s", (typed = "", on = "", what = "") => {
    const read = readMilestoneLine(typed, TODAY);
    expect("day" in read ? [read.day, read.what] : ["nothing", read.whichDay ?? ""]).toEqual([on, what]);
  });

  it.each([
    ["- 2026-11-01 ← letter [they-gave:: a recipe]", 1],
    ["- 2026-11-05 → call\n- 2026-11-01 ← letter [they-gave:: a recipe]", 0],
    ["- 2026-11-05 ← call\n- 2026-11-01 ← letter [they-gave:: a recipe]", 1],
    ["- 2026-11-01 ↔ coffee [they-gave:: a recipe]", 0],
    ["- 2026-03-01 ← letter [they-gave:: a recipe]", 0],
  ])("%s: %i to thank", (log, count) => {
    expect(whomToThank([personWithLog("A", "circle: close", log)], TODAY)).toHaveLength(count);
  });

  it.each(docExamples("relationships.md", "pace"))(
    "%s: slower %s, closer %s",
    (cadence = "", slow = "", close = "") => {
      const read = readCadence(cadence);
      if (read.kind !== "value") throw new Error(cadence);
      expect([slower(read.value) ?? "", closer(read.value) ?? ""]).toEqual([slow, close]);
    },
  );
});
