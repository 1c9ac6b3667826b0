import { Menu, Platform } from "obsidian";
import { rowActionsFor } from "../../../core/actions/catalogue";
import type { FormId } from "../../../core/actions/action";
import { skipAction } from "../../../core/actions/skip.action";
import { snoozeAction } from "../../../core/actions/snooze.action";
import { SORTS, type SortKey } from "../../../core/today/sort-people";
import type { Person } from "../../../core/index/person";
import type { Standing } from "../../../core/today/standing";
import { words } from "../../../core/words/words";
import { menuTitle } from "../../forms/menu-title";
import { addSnoozes } from "../../forms/snooze-menu";
import type { PluginHost } from "../../plugin-host";

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
  host: Pick<PluginHost, "do">,
  at: HTMLElement,
  extras: PeopleMenuExtras,
  position?: { x: number; y: number },
): void {
  const menu = new Menu();
  const add = (title: string, icon: string, key: string | null, run: (() => void) | null): void => {
    if (run) menu.addItem((item) => item.setTitle(menuTitle(title, key)).setIcon(icon).onClick(run));
  };
  add(words.panel.card, "contact", words.panel.keys.enter, extras.card);
  add(words.panel.open, "file-text", "O", extras.open);
  for (const action of rowActionsFor(standings)) {
    const { label, icon, key, does } = action.row;
    if (action === snoozeAction) {
      menu.addSeparator();
      menu.addItem((item) =>
        item.setTitle(menuTitle(words.snoozeMenu.title, key, "reconnect-menu-label")).setIsLabel(true),
      );
      addSnoozes(menu, host, people);
      menu.addSeparator();
    } else if (action !== skipAction) {
      add(label, icon, key, () => {
        host.do(does, { people, at });
      });
    }
  }
  menu.addSeparator();
  add(words.panel.selectOne, "square-check-big", "X", extras.select);
  add(words.panel.export, "upload", null, extras.export);
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
  /** Exports everybody, or whom the search found. */
  readonly exportPeople: () => void;
  readonly isSearch: boolean;
  readonly open: (form: FormId) => void;
  readonly keys: () => void;
}

export function showPanelMenu(of: PanelMenu, at: HTMLElement): void {
  const menu = new Menu();
  const add = (title: string | DocumentFragment, icon: string, does: FormId | (() => void)): void => {
    const run = (): void => {
      if (typeof does === "string") of.open(does);
      else does();
    };
    menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
  };
  if (!of.fresh || of.isSearch) addOrders(menu, of);
  add(words.panel.whoIsInMenu, "map-pin", "place");
  add(words.panel.select, "square-check-big", of.select);
  add(words.panel.triage, "circle-dot", "triage");
  menu.addSeparator();
  add(words.panel.newPerson, "user-plus", "new-person");
  add(words.panel.importPeople, "download", "import");
  add(of.isSearch ? words.panel.exportFound : words.panel.exportPeople, "upload", of.exportPeople);
  menu.addSeparator();
  if (of.fresh) add(words.panel.fresh.show, "list", "show-everyone");
  else add(words.panel.startAfresh, "sprout", "start-afresh");
  // A phone has no keys to show.
  if (!Platform.isPhone) add(menuTitle(words.panel.keys.menu, "?"), "keyboard", of.keys);
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
