import type { PluginHost } from "../../plugin-host";
import { PANEL_VIEW, ReconnectPanelView } from "./reconnect-panel-view";

/** Opens the panel and hands it over; a second call finds the one that is open. */
export async function openPanel({ plugin }: PluginHost, then?: (view: ReconnectPanelView) => void): Promise<void> {
  const { workspace } = plugin.app;
  const leaf = await workspace.ensureSideLeaf(PANEL_VIEW, "right", { reveal: true, active: true });
  await workspace.revealLeaf(leaf);
  if (then && leaf.view instanceof ReconnectPanelView) then(leaf.view);
}
