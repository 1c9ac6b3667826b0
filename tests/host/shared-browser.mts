import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./find-chromium.mjs";

/** What Playwright turns off; the browser heeds only the last list that it is given. */
const PLAYWRIGHTS = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "PaintHolding",
  "OptimizationHints",
  "AimEnabled",
];
/** The address bar's lists are pages too, drawn beforehand in each window: a third of what opening a vault costs. */
const ADDRESS_BAR = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

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
      `--disable-features=${[...PLAYWRIGHTS, ...ADDRESS_BAR].join()}`,
      // A plugin that reaches out finds nobody; openVault records the attempt.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}
