// npm run count
//
// How much code there is, by room: tokens as TypeScript's scanner sees them (no white space, no comments), lines and
// files. Tokens, as these stay the same however a line is broken.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { printTable } from "./measure.mjs";

const source = fileURLToPath(new URL("../../src", import.meta.url));

/** The room a file belongs to: a folder of core or of the plugin, or the terminal. */
function roomOf(path) {
  const folder = dirname(path);
  if (folder === ".") return "src";
  return folder
    .split("/")
    .slice(0, folder.startsWith("cli") ? 1 : 2)
    .join("/");
}

/** Every leaf of the syntax tree is one token; a scanner alone cannot tell a regular expression from a division. */
function tokensIn(text, path) {
  let count = 0;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const visit = (node) => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child));
    if (children.length === 0 && node.getWidth(file) > 0) count++;
    children.forEach(visit);
  };
  visit(file);
  return count;
}

const rooms = new Map();
const paths = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) => /\.m?ts$/.test(path));
for (const path of paths.map((path) => path.replaceAll("\\", "/")).sort()) {
  const text = readFileSync(join(source, path), "utf8");
  const counted = [tokensIn(text, path), text.split("\n").length - 1, 1];
  for (const room of [roomOf(path), "total"]) {
    rooms.set(
      room,
      (rooms.get(room) ?? [0, 0, 0]).map((sum, at) => sum + counted[at]),
    );
  }
}
const total = rooms.get("total");
rooms.delete("total");
const row = ([room, counts]) => [room, ...counts.map((count) => count.toLocaleString("en-US"))];
printTable("Code by room", ["room", "tokens", "lines", "files"], [...rooms, ["total", total]].map(row));
