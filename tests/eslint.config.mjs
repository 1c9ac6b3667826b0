import { defineConfig, globalIgnores } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

const NO_CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Core knows no clock: today is a parameter.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Core knows no clock: today is a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local)$/]",
    message: "Core knows no clock: today is a parameter.",
  },
];

const root = new URL("..", import.meta.url).pathname;
const hosts = ["obsidian", "node:*", "fs", "path", "os", "electron"];

/** The walls: core knows no host, faces never import each other, luxon and rrule sit in one folder each. */
const wall = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

export default defineConfig([
  globalIgnores(["node_modules/**", "dist/**", "main.js", "tests/vault/sample/**", "tests/e2e/screens/**"]),
  ...obsidianmd.configs.recommended,
  {
    files: ["**/*.ts", "**/*.mts"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root },
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.mts"],
    extends: [...tseslint.configs.strictTypeChecked],
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A line from a note is of any length: no pattern takes its square, or worse.
    files: ["src/**/*.ts", "src/**/*.mts"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
    },
  },
  wall(
    ["src/core/**/*.ts"],
    [
      { group: hosts, message: "Core knows no host." },
      { group: ["**/obsidian/**", "**/cli/**"], message: "Core knows no face." },
      { group: ["luxon"], message: "luxon sits in core/text/dates." },
      { group: ["rrule"], message: "rrule sits in core/text/recurrence." },
      { group: ["gray-matter"], message: "gray-matter sits in the folder store." },
    ],
    ["src/core/text/dates/**", "src/core/text/recurrence/**"],
  ),
  wall(
    ["src/core/text/**/*.ts"],
    [
      { group: ["../../*"], message: "core/text imports nothing of ours." },
      { group: hosts, message: "Core knows no host." },
    ],
  ),
  wall(
    ["src/core/text/recurrence/**/*.ts"],
    [{ group: [...hosts, "luxon", "**/obsidian/**", "**/cli/**"], message: "Core knows no host." }],
  ),
  wall(
    ["src/obsidian/**/*.ts"],
    [
      {
        group: ["**/cli/**", "node:*", "gray-matter", "luxon", "rrule"],
        message: "The Obsidian face knows core and Obsidian.",
      },
    ],
  ),
  wall(
    ["src/cli/**/*.mts"],
    [{ group: ["obsidian", "**/obsidian/**", "luxon", "rrule"], message: "The terminal face knows core and Node." }],
  ),
  {
    // The terminal is a package of its own: js-yaml and moment are declared there, and are nobody else's.
    files: ["src/cli/**/*.mts"],
    rules: {
      "import/no-extraneous-dependencies": ["error", { packageDir: [root, `${root}src/cli`] }],
      "@typescript-eslint/no-restricted-imports": "off",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...NO_CLOCK],
      "no-restricted-globals": [
        "error",
        "window",
        "document",
        "navigator",
        "process",
        "Buffer",
        "localStorage",
        "fetch",
        "console",
      ],
    },
  },
  {
    // Tests and what stands in for Obsidian are no plugin: only the language's own rules hold there.
    files: ["tests/**", ".ci/**", "esbuild.config.mjs"],
    rules: Object.fromEntries(Object.keys(obsidianmd.rules ?? {}).map((name) => [`obsidianmd/${name}`, "off"])),
  },
  {
    files: ["tests/**", ".ci/**", "esbuild.config.mjs"],
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-imports": "off",
      "@typescript-eslint/no-restricted-imports": "off",
      "import/no-extraneous-dependencies": "off",
    },
  },
  {
    // The benchmarks import what they have just built.
    files: ["tests/bench/**"],
    rules: { "no-unsanitized/method": "off" },
  },
  {
    // The terminal face is Node's: it may use what Obsidian's mobile app has not.
    files: ["src/cli/**/*.mts", "tests/**", "esbuild.config.mjs", ".ci/**"],
    rules: {
      "obsidianmd/no-nodejs-modules": "off",
      "import/no-nodejs-modules": "off",
      "no-undef": "off",
      "no-console": "off",
      "obsidianmd/rule-custom-message": "off",
      "obsidianmd/hardcoded-config-path": "off",
    },
  },
]);
