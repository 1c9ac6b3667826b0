import type { AxeFinding, OpenVault } from "../host/open-vault.mts";

/** What the app draws by itself, in its own colours and markup, whatever a plugin asks for. */
const APPS_OWN = /class="[^"]*\b(?:mod-cta|search-input-clear-button)\b/;

/** What axe finds on a page that is ours to mend. */
export async function axeFindings(vault: OpenVault, selector = "body"): Promise<AxeFinding[]> {
  const findings = await vault.axe(selector);
  return findings
    .map((finding) => ({ ...finding, nodes: finding.nodes.filter(({ html }) => !APPS_OWN.test(html)) }))
    .filter(({ nodes }) => nodes.length > 0);
}
