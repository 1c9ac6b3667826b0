import type { Plugin } from "obsidian";
import type { Person } from "../core/people/person";
import { words } from "../core/words/words";
import type { ActionDesk } from "./action-desk";
import { PickPersonModal } from "./modals/pick-person-modal";
import type { PersonActions } from "./person-actions";

/** What the commands need beside the plugin itself. */
export interface CommandHost {
  readonly desk: ActionDesk;
  readonly actions: PersonActions;
  readonly openPanel: () => void;
  readonly setUp: () => void;
}

/** Registers every command of the palette. */
export function registerCommands(plugin: Plugin, host: CommandHost): void {
  const { desk, actions } = host;
  const { commands } = words;
  const simple = (id: string, name: string, run: () => void): void => {
    plugin.addCommand({ id, name, callback: run });
  };
  /** On the person whose note is open; otherwise the command asks whom. */
  const onPerson = (id: string, name: string, run: (person: Person) => void): void => {
    simple(id, name, () => {
      const here = activePerson(plugin, desk);
      if (here) run(here);
      else new PickPersonModal(plugin.app, desk.index.people(), run).open();
    });
  };
  simple("open-panel", commands.openPanel, host.openPanel);
  simple("choose-people", commands.setUp, host.setUp);
  simple("undo", commands.undo, () => void desk.undo());
  simple("redo", commands.redo, () => void desk.redo());
  onPerson("log-touch", commands.logTouch, (person) => { actions.logTouch([person]); });
  plugin.addCommand({
    id: "log-touch-here",
    name: commands.logTouchHere,
    checkCallback: (checking) => {
      const here = activePerson(plugin, desk);
      if (here && !checking) actions.logTouch([here]);
      return here !== undefined;
    },
  });
  onPerson("snooze", commands.snooze, (person) => { actions.snooze(person); });
  onPerson("unsnooze", commands.unsnooze, (person) => { actions.unsnooze(person); });
  onPerson("skip", commands.skip, (person) => { actions.skip(person); });
  onPerson("pause", commands.pause, (person) => { actions.pause(person); });
  onPerson("resume", commands.resume, (person) => { actions.resume(person); });
  onPerson("close", commands.close, (person) => { actions.close(person); });
  onPerson("set-cadence", commands.setCadence, (person) => { actions.setCadence(person); });
  onPerson("set-circle", commands.setCircle, (person) => { actions.setCircle(person); });
}

function activePerson(plugin: Plugin, desk: ActionDesk): Person | undefined {
  const file = plugin.app.workspace.getActiveFile();
  return file ? desk.index.person(file.path) : undefined;
}
