import type * as O from "obsidian";
import type { App } from "./app.ts";
import { Component } from "./component.ts";
import { addInline } from "./markdown-inline.ts";
import { parseMetadata } from "./metadata-parse.ts";

export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

type Processor = ((el: HTMLElement, ctx: O.MarkdownPostProcessorContext) => unknown) & { sortOrder?: number };
type CodeHandler = (source: string, el: HTMLElement, ctx: O.MarkdownPostProcessorContext) => unknown;

export class MarkdownPreviewRenderer {
  static readonly processors: Processor[] = [];
  static readonly codeHandlers = new Map<string, CodeHandler>();

  static registerPostProcessor(processor: Processor, sortOrder = 0): void {
    processor.sortOrder = sortOrder;
    this.processors.push(processor);
    this.processors.sort((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0));
  }

  static unregisterPostProcessor(processor: Processor): void {
    this.processors.remove(processor);
  }
}

export class MarkdownRenderer extends MarkdownRenderChild {
  /** Straight into the element, with nothing around it; processors are asked once, for all of it. */
  static async render(
    app: App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    const note = readNote(markdown, sourcePath, component);
    const ctx = { ...note.context, getSectionInfo: () => null };
    const jobs = note.blocks.map(({ type, lines }) => drawBlock(app, type, lines, el, ctx));
    await Promise.all([...jobs, ...runProcessors(el, ctx)]);
  }
}

/** A note as it is read: each block in an element of its own, for which processors are asked. */
export async function renderNote(
  app: App,
  markdown: string,
  el: HTMLElement,
  sourcePath: string,
  component: Component,
): Promise<void> {
  const note = readNote(markdown, sourcePath, component);
  const jobs = note.blocks.flatMap(({ type, lines, lineStart, lineEnd }) => {
    const block = el.createDiv({ cls: `el-${type}` });
    const ctx = { ...note.context, getSectionInfo: () => ({ text: note.text, lineStart, lineEnd }) };
    return [drawBlock(app, type, lines, block, ctx), ...runProcessors(block, ctx)];
  });
  await Promise.all(jobs);
}

/** Paragraphs, headings, lists, tasks, quotes and code. */
function readNote(markdown: string, sourcePath: string, component: Component) {
  const text = markdown.replaceAll("\r\n", "\n");
  const { sections = [], frontmatter } = parseMetadata(text);
  const lines = text.split("\n");
  const blocks = sections
    .filter(({ type }) => type !== "yaml" && type !== "comment")
    .map(({ type, position: { start, end } }) => ({
      type,
      lines: lines.slice(start.line, end.line + 1),
      lineStart: start.line,
      lineEnd: end.line,
    }));
  const addChild = (child: O.MarkdownRenderChild): void => void component.addChild(child as unknown as Component);
  return { text, blocks, context: { docId: sourcePath, sourcePath, frontmatter, addChild } };
}

function runProcessors(el: HTMLElement, ctx: O.MarkdownPostProcessorContext): unknown[] {
  return MarkdownPreviewRenderer.processors.map((processor) => processor(el, ctx));
}

function drawBlock(
  app: App,
  type: string,
  lines: string[],
  el: HTMLElement,
  ctx: O.MarkdownPostProcessorContext,
): unknown {
  const inline = (target: HTMLElement, text: string): void => addInline(app, target, text, ctx.sourcePath);
  switch (type) {
    case "heading": {
      const match = /^ {0,3}(#{1,6})\s*(.*)$/.exec(lines[0] ?? "");
      const level = (match?.[1]?.length ?? 1) as 1 | 2 | 3 | 4 | 5 | 6;
      inline(el.createEl(`h${level}`, { attr: { "data-heading": match?.[2] ?? "" } }), match?.[2] ?? "");
      return undefined;
    }
    case "code":
      return drawCode(lines, el, ctx);
    case "list":
      drawList(lines, el, inline);
      return undefined;
    case "thematicBreak":
      el.createEl("hr");
      return undefined;
    case "blockquote":
    case "callout":
      inline(el.createEl("blockquote").createEl("p"), lines.map((line) => line.replace(/^ {0,3}> ?/, "")).join("\n"));
      return undefined;
    default:
      inline(el.createEl("p"), lines.join("\n"));
      return undefined;
  }
}

function drawCode(lines: string[], el: HTMLElement, ctx: O.MarkdownPostProcessorContext): unknown {
  const language = /^ {0,3}(?:`{3,}|~{3,})\s*([^\s`]*)/.exec(lines[0] ?? "")?.[1] ?? "";
  const source = lines.slice(1, -1).join("\n");
  const handler = MarkdownPreviewRenderer.codeHandlers.get(language);
  if (handler !== undefined) return handler(source, el.createDiv({ cls: `block-language-${language}` }), ctx);
  el.createEl("pre", { cls: `language-${language}` }).createEl("code", { cls: `language-${language}`, text: source });
  return undefined;
}

function drawList(lines: string[], el: HTMLElement, inline: (target: HTMLElement, text: string) => void): void {
  const open: { indent: number; list: HTMLElement; item: HTMLElement }[] = [];
  for (const [index, line] of lines.entries()) {
    const match = /^([ \t]*)([-*+]|\d+[.)])\s+(?:\[(.)\]\s+)?(.*)$/.exec(line);
    if (match === null) {
      const item = open[open.length - 1]?.item;
      if (item !== undefined && line.trim() !== "") {
        item.createEl("br");
        inline(item, line.trim());
      }
      continue;
    }
    const indent = (match[1] ?? "").replaceAll("\t", "    ").length;
    while (open.length > 0 && (open[open.length - 1]?.indent ?? 0) > indent) open.pop();
    let level = open[open.length - 1];
    if (level === undefined || level.indent < indent) {
      const list = (level?.item ?? el).createEl(/\d/.test(match[2] ?? "") ? "ol" : "ul", {
        cls: match[3] === undefined ? "" : "contains-task-list",
      });
      level = { indent, list, item: list };
      open.push(level);
    }
    level.item = level.list.createEl("li", { attr: { "data-line": index } });
    if (match[3] !== undefined) {
      level.item.addClass("task-list-item");
      level.item.setAttribute("data-task", match[3] === " " ? "" : match[3]);
      const box = level.item.createEl("input", { cls: "task-list-item-checkbox", type: "checkbox" });
      box.checked = match[3] !== " ";
      box.setAttribute("aria-label", (match[4] ?? "").trim());
    }
    inline(level.item, match[4] ?? "");
  }
}
