import { Menu, type App } from "obsidian";
import type { Changed } from "../../core/actions/change-notes";
import {
  addToWeek,
  close,
  letGo,
  pause,
  reopen,
  resume,
  setCadence,
  setCircle,
  skip,
  snooze,
  unsnooze,
} from "../../core/actions/set-properties";
import type { TouchDraft } from "../../core/actions/touch-draft";
import { openTouchForm } from "../../core/actions/touch-form";
import { addDays, type CivilDate } from "../../core/text/dates/civil-date";
import { addSpan, type Span } from "../../core/text/dates/span";
import type { PersonAct } from "../../core/lists/person-acts";
import { foldName } from "../../core/people/fold-name";
import type { Person } from "../../core/index/person";
import type { Context } from "../../core/ports";
import { nameBook } from "../../core/entry/find-people";
import { noteFormat } from "../../core/index/note-format";
import { taskFormat } from "../../core/tasks/task-format";
import type { Settings } from "../../core/people/settings/settings";
import { words } from "../../core/words/words";
import type { ActionDesk } from "../adapter/action-desk";
import { CloseModal } from "../forms/close-modal";
import { LogTouchModal, type LogTouchOptions } from "../forms/log-touch-modal";
import { PickDayModal } from "../forms/pick-day-modal";
import { PickTextModal } from "../forms/pick-text-modal";
import { menuTitle } from "../forms/menu-title";
import { openMeetForm } from "../forms/relationships/meet-form";
import { todayHere } from "../adapter/calendar-day";

const CADENCES = [
  "weekly",
  "every 2 weeks",
  "monthly",
  "every 6 weeks",
  "quarterly",
  "every 6 months",
  "yearly",
  "none",
  "default",
];
const SNOOZES: readonly (readonly [string, Span])[] = [
  [words.snoozeMenu.week, { count: 1, unit: "week" }],
  [words.snoozeMenu.month, { count: 1, unit: "month" }],
  [words.snoozeMenu.quarter, { count: 3, unit: "month" }],
];

type People = readonly Person[];

/** What can be done with people from anywhere in Obsidian, asking for what is still missing. */
export class PersonActions {
  constructor(
    private readonly app: App,
    private readonly desk: ActionDesk,
    private readonly settings: () => Settings,
  ) {}

  /** Does what a menu, a key or a button names; `at` is where a menu opens. */
  do(act: PersonAct, people: People, at: HTMLElement): void {
    switch (act) {
      case "log":
        this.logTouch(people);
        return;
      case "snooze":
        this.snoozeMenu(people, at);
        return;
      default:
        this[act](people);
    }
  }

  /** Opens the form for a touch with these people (none: the line names them), some of its fields filled in. */
  logTouch(people: readonly Person[], filled: Partial<TouchDraft> = {}): void {
    const { index } = this.desk;
    const options: LogTouchOptions = {
      state: openTouchForm(people, filled),
      everyone: () => index.people(),
      book: () => nameBook(index.people()),
      today: todayHere(),
      format: noteFormat(this.settings()).log,
      taskFormat: taskFormat(this.desk.context()),
    };
    new LogTouchModal(this.app, options, (form) => void this.desk.logTouch(form)).open();
  }

  skip(people: People): void {
    this.perform("skip", people, skip);
  }

  unsnooze(people: People): void {
    this.perform("unsnooze", people, unsnooze);
  }

  pause(people: People): void {
    this.perform("pause", people, pause);
  }

  resume(people: People): void {
    this.perform("resume", people, resume);
  }

  letGo(people: People): void {
    this.perform("let-go", people, letGo);
  }

  addToWeek(people: People): void {
    this.perform("add-to-week", people, addToWeek);
  }

  /** Asks whether they died or it ended, since when, and says what becomes silent. */
  close(people: People): void {
    new CloseModal(
      this.app,
      people.map(({ name }) => name),
      todayHere(),
      {
        close: ({ day, why }) => {
          this.perform("close", people, (context) => close(context, people, day, why));
        },
        letGo: () => {
          this.letGo(people);
        },
      },
    ).open();
  }

  reopen(people: People): void {
    this.perform("reopen", people, reopen);
  }

  /** Plans a coffee, or what else they like, with each of these people. */
  meet(people: People): void {
    openMeetForm(this.app, this.desk, people);
  }

  setCadence(people: People): void {
    new PickTextModal(
      this.app,
      words.pick.cadence,
      CADENCES,
      (cadence) => {
        this.perform("set-cadence", people, (context) => setCadence(context, people, cadence));
      },
      (choice) => words.pick.cadences[choice] ?? "",
    ).open();
  }

  setCircle(people: People): void {
    new PickTextModal(
      this.app,
      words.pick.circle,
      this.circles(),
      (circle) => {
        this.putInCircle(people, circle);
      },
      (choice) => this.cadenceOf(choice),
    ).open();
  }

  /** How often a circle of the settings wants to be in touch; "" for any other. */
  private cadenceOf(circle: string): string {
    return this.settings().circles.find(({ name }) => foldName(name) === foldName(circle))?.cadence ?? "";
  }

  putInCircle(people: People, circle: string): void {
    this.perform("set-circle", people, (context) => setCircle(context, people, circle));
  }

  /** The circles of the settings, then those that notes name. */
  circles(): string[] {
    const circles = new Map<string, string>();
    for (const { name } of this.settings().circles) circles.set(foldName(name), name);
    for (const name of this.desk.index.people().flatMap((one) => one.circles))
      if (!circles.has(foldName(name))) circles.set(foldName(name), name);
    return [...circles.values()];
  }

  /** A menu of how long to snooze, at an element. */
  snoozeMenu(people: People, at: HTMLElement): void {
    const menu = new Menu();
    this.addSnoozes(menu, people);
    const box = at.getBoundingClientRect();
    menu.showAtPosition({ x: box.left, y: box.bottom }, at.doc);
  }

  /** How long to snooze, as items of a menu. */
  addSnoozes(menu: Menu, people: People): void {
    menu.addItem((item) =>
      item
        .setTitle(menuTitle(words.snoozeMenu.skip, "K"))
        .setIcon("skip-forward")
        .onClick(() => {
          this.skip(people);
        }),
    );
    for (const [title, span] of SNOOZES) {
      menu.addItem((item) =>
        item
          .setTitle(title)
          .setIcon("moon")
          .onClick(() => {
            this.snoozeFor(people, span);
          }),
      );
    }
    menu.addItem((item) =>
      item
        .setTitle(words.snoozeMenu.day)
        .setIcon("calendar")
        .onClick(() => {
          this.snooze(people);
        }),
    );
  }

  /** Asks until which day to snooze: by a tap on a length, in a calendar, or typed. */
  snooze(people: People): void {
    const today = todayHere();
    const lengths = SNOOZES.map(([title, span]) => ({ title, day: addSpan(today, span) }));
    const names = words.names(people.map(({ name }) => name));
    new PickDayModal(this.app, words.snoozeMenu.until(names), lengths, addDays(today, 1), today, (day) => {
      this.snoozeUntil(people, day);
    }).open();
  }

  private snoozeFor(people: People, span: Span): void {
    this.perform("snooze", people, (context) => snooze(context, people, addSpan(context.today, span)));
  }

  private snoozeUntil(people: People, day: CivilDate): void {
    this.perform("snooze", people, (context) => snooze(context, people, day));
  }

  private perform(
    what: keyof typeof words.notice.changed,
    people: People,
    action: (context: Context, people: People) => Promise<Changed>,
  ): void {
    void this.desk.perform(people, words.notice.changed[what], (context) => action(context, people));
  }
}
