import { Notice, MarkdownView } from "obsidian";
import { closeAction } from "../../core/actions/close.action";
import type { FormId, Form, GivenTexts, Parameter, PeopleAction } from "../../core/actions/action";
import { dailyNote } from "../../core/actions/daily-note";
import { introduceForm } from "../../core/actions/introduce.action";
import { letGoAction } from "../../core/actions/let-go.action";
import { logTouch } from "../../core/actions/log-touch";
import { replyForm } from "../../core/actions/owed";
import { CADENCES } from "../../core/actions/set-cadence.action";
import { circleChoices } from "../../core/actions/set-circle.action";
import { openTouchForm } from "../../core/actions/touch-form";
import { draftOfLink } from "../../core/actions/touch-link";
import { writeTasks } from "../../core/actions/write-tasks";
import { nameBook } from "../../core/entry/find-people";
import { disambiguateNames } from "../../core/index/disambiguate-names";
import { noteFormat } from "../../core/index/note-format";
import type { Person } from "../../core/index/person";
import { showEveryone, startAfresh } from "../../core/lists/fresh-start";
import { balanceOf } from "../../core/relationships/balance/balance";
import { taskFormat } from "../../core/tasks/task-format";
import { placeQuery, placesOf } from "../../core/today/people-query";
import { listOwed } from "../../core/today/replies-owed";
import { words } from "../../core/words/words";
import { dayHere, todayHere } from "../adapter/calendar-day";
import { AdoptModal } from "../forms/adopt/adopt-modal";
import { CloseModal } from "../forms/close-modal";
import { pickWhomToExport } from "../forms/export-people";
import { ImportModal } from "../forms/import/import-modal";
import { LogTouchModal } from "../forms/log-touch-modal";
import { askAboutMentions } from "../forms/mentions-modal";
import { openMerge } from "../forms/merge-modal";
import { openNewPerson, startFromLink } from "../forms/new-person";
import { PickPersonModal } from "../forms/pick-person-modal";
import { PickTextModal } from "../forms/pick-text-modal";
import { BalanceModal } from "../forms/relationships/balance-modal";
import { openLineForm } from "../forms/relationships/line-form-modal";
import { OwedModal } from "../forms/relationships/owed-modal";
import { ReasonsModal } from "../forms/relationships/reasons-modal";
import { chooseAndShare, openShare, shareToday } from "../forms/relationships/share-modal";
import { StockModal } from "../forms/relationships/stock-modal";
import { openSetUp } from "../forms/set-up";
import { askSnoozeDay, showSnoozeMenu } from "../forms/snooze-menu";
import { showTouches } from "../forms/touches/touch-history";
import { openTriage } from "../forms/triage-modal";
import { YearAheadModal } from "../forms/year-ahead-modal";
import type { PluginHost, Subject } from "../plugin-host";
import { openGarden } from "../views/garden/garden-view";
import { onceListed } from "./once-listed";
import { openPanel } from "../views/panel/open-panel";
import { CompletedTasksModal } from "../views/panel/completed-task-offers";

type Open = (host: PluginHost, subject: Required<Pick<Subject, "people" | "given">> & Subject) => void;

/** A form about one person. */
const onPerson =
  (open: (host: PluginHost, person: Person) => void): Open =>
  (host, { people: [person] }) => {
    if (person) open(host, person);
  };

