// What the page may ask of the vault's folder. Every path passes containedPath first.
import { mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { containedPath, Refused } from "./contained-path.mjs";
import {
  copyPath,
  hashOf,
  listFolder,
  makeFolder,
  readBytes,
  removePath,
  renameTo,
  statOf,
  writeAtomic,
} from "./disk.mjs";
import { scanVault } from "./scan.mjs";

export function vaultRoutes(root, known, inQueue) {
  const at = (path) => containedPath(root, path);
  const visible = (path) => !path.split("/").some((part) => part.startsWith("."));
  const forget = (path) => {
    for (const other of [...known.keys()]) if (other === path || other.startsWith(`${path}/`)) known.delete(other);
  };
  const learn = async (path) => {
    if (!visible(path)) return;
    const stat = await statOf(join(root, path));
    if (stat === null) return;
    known.set(path, stat.type === "folder" ? "folder" : hashOf(await readBytes(join(root, path))));
    if (stat.type === "folder") for (const item of await scanVault(root, path, false)) await learn(item.path);
  };
  const learnParents = (path) => {
    for (let parent = dirname(path); parent !== "." && visible(parent); parent = dirname(parent))
      known.set(parent, "folder");
  };

  return {
    tree: async () => ({ items: await scanVault(root) }),
    stat: async ({ path }) => ({ stat: await statOf(await at(path)) }),
    list: async ({ path }) => listFolder(await at(path)),
    read: async ({ path, base64 }) => {
      const full = await at(path);
      return inQueue(path, async () => {
        const bytes = await readBytes(full);
        return { text: bytes.toString(base64 ? "base64" : "utf8"), hash: hashOf(bytes), stat: await statOf(full) };
      });
    },
    /** `ifHash`: only when the file still is what was read; `ifNew`: only when there is none. */
    write: async ({ path, text, base64, ifHash, ifNew }) => {
      const full = await at(path);
      return inQueue(path, async () => {
        const before = await statOf(full);
        if (before?.type === "folder") throw new Refused(409, "a folder");
        if (ifNew && before !== null) throw new Refused(409, "File already exists.");
        if (ifHash !== undefined && (before === null || hashOf(await readBytes(full)) !== ifHash)) {
          return { changed: true };
        }
        const bytes = Buffer.from(text, base64 ? "base64" : "utf8");
        await mkdir(dirname(full), { recursive: true });
        if (visible(path)) known.set(path, hashOf(bytes));
        learnParents(path);
        await writeAtomic(full, bytes);
        return { hash: hashOf(bytes), stat: await statOf(full) };
      });
    },
    mkdir: async ({ path }) => {
      const full = await at(path);
      learnParents(`${path}/x`);
      await makeFolder(full);
      return { stat: await statOf(full) };
    },
    remove: async ({ path }) => {
      const full = await at(path);
      if (full === root) throw new Refused(403, "the vault itself");
      return inQueue(path, async () => {
        forget(path);
        await removePath(full).catch(() => {
          throw new Refused(404, "no such file");
        });
        return {};
      });
    },
    rename: async ({ path, to }) => {
      const from = await at(path);
      const target = await at(to);
      return inQueue(path, async () => {
        await renameTo(from, target);
        forget(path);
        learnParents(to);
        await learn(relative(root, target).split("\\").join("/"));
        return { stat: await statOf(target) };
      });
    },
    copy: async ({ path, to }) => {
      await copyPath(await at(path), await at(to));
      await learn(to);
      return { stat: await statOf(await at(to)) };
    },
  };
}
