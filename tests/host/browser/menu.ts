import type * as O from "obsidian";
import { Component } from "./component.ts";
import { hostApp } from "./host-app.ts";
import { setIcon } from "./icons.ts";
import { Scope } from "./scope.ts";

export class MenuSeparator {}

export class MenuItem {
  readonly dom = createDiv({ cls: "menu-item tappable", attr: { role: "menuitem", tabindex: -1 } });
  section = "";
  disabled = false;
  isLabel = false;
  submenu: Menu | null = null;
  private readonly iconEl = this.dom.createDiv({ cls: "menu-item-icon" });
  private readonly titleEl = this.dom.createDiv({ cls: "menu-item-title" });
  private readonly callbacks: ((event: MouseEvent | KeyboardEvent) => unknown)[] = [];

  constructor(readonly menu: Menu) {
    this.dom.addEventListener("mouseover", () => menu.select(this));
    this.dom.addEventListener("click", (event) => this.run(event));
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.replaceChildren(title);
    return this;
  }

  setIcon(icon: string | null): this {
    setIcon(this.iconEl, icon ?? "");
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass("mod-checked", checked === true);
    this.dom.setAttribute("role", checked === null ? "menuitem" : "menuitemcheckbox");
    if (checked !== null) this.dom.setAttribute("aria-checked", String(checked));
    if (checked === true) setIcon(this.dom.createDiv({ cls: "menu-item-icon mod-checked" }), "check");
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass("is-disabled", disabled);
    this.dom.setAttribute("aria-disabled", String(disabled));
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass("is-warning", isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass("is-label", isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callbacks.push(callback);
    return this;
  }

  setSubmenu(): Menu {
    this.submenu ??= new Menu(this.menu);
    this.dom.addClass("has-submenu");
    setIcon(this.dom.createDiv({ cls: "menu-item-icon mod-submenu" }), "chevron-right");
    return this.submenu;
  }

  run(event: MouseEvent | KeyboardEvent): void {
    if (this.disabled || this.isLabel) return;
    if (this.submenu !== null) {
      this.menu.openSubmenu(this);
      return;
    }
    this.menu.rootMenu().hide();
    for (const callback of this.callbacks) callback(event);
  }
}

export class Menu extends Component {
  readonly dom = createDiv({ cls: "menu", attr: { role: "menu" } });
  readonly items: (MenuItem | MenuSeparator)[] = [];
  private readonly scope = new Scope();
  private readonly hideCallbacks: (() => unknown)[] = [];
  private selected: MenuItem | null = null;
  private open: Menu | null = null;
  private readonly onPointer = (event: Event): void => {
    if (event.target instanceof Node && document.body.contains(event.target) && !this.contains(event.target))
      this.hide();
  };

  constructor(private readonly parentMenu: Menu | null = null) {
    super();
    const press = (key: string, action: (event: KeyboardEvent) => void): void => {
      this.scope.register(null, key, (event) => {
        action(event);
        return false;
      });
    };
    press("Escape", () => this.hide());
    press("ArrowDown", () => this.move(1));
    press("ArrowUp", () => this.move(-1));
    press("ArrowRight", () => this.selected?.submenu && this.openSubmenu(this.selected));
    press("ArrowLeft", () => this.parentMenu !== null && this.hide());
    press("Enter", (event) => this.selected?.run(event));
    press(" ", (event) => this.selected?.run(event));
  }

  static forEvent(event: MouseEvent): Menu {
    const menu = new Menu();
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event), 0);
    return menu;
  }

  setNoIcon(): this {
    this.dom.addClass("mod-no-icon");
    return this;
  }

  setUseNativeMenu(): this {
    return this;
  }

  setParentElement(): this {
    return this;
  }

  addItem(fill: (item: MenuItem) => unknown): this {
    const item = new MenuItem(this);
    this.items.push(item);
    fill(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY });
  }

  showAtPosition(position: O.MenuPositionDef): this {
    this.draw();
    document.body.append(this.dom);
    const { width, height } = this.dom.getBoundingClientRect();
    const left = position.left === true ? position.x - width : position.x;
    this.dom.setCssStyles({
      left: `${Math.max(0, Math.min(left, window.innerWidth - width))}px`,
      top: `${Math.max(0, Math.min(position.y, window.innerHeight - height))}px`,
    });
    hostApp().keymap.pushScope(this.scope);
    window.addEventListener("mousedown", this.onPointer, true);
    this.load();
    return this;
  }

  hide(): this {
    this.open?.hide();
    if (!this.dom.isConnected) return this;
    this.dom.remove();
    hostApp().keymap.popScope(this.scope);
    window.removeEventListener("mousedown", this.onPointer, true);
    this.unload();
    for (const callback of this.hideCallbacks) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hideCallbacks.push(callback);
  }

  select(item: MenuItem | null): void {
    this.selected?.dom.removeClass("selected");
    this.selected = item;
    item?.dom.addClass("selected");
    if (this.open !== null && item?.submenu !== this.open) {
      this.open.hide();
      this.open = null;
    }
    if (item?.submenu && item.dom.matches(":hover")) this.openSubmenu(item);
  }

  openSubmenu(item: MenuItem): void {
    if (item.submenu === null || item.submenu.dom.isConnected) return;
    const { right, top } = item.dom.getBoundingClientRect();
    this.open = item.submenu;
    item.submenu.showAtPosition({ x: right, y: top });
    item.submenu.move(1);
  }

  rootMenu(): Menu {
    return this.parentMenu?.rootMenu() ?? this;
  }

  private contains(node: Node): boolean {
    return (
      this.dom.contains(node) || (this.open?.contains(node) ?? false) || (this.parentMenu?.dom.contains(node) ?? false)
    );
  }

  private move(step: number): void {
    const items = this.items.filter(
      (item) => item instanceof MenuItem && !item.disabled && !item.isLabel,
    ) as MenuItem[];
    if (items.length === 0) return;
    const at = this.selected === null ? (step > 0 ? -1 : 0) : items.indexOf(this.selected);
    this.select(items[(at + step + items.length) % items.length] ?? null);
  }

  /** Items of one section stand together, sections in the order they appear, a line between them. */
  private draw(): void {
    this.dom.empty();
    const sections = [...new Set(this.items.map((item) => (item instanceof MenuItem ? item.section : "")))];
    sections.forEach((section, index) => {
      if (index > 0) this.dom.createDiv({ cls: "menu-separator" });
      for (const item of this.items) {
        if (item instanceof MenuItem) {
          if (item.section === section) this.dom.append(item.dom);
        } else if (section === "") this.dom.createDiv({ cls: "menu-separator" });
      }
    });
  }
}
