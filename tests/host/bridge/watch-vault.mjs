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

  const look = (path) => inQueue(path, () => compare(root, path, known, tell, lookLater));
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

  const watcher = watch(root, { recursive: true }, (_event, name) => {
    if (name === null) return;
    const path = name.split("\\").join("/");
    if (!path.split("/").some((part) => part.startsWith("."))) lookLater(path);
  });
  // A folder that vanishes while it is being watched is no reason to stop.
  watcher.on("error", () => undefined);
  return {
    look,
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

async function compare(root, path, known, tell, lookLater) {
  const full = join(root, path);
  const stat = await statOf(full);
  if (stat === null) return vanished(path, known, tell);
  if (stat.type === "folder") {
    if (!known.has(path)) {
      known.set(path, "folder");
      tell({ kind: "create", path, stat });
    }
    for (const item of await scanVault(root, path, false)) if (!known.has(item.path)) lookLater(item.path);
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
