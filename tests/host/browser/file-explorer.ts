import { debounce } from "./debounce.ts";
import { TFile, TFolder, type TAbstractFile } from "./files.ts";
import { setIcon } from "./icons.ts";
import { Menu } from "./menu.ts";
import { Keymap } from "./scope.ts";
import { ItemView } from "./view.ts";

/** The app draws what is in view; here the first of a folder do. */
const MOST_SHOWN = 500;

/** The vault's folders and notes: opens them, and asks for the file menu. */
export class FileExplorerView extends ItemView {
  override icon = "folder-closed";
  private readonly closed = new Set<string>();
  private readonly drawSoon = debounce(() => this.draw(), 150, true);

  getViewType(): string {
    return "file-explorer";
  }

  getDisplayText(): string {
    return "Files";
  }

  override async onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    for (const name of ["create", "delete", "rename"]) this.registerEvent(vault.on(name, () => this.drawSoon()));
    this.registerEvent(workspace.on("file-open", () => this.markActive()));
    this.draw();
  }

  private draw(): void {
    const el = createDiv({ cls: "nav-files-container node-insert-event" });
    this.drawFolder(this.app.vault.getRoot(), el);
    this.contentEl.replaceChildren(el);
    this.markActive();
  }

  private drawFolder(folder: TFolder, el: HTMLElement): void {
    const rank = (file: TAbstractFile): string => `${file instanceof TFolder ? 0 : 1}${file.name.toLowerCase()}`;
    for (const file of [...folder.children].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, MOST_SHOWN)) {
      if (file instanceof TFolder) this.drawSubfolder(file, el);
      else this.drawFile(file as TFile, el);
    }
  }

  private drawSubfolder(folder: TFolder, el: HTMLElement): void {
    const box = el.createDiv({ cls: "tree-item nav-folder" });
    const title = box.createDiv({
      cls: "tree-item-self nav-folder-title is-clickable mod-collapsible",
      attr: { "data-path": folder.path, tabindex: 0, role: "button" },
    });
    setIcon(title.createDiv({ cls: "tree-item-icon collapse-icon" }), "chevron-down");
    title.createDiv({ cls: "tree-item-inner nav-folder-title-content", text: folder.name });
    const inside = box.createDiv({ cls: "tree-item-children nav-folder-children" });
    this.drawFolder(folder, inside);
    const show = (): void => {
      const closed = this.closed.has(folder.path);
      box.toggleClass("is-collapsed", closed);
      inside.toggle(!closed);
    };
    title.addEventListener("click", () => {
      if (!this.closed.delete(folder.path)) this.closed.add(folder.path);
      show();
    });
    show();
    this.addMenu(title, folder);
  }

  private drawFile(file: TFile, el: HTMLElement): void {
    const title = el.createDiv({ cls: "tree-item nav-file" }).createDiv({
      cls: "tree-item-self nav-file-title is-clickable",
      attr: { "data-path": file.path, tabindex: 0, role: "button" },
    });
    title.createDiv({ cls: "tree-item-inner nav-file-title-content", text: file.basename });
    if (file.extension !== "md") title.createDiv({ cls: "nav-file-tag", text: file.extension });
    const open = (event: MouseEvent | KeyboardEvent): void =>
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    title.addEventListener("click", open);
    title.addEventListener("keydown", (event) => event.key === "Enter" && open(event));
    this.addMenu(title, file);
  }

  private addMenu(el: HTMLElement, file: TAbstractFile): void {
    el.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const menu = new Menu();
      menu.addItem((item) =>
        item
          .setTitle("Delete")
          .setIcon("trash-2")
          .setSection("danger")
          .setWarning(true)
          .onClick(() => void this.app.fileManager.promptForDeletion(file)),
      );
      this.app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", this.leaf);
      menu.showAtMouseEvent(event);
    });
  }

  private markActive(): void {
    const path = this.app.workspace.getActiveFile()?.path;
    for (const el of this.contentEl.findAll(".nav-file-title"))
      el.toggleClass("is-active", el.dataset["path"] === path);
  }
}
