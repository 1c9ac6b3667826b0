import type * as O from "obsidian";
import { ExtraButtonComponent } from "./buttons.ts";
import { setIcon } from "./icons.ts";
import { Platform } from "./platform.ts";
import { addControl } from "./setting-control.ts";
import { SettingGroup } from "./setting-group.ts";
import { Setting } from "./setting.ts";
import type { SettingTab } from "./setting-tab.ts";

type Maybe = boolean | (() => boolean) | undefined;

/** Draws what getSettingDefinitions() gives, and keeps its predicates up to date. */
export class DrawnDefinitions {
  private readonly cleanups: (() => void)[] = [];
  private readonly predicates: (() => void)[] = [];

  constructor(
    private readonly tab: SettingTab,
    containerEl: HTMLElement,
    items: readonly O.SettingDefinitionItem[],
  ) {
    let plainGroup: SettingGroup | undefined;
    for (const item of items) {
      if ("type" in item && (item.type === "group" || item.type === "list")) {
        plainGroup = undefined;
        this.drawGroup(containerEl, item);
      } else {
        plainGroup ??= new SettingGroup(containerEl);
        this.drawItem(plainGroup, item as O.SettingGroupItem, 0);
      }
    }
    this.refresh();
  }

  refresh(): void {
    for (const apply of this.predicates) apply();
  }

  tearDown(): void {
    for (const cleanup of this.cleanups.splice(0)) cleanup();
  }

  private drawGroup(containerEl: HTMLElement, definition: O.SettingDefinitionGroup | O.SettingDefinitionList): void {
    const group = new SettingGroup(containerEl);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(...definition.cls.split(" "));
    if (definition.type === "list") group.addClass("mod-list");
    for (const fill of definition.extraButtons ?? []) group.addExtraButton((button) => fill(button));
    const rows = (definition.items ?? []).map((item, index) => [item, this.drawItem(group, item, index)] as const);
    const { search } = definition;
    if (search !== undefined) {
      group.addSearch((field) => {
        field.setPlaceholder(search.placeholder ?? "Search…");
        field.onChange((query) => {
          for (const [item, row] of rows)
            row.settingEl.toggleClass("mod-filtered", !("type" in item) && !search.match(item, query));
        });
      });
    }
    if (definition.type === "list")
      this.addListControls(
        group,
        definition as O.SettingDefinitionList,
        rows.map(([, row]) => row),
      );
    this.watch(definition.visible, true, (visible) => group.groupEl.toggle(visible));
  }

  private addListControls(group: SettingGroup, list: O.SettingDefinitionList, rows: readonly Setting[]): void {
    const { onDelete, onReorder, addItem, emptyState } = list;
    rows.forEach((row, index) => {
      if (onReorder !== undefined) {
        const move = (icon: string, label: string, to: number): void => {
          const button = new ExtraButtonComponent(row.controlEl).setIcon(icon).setTooltip(label);
          button.setDisabled(to < 0 || to >= rows.length).onClick(() => onReorder(index, to));
        };
        move("chevron-up", "Move up", index - 1);
        move("chevron-down", "Move down", index + 1);
      }
      if (onDelete !== undefined)
        new ExtraButtonComponent(row.controlEl)
          .setIcon("trash-2")
          .setTooltip("Delete")
          .onClick(() => onDelete(index));
    });
    if (rows.length === 0 && emptyState !== undefined)
      group.listEl.createDiv({ cls: "setting-item-empty" }).append(emptyState);
    if (addItem === undefined) return;
    if (Platform.isMobile) {
      const el = group.listEl.createDiv({
        cls: "setting-item mod-add-item",
        text: `+ ${addItem.name}`,
        attr: { role: "button", tabindex: 0 },
      });
      el.addEventListener("click", () => addItem.action(el));
    } else {
      group.addExtraButton((button) =>
        button
          .setIcon("plus")
          .setTooltip(addItem.name)
          .onClick(() => addItem.action(button.extraSettingsEl)),
      );
    }
  }

  private drawItem(group: SettingGroup, item: O.SettingGroupItem, index: number): Setting {
    const setting = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined)
      setting.setDesc(typeof item.desc === "string" ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
    this.watch(item.visible, true, (visible) => setting.settingEl.toggle(visible));
    if ("type" in item) this.drawPageLink(setting, item);
    else if (item.control !== undefined) {
      addControl(this.tab, setting, item.control, () => this.refresh());
      this.watch(item.control.disabled, false, (disabled) => void setting.setDisabled(disabled));
    } else if (item.render !== undefined) {
      const cleanup = item.render(setting as unknown as O.Setting, group as unknown as O.SettingGroup);
      if (typeof cleanup === "function") this.cleanups.push(cleanup);
    } else if (item.action !== undefined) this.makePressable(setting, (el) => item.action(el, index), item.disabled);
    return setting;
  }

  private drawPageLink(setting: Setting, page: O.SettingDefinitionPage): void {
    const value = typeof page.displayValue === "function" ? page.displayValue() : page.displayValue;
    const status = typeof page.status === "function" ? page.status() : page.status;
    setting.setClass("mod-page");
    if (value !== undefined || status)
      setting.addDisplayValue((display) => display.setValue(value ?? null).setStatus(status ?? null));
    setIcon(setting.controlEl.createDiv({ cls: "setting-item-chevron" }), "chevron-right");
    this.makePressable(setting, () => this.tab.openPage(page), false);
  }

  private makePressable(setting: Setting, act: (el: HTMLElement) => void, disabled: Maybe): void {
    const el = setting.settingEl;
    el.addClass("mod-action", "tappable");
    el.setAttrs({ role: "button", tabindex: 0 });
    const press = (): void => {
      if (!el.hasClass("is-disabled")) act(el);
    };
    el.addEventListener("click", press);
    el.addEventListener("keydown", (event) => {
      if (event.target !== el || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      press();
    });
    this.watch(disabled, false, (off) => void setting.setDisabled(off));
  }

  private watch(predicate: Maybe, fallback: boolean, apply: (value: boolean) => void): void {
    if (predicate === undefined) return;
    this.predicates.push(() => apply((typeof predicate === "function" ? predicate() : predicate) ?? fallback));
  }
}
