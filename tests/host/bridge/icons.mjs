// The icons a plugin asks for, from lucide's files: one at a time, only when asked.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = join(dirname(createRequire(import.meta.url).resolve("lucide-static/package.json")), "icons");
const read = new Map();

export async function readIcon(name) {
  const plain = String(name).replace(/^lucide-/, "");
  if (!/^[a-z0-9-]+$/.test(plain)) return null;
  if (!read.has(plain)) {
    read.set(
      plain,
      readFile(join(folder, `${plain}.svg`), "utf8").catch(() => null),
    );
  }
  return read.get(plain);
}
