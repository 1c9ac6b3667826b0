import type * as O from "obsidian";
import type { App } from "./app.ts";

export class Commands {
  readonly commands: Record<string, O.Command> = {};

  constructor(private readonly app: App) {
    app.scope.register(null, null, (event) => this.onHotkey(event));
  }

  addCommand(command: O.Command): void {
    this.commands[command.id] = command;
  }

  removeCommand(id: string): void {
    delete this.commands[id];
  }

  findCommand(id: string): O.Command | undefined {
    return this.commands[id];
  }

  /** Those that can run now, as the palette shows them. */
  listCommands(): O.Command[] {
    return Object.values(this.commands).filter((command) => this.run(command, true));
  }

  executeCommandById(id: string): boolean {
    const command = this.commands[id];
    if (command === undefined || !this.run(command, true)) return false;
    this.run(command, false);
    return true;
  }

  private run(command: O.Command, checking: boolean): boolean {
    if (command.mobileOnly === true && !this.app.isMobile) return false;
    const view = this.app.workspace.activeEditor;
    if (command.editorCheckCallback !== undefined || command.editorCallback !== undefined) {
      if (view === null || view.getMode() !== "source" || view.file === null) return false;
      const editor = view.editor as unknown as O.Editor;
      const info = view as unknown as O.MarkdownView;
      if (command.editorCheckCallback !== undefined)
        return command.editorCheckCallback(checking, editor, info) !== false;
      if (!checking) command.editorCallback?.(editor, info);
      return true;
    }
    if (command.checkCallback !== undefined) {
      const answer = command.checkCallback(checking);
      return checking ? answer === true : true;
    }
    if (!checking) command.callback?.();
    return command.callback !== undefined;
  }

  private onHotkey(event: KeyboardEvent): false | undefined {
    for (const command of Object.values(this.commands)) {
      for (const { modifiers, key } of command.hotkeys ?? []) {
        const wanted = new Set(modifiers.map((modifier) => (modifier === "Mod" ? "Ctrl" : modifier)));
        const fits =
          key.toLowerCase() === event.key.toLowerCase() &&
          wanted.has("Ctrl") === event.ctrlKey &&
          wanted.has("Shift") === event.shiftKey &&
          wanted.has("Alt") === event.altKey &&
          wanted.has("Meta") === event.metaKey;
        if (!fits) continue;
        this.executeCommandById(command.id);
        return false;
      }
    }
    return undefined;
  }
}
