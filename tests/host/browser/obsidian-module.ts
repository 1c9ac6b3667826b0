import type * as O from "obsidian";
import * as mocks from "obsidian-test-mocks/obsidian";
import { App } from "./app.ts";
import { BaseComponent, ValueComponent } from "./base-component.ts";
import { ButtonComponent, ExtraButtonComponent } from "./buttons.ts";
import * as choices from "./choice-components.ts";
import { Component } from "./component.ts";
import { ConfirmationModal } from "./confirmation-modal.ts";
import { debounce } from "./debounce.ts";
import { Events } from "./events.ts";
import { FileManager } from "./file-manager.ts";
import { EditableFileView, FileView, TextFileView } from "./file-view.ts";
import { TAbstractFile, TFile, TFolder } from "./files.ts";
import { given } from "./host-options.ts";
import * as icons from "./icons.ts";
import { WorkspaceLeaf } from "./leaf.ts";
import { MarkdownPreviewRenderer, MarkdownRenderChild, MarkdownRenderer } from "./markdown-renderer.ts";
import { MarkdownView } from "./markdown-view.ts";
import { Menu, MenuItem, MenuSeparator } from "./menu.ts";
import { MetadataCache } from "./metadata-cache.ts";
import { Modal } from "./modal.ts";
import { moment } from "./moment.ts";
import { Notice } from "./notice.ts";
import { Platform } from "./platform.ts";
import { Plugin } from "./plugin.ts";
import { AbstractInputSuggest, EditorSuggest, PopoverSuggest } from "./popover-suggest.ts";
import { Keymap, Scope } from "./scope.ts";
import * as search from "./search.ts";
import { SettingGroup } from "./setting-group.ts";
import { PluginSettingTab, SettingPage, SettingTab } from "./setting-tab.ts";
import { Setting } from "./setting.ts";
import * as splits from "./splits.ts";
import { FuzzySuggestModal, SuggestModal } from "./suggest-modal.ts";
import * as texts from "./text-components.ts";
import { Editor } from "./textarea-editor.ts";
import { displayTooltip, setTooltip } from "./tooltip.ts";
import { Vault } from "./vault.ts";
import { ItemView, View } from "./view.ts";
import { Workspace } from "./workspace.ts";
import { getFrontMatterInfo, parseYaml, stringifyYaml } from "./yaml.ts";

const API_VERSION = "1.13.1";

/** Ours where the screen, the disk or time matter; the mocks' for what is left. */
const ours = {
  ...icons,
  ...search,
  ...choices,
  ...texts,
  ...splits,
  AbstractInputSuggest,
  apiVersion: API_VERSION,
  App,
  BaseComponent,
  ButtonComponent,
  Component,
  ConfirmationModal,
  debounce,
  displayTooltip,
  EditableFileView,
  Editor,
  EditorSuggest,
  Events,
  ExtraButtonComponent,
  FileManager,
  FileView,
  FuzzySuggestModal,
  getFrontMatterInfo,
  getLanguage: () => given.options.language ?? "en",
  ItemView,
  Keymap,
  MarkdownPreviewRenderer,
  MarkdownRenderChild,
  MarkdownRenderer,
  MarkdownView,
  Menu,
  MenuItem,
  MenuSeparator,
  MetadataCache,
  Modal,
  moment,
  Notice,
  normalizePath: (path: string) => {
    const plain = path
      .replace(/[\\/]+/g, "/")
      .replace(/^\/+|\/+$/g, "")
      .replace(/[\u00A0\u202F]/g, " ")
      .normalize("NFC");
    return plain === "" ? "/" : plain;
  },
  parseYaml,
  Platform,
  Plugin,
  PluginSettingTab,
  PopoverSuggest,
  requireApiVersion: (version: string) => version.localeCompare(API_VERSION, undefined, { numeric: true }) <= 0,
  Scope,
  Setting,
  SettingGroup,
  SettingPage,
  SettingTab,
  setTooltip,
  stringifyYaml,
  SuggestModal,
  TAbstractFile,
  TextFileView,
  TFile,
  TFolder,
  ValueComponent,
  Vault,
  View,
  Workspace,
  WorkspaceLeaf,
};

type Runtime = keyof typeof O;
/** A name that obsidian.d.ts does not export is a mistake of ours. */
export const obsidianModule: Partial<Record<Runtime, unknown>> = {
  ...mocks,
  ...(ours satisfies Partial<Record<Runtime, unknown>>),
};
