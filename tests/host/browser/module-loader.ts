import * as autocomplete from "@codemirror/autocomplete";
import * as collab from "@codemirror/collab";
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import * as lezerCommon from "@lezer/common";
import * as lezerHighlight from "@lezer/highlight";
import * as lezerLr from "@lezer/lr";
import { moment } from "./moment.ts";
import { obsidianModule } from "./obsidian-module.ts";

/** What the app hands to plugins: itself, and the parts of its editor, each of them once. */
const modules: Readonly<Record<string, unknown>> = {
  obsidian: obsidianModule,
  moment,
  "@codemirror/autocomplete": autocomplete,
  "@codemirror/collab": collab,
  "@codemirror/commands": commands,
  "@codemirror/language": language,
  "@codemirror/lint": lint,
  "@codemirror/search": search,
  "@codemirror/state": state,
  "@codemirror/view": view,
  "@lezer/common": lezerCommon,
  "@lezer/highlight": lezerHighlight,
  "@lezer/lr": lezerLr,
};

export function requireModule(name: string): unknown {
  if (Object.hasOwn(modules, name)) return modules[name];
  throw new Error(`The host has no module "${name}"`);
}
