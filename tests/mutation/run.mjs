// npm run mutate [-- ROOM…]: changes the rules one small piece at a time and tells which changes no test notices.
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

const CORE = "src/core";
/** What is changed, and of a hundred changes how many the tests have to notice. */
const ROOMS = {
  standing: [85, "today/standing.ts"],
  cadence: [85, "people/cadence.ts"],
  picks: [85, "today/picks.ts", "today/pick-score.ts"],
  occasions: [85, "today/occasion.ts", "today/kept-occasions.ts"],
  log: [85, "log/**/*.ts"],
  merge: [85, "transfer/merge/**/*.ts"],
  balance: [85, "relationships/balance/**/*.ts"],
  matching: [85, "transfer/import/match-people.ts", "relationships/introductions/matching-words.ts"],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in ROOMS));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(", ")}. There are: ${Object.keys(ROOMS).join(", ")}.`);
  process.exit(1);
}
const rooms = Object.entries(ROOMS).filter(([name]) => asked.length === 0 || asked.includes(name));
const results = await new Stryker({
  mutate: rooms.flatMap(([, [, ...files]]) => files.map((file) => `${CORE}/${file}`)),
  // Sentences are read by people, not by tests.
  mutator: { excludedMutations: ["StringLiteral"] },
  testRunner: "vitest",
  vitest: { configFile: "tests/mutation/vitest.config.mts" },
  plugins: ["@stryker-mutator/vitest-runner"],
  tempDirName: "dist/mutation",
  reporters: ["progress", "clear-text"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  concurrency: 2,
  timeoutMS: 10_000,
}).runMutationTest();

const root = fileURLToPath(new URL("../..", import.meta.url));
let isGood = true;
for (const [name, [least, ...files]] of rooms) {
  const patterns = files.map((file) => new RegExp(`^${CORE}/${file.replace("**/*", ".*")}$`));
  const mine = results.filter(({ fileName }) => patterns.some((one) => one.test(fileName.replace(root, ""))));
  const count = (...statuses) => mine.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, missed] = [count("Killed", "Timeout"), count("Survived", "NoCoverage")];
  const score = (100 * noticed) / (noticed + missed);
  isGood &&= score >= least;
  console.log(`${name}: ${score.toFixed(1)} % of ${noticed + missed} noticed (at least ${least} %)`);
}
process.exit(isGood ? 0 : 1);
