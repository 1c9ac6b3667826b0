import { Component, type App } from "obsidian";

/**
 * The paths of the vault, whatever their case and the way their accents are encoded, as most disks see them: looked
 * up for every one of thousands of new notes, so kept instead of searched for.
 */
export class PathIndex extends Component {
  private paths: Map<string, string> | null = null;

  constructor(private readonly app: App) {
    super();
  }

  override onload(): void {
    const { vault } = this.app;
    this.registerEvent(
      vault.on("create", ({ path }) => {
        this.add(path);
      }),
    );
    // A folder takes with it what lies in it, and another file may differ by its case alone: looked at anew.
    this.registerEvent(
      vault.on("delete", () => {
        this.paths = null;
      }),
    );
    this.registerEvent(
      vault.on("rename", () => {
        this.paths = null;
      }),
    );
  }

  /** What is at a path, as it is spelled there; null for nothing. */
  find(path: string): string | null {
    this.paths ??= new Map(this.app.vault.getAllLoadedFiles().map((file) => [folded(file.path), file.path]));
    const found = this.paths.get(folded(path));
    return found !== undefined && this.app.vault.getAbstractFileByPath(found) ? found : null;
  }

  add(path: string): void {
    this.paths?.set(folded(path), path);
  }
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
