import { Notice, TFile, type Menu } from "obsidian";
import { draftOfLink } from "../../core/actions/touch-link";
import { findPerson } from "../../core/index/find-person";
import { words } from "../../core/words/words";
import { onceListed } from "./once-listed";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "./register-commands";
import { offerOnComingBack } from "./coming-back";
import { peopleInNote } from "../forms/touches/note-people";
import { showTouches } from "../forms/touches/touch-history";
import { partsOf } from "../../core/words/parts";

/** Registers every way in to a touch, and what looks through and changes those there are. */
export function registerTouches(host: PluginHost): void {
  const { plugin, actions } = host;
  const { workspace } = plugin.app;
  plugin.addCommand({
    id: "quick-log",
    name: words.commands.quickLog,
    callback: () => {
      actions.logTouch([]);
    },
  });
  plugin.addCommand({
    id: "log-touch-in-note",
    name: words.commands.logTouchInNote,
    checkCallback: (checking) => {
      const file = workspace.getActiveFile();
      const people = file ? peopleInNote(host, file) : [];
      if (people.length > 0 && !checking) actions.logTouch(people);
      return people.length > 0;
    },
  });
  addPersonCommand(host, "touches", words.commands.touches, (person) => {
    showTouches(host, person.path);
  });
  plugin.registerEvent(
    workspace.on("file-menu", (menu, file) => {
      addToMenu(host, menu, file instanceof TFile ? file : null);
    }),
  );
  plugin.registerEvent(
    workspace.on("editor-menu", (menu, _editor, info) => {
      addToMenu(host, menu, info.file);
    }),
  );
  plugin.registerObsidianProtocolHandler(plugin.manifest.id, (params) => {
    onceListed(host.index, () => {
      followLink(host, params);
    });
  });
  offerOnComingBack(host);
}

function addToMenu(host: PluginHost, menu: Menu, file: TFile | null): void {
  if (!file) return;
  const person = host.index.person(file.path);
  if (person) {
    menu.addItem((item) =>
      item
        .setTitle(words.commands.logTouchHere)
        .setIcon("message-circle-plus")
        .onClick(() => {
          host.actions.logTouch([person]);
        }),
    );
    menu.addItem((item) =>
      item
        .setTitle(words.touches.menu)
        .setIcon("history")
        .onClick(() => {
          showTouches(host, person.path);
        }),
    );
  }
  const people = peopleInNote(host, file);
  if (people.length > 0) {
    menu.addItem((item) =>
      item
        .setTitle(words.commands.logTouchInNote)
        .setIcon("users-round")
        .onClick(() => {
          host.actions.logTouch(people);
        }),
    );
  }
}

/** `obsidian://reconnect?do=touch&person=Ada`: any page can hold such a link, so the form is shown and nothing is written. */
function followLink({ index, actions }: PluginHost, params: Readonly<Record<string, string | undefined>>): void {
  if (params["do"] !== "touch") {
    new Notice(words.touches.badLink(params["do"] ?? ""));
    return;
  }
  const names = partsOf(params["person"] ?? "", ";");
  const results = names.slice(0, 50).map((name) => findPerson(index.people(), name));
  for (const result of results) if (!result.ok) new Notice(result.problem.message);
  const people = results.flatMap((result) => (result.ok ? [result.person] : []));
  if (names.length === 0 || people.length > 0) actions.logTouch(people, draftOfLink(params));
}
