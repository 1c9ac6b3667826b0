import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The tests of the rules alone: each change of a rule runs those that reach it, so they have to be quick.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["tests/core/**/*.test.ts"],
    exclude: [
      "tests/core/readers.test.ts",
      "tests/core/actions/bounds.test.ts",
      "tests/core/transfer/import/hostile.test.ts",
      "tests/core/**/*.property.test.ts",
    ],
    env: { RECONNECT_FAST: "1" },
    setupFiles: ["tests/support/fixed-seed.ts"],
  },
});
