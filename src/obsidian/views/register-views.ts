import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { ReconnectBlock } from "./block/reconnect-block";
import { GARDEN_VIEW, GardenView } from "./garden/garden-view";
import { registerSignals } from "./gentle-signals";
import { PanelHost } from "./panel/panel-host";
import { PANEL_VIEW, ReconnectPanelView } from "./panel/reconnect-panel-view";

/** Registers the sidebar panel with its signals, the garden, and the `reconnect` code block. */
export function registerViews(host: PluginHost): void {
  const { plugin } = host;
  const panel = new PanelHost(host);
  const openPanel = (): void => {
    host.do("panel");
  };
  plugin.registerView(PANEL_VIEW, (leaf) => new ReconnectPanelView(leaf, panel));
  plugin.addRibbonIcon("users-round", words.panel.title, openPanel);
  registerSignals(host, panel, openPanel);
  plugin.registerView(GARDEN_VIEW, (leaf) => new GardenView(leaf, host));
  plugin.addRibbonIcon("sprout", words.garden.title, () => {
    host.do("garden");
  });
  plugin.registerMarkdownCodeBlockProcessor("reconnect", (source, el, context) => {
    context.addChild(new ReconnectBlock(el, source, host, host.tasks));
  });
}
