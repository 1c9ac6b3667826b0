import { expect } from "vitest";
import { axeFindings } from "./accessible.mts";
import type { OpenVault } from "../host/open-vault.mts";

/** What no screen may have: a finding of axe, a word that scolds, something that sticks out sideways. */
export async function expectWell(vault: OpenVault, name: string, selector: string): Promise<void> {
  expect(await axeFindings(vault, selector), name).toEqual([]);
  const el = vault.page.locator(selector);
  expect(await el.textContent(), name).not.toMatch(/overdue|neglect/i);
  expect(await el.evaluate((one) => one.scrollWidth - one.clientWidth), name).toBeLessThanOrEqual(0);
}
