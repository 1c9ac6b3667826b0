// Lists a vault as Obsidian sees it: no dot-named files or folders, notes with their text.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { statOf } from "./disk.mjs";

const TOGETHER = 64;

export async function scanVault(root, under = "", withText = true) {
  const found = [];
  await collect(root, under, found);
  for (let start = 0; start < found.length; start += TOGETHER) {
    await Promise.all(found.slice(start, start + TOGETHER).map((item) => fill(root, item, withText)));
  }
  return found.filter((item) => item.mtime !== undefined);
}

async function collect(root, folder, found) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      found.push({ path, type: "folder" });
      await collect(root, path, found);
    } else if (entry.isFile()) {
      found.push({ path, type: "file" });
    }
  }
}

async function fill(root, item, withText) {
  const stat = await statOf(join(root, item.path));
  if (stat === null) return;
  Object.assign(item, stat);
  if (withText && item.type === "file" && /\.(md|base|canvas)$/.test(item.path)) {
    item.text = await readFile(join(root, item.path), "utf8").catch(() => "");
  }
}
