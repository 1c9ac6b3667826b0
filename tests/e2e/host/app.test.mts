import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenVault } from "../../host/open-vault.mts";
import { openFixture } from "./fixture.mts";

// What a plugin meets in the app, and what the host once did otherwise.

const MODULES = [
  "@codemirror/autocomplete",
  "@codemirror/collab",
  "@codemirror/commands",
  "@codemirror/language",
  "@codemirror/lint",
  "@codemirror/search",
  "@codemirror/state",
  "@codemirror/view",
  "@lezer/common",
  "@lezer/highlight",
  "@lezer/lr",
];
const CURIOUS = `
const { ItemView, MarkdownRenderer, Plugin, setIcon } = require("obsidian");
class View extends ItemView {
  getViewType() {
    return "curious";
  }
  getDisplayText() {
    return "Curious";
  }
}
module.exports = class extends Plugin {
  onload() {
    this.modules = Object.fromEntries(${JSON.stringify(MODULES)}.map((name) => [name, require(name)]));
    this.daily = this.app.internalPlugins.getEnabledPluginById("daily-notes")?.options;
    this.registerView("curious", (leaf) => new View(leaf));
    this.setIcon = setIcon;
    this.asked = [];
    this.registerMarkdownPostProcessor((el, ctx) => this.asked.push([el.className, ctx.getSectionInfo(el)]));
    this.render = (text, el) => MarkdownRenderer.render(this.app, text, el, "a.md", this);
  }
};`;

/** The plugin above, as the page has it. */
interface Curious {
  readonly modules: Record<string, Record<string, (...given: unknown[]) => unknown>>;
  readonly asked: unknown[];
  render(text: string, el: HTMLElement): Promise<void>;
  readonly setIcon: (el: HTMLElement, id: string) => void;
  readonly daily: unknown;
}

let folder: string;
let host: OpenVault;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "curious-"));
  await writeFile(join(folder, "main.js"), CURIOUS);
  host = await openFixture({ mainJs: join(folder, "main.js"), vault: { "a.md": "# One\n\nTwo\n" } });
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

test.each(MODULES)("a plugin may require %s", async (name) => {
  const names = await host.page.evaluate(
    (name) => Object.keys((window.host.plugin as unknown as Curious).modules[name] ?? {}),
    name,
  );
  expect(names.length).toBeGreaterThan(3);
});

test("the parts of the editor fit together, and are no second copies of each other", async () => {
  const texts = await host.page.evaluate(() => {
    const { modules } = window.host.plugin as unknown as Curious;
    const from = (name: string) => modules[`@codemirror/${name}`] as unknown as Record<string, never>;
    const { EditorState } = from("state") as unknown as typeof import("@codemirror/state");
    const { EditorView } = from("view") as unknown as typeof import("@codemirror/view");
    const { history, undo } = from("commands") as unknown as typeof import("@codemirror/commands");
    const { bracketMatching } = from("language") as unknown as typeof import("@codemirror/language");
    const { search } = from("search") as unknown as typeof import("@codemirror/search");
    const { autocompletion } = from("autocomplete") as unknown as typeof import("@codemirror/autocomplete");
    const { linter } = from("lint") as unknown as typeof import("@codemirror/lint");
    const { collab } = from("collab") as unknown as typeof import("@codemirror/collab");
    const extensions = [history(), bracketMatching(), search(), autocompletion(), linter(() => []), collab()];
    const view = new EditorView({ state: EditorState.create({ doc: "before", extensions }), parent: document.body });
    view.dispatch({ changes: { from: 0, insert: "typed " } });
    const typed = view.contentDOM.textContent;
    undo(view);
    const undone = view.contentDOM.textContent;
    view.destroy();
    return [typed, undone];
  });
  expect(texts).toEqual(["typed before", "before"]);
});

test("rendered Markdown stands in the element itself, for which processors are asked once", async () => {
  const { html, asked } = await host.page.evaluate(async () => {
    const plugin = window.host.plugin as unknown as Curious;
    const el = createDiv({ cls: "given" });
    await plugin.render("Some words\n\n- one\n", el);
    return { html: [...el.children].map(({ tagName }) => tagName), asked: plugin.asked };
  });
  expect(html).toEqual(["P", "UL"]);
  expect(asked).toEqual([["given", null]]);
});

