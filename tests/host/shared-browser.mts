import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./find-chromium.mjs";

let launched: Promise<Browser> | undefined;

/** One Chromium for all vaults of a test file: starting it costs about a second. */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

export async function closeSharedBrowser(): Promise<void> {
  const browser = launched;
  launched = undefined;
  await (await browser)?.close();
}

function launch(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(asRoot ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // A plugin that reaches out finds nobody; openVault records the attempt.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}
