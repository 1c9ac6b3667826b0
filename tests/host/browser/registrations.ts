import type * as O from "obsidian";

/** What plugins registered that nothing on the screen shows; tests reach it. */
export const registered = {
  uriHandlers: new Map<string, O.ObsidianProtocolHandler>(),
  cliHandlers: new Map<string, { description: string; flags: O.CliFlags | null; handler: O.CliHandler }>(),
  editorSuggests: [] as unknown[],
  editorExtensions: [] as unknown[],
  basesViews: new Map<string, O.BasesViewRegistration>(),
  hoverSources: new Map<string, O.HoverLinkSource>(),
};
