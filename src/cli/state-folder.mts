import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** Where the terminal keeps what belongs to this device: outside every vault, readable by you alone. */
export function stateFolder(env: NodeJS.ProcessEnv): string {
  const own = process.platform === "win32" ? env["LOCALAPPDATA"] : undefined;
  // An empty or relative path counts as none (XDG Base Directory): it would lie in whatever folder we are called from.
  const base = [env["XDG_STATE_HOME"], own].find((path) => path !== undefined && isAbsolute(path));
  return join(base ?? join(home(), ".local", "state"), "reconnect");
}

/**
 * HOME may be empty or relative, and the system may know nobody of our number: then nobody's home, where nothing can be
 * kept but by root.
 */
function home(): string {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const found = ask();
      if (isAbsolute(found)) return found;
    } catch {
      // Unknown to the system.
    }
  }
  return resolve("/");
}

/** A name for a vault or a note that says nothing about it. */
export function hashedName(path: string): string {
  return createHash("sha256").update(realPath(path)).digest("hex").slice(0, 24);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
