import type { Person } from "../../core/index/person";
import { words } from "../../core/words/words";
import { PickPersonModal } from "../forms/pick-person-modal";
import type { PluginHost } from "../plugin-host";

/** Registers the commands that act on one person, and undo. */
export function registerCommands(host: PluginHost): void {
  const { plugin, desk, actions } = host;
  const { commands } = words;
  plugin.addCommand({ id: "undo", name: commands.undo, callback: () => void desk.undo() });
  plugin.addCommand({ id: "redo", name: commands.redo, callback: () => void desk.redo() });
  addPersonCommand(host, "log-touch", commands.logTouch, (person) => {
    actions.logTouch([person]);
  });
  plugin.addCommand({
    id: "log-touch-here",
    name: commands.logTouchHere,
    checkCallback: (checking) => {
      const here = activePerson(host);
      if (here && !checking) actions.logTouch([here]);
      return here !== undefined;
    },
  });
  addPersonCommand(host, "snooze", commands.snooze, (person) => {
    actions.snooze([person]);
  });
  addPersonCommand(host, "unsnooze", commands.unsnooze, (person) => {
    actions.unsnooze([person]);
  });
  addPersonCommand(host, "skip", commands.skip, (person) => {
    actions.skip([person]);
  });
  addPersonCommand(host, "pause", commands.pause, (person) => {
    actions.pause([person]);
  });
  addPersonCommand(host, "resume", commands.resume, (person) => {
    actions.resume([person]);
  });
  addPersonCommand(host, "let-go", commands.letGo, (person) => {
    actions.letGo([person]);
  });
  addPersonCommand(host, "add-to-week", commands.addToWeek, (person) => {
    actions.addToWeek([person]);
  });
  addPersonCommand(host, "close", commands.close, (person) => {
    actions.close([person]);
  });
  addPersonCommand(host, "reopen", commands.reopen, (person) => {
    actions.reopen([person]);
  });
  addPersonCommand(host, "set-cadence", commands.setCadence, (person) => {
    actions.setCadence([person]);
  });
  addPersonCommand(host, "set-circle", commands.setCircle, (person) => {
    actions.setCircle([person]);
  });
}

/** A command on the person whose note is open; elsewhere it asks whom. */
export function addPersonCommand(host: PluginHost, id: string, name: string, run: (person: Person) => void): void {
  host.plugin.addCommand({
    id,
    name,
    callback: () => {
      const here = activePerson(host);
      if (here) run(here);
      else new PickPersonModal(host.plugin.app, host.index.people(), run).open();
    },
  });
}

/** The person whose note is in front. */
function activePerson({ plugin, index }: PluginHost): Person | undefined {
  const file = plugin.app.workspace.getActiveFile();
  return file ? index.person(file.path) : undefined;
}
