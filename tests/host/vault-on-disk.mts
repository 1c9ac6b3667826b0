import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type VaultSource = string | Readonly<Record<string, string>>;

/** A temporary folder with a copy of a vault, or with the notes given. */
export async function vaultOnDisk(source: VaultSource): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "reconnect-vault-"));
  if (typeof source === "string") {
    await cp(source, dir, { recursive: true });
    return dir;
  }
  for (const [path, text] of Object.entries(source)) {
    const full = join(dir, path);
    if (path.endsWith("/")) await mkdir(full, { recursive: true });
    else {
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, text);
    }
  }
  return dir;
}
