import { MarkdownView } from "obsidian";
import { dailyNote } from "../../core/actions/daily-note";
import { writeTasks } from "../../core/actions/write-tasks";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { CalendarKeeper } from "../adapter/calendar-keeper";
import { ReconnectBlock } from "../views/block/reconnect-block";
import { TaskDesk } from "../adapter/task-desk";
import { TickOffersModal } from "../views/panel/tick-offers";
import { YearAheadModal } from "../forms/year-ahead-modal";

/** Registers the `reconnect` code block, and the commands for recurring tasks and the calendar. */
export function registerTasks(host: PluginHost): void {
  const { plugin } = host;
  const desk = new TaskDesk(host);
  plugin.registerMarkdownCodeBlockProcessor("reconnect", (source, el, context) => {
    context.addChild(new ReconnectBlock(el, source, host, desk));
  });
  plugin.addCommand({
    id: "year-ahead",
    name: words.block.yearAhead,
    callback: () => {
      new YearAheadModal(plugin.app, host, desk).open();
    },
  });
  plugin.addCommand({
    id: "insert-task-list",
    name: words.block.insert,
    editorCallback: (editor) => {
      editor.replaceSelection("```reconnect\ndays: week\n```\n");
    },
  });
  plugin.addCommand({
    id: "log-ticks",
    name: words.ticks.command,
    callback: () => {
      new TickOffersModal(plugin.app, host).open();
    },
  });
  registerWriting(host);
  registerCalendar(host, desk);
}

function registerWriting(host: PluginHost): void {
  const { plugin } = host;
  const write = async (path: string, days: "today" | "week", newText: string | null = null): Promise<void> => {
    const changed = await host.desk.act(words.tasks.wrote(path), (context) => writeTasks(context, path, days, newText));
    if (changed.written.length === 0 && changed.refused.length === 0) host.desk.say(words.tasks.upToDate(path));
  };
  const here = (id: string, name: string, days: "today" | "week"): void => {
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const file = plugin.app.workspace.getActiveViewOfType(MarkdownView)?.file;
        if (file && !checking) void write(file.path, days);
        return file != null;
      },
    });
  };
  const daily = (id: string, name: string, days: "today" | "week"): void => {
    plugin.addCommand({
      id,
      name,
      callback: () =>
        void host.settings.followDailyNotes().then(async () => {
          const { path, newText } = await dailyNote(host.desk.context());
          await write(path, days, newText);
          await host.desk.openNote(path, null, false);
        }),
    });
  };
  here("write-tasks-today", words.tasks.writeToday, "today");
  here("write-tasks-week", words.tasks.writeWeek, "week");
  daily("write-tasks-today-daily", words.tasks.writeTodayDaily, "today");
  daily("write-tasks-week-daily", words.tasks.writeWeekDaily, "week");
}

function registerCalendar(host: PluginHost, desk: TaskDesk): void {
  const { plugin } = host;
  const keeper = plugin.addChild(new CalendarKeeper(plugin.app, host, desk));
  plugin.addCommand({ id: "export-calendar", name: words.calendar.export, callback: () => void keeper.export() });
  const toggle = (id: string, name: string, isKept: boolean): void => {
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        if (!checking && keeper.isKept !== isKept) void keeper.keep(isKept);
        return keeper.isKept !== isKept;
      },
    });
  };
  toggle("keep-calendar", words.calendar.keep, true);
  toggle("stop-keeping-calendar", words.calendar.stopKeeping, false);
}