/** What each form that an action names opens. */
const FORMS: Readonly<Record<FormId, Open>> = {
  adopt: ({ plugin, runner }) => {
    new AdoptModal(plugin.app, runner).open();
  },
  balance: onPerson(({ plugin, settings }, person) => {
    if (settings.get().relationships.balance)
      new BalanceModal(plugin.app, person.name, balanceOf(person, todayHere(), dayHere)).open();
    else new Notice(words.balance.off);
  }),
  card: onPerson(
    (host, { path }) =>
      void openPanel(host, (view) => {
        view.showCard(path);
      }),
  ),
  "choose-note": chooseAndShare,
  close: ({ plugin, runner }, { people }) => {
    const names = people.map(({ name }) => name);
    new CloseModal(plugin.app, names, todayHere(), {
      close: ({ day, why }) => void runner.change(closeAction, people, { date: day === true ? "unknown" : day, why }),
      letGo: () => void runner.change(letGoAction, people),
    }).open();
  },
  export: pickWhomToExport,
  "export-calendar": ({ calendar }) => void calendar.export(),
  garden: (host, { given }) => void openGarden(host, given["tab"] === "follow-ups" ? "follow-ups" : "garden"),
  import: ({ plugin, runner }) => {
    new ImportModal(plugin.app, runner).open();
  },
  introduce: onPerson((host, a) => {
    const others = host.index.people().filter(({ path }) => path !== a.path);
    new PickPersonModal(host.plugin.app, others, (b) => {
      openLineForm(host, introduceForm(host.runner.context(), a, b, ""));
    }).open();
  }),
  "keep-calendar": ({ calendar }) => void calendar.keep(true),
  mentions: (host) => void askAboutMentions(host),
  merge: onPerson(openMerge),
  "new-person": (host) => {
    openNewPerson(host);
  },
  "new-person-from-link": (host, { editor }) => {
    const start = editor && startFromLink(host, editor);
    if (start) openNewPerson(host, start);
  },
  owed: (host) => {
    const people = host.index.people();
    new OwedModal(host.plugin.app, listOwed(people, todayHere()), disambiguateNames(people), (act, { path }) => {
      const person = host.index.person(path);
      if (person) host.do(replyForm(act), { people: [person] });
    }).open();
  },
  panel: (host) => void openPanel(host),
  place: (host) => {
    const places = placesOf(host.index.people().map(({ place }) => place));
    const search = (place: string): void =>
      void openPanel(host, (view) => {
        view.search(placeQuery(place));
      });
    new PickTextModal(host.plugin.app, words.pick.place, places, search).open();
  },
  reasons: onPerson((host, person) => {
    new ReasonsModal(host, person).open();
  }),
  redo: ({ runner }) => void runner.redo(),
  search: (host) =>
    void openPanel(host, (view) => {
      view.search("");
    }),
  "set-up": (host) => {
    onceListed(host.index, () => void openSetUp(host));
  },
  share: (host) => {
    const file = host.plugin.app.workspace.getActiveFile();
    if (file) void openShare(host, file.path);
  },
  shares: (host) => void shareToday(host),
  snooze: (host, { people }) => {
    askSnoozeDay(host, people);
  },
  "snooze-menu": (host, { people, at }) => {
    if (at) showSnoozeMenu(host, people, at);
  },
  "start-afresh": ({ visits }) => {
    visits.set(startAfresh(visits.get(), todayHere()));
    new Notice(words.panel.fresh.started);
  },
  "show-everyone": ({ visits }) => {
    visits.set(showEveryone(visits.get()));
  },
  stock: (host) => {
    new StockModal(host).open();
  },
  "stop-keeping-calendar": ({ calendar }) => void calendar.keep(false),
  "task-list": (_, { editor }) => {
    editor?.replaceSelection("```reconnect\ndays: week\n```\n");
  },
  ticks: (host) => {
    new CompletedTasksModal(host.plugin.app, host).open();
  },
  touch: ({ plugin, index, settings, runner }, { people, given }) => {
    const options = {
      state: openTouchForm(people, draftOfLink(given)),
      everyone: () => index.people(),
      book: () => nameBook(index.people()),
      today: todayHere(),
      format: noteFormat(settings.get()).log,
      taskFormat: taskFormat(runner.context()),
    };
    new LogTouchModal(
      plugin.app,
      options,
      (form) =>
        void runner.perform(words.notice.logged, (context) =>
          logTouch(context, form.people, form.touch, { next: form.next, newNames: form.newNames }),
        ),
    ).open();
  },
  touches: onPerson((host, { path }) => {
    showTouches(host, path);
  }),
  triage: (host) => void openTriage(host),
  undo: ({ runner }) => void runner.undo(),
  "write-tasks": (host, { given }) => {
    const path = activeNote(host);
    if (path !== null) void write(host, path, given);
  },
  "write-tasks-daily": (host, { given }) =>
    void host.settings.followDailyNotes().then(async () => {
      const { path, newText } = await dailyNote(host.runner.context());
      await write(host, path, given, newText);
      await host.runner.openNote(path, null, false);
    }),
  "year-ahead": (host) => {
    new YearAheadModal(host.plugin.app, host).open();
  },
};

