import { ExtraButtonComponent } from "./buttons.ts";
import { Setting } from "./setting.ts";
import { SearchComponent } from "./text-components.ts";

export class SettingGroup {
  readonly groupEl: HTMLElement;
  readonly listEl: HTMLElement;
  private readonly headerEl: HTMLElement;
  private readonly headingEl: HTMLElement;
  private readonly controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.groupEl = containerEl.createDiv({ cls: "setting-group" });
    this.headerEl = this.groupEl.createDiv({ cls: "setting-item setting-item-heading" });
    this.headingEl = this.headerEl.createDiv({ cls: "setting-item-info" }).createDiv({ cls: "setting-item-name" });
    this.controlEl = this.headerEl.createDiv({ cls: "setting-item-control" });
    this.listEl = this.groupEl.createDiv({ cls: "setting-items" });
    this.headerEl.hide();
  }

  setHeading(text: string | DocumentFragment): this {
    this.headingEl.replaceChildren(text);
    this.headerEl.show();
    return this;
  }

  addClass(...names: string[]): this {
    this.groupEl.addClass(...names);
    return this;
  }

  addSetting(fill: (setting: Setting) => void): this {
    fill(new Setting(this.listEl));
    return this;
  }

  addSearch(fill: (component: SearchComponent) => unknown): this {
    this.headerEl.show();
    fill(new SearchComponent(this.controlEl));
    return this;
  }

  addExtraButton(fill: (component: ExtraButtonComponent) => unknown): this {
    this.headerEl.show();
    fill(new ExtraButtonComponent(this.controlEl));
    return this;
  }
}
