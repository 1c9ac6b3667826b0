import type { App } from "./app.ts";
import { parentPath, type TAbstractFile, type TFile, type TFolder } from "./files.ts";
import { ConfirmationModal } from "./confirmation-modal.ts";
import { getFrontMatterInfo, parseYaml, stringifyYaml } from "./yaml.ts";

export class FileManager {
  constructor(private readonly app: App) {}

  getNewFileParent(sourcePath: string): TFolder {
    const { vault } = this.app;
    const where = vault.getConfig("newFileLocation");
    const folder =
      where === "current"
        ? parentPath(sourcePath)
        : where === "folder"
          ? String(vault.getConfig("newFileFolderPath"))
          : "/";
    return vault.getFolderByPath(folder) ?? vault.getRoot();
  }

  renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    return this.app.vault.rename(file, newPath);
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file);
  }

  promptForDeletion(file: TAbstractFile): Promise<boolean> {
    return new Promise((decided) => {
      let deleted = false;
      const modal = new ConfirmationModal(this.app);
      modal.setTitle("Delete file").setContent(`Are you sure you want to delete “${file.name}”?`);
      modal.addButton((button) =>
        button
          .setButtonText("Delete")
          .setWarning()
          .onClick(async () => {
            deleted = true;
            await this.trashFile(file);
          }),
      );
      modal.addCancelButton();
      modal.setCloseCallback(() => decided(deleted));
      modal.open();
    });
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias = ""): string {
    const linktext = this.app.metadataCache.fileToLinktext(file, sourcePath);
    if (this.app.vault.getConfig("useMarkdownLinks") === true) {
      const url = encodeURI(file.extension === "md" ? `${linktext}.md` : linktext) + subpath;
      return `[${alias === "" ? file.basename : alias}](${url})`;
    }
    const shown = alias === "" || alias === linktext ? "" : `|${alias}`;
    return `[[${linktext}${subpath}${shown}]]`;
  }

  /** Rewrites the whole block, as the app does: comments and quoting are lost. */
  async processFrontMatter(file: TFile, change: (frontmatter: Record<string, unknown>) => void): Promise<void> {
    await this.app.vault.process(file, (text) => {
      const info = getFrontMatterInfo(text);
      const value = (info.exists ? parseYaml(info.frontmatter) : null) ?? {};
      change(value as Record<string, unknown>);
      const yaml = Object.keys(value).length === 0 ? "" : stringifyYaml(value);
      if (info.exists) return text.slice(0, info.from) + yaml + text.slice(info.to);
      return yaml === "" ? text : `---\n${yaml}---\n${text}`;
    });
  }

  async getAvailablePathForAttachment(filename: string, sourcePath = ""): Promise<string> {
    const folder = this.getNewFileParent(sourcePath).path;
    return folder === "/" ? filename : `${folder}/${filename}`;
  }
}
