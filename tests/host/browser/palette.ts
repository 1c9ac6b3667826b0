import type * as O from "obsidian";
import type { App } from "./app.ts";
import { FuzzySuggestModal } from "./suggest-modal.ts";

class CommandPalette extends FuzzySuggestModal<O.Command> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder("Select a command...");
  }

  override getItems(): O.Command[] {
    return this.app.commands.listCommands();
  }

  override getItemText(command: O.Command): string {
    return command.name;
  }

  override onChooseItem(command: O.Command): void {
    this.app.commands.executeCommandById(command.id);
  }
}

/** The app's own commands that a session needs. */
export function addAppCommands(app: App): void {
  const add = (id: string, name: string, callback: () => unknown, key?: string): void =>
    app.commands.addCommand({
      id,
      name,
      callback,
      ...(key === undefined ? {} : { hotkeys: [{ modifiers: ["Mod"], key }] }),
    });
  add("command-palette:open", "Open command palette", () => new CommandPalette(app).open(), "p");
  add("app:open-settings", "Open settings", () => app.setting.open(), ",");
  add("app:toggle-left-sidebar", "Toggle left sidebar", () => app.workspace.leftSplit.toggle());
  add("app:toggle-right-sidebar", "Toggle right sidebar", () => app.workspace.rightSplit.toggle());
  add("theme:toggle-light-dark", "Toggle light/dark mode", () => setTheme(app, app.isDarkMode() ? "light" : "dark"));
  app.commands.addCommand({
    id: "markdown:toggle-preview",
    name: "Toggle reading view",
    hotkeys: [{ modifiers: ["Mod"], key: "e" }],
    checkCallback: (checking) => {
      const view = app.workspace.activeEditor;
      if (view === null) return false;
      if (!checking) void view.setMode(view.getMode() === "source" ? "preview" : "source");
      return true;
    },
  });
  app.commands.addCommand({
    id: "editor:save-file",
    name: "Save current file",
    hotkeys: [{ modifiers: ["Mod"], key: "s" }],
    checkCallback: (checking) => {
      const view = app.workspace.activeEditor;
      if (view === null) return false;
      if (!checking) void view.save();
      return true;
    },
  });
}

export function setTheme(app: App, theme: "light" | "dark"): void {
  document.body.toggleClass("theme-dark", theme === "dark");
  document.body.toggleClass("theme-light", theme === "light");
  app.workspace.trigger("css-change");
}
