import type { Person } from "../../core/people/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { PANEL_VIEW, ReconnectPanelView } from "./reconnect-panel-view";

/** Registers the sidebar panel and the ways to open it. */
export function registerPanel(host: PluginHost, setUp: () => void): void {
  const { plugin } = host;
  const open = (): void => void openPanel(host);
  plugin.registerView(PANEL_VIEW, (leaf) => new ReconnectPanelView(leaf, { ...host, handlers: panelHandlers(host, setUp) }));
  plugin.addRibbonIcon("users-round", words.panel.title, open);
  plugin.addCommand({ id: "open-panel", name: words.commands.openPanel, callback: open });
}

async function openPanel({ plugin }: PluginHost): Promise<void> {
  const { workspace } = plugin.app;
  const leaf = await workspace.ensureSideLeaf(PANEL_VIEW, "right", { reveal: true, active: true });
  await workspace.revealLeaf(leaf);
}

function panelHandlers({ index, desk, actions }: PluginHost, setUp: () => void): ConstructorParameters<typeof ReconnectPanelView>[1]["handlers"] {
  const onPerson = (path: string, act: (person: Person) => void): void => {
    const person = index.person(path);
    if (person) act(person);
  };
  return {
    setUp,
    open: (row, newLeaf) => void desk.openNote(row.path, row.line, newLeaf),
    logTouch: (row) => { onPerson(row.path, (person) => { actions.logTouch([person]); }); },
    snooze: (row, at) => { onPerson(row.path, (person) => { actions.snoozeMenu(person, at); }); },
  };
}
