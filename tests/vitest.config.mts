import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          root,
          include: ["tests/**/*.test.{ts,mts}"],
          exclude: ["tests/e2e/**", "node_modules/**"],
          environment: "node",
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
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
