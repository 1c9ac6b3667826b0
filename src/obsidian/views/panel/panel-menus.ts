import { Menu, Platform } from "obsidian";
import { actsFor } from "../../../core/lists/person-acts";
import { SORTS, type SortKey } from "../../../core/today/sort-people";
import type { Person } from "../../../core/index/person";
import type { Standing } from "../../../core/today/standing";
import { words } from "../../../core/words/words";
import { menuTitle } from "../../forms/menu-title";
import type { PersonActions } from "../../commands/person-actions";

/** What else a menu on people offers beside the acts themselves. */
export interface PeopleMenuExtras {
  readonly open: (() => void) | null;
  readonly card: (() => void) | null;
  readonly select: (() => void) | null;
  readonly export: () => void;
}

/** The menu of everything that can be done with people, at a place on the screen. */
export function showPeopleMenu(
  people: readonly Person[],
  standings: readonly Standing[],
  actions: PersonActions,
  at: HTMLElement,
  extras: PeopleMenuExtras,
  position?: { x: number; y: number },
): void {
  const menu = new Menu();
  const add = (title: string, icon: string, key: string | null, run: (() => void) | null): void => {
    if (run) menu.addItem((item) => item.setTitle(menuTitle(title, key)).setIcon(icon).onClick(run));
  };
  add(words.panel.acts.card, "contact", words.panel.keys.enter, extras.card);
  add(words.panel.acts.open, "file-text", "O", extras.open);
  for (const { id, icon, key } of actsFor(standings)) {
    if (id === "snooze") {
      menu.addSeparator();
      menu.addItem((item) =>
        item.setTitle(menuTitle(words.snoozeMenu.title, "S", "reconnect-menu-label")).setIsLabel(true),
      );
      actions.addSnoozes(menu, people);
      menu.addSeparator();
    } else if (id !== "skip") {
      add(words.panel.acts[id], icon, key?.toUpperCase() ?? null, () => {
        actions.do(id, people, at);
      });
    }
  }
  menu.addSeparator();
  add(words.panel.acts.select, "square-check-big", "X", extras.select);
  add(words.panel.acts.export, "upload", null, extras.export);
  const box = at.getBoundingClientRect();
  menu.showAtPosition(position ?? { x: box.left, y: box.bottom }, at.doc);
}

/** What the menu of the panel itself offers. */
export interface PanelMenu {
  readonly sort: SortKey;
  readonly grouped: boolean;
  readonly fresh: boolean;
  readonly sortBy: (sort: SortKey) => void;
  readonly group: () => void;
  readonly select: () => void;
  readonly whoIsIn: () => void;
  readonly triage: () => void;
  readonly newPerson: () => void;
  readonly importPeople: () => void;
  /** Exports everybody, or whom the search found. */
  readonly exportPeople: () => void;
  readonly isSearch: boolean;
  readonly startAfresh: () => void;
  readonly showEveryone: () => void;
  readonly keys: () => void;
}

export function showPanelMenu(of: PanelMenu, at: HTMLElement): void {
  const menu = new Menu();
  if (!of.fresh || of.isSearch) addOrders(menu, of);
  menu.addItem((item) => item.setTitle(words.panel.whoIsInMenu).setIcon("map-pin").onClick(of.whoIsIn));
  menu.addItem((item) => item.setTitle(words.panel.select).setIcon("square-check-big").onClick(of.select));
  menu.addItem((item) => item.setTitle(words.panel.triage).setIcon("circle-dot").onClick(of.triage));
  menu.addSeparator();
  menu.addItem((item) => item.setTitle(words.panel.newPerson).setIcon("user-plus").onClick(of.newPerson));
  menu.addItem((item) => item.setTitle(words.panel.importPeople).setIcon("download").onClick(of.importPeople));
  menu.addItem((item) =>
    item
      .setTitle(of.isSearch ? words.panel.exportFound : words.panel.exportPeople)
      .setIcon("upload")
      .onClick(of.exportPeople),
  );
  menu.addSeparator();
  if (of.fresh) menu.addItem((item) => item.setTitle(words.panel.fresh.show).setIcon("list").onClick(of.showEveryone));
  else menu.addItem((item) => item.setTitle(words.panel.startAfresh).setIcon("sprout").onClick(of.startAfresh));
  // A phone has no keys to show.
  if (!Platform.isPhone)
    menu.addItem((item) => item.setTitle(menuTitle(words.panel.keys.menu, "?")).setIcon("keyboard").onClick(of.keys));
  const box = at.getBoundingClientRect();
  menu.showAtPosition({ x: box.left, y: box.bottom }, at.doc);
}

/** How the list of people is sorted and grouped; while it is folded there is none. */
function addOrders(menu: Menu, of: PanelMenu): void {
  for (const sort of SORTS) {
    menu.addItem((item) =>
      item
        .setTitle(words.panel.sorts[sort])
        .setIcon("arrow-up-down")
        .setChecked(of.sort === sort)
        .onClick(() => {
          of.sortBy(sort);
        }),
    );
  }
  menu.addItem((item) =>
    item.setTitle(words.panel.groupByCircle).setIcon("group").setChecked(of.grouped).onClick(of.group),
  );
  menu.addSeparator();
}
