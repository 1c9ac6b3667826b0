import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const lucide = dirname(require.resolve("lucide-static/package.json"));
const isIcon = (name: string | undefined): boolean => name !== undefined && /icon/i.test(name);
const used = iconsOfThePlugin();

test("the icons to compare with are those of the app: Lucide 0.446", () => {
  const { version } = JSON.parse(readFileSync(join(lucide, "package.json"), "utf8")) as { version: string };
  expect(version).toBe("0.446.0");
});

test.each([...used])("the app has the icon %s, which %s uses", (id) => {
  expect(existsSync(join(lucide, "icons", `${id.replace(/^lucide-/, "")}.svg`))).toBe(true);
});

test.each([
  ["handed to the app", "x"],
  ["handed to a helper of ours", "pencil"],
  ["handed to a helper within a function", "map-pin"],
  ["chosen by a condition", "chevron-up"],
  ["in a table of core", "archive-restore"],
  ["in a table of icons", "at-sign"],
  ["in the ribbon", "sprout"],
  ["what a view says it is", "users-round"],
])("an icon is found where it is %s", (_where, id) => {
  expect([...used.keys()]).toContain(id);
});

/**
 * Each text that lands in something called an icon (a parameter, a property, a constant, what getIcon gives), and
 * where.
 */
function iconsOfThePlugin(): Map<string, string> {
  const paths = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("cli"))
    .map((path) => join("src", path));
  const files = paths.map((path) => parse(path));
  const everywhere = [...files, parse("node_modules/obsidian/obsidian.d.ts")].flatMap(takersIn);
  const shared = everywhere.filter(([, , isShared]) => isShared);
  return new Map(files.flatMap((file) => iconsIn(file, [...shared, ...takersIn(file)])));
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.Latest, true);
}

/** What takes an icon: its name (a method's after a dot), the place of the icon, and whether other files know it. */
type Taker = readonly [name: string, place: number, isShared: boolean];

function takersIn(file: ts.SourceFile): Taker[] {
  return nodesOf(file).flatMap((node): Taker[] => {
    if (!ts.isFunctionLike(node)) return [];
    const isMethod = ts.isMethodDeclaration(node) || ts.isMethodSignature(node);
    const name = (node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined))?.getText();
    if (name === undefined) return [];
    const isShared = isMethod || (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
    return node.parameters.flatMap((parameter, at): Taker[] =>
      isIcon(parameter.name.getText()) || (at === 0 && name === "icon")
        ? [[isMethod ? `.${name}` : name, at, isShared]]
        : [],
    );
  });
}

function iconsIn(file: ts.SourceFile, takers: readonly Taker[]): [id: string, path: string][] {
  const found = nodesOf(file).flatMap((node): string[] => {
    if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression)
        ? `.${node.expression.name.text}`
        : node.expression.getText();
      return takers.filter(([name]) => name === called).flatMap(([, at]) => textsIn(node.arguments[at]));
    }
    const holds = ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node);
    if (holds && isIcon(node.name.getText())) return textsIn(node.initializer);
    if (ts.isMethodDeclaration(node) && node.name.getText() === "getIcon")
      return nodesOf(node).flatMap((inner) => (ts.isReturnStatement(inner) ? textsIn(inner.expression) : []));
    return [];
  });
  return found.filter((id) => id !== "").map((id) => [id, file.fileName]);
}

/** The texts that an expression may give; of a table, those of its rows. */
function textsIn(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsIn(node.whenTrue), ...textsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...textsIn(node.left), ...textsIn(node.right)];
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return textsIn(node.expression);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((row) => (ts.isPropertyAssignment(row) ? textsIn(row.initializer) : []));
  return [];
}

function nodesOf(node: ts.Node): ts.Node[] {
  const all: ts.Node[] = [];
  const visit = (inner: ts.Node): void => {
    all.push(inner);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return all;
}
