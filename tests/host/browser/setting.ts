import type * as O from "obsidian";
import type { BaseComponent } from "./base-component.ts";
import { ButtonComponent, ExtraButtonComponent } from "./buttons.ts";
import {
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ProgressBarComponent,
  SliderComponent,
  ToggleComponent,
} from "./choice-components.ts";
import { MomentFormatComponent, SearchComponent, TextAreaComponent, TextComponent } from "./text-components.ts";
import { setTooltip } from "./tooltip.ts";

type Fill<T> = (component: T) => unknown;

export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv({ cls: "setting-item" });
    this.infoEl = this.settingEl.createDiv({ cls: "setting-item-info" });
    this.nameEl = this.infoEl.createDiv({ cls: "setting-item-name" });
    this.descEl = this.infoEl.createDiv({ cls: "setting-item-description" });
    this.controlEl = this.settingEl.createDiv({ cls: "setting-item-control" });
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.replaceChildren(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.replaceChildren(desc);
    return this;
  }

  setClass(name: string): this {
    this.settingEl.addClass(name);
    return this;
  }

  setTooltip(tooltip: string, options?: O.TooltipOptions): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass("setting-item-heading");
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass("is-disabled", disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  setErrorMessage(message: string | null): this {
    this.settingEl.toggleClass("mod-invalid", message !== null && message !== "");
    this.errorEl?.remove();
    this.errorEl = null;
    if (message !== null && message !== "")
      this.errorEl = this.infoEl.createDiv({ cls: "setting-item-error", text: message, attr: { role: "alert" } });
    return this;
  }

  addButton(fill: Fill<ButtonComponent>): this {
    return this.add(new ButtonComponent(this.controlEl), fill);
  }

  addExtraButton(fill: Fill<ExtraButtonComponent>): this {
    return this.add(new ExtraButtonComponent(this.controlEl), fill);
  }

  addToggle(fill: Fill<ToggleComponent>): this {
    this.settingEl.addClass("mod-toggle");
    return this.add(new ToggleComponent(this.controlEl), fill);
  }

  addText(fill: Fill<TextComponent>): this {
    return this.add(new TextComponent(this.controlEl), fill);
  }

  addSearch(fill: Fill<SearchComponent>): this {
    return this.add(new SearchComponent(this.controlEl), fill);
  }

  addTextArea(fill: Fill<TextAreaComponent>): this {
    return this.add(new TextAreaComponent(this.controlEl), fill);
  }

  addMomentFormat(fill: Fill<MomentFormatComponent>): this {
    return this.add(new MomentFormatComponent(this.controlEl), fill);
  }

  addDropdown(fill: Fill<DropdownComponent>): this {
    return this.add(new DropdownComponent(this.controlEl), fill);
  }

  addColorPicker(fill: Fill<ColorComponent>): this {
    return this.add(new ColorComponent(this.controlEl), fill);
  }

  addProgressBar(fill: Fill<ProgressBarComponent>): this {
    return this.add(new ProgressBarComponent(this.controlEl), fill);
  }

  addSlider(fill: Fill<SliderComponent>): this {
    return this.add(new SliderComponent(this.controlEl), fill);
  }

  addDisplayValue(fill: Fill<DisplayValueComponent>): this {
    return this.add(new DisplayValueComponent(this.controlEl), fill);
  }

  addComponent<T extends BaseComponent>(make: (el: HTMLElement) => T): this {
    this.components.push(make(this.controlEl));
    return this;
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private add<T extends BaseComponent>(component: T, fill: Fill<T>): this {
    this.components.push(component);
    fill(component);
    return this;
  }
}
