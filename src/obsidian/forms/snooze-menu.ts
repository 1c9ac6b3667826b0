import { Menu } from "obsidian";
import type { Form, PeopleAction } from "../../core/actions/action";
import { skipAction } from "../../core/actions/skip.action";
import { SNOOZE_LENGTHS, snoozeAction } from "../../core/actions/snooze.action";
import type { Person } from "../../core/index/person";
import { addDays, type CivilDate } from "../../core/text/dates/civil-date";
import { addSpan } from "../../core/text/dates/span";
import { words } from "../../core/words/words";
import { todayHere } from "../adapter/calendar-day";
import type { PluginHost } from "../plugin-host";
import { menuTitle } from "./menu-title";
import { PickDayModal } from "./pick-day-modal";

type People = readonly Person[];
type Doer = Pick<PluginHost, "do">;

/** A menu of how long to snooze, at an element. */
export function showSnoozeMenu(host: Doer, people: People, at: HTMLElement): void {
  const menu = new Menu();
  addSnoozes(menu, host, people);
  const box = at.getBoundingClientRect();
  menu.showAtPosition({ x: box.left, y: box.bottom }, at.doc);
}

/** How long to snooze, as items of a menu. */
export function addSnoozes(menu: Menu, host: Doer, people: People): void {
  const add = (title: string | DocumentFragment, icon: string, does: Form | PeopleAction, given = {}): void => {
    const run = (): void => {
      host.do(does, { people, given });
    };
    menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(run));
  };
  const { skip, day } = words.snoozeMenu;
  add(menuTitle(skip, skipAction.row.key), skipAction.row.icon, skipAction);
  for (const [title, span] of SNOOZE_LENGTHS)
    add(title, snoozeAction.row.icon, snoozeAction, { until: addSpan(todayHere(), span) });
  add(day, "calendar", "snooze");
}

/** Asks until which day to snooze: by a tap on a length, in a calendar, or typed. */
export function askSnoozeDay({ plugin, runner }: PluginHost, people: People): void {
  const today = todayHere();
  const lengths = SNOOZE_LENGTHS.map(([title, span]) => ({ title, day: addSpan(today, span) }));
  const names = words.names(people.map(({ name }) => name));
  const take = (until: CivilDate): void => void runner.change(snoozeAction, people, { until });
  new PickDayModal(plugin.app, words.snoozeMenu.until(names), lengths, addDays(today, 1), today, take).open();
}