/** Whether a form can be opened now; those that are not named here always can. */
export const CAN_OPEN: Readonly<Partial<Record<FormId, (host: PluginHost, subject: Subject) => boolean>>> = {
  "keep-calendar": ({ calendar }) => !calendar.isKept,
  "stop-keeping-calendar": ({ calendar }) => calendar.isKept,
  "new-person-from-link": (host, { editor }) => editor !== undefined && startFromLink(host, editor) !== null,
  "write-tasks": (host) => activeNote(host) !== null,
};

/** What makes sense before anybody has said which notes are people. */
const BEFORE_SET_UP: ReadonlySet<unknown> = new Set<FormId>([
  "adopt",
  "import",
  "new-person",
  "new-person-from-link",
  "panel",
  "redo",
  "set-up",
  "undo",
]);

/** Does an action on people, or opens what asks for the rest; before set-up, where it is about nobody, that. */
export function perform(host: PluginHost, does: Form | PeopleAction, subject: Subject = {}): void {
  const { people = [], given = {} } = subject;
  const [person] = people;
  if (!host.settings.get().confirmed && !person && !BEFORE_SET_UP.has(does)) FORMS["set-up"](host, { people, given });
  else if (typeof does === "string") FORMS[does](host, { ...subject, people, given });
  else if (typeof does === "object") ask(host, does, people, given);
  else if (person) openLineForm(host, does(host.runner.context(), person, people));
}

/** Asks for what an action requires and has not been given, one after the other, and does it. */
function ask(host: PluginHost, action: PeopleAction, people: readonly Person[], given: GivenTexts): void {
  const missing = action.asks.find(({ name, required }) => required && given[name] === undefined);
  if (!missing) void host.runner.change(action, people, given);
  else
    pickerOf(missing, host, (text) => {
      ask(host, action, people, { ...given, [missing.name]: text });
    }).open();
}

/** A picker for a kind of argument. */
function pickerOf({ kind, about }: Parameter, host: PluginHost, take: (text: string) => void): PickTextModal {
  const { app } = host.plugin;
  if (kind === "cadence")
    return new PickTextModal(app, words.pick.cadence, CADENCES, take, (one) => words.pick.cadences[one] ?? "");
  if (kind !== "circle") return new PickTextModal(app, about, [], take);
  const circles = new Map(
    circleChoices(host.settings.get(), host.index.people()).map(({ name, cadence }) => [name, cadence]),
  );
  return new PickTextModal(app, words.pick.circle, [...circles.keys()], take, (name) => circles.get(name) ?? "");
}

async function write(
  host: PluginHost,
  path: string,
  { days }: GivenTexts,
  newText: string | null = null,
): Promise<void> {
  const { written, refused } = await host.runner.perform(
    () => words.tasks.wrote(path),
    (context) => writeTasks(context, path, days === "week" ? "week" : "today", newText),
  );
  if (written.length === 0 && refused.length === 0) host.runner.say(words.tasks.upToDate(path));
}

/** The path of the note that is being read or written in; null where something else is in front. */
function activeNote({ plugin }: PluginHost): string | null {
  return plugin.app.workspace.getActiveViewOfType(MarkdownView)?.file?.path ?? null;
}
