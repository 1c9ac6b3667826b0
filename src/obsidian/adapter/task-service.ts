import { completeTask } from "../../core/actions/complete-task";
import { eachMeetingOnce, findFollowUps, type FoundFollowUp } from "../../core/today/find-follow-ups";
import { makeTasks } from "../../core/today/tasks/make-tasks";
import { readTasks } from "../../core/tasks/read-tasks";
import { noteLines } from "../../core/text/note/body-lines";
import type { Task } from "../../core/today/tasks/task";
import type { TaskRange } from "../../core/today/tasks/task-rules";
import type { ResolveLink } from "../../core/tasks/resolve-link";
import type { TaskNote } from "../../core/tasks/note-task";
import type { Person } from "../../core/index/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { dayHere, todayHere } from "./calendar-day";

/** Recurring tasks for the views of the plugin: listed without saving any editor, and completed. */
export class TaskService {
  constructor(
    private readonly host: Pick<PluginHost, "plugin" | "settings" | "metadata" | "index" | "runner">,
    /** Whose tasks are made: fewer people cost less. */
    readonly people: () => readonly Person[] = () => host.index.people(),
    /** Which tasks are wanted at all. */
    private readonly isShown: (task: Task) => boolean = () => true,
  ) {}

  /** The tasks of some days, as the index knows them now. */
  async tasks(range: TaskRange): Promise<Task[]> {
    const { index, settings } = this.host;
    const practices = await this.practices();
    return makeTasks({
      people: this.people(),
      practices,
      taskNotes: index.notesWithTasks(),
      settings: settings.get(),
      today: todayHere(),
      range,
      dayText: dayHere,
    }).filter(this.isShown);
  }

  /** Every open follow-up, each meeting once, by day. */
  followUps(): FoundFollowUp[] {
    const { index, settings } = this.host;
    const resolve: ResolveLink = (target, from) => index.resolveLink(target, from);
    return eachMeetingOnce(findFollowUps(this.people(), index.notesWithTasks(), resolve, todayHere(), settings.get()));
  }

  async complete(id: string, title: string): Promise<void> {
    await this.host.runner.perform(
      () => words.tasks.completed(title),
      (context) => completeTask(context, id),
    );
  }

  /** Calls back whenever tasks may have changed, until the returned function is called. */
  onChange(listener: () => void): () => void {
    const { metadata, index, settings } = this.host;
    const stops = [
      index.onChange(listener),
      settings.onChange(listener),
      metadata.onChanged((file) => {
        if (file.path === settings.get().tasks.practicesNote) listener();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  private async practices(): Promise<TaskNote | null> {
    const { plugin, settings } = this.host;
    const path = settings.get().tasks.practicesNote;
    const file = path === "" ? null : plugin.app.vault.getFileByPath(path);
    return file ? { path, day: null, tasks: readTasks(noteLines(await plugin.app.vault.cachedRead(file))) } : null;
  }
}
