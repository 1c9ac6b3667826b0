import type { WorkspaceLeaf } from "./leaf.ts";
import { Component } from "./component.ts";
import { TextFileView } from "./file-view.ts";
import type { TFile } from "./files.ts";
import { Menu } from "./menu.ts";
import { renderNote } from "./markdown-renderer.ts";
import { Editor } from "./textarea-editor.ts";

/** A note: its text in a textarea, or read as a rendered page. */
export class MarkdownView extends TextFileView {
  override icon = "file-text";
  readonly editor: Editor;
  hoverPopover = null;
  private mode: "source" | "preview" = "source";
  private readonly area: HTMLTextAreaElement;
  private readonly sourceEl: HTMLElement;
  private readonly previewEl: HTMLElement;
  private rendered: Component | undefined;
  /** Line breaks as the file has them; a textarea knows only \n. */
  private lineBreak = "\n";

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv({ cls: "markdown-source-view cm-s-obsidian mod-cm6" });
    this.area = this.sourceEl.createEl("textarea", {
      cls: "cm-content",
      attr: { spellcheck: "false", "aria-label": "Note text" },
    });
    this.previewEl = this.contentEl
      .createDiv({ cls: "markdown-reading-view" })
      .createDiv({ cls: "markdown-preview-view markdown-rendered" });
    this.previewEl.parentElement?.hide();
    const changed = (): void => {
      this.requestSave();
      this.app.workspace.trigger("editor-change", this.editor, this);
    };
    this.editor = new Editor(this.area, changed);
    this.area.addEventListener("input", changed);
    this.area.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const menu = new Menu();
      this.app.workspace.trigger("editor-menu", menu, this.editor, this);
      menu.showAtMouseEvent(event);
    });
    this.addAction(
      "book-open",
      "Toggle reading view",
      () => void this.setMode(this.mode === "source" ? "preview" : "source"),
    );
  }

  getViewType(): string {
    return "markdown";
  }

  getMode(): "source" | "preview" {
    return this.mode;
  }

  get currentMode(): { get(): string } {
    return { get: () => this.getViewData() };
  }

  get previewMode(): { containerEl: HTMLElement; rerender(): void; get(): string } {
    return { containerEl: this.previewEl, rerender: () => void this.drawPreview(), get: () => this.getViewData() };
  }

  getViewData(): string {
    return this.lineBreak === "\n" ? this.area.value : this.area.value.replaceAll("\n", this.lineBreak);
  }

  setViewData(data: string, _clear: boolean): void {
    const { selectionStart, selectionEnd } = this.area;
    this.lineBreak = data.includes("\r\n") ? "\r\n" : "\n";
    this.area.value = data;
    this.area.setSelectionRange(selectionStart, selectionEnd);
    if (this.mode === "preview") void this.drawPreview();
  }

  clear(): void {
    this.area.value = "";
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode };
  }

  override async setState(state: unknown): Promise<void> {
    await super.setState(state);
    const mode = (state as { mode?: unknown }).mode;
    if (mode === "preview" || mode === "source") await this.setMode(mode);
  }

  override setEphemeralState(state: unknown): void {
    const line = (state as { line?: unknown } | null)?.line;
    if (typeof line === "number") this.editor.setCursor({ line, ch: 0 });
  }

  override onPaneMenu(menu: Menu, source: string): void {
    if (this.file !== null) this.app.workspace.trigger("file-menu", menu, this.file, source, this.leaf);
  }

  override async onLoadFile(file: TFile): Promise<void> {
    await super.onLoadFile(file);
    this.area.setSelectionRange(0, 0);
  }

  override onunload(): void {
    this.rendered?.unload();
  }

  showSearch(): void {}

  focus(): void {
    if (this.mode === "source") this.area.focus();
  }

  async setMode(mode: "source" | "preview"): Promise<void> {
    if (mode === "preview") await this.save();
    this.mode = mode;
    this.sourceEl.toggle(mode === "source");
    this.previewEl.parentElement?.toggle(mode === "preview");
    if (mode === "preview") await this.drawPreview();
    this.app.workspace.trigger("layout-change");
  }

  private async drawPreview(): Promise<void> {
    this.rendered?.unload();
    this.rendered = new Component();
    this.rendered.load();
    const el = createDiv({ cls: "markdown-preview-sizer markdown-preview-section" });
    if (this.file !== null) el.createDiv({ cls: "inline-title", text: this.file.basename });
    this.previewEl.replaceChildren(el);
    await renderNote(this.app, this.data, el, this.file?.path ?? "", this.rendered);
  }
}
