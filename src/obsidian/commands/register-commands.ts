import { Notice, TFile, type Editor, type Menu } from "obsidian";
import type { Command } from "../../core/actions/action";
import { ACTIONS, COMMANDS } from "../../core/actions/catalogue";
import { findPerson } from "../../core/index/find-person";
import type { Person } from "../../core/index/person";
import { partsOf } from "../../core/words/parts";
import { words } from "../../core/words/words";
import { PickPersonModal } from "../forms/pick-person-modal";
import { peopleInNote } from "../forms/touches/note-people";
import { onceListed } from "./once-listed";
import type { PluginHost, Subject } from "../plugin-host";
import { CAN_OPEN } from "./forms";

/** Registers what the actions declare: entries of the palette, of the menus of notes, and links. */
export function registerCommands(host: PluginHost): void {
  const { plugin } = host;
  const { workspace } = plugin.app;
  for (const command of COMMANDS) registerCommand(host, command);
  const addTo = (menu: Menu, file: TFile | null, editor?: Editor): void => {
    const inEditor = (one: Command): number => (one.on === "editor" ? 0 : 1);
    for (const command of [...COMMANDS].sort((a, b) => inEditor(a) - inEditor(b))) {
      const { noteMenu } = command;
      const subject = noteMenu && subjectIn(host, command, file, editor);
      if (!noteMenu || !subject) continue;
      const run = (): void => {
        host.do(command.does, subject);
      };
      menu.addItem((item) => item.setTitle(noteMenu.label).setIcon(noteMenu.icon).onClick(run));
    }
  };
  plugin.registerEvent(
    workspace.on("file-menu", (menu, file) => {
      addTo(menu, file instanceof TFile ? file : null);
    }),
  );
  plugin.registerEvent(
    workspace.on("editor-menu", (menu, editor, info) => {
      addTo(menu, info.file, editor);
    }),
  );
  plugin.registerObsidianProtocolHandler(plugin.manifest.id, (params) => {
    onceListed(host.index, () => {
      followLink(host, params);
    });
  });
}

function registerCommand(host: PluginHost, command: Command): void {
  const { id, label: name, on } = command;
  const { plugin, index } = host;
  const checked = (checking: boolean, editor?: Editor): boolean => {
    const subject = subjectIn(host, command, plugin.app.workspace.getActiveFile(), editor);
    if (subject && !checking) host.do(command.does, subject);
    return subject !== null;
  };
  if (on === "editor") plugin.addCommand({ id, name, editorCheckCallback: checked });
  else if (on !== "person") plugin.addCommand({ id, name, checkCallback: checked });
  else
    plugin.addCommand({
      id,
      name,
      callback: () => {
        if (checked(false)) return;
        if (!host.settings.get().confirmed) {
          host.do("set-up");
          return;
        }
        const run = (person: Person): void => {
          host.do(command.does, { people: [person] });
        };
        const { offersFirst } = command;
        const context = host.runner.context();
        new PickPersonModal(plugin.app, index.people(), run, (person) => offersFirst?.(context, person) ?? null).open();
      },
    });
}

/** What a command acts on in a note; null where it cannot be used there. */
function subjectIn(host: PluginHost, command: Command, file: TFile | null, editor?: Editor): Subject | null {
  const { on, does, given = {} } = command;
  const people =
    on === "people-in-note"
      ? file && peopleInNote(host, file)
      : on === "person" || on === "this-person"
        ? [file && host.index.person(file.path)].filter((one) => one != null)
        : null;
  const subject = { people: people ?? [], given, ...(editor ? { editor } : {}) };
  const suits = people
    ? people.length > 0
    : on === "editor"
      ? editor !== undefined
      : on !== "note" || file?.extension === "md";
  return suits && (typeof does !== "string" || CAN_OPEN[does]?.(host, subject) !== false) ? subject : null;
}

/**
 * `obsidian://reconnect?do=touch&person=Ada`: any page can hold such a link, so the form is shown and nothing is
 * written.
 */
function followLink(host: PluginHost, params: Readonly<Record<string, string | undefined>>): void {
  const action = ACTIONS.find(({ id, link }) => link && id === params["do"]);
  if (!action?.link) {
    new Notice(words.touches.badLink(params["do"] ?? ""));
    return;
  }
  const names = partsOf(params["person"] ?? "", ";");
  const results = names.slice(0, 50).map((name) => findPerson(host.index.people(), name));
  for (const result of results) if (!result.ok) new Notice(result.problem.message);
  const people = results.flatMap((result) => (result.ok ? [result.person] : []));
  if (names.length === 0 || people.length > 0) host.do(action.link, { people, given: params });
}
