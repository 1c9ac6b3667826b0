import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const core = (folder: string): RegExp => new RegExp(`^src/core/${folder}/`);

/** One import as it stands: from which file, on which line, of what; ours are resolved to a path. */
interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

/** A wall: files it holds for, what they must not import, and why, in words. */
interface Wall {
  readonly of: RegExp;
  readonly unless?: RegExp;
  readonly never: RegExp;
  readonly because: string;
}

const HOST = /^(?:obsidian|electron|node:.*|fs|path|os|crypto|child_process|util|url|process)(?:\/|$)/;

const WALLS: readonly Wall[] = [
  { of: /^src\/core\//, never: HOST, because: "core knows no host: what it needs of one is a port in core/ports.ts" },
  {
    of: /^src\/obsidian\//,
    never: /^src\/cli\//,
    because: "the faces do not know each other: what both need belongs in core",
  },
  {
    of: /^src\/cli\//,
    never: /^src\/obsidian\//,
    because: "the faces do not know each other: what both need belongs in core",
  },
  {
    of: /^src\/(?:obsidian|cli)\//,
    never: /^src\/main$/,
    because: "nothing imports main.ts: it only builds and registers",
  },
  { of: /^src\/main\.ts$/, never: /^src\/cli\//, because: "the plugin does not carry the terminal face" },
  {
    of: /^src\//,
    unless: /^src\/(?:obsidian\/|main\.ts$)/,
    never: /^obsidian$/,
    because: "only src/obsidian knows Obsidian",
  },
  {
    of: /^src\//,
    unless: /^src\/cli\//,
    never: /^(?:node:.*|fs|path|os)$/,
    because: "only src/cli knows Node: Obsidian on a phone has none",
  },
  { of: /^src\//, unless: core("text/dates"), never: /^luxon$/, because: "luxon sits in core/text/dates" },
  { of: /^src\//, unless: core("text/recurrence"), never: /^rrule$/, because: "rrule sits in core/text/recurrence" },
  {
    of: /^src\//,
    unless: /^src\/cli\//,
    never: /^(?:gray-matter|js-yaml|moment)$/,
    because: "these sit in the terminal face; core is handed a parseYaml and a formatNow",
  },
];

/** The rooms of core, each built on those before it. */
const ROOMS = [
  ...["text", "words", "people", "log", "tasks", "index", "entry", "today", "relationships", "transfer", "lists"],
  ...["ports", "actions"],
];

const sources = filesBelow("src").filter((path) => /\.m?ts$/.test(path));
const imports = sources.flatMap((file) => importsOf(file, textOf(file)));

describe("the walls", () => {
  it.each(WALLS.map((wall) => [wall.because, wall] as const))("%s", (_because, wall) => {
    expect(breaches(wall, imports)).toEqual([]);
  });

  it("are seen through, whichever way something is imported", () => {
    const text =
      'import a from "luxon";\nimport type { B } from "../cli/b";\nexport * from "node:fs";\nconst c = await import("../../main");\nconst d = require("rrule");\ntype E = import("obsidian").App;\n';
    const found = importsOf("src/core/people/x.ts", text);
    expect(found.map(({ line, target }) => `${line} ${target}`)).toEqual([
      "1 luxon",
      "2 src/core/cli/b",
      "3 node:fs",
      "4 src/main",
      "5 rrule",
      "6 obsidian",
    ]);
    expect(WALLS.filter((wall) => breaches(wall, found).length > 0).length).toBeGreaterThanOrEqual(5);
    expect(breaches(WALLS[0] as Wall, found)[0]).toBe(
      'src/core/people/x.ts:3 imports "node:fs", but core knows no host: what it needs of one is a port in core/ports.ts',
    );
  });

  it("stand between the rooms of core: each imports only those before it, types included", () => {
    const upwards = imports.filter(
      ({ file, target }) =>
        file.startsWith("src/core/") &&
        target.startsWith("src/") &&
        !(place(target) <= place(file) && place(target) >= 0),
    );
    expect(
      upwards.map(
        ({ file, line, target }) => `${file}:${line} imports "${target}", which is not of a room up to its own`,
      ),
    ).toEqual([]);
    expect(sources.filter((file) => file.startsWith("src/core/") && place(file) < 0)).toEqual([]);
  });

  it("have no knot inside: no two folders of core need each other, types included, and no two files", () => {
    const core = imports.filter(({ file, target }) => file.startsWith("src/core/") && target.startsWith("src/"));
    expect(knots(core, (path) => (path.startsWith("src/core/ports") ? "ports" : dirname(path)))).toEqual([]);
    // Between files, what is imported for its types alone is gone when the program runs.
    const runtime = core.filter(({ file, line }) => !isTypeOnly(textOf(file).split("\n")[line - 1] ?? ""));
    expect(knots(runtime, (path) => path.replace(/\.ts$/, ""))).toEqual([]);
  });
});

describe("every source file", () => {
  it("is named in kebab-case", () => {
    expect(
      sources
        .map((file) => basename(file))
        .filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.actions?)?\.m?ts$/.test(name)),
    ).toEqual([]);
  });

  it("of core reads no clock", () => {
    const clock =
      /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)|\bDateTime\.(?:now|local)\b|\bperformance\.now\b|\bmoment\(\s*\)/;
    const found = sources.filter((file) => file.startsWith("src/core/")).flatMap((file) => linesMatching(file, clock));
    expect(found.map((place) => `${place}: core knows no clock, today is a parameter`)).toEqual([]);
  });

  it("says nothing that scolds", () => {
    const shown = sources.filter((file) => /^src\/(?:core\/(?:actions|words)|obsidian)\//.test(file));
    const scolding =
      /overdue|neglect|friendship score|you (?:forgot|failed|should have)|(?:is|are) late\b|guilt|shame/i;
    const found = shown.flatMap((file) =>
      stringsOf(file, textOf(file))
        .filter(({ text }) => scolding.test(text) && !isCodeWord(text))
        .map(({ line, text }) => `${file}:${line} says "${text}"; say "reconnect"`),
    );
    expect(found).toEqual([]);
  });
});

describe("every tracked file", () => {
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "");
  // A file may be tracked and, while somebody works, be gone.
  const texts = tracked.flatMap((path): [string, string][] => {
    try {
      return /\.(?:png|jpg|woff2?|gif)$/.test(path) ? [] : [[path, textOf(path)]];
    } catch {
      return [];
    }
  });

  it("holds no control bytes", () => {
    // eslint-disable-next-line no-control-regex -- those are what is looked for
    const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
    expect(
      texts
        .filter(([, text]) => control.test(text))
        .map(([path]) => `${path} holds a control byte; write it as an escape`),
    ).toEqual([]);
  });

  it("names no place of one machine only", () => {
    const place =
      /(?<![\w.~$}-])\/(?:root|home\/[a-z]\w*|Users\/\w+|work\/(?:main|shared)|tmp\/\w[\w.-]*)(?:\/|\b)|[A-Z]:\\Users\\/;
    const found = texts
      .filter(([path]) => !path.startsWith("tests/vault/sample/") && path !== "tests/architecture.test.ts")
      .flatMap(([path, text]) =>
        text
          .split("\n")
          .flatMap((line, at) => (place.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`] : [])),
      );
    expect(found).toEqual([]);
  });
});

function breaches(wall: Wall, all: readonly Import[]): string[] {
  return all
    .filter(({ file, target }) => wall.of.test(file) && !wall.unless?.test(file) && wall.never.test(target))
    .map(({ file, line, target }) => `${file}:${line} imports "${target}", but ${wall.because}`);
}

/** Where the room of a file stands among the rooms; -1 for what is in none. */
function place(path: string): number {
  return ROOMS.indexOf(/^src\/core\/([^/.]+)/.exec(path)?.[1] ?? "");
}

/** Every import of a file: static, type-only, re-exported, dynamic, required. */
function importsOf(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({
      file,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      target: resolved(file, specifier.text),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node, node.moduleSpecifier);
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression);
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(node.expression) && node.expression.text === "require"))
    )
      add(node, node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function resolved(file: string, specifier: string): string {
  return specifier.startsWith(".")
    ? posix.normalize(posix.join(dirname(file), specifier)).replace(/\.m?[jt]s$/, "")
    : specifier;
}

function stringsOf(file: string, text: string): { line: number; text: string }[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const literal =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    // A string in a type, or compared with, is a word of code.
    const ofCode =
      ts.isLiteralTypeNode(node.parent) ||
      ts.isCaseClause(node.parent) ||
      ts.isBinaryExpression(node.parent) ||
      ts.isImportDeclaration(node.parent) ||
      ts.isElementAccessExpression(node.parent);
    if (literal && !ofCode)
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
}

/** A standing's own name, as a class or a key, is not a sentence. */
function isCodeWord(text: string): boolean {
  return /^[a-z-]*overdue$/.test(text) && !text.includes(" ");
}

/** Rings of files (or folders) that import each other, each named once. */
function knots(all: readonly Import[], nameOf: (path: string) => string): string[] {
  const edges = new Map<string, Set<string>>();
  for (const { file, target } of all) {
    const [from, to] = [nameOf(file), nameOf(target)];
    if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  const found = new Set<string>();
  const walk = (path: readonly string[]): void => {
    for (const next of edges.get(path.at(-1) ?? "") ?? []) {
      if (next === path[0]) found.add(rotated(path).join(" → "));
      else if (next > (path[0] ?? "") && !path.includes(next) && path.length < 6) walk([...path, next]);
    }
  };
  for (const start of edges.keys()) walk([start]);
  return [...found].sort();
}

function rotated(path: readonly string[]): string[] {
  const at = path.indexOf([...path].sort()[0] ?? "");
  return [...path.slice(at), ...path.slice(0, at), path[at] ?? ""];
}

function isTypeOnly(line: string): boolean {
  return /^(?:import|export) type\b/.test(line) || /^import \{\s*(?:type [^,}]+,?\s*)+\}/.test(line);
}

function linesMatching(file: string, pattern: RegExp): string[] {
  const bare = textOf(file).replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return bare
    .split("\n")
    .flatMap((line, at) => (pattern.test(line.replace(/\/\/.*$/, "")) ? [`${file}:${at + 1}`] : []));
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(root.length).replaceAll("\\", "/"), entry.name));
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
