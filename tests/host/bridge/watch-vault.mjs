// Tells what other programs change in the vault; our own writes are known and stay silent.
import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf, statOf } from "./disk.mjs";
import { scanVault } from "./scan.mjs";

const SETTLE_MS = 15;

/**
 * `known` maps each path to the hash last written or seen by us. A path is compared inside the same
 * queue as our writes: comparing outside it reports a stale own write as somebody else's, and an
 * update is lost.
 */
export function watchVault(root, known, inQueue, tell) {
  const waiting = new Set();
  let timer;

  const look = (path) => inQueue(path, () => compare(root, path, known, tell, lookLater, folders));
  const flush = () => {
    const paths = [...waiting];
    waiting.clear();
    for (const path of paths) void look(path);
  };
  function lookLater(path) {
    waiting.add(path);
    clearTimeout(timer);
    timer = setTimeout(flush, SETTLE_MS);
  }

  const folders = watchFolders(root, lookLater);
  for (const [path, hash] of known) if (hash === "folder") folders.add(path);
  folders.add("");
  return {
    look,
    close: () => {
      clearTimeout(timer);
      folders.close();
    },
  };
}

/**
 * One watcher for each folder. Node 20's recursive watching on Linux follows the file, not its name:
 * after the first write by rename (all of ours are) it hears nothing of that note any more.
 */
function watchFolders(root, changed) {
  const watchers = new Map();
  const add = (folder) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(join(root, folder), (_event, name) => {
        if (name !== null && !name.startsWith(".")) changed(folder === "" ? name : `${folder}/${name}`);
      });
      watcher.on("error", () => remove(folder));
      watchers.set(folder, watcher);
    } catch {
      // It is gone again already.
    }
  };
  const remove = (folder) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const close = () => {
    for (const folder of [...watchers.keys()]) remove(folder);
  };
  return { add, remove, close };
}

async function compare(root, path, known, tell, lookLater, folders) {
  const full = join(root, path);
  const stat = await statOf(full);
  if (stat === null) {
    folders.remove(path);
    return vanished(path, known, tell);
  }
  if (stat.type === "folder") {
    // A folder that was moved away and back is another one with the same name.
    folders.remove(path);
    folders.add(path);
    if (!known.has(path)) {
      known.set(path, "folder");
      tell({ kind: "create", path, stat });
    }
    // What came into it before it was watched told nobody.
    for (const item of await scanVault(root, path, false)) {
      if (item.type === "folder" || !known.has(item.path)) lookLater(item.path);
    }
    return;
  }
  const bytes = await readFile(full).catch(() => null);
  if (bytes === null) return;
  const hash = hashOf(bytes);
  const before = known.get(path);
  if (before === hash) return;
  known.set(path, hash);
  tell({ kind: before === undefined ? "create" : "modify", path, stat });
}

function vanished(path, known, tell) {
  for (const other of [...known.keys()]) {
    if (other !== path && !other.startsWith(`${path}/`)) continue;
    known.delete(other);
    tell({ kind: "delete", path: other });
  }
}
