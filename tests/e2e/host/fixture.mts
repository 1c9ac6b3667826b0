import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { openVault, type OpenVault, type OpenVaultOptions } from "../../host/open-vault.mts";

const entry = fileURLToPath(new URL("../../host/fixture-plugin.ts", import.meta.url));
const manifest = {
  id: "fixture",
  name: "Fixture",
  version: "1.0.0",
  minAppVersion: "1.13.0",
  author: "",
  description: "",
};
const outfile = fileURLToPath(new URL("../../../node_modules/.cache/fixture-plugin/main.js", import.meta.url));
let built: Promise<string> | undefined;

/** Opens a vault with the fixture plugin instead of ours. */
export async function openFixture(options: OpenVaultOptions = {}): Promise<OpenVault> {
  built ??= bundle();
  return openVault({ mainJs: await built, styles: "", manifest, ...options });
}

async function bundle(): Promise<string> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "cjs",
    external: ["obsidian"],
    target: "chrome120",
    logLevel: "silent",
  });
  return outfile;
}
