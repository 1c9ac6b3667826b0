import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What looks at bytes, files and processes but at no day: RECONNECT_DAYS_ONLY=1 leaves it to the run in one zone. */
const WITHOUT_DAYS = [
  "tests/faces/**",
  "tests/core/text/note/**",
  "tests/core/transfer/import/hostile.test.ts",
  "tests/core/actions/bounds.test.ts",
  "tests/core/actions/*.property.test.ts",
  "tests/cli/built.test.mts",
  "tests/cli/start-cost.test.mts",
  "tests/architecture.test.ts",
  "tests/vault/**",
  "tests/core/transfer/merge/**",
  "tests/core/transfer/adopt/**",
  "tests/core/entry/new-person-name.test.ts",
  "tests/bench/**",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          root,
          include: ["tests/**/*.test.{ts,mts}"],
          exclude: [
            "tests/e2e/**",
            "node_modules/**",
            ...(process.env["RECONNECT_DAYS_ONLY"] === "1" ? WITHOUT_DAYS : []),
          ],
          environment: "node",
          // Core keeps nothing between calls: the files of a worker share its modules, which saves half the time.
          isolate: false,
          maxWorkers: 2,
          // A machine that does other work as well takes longer than the five seconds that are the default.
          testTimeout: 30_000,
          hookTimeout: 120_000,
          setupFiles: ["tests/support/fixed-seed.ts"],
        },
      },
      {
        test: {
          name: "e2e",
          root,
          include: ["tests/e2e/**/*.test.{ts,mts}"],
          environment: "node",
          testTimeout: 60_000,
          // A machine that does other work as well takes longer than the second that is the default.
          expect: { poll: { timeout: 5_000 } },
          hookTimeout: 120_000,
          // One more than there are cores: each waits for timers, files and the browser half of the time.
          maxWorkers: 3,
        },
      },
    ],
  },
});
