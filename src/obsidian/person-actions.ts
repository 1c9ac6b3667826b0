import { Menu, Notice, type App } from "obsidian";
import { close, pause, resume, setCadence, setCircle, skip, snooze, unsnooze } from "../core/actions/set-properties";
import type { TouchDraft } from "../core/actions/touch-draft";
import { openTouchForm } from "../core/actions/touch-form";
import { readDay } from "../core/dates/day-words";
import { addSpan, type Span } from "../core/dates/span";
import { foldName } from "../core/people/fold-name";
import type { Person } from "../core/people/person";
import { nameBook } from "../core/quick-entry/find-people";
import { noteFormat } from "../core/settings/note-format";
import type { Settings } from "../core/settings/settings";
import { words } from "../core/words/words";
import type { ActionDesk } from "./action-desk";
import { LogTouchModal, type LogTouchOptions } from "./modals/log-touch-modal";
import { PickTextModal } from "./modals/pick-text-modal";
import { todayHere } from "./vault/calendar-day";

const CADENCES = ["weekly", "every 2 weeks", "monthly", "every 6 weeks", "quarterly", "every 6 months", "yearly", "none", "default"];
const SNOOZES: readonly (readonly [string, Span])[] = [
  [words.snoozeMenu.week, { count: 1, unit: "week" }],
  [words.snoozeMenu.month, { count: 1, unit: "month" }],
  [words.snoozeMenu.quarter, { count: 3, unit: "month" }],
];

/** What can be done with a person from anywhere in Obsidian, asking for what is still missing. */
export class PersonActions {
  constructor(
    private readonly app: App,
    private readonly desk: ActionDesk,
    private readonly settings: () => Settings,
  ) {}

  /** Opens the form for a touch with these people (none: the line names them), some of its fields filled in. */
  logTouch(people: readonly Person[], filled: Partial<TouchDraft> = {}): void {
    const { index } = this.desk;
    const options: LogTouchOptions = {
      state: openTouchForm(people, filled),
      everyone: () => index.people(),
      book: () => nameBook(index.people()),
      today: todayHere(),
      format: noteFormat(this.settings()).log,
    };
    new LogTouchModal(this.app, options, (form) => void this.desk.logTouch(form)).open();
  }

  skip(person: Person): void {
    void this.desk.perform([person], words.notice.changed.skip, (context) => skip(context, [person]));
  }

  unsnooze(person: Person): void {
    void this.desk.perform([person], words.notice.changed.unsnooze, (context) => unsnooze(context, [person]));
  }

  pause(person: Person): void {
    void this.desk.perform([person], words.notice.changed.pause, (context) => pause(context, [person]));
  }

  resume(person: Person): void {
    void this.desk.perform([person], words.notice.changed.resume, (context) => resume(context, [person]));
  }

  close(person: Person): void {
    void this.desk.perform([person], words.notice.changed.close, (context) => close(context, [person], context.today));
  }

  setCadence(person: Person): void {
    new PickTextModal(this.app, words.pick.cadence, CADENCES, (cadence) => {
      void this.desk.perform([person], words.notice.changed["set-cadence"], (context) => setCadence(context, [person], cadence));
    }).open();
  }

  setCircle(person: Person): void {
    const circles = new Map<string, string>();
    for (const { name } of this.settings().circles) circles.set(foldName(name), name);
    for (const name of this.desk.index.people().flatMap((one) => one.circles)) if (!circles.has(foldName(name))) circles.set(foldName(name), name);
    new PickTextModal(this.app, words.pick.circle, [...circles.values()], (circle) => {
      void this.desk.perform([person], words.notice.changed["set-circle"], (context) => setCircle(context, [person], circle));
    }).open();
  }

  /** A menu of how long to snooze, at an element. */
  snoozeMenu(person: Person, at: HTMLElement): void {
    const menu = new Menu();
    menu.addItem((item) => item.setTitle(words.snoozeMenu.skip).setIcon("skip-forward").onClick(() => { this.skip(person); }));
    this.addSnoozes(menu, person);
    const box = at.getBoundingClientRect();
    menu.showAtPosition({ x: box.left, y: box.bottom }, at.doc);
  }

  /** Asks how long to snooze a person, in a list. */
  snooze(person: Person): void {
    const choices = [words.snoozeMenu.skip, ...SNOOZES.map(([title]) => title)];
    new PickTextModal(this.app, words.pick.snooze, choices, (choice) => {
      const span = SNOOZES.find(([title]) => title === choice)?.[1];
      if (span) this.snoozeFor(person, span);
      else if (choice === words.snoozeMenu.skip) this.skip(person);
      else this.snoozeUntil(person, choice);
    }).open();
  }

  /** A day that was typed: `2026-12-24`, `friday`, `in 10 days`. */
  private snoozeUntil(person: Person, typed: string): void {
    const day = readDay(typed, todayHere(), "next");
    if (day === null) new Notice(words.touchForm.badDay);
    else void this.desk.perform([person], words.notice.changed.snooze, (context) => snooze(context, [person], day));
  }

  private addSnoozes(menu: Menu, person: Person): void {
    for (const [title, span] of SNOOZES) {
      menu.addItem((item) => item.setTitle(title).setIcon("moon").onClick(() => { this.snoozeFor(person, span); }));
    }
  }

  private snoozeFor(person: Person, span: Span): void {
    void this.desk.perform([person], words.notice.changed.snooze, (context) => snooze(context, [person], addSpan(context.today, span)));
  }
}
