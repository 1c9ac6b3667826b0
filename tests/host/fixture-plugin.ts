// A small plugin that touches every part of the host; the host's own tests run it.
import * as obsidian from "obsidian";

class Panel extends obsidian.ItemView {
  override getViewType(): string {
    return "fixture-panel";
  }

  override getDisplayText(): string {
    return "Fixture";
  }

  override getIcon(): string {
    return "users";
  }

  override async onOpen(): Promise<void> {
    this.registerEvent(this.app.metadataCache.on("changed", () => this.draw()));
    this.draw();
  }

  private draw(): void {
    this.contentEl.empty();
    for (const file of this.app.vault.getMarkdownFiles()) {
      const circle: unknown = this.app.metadataCache.getFileCache(file)?.frontmatter?.["circle"];
      this.contentEl.createDiv({
        cls: "fixture-row",
        text: `${file.basename}: ${typeof circle === "string" ? circle : "-"}`,
      });
    }
  }
}

class Form extends obsidian.Modal {
  override onOpen(): void {
    this.setTitle("A form");
    let name = "";
    new obsidian.Setting(this.contentEl).setName("Name").addText((text) => text.onChange((value) => (name = value)));
    const done = (): void => {
      new obsidian.Notice(`Hello ${name}`);
      this.close();
    };
    new obsidian.Setting(this.contentEl).addButton((button) => button.setButtonText("Done").setCta().onClick(done));
    this.scope.register(["Mod"], "Enter", done);
  }
}

class Picker extends obsidian.FuzzySuggestModal<obsidian.TFile> {
  getItems(): obsidian.TFile[] {
    return this.app.vault.getMarkdownFiles();
  }

  getItemText(file: obsidian.TFile): string {
    return file.basename;
  }

  onChooseItem(file: obsidian.TFile): void {
    void this.app.vault.process(file, (text) => `${text}picked\n`);
  }
}

class Tab extends obsidian.PluginSettingTab {
  constructor(private readonly own: FixturePlugin) {
    super(own.app, own);
  }

  override getSettingDefinitions(): obsidian.SettingDefinitionItem[] {
    const plugin = this.own;
    const validate = (value: string): string | void => (value === "bad" ? "Not that one" : undefined);
    const shown = (): boolean => plugin.settings["on"] === true;
    return [
      { name: "Switch", control: { type: "toggle", key: "on" } },
      { name: "Only when on", visible: shown, control: { type: "text", key: "word", validate } },
      {
        type: "list",
        heading: "Folders",
        emptyState: "None yet",
        items: plugin.settings.folders.map((name) => ({ name })),
        onDelete: (index) => this.change(() => plugin.settings.folders.splice(index, 1)),
        addItem: { name: "Add folder", action: () => this.change(() => plugin.settings.folders.push("People")) },
      },
      {
        type: "page",
        name: "More",
        displayValue: () => "2 things",
        items: [{ name: "Folder", control: { type: "folder", key: "folder" } }],
      },
      { name: "Drawn by hand", render: (setting) => void setting.addButton((button) => button.setButtonText("Press")) },
      { name: "Run", action: () => void new obsidian.Notice("ran") },
    ];
  }

  private change(how: () => unknown): void {
    how();
    void this.own.saveData(this.own.settings);
    this.update();
  }
}

export default class FixturePlugin extends obsidian.Plugin {
  override settings: { folders: string[] } & Record<string, unknown> = { folders: [] };

  override async onload(): Promise<void> {
    Object.assign(this.settings, (await this.loadData()) as object | null);
    const open = (): Promise<unknown> => this.app.workspace.ensureSideLeaf("fixture-panel", "right", { active: true });
    this.registerView("fixture-panel", (leaf) => new Panel(leaf));
    this.addSettingTab(new Tab(this));
    this.addCommand({ id: "open-panel", name: "Open panel", callback: () => void open() });
    this.addCommand({ id: "form", name: "Form", callback: () => new Form(this.app).open() });
    this.addCommand({ id: "pick", name: "Pick", callback: () => new Picker(this.app).open() });
    this.addCommand({ id: "never", name: "Never", checkCallback: () => false });
    this.addCommand({ id: "insert", name: "Insert", editorCallback: (editor) => editor.replaceSelection("inserted") });
    this.addRibbonIcon("users", "Fixture", () => void open());
    this.addStatusBarItem().setText("2 people");
    this.registerMarkdownCodeBlockProcessor(
      "fixture",
      (source, el) => void el.createDiv({ cls: "fixture-block", text: source }),
    );
    this.registerObsidianProtocolHandler("fixture", ({ person }) => void new obsidian.Notice(`uri ${person ?? ""}`));
    this.registerCliHandler(
      "fixture:due",
      "Who is due",
      { limit: { value: "<n>", description: "How many" } },
      ({ limit }) => `due ${limit ?? "all"}`,
    );
    this.registerEvent(this.app.workspace.on("file-menu", (menu, file) => this.fillMenu(menu, file)));
    this.app.workspace.onLayoutReady(() =>
      this.registerEvent(this.app.vault.on("create", (file) => this.seen.push(file.path))),
    );
  }

  readonly seen: string[] = [];

  private fillMenu(menu: obsidian.Menu, file: obsidian.TAbstractFile): void {
    menu.addItem((item) =>
      item
        .setTitle(`Greet ${file.name}`)
        .setIcon("hand")
        .setSection("action")
        .onClick(() => void new obsidian.Notice(`hi ${file.name}`)),
    );
  }
}
