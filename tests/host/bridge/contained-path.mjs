// Turns a vault path from the page into a path on disk, or refuses it.
import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Follows links of the deepest part that exists, so that a link out of the vault is seen too. */
export async function containedPath(root, path) {
  if (typeof path !== "string" || path.includes("\0") || path.includes("\\") || isAbsolute(path)) {
    throw new Refused(403, "not a vault path");
  }
  const wanted = resolve(root, path);
  if (!inside(root, wanted)) throw new Refused(403, "outside the vault");
  const real = await realOf(wanted);
  if (!inside(root, real)) throw new Refused(403, "outside the vault");
  return wanted;
}

function inside(root, path) {
  return path === root || path.startsWith(root + sep);
}

async function realOf(path) {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    return join(await realOf(parent), relative(parent, path));
  }
}