test("a note that is read has each block in an element of its own", async () => {
  await host.openNote("a.md", "preview");
  expect(await host.page.evaluate(() => (window.host.plugin as unknown as Curious).asked.slice(-2))).toEqual([
    ["el-heading", expect.objectContaining({ lineStart: 0 })],
    ["el-paragraph", expect.objectContaining({ lineStart: 2 })],
  ]);
});

test("an icon that the app does not have draws nothing, and a test hears of it", async () => {
  const drawn = await host.page.evaluate(() => {
    const { setIcon } = window.host.plugin as unknown as Curious;
    return ["ellipsis", "lucide-ellipsis", "more-horizontal"].map((id) => {
      const el = createDiv();
      setIcon(el, id);
      return el.childElementCount;
    });
  });
  expect(drawn).toEqual([1, 1, 0]);
  expect(host.consoleErrors()).toEqual(["There is no icon named more-horizontal"]);
});

describe("the core plugin Daily notes", () => {
  test.each([
    ["no settings", {}, true, {}],
    [
      "settings",
      { "daily-notes.json": '{"folder":"Daily","format":"YYYY/MM-DD"}' },
      true,
      { folder: "Daily", format: "YYYY/MM-DD" },
    ],
    ["a map that has it on", { "core-plugins.json": '{"daily-notes":true}' }, true, {}],
    [
      "a map that has it off",
      { "core-plugins.json": '{"daily-notes":false}', "daily-notes.json": '{"folder":"D"}' },
      false,
      { folder: "D" },
    ],
    ["a list with it", { "core-plugins.json": '["graph","daily-notes"]' }, true, {}],
    ["a list without it", { "core-plugins.json": '["graph"]' }, false, {}],
    ["settings that cannot be read", { "daily-notes.json": "{" }, true, {}],
  ])("with %s", async (_what, files, enabled, options) => {
    const seen = await host.page.evaluate(async (files) => {
      const { internalPlugins, vault } = window.host.app;
      for (const name of ["core-plugins.json", "daily-notes.json"]) await vault.adapter.write(`.obsidian/${name}`, "");
      for (const [name, text] of Object.entries(files)) await vault.adapter.write(`.obsidian/${name}`, text);
      await internalPlugins.load();
      const plugin = internalPlugins.getPluginById("daily-notes");
      return {
        enabled: plugin?.enabled,
        options: plugin?.instance.options,
        on: internalPlugins.getEnabledPluginById("daily-notes")?.options,
        other: internalPlugins.getPluginById("nothing"),
      };
    }, files);
    expect(seen).toEqual({ enabled, options, on: enabled ? options : undefined, other: null });
  });

  test("is read before a plugin is there", async () => {
    await host.page.evaluate(() => window.host.app.vault.adapter.write(".obsidian/daily-notes.json", '{"folder":"D"}'));
    await host.reload();
    expect(await host.page.evaluate(() => (window.host.plugin as unknown as Curious).daily)).toEqual({ folder: "D" });
  });
});

test.each([
  ["beside the note", "right"],
  ["in the middle", "main"],
])("a view of a plugin %s has the app's padding, a note has none", async (_where, where) => {
  const paddings = await host.page.evaluate(async (where) => {
    const { workspace } = window.host.app;
    document.body.style.setProperty("--safe-area-inset-bottom", "7px");
    await window.host.openNote("a.md");
    if (where === "right") await workspace.ensureSideLeaf("curious", "right", { active: true });
    else await workspace.getLeaf(true).setViewState({ type: "curious", active: true });
    return ["curious", "markdown"].map((type) => {
      const leaves = workspace.getLeavesOfType(type);
      const el = leaves[leaves.length - 1]?.view.containerEl.querySelector(".view-content");
      return el && getComputedStyle(el).padding;
    });
  }, where);
  expect(paddings).toEqual(["12px 12px 39px", "0px"]);
});
