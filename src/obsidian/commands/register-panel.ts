import { Notice } from "obsidian";
import { showEveryone, startAfresh } from "../../core/lists/fresh-start";
import { placeQuery, placesOf } from "../../core/today/people-query";
import { words } from "../../core/words/words";
import { openImport } from "./register-import";
import { openNewPerson } from "./register-new-person";
import { PickTextModal } from "../forms/pick-text-modal";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "./register-commands";
import { todayHere } from "../adapter/calendar-day";
import { DeviceVisits } from "../adapter/device-visits";
import { registerSignals } from "../views/gentle-signals";
import { PanelHost } from "../views/panel/panel-host";
import { PANEL_VIEW, ReconnectPanelView } from "../views/panel/reconnect-panel-view";
import { openTriage } from "../forms/triage-modal";

/** Registers the sidebar panel, the ways to open it, and its gentle signals. */
export function registerPanel(host: PluginHost, setUp: () => void): void {
  const { plugin } = host;
  const { commands } = words;
  const visits = new DeviceVisits(plugin.app);
  const unfold = (): void => {
    visits.set(showEveryone(visits.get()));
  };
  const afresh = (): void => {
    visits.set(startAfresh(visits.get(), todayHere()));
    new Notice(words.panel.fresh.started);
  };
  const whoIsIn = (): void => {
    pickPlace(
      host,
      (place) =>
        void openPanel(host, (view) => {
          view.search(placeQuery(place));
        }),
    );
  };
  const triage = (): void => void openTriage(host);
  const panel = new PanelHost(host, visits, setUp, unfold, {
    whoIsIn,
    triage,
    newPerson: () => {
      openNewPerson(host);
    },
    importPeople: () => {
      openImport(host);
    },
    startAfresh: afresh,
    showEveryone: unfold,
  });
  const open = (): void => void openPanel(host);
  plugin.registerView(PANEL_VIEW, (leaf) => new ReconnectPanelView(leaf, panel));
  plugin.addRibbonIcon("users-round", words.panel.title, open);
  plugin.addCommand({ id: "open-panel", name: commands.openPanel, callback: open });
  plugin.addCommand({
    id: "search",
    name: commands.search,
    callback: () =>
      void openPanel(host, (view) => {
        view.search("");
      }),
  });
  plugin.addCommand({ id: "who-is-in", name: commands.whoIsIn, callback: whoIsIn });
  plugin.addCommand({ id: "start-afresh", name: commands.startAfresh, callback: afresh });
  plugin.addCommand({ id: "triage", name: commands.triage, callback: triage });
  addPersonCommand(
    host,
    "show-card",
    commands.showCard,
    (person) =>
      void openPanel(host, (view) => {
        view.showCard(person.path);
      }),
  );
  registerSignals(host, panel, open);
}

/** Opens the panel and hands it over; a second call finds the one that is open. */
async function openPanel({ plugin }: PluginHost, then?: (view: ReconnectPanelView) => void): Promise<void> {
  const { workspace } = plugin.app;
  const leaf = await workspace.ensureSideLeaf(PANEL_VIEW, "right", { reveal: true, active: true });
  await workspace.revealLeaf(leaf);
  if (then && leaf.view instanceof ReconnectPanelView) then(leaf.view);
}

function pickPlace({ plugin, index }: PluginHost, onPick: (place: string) => void): void {
  new PickTextModal(
    plugin.app,
    words.pick.place,
    placesOf(new Set(index.people().flatMap(({ place }) => place ?? []))),
    onPick,
  ).open();
}
