import { moment, Notice, type App } from "obsidian";
import type { GivenTexts, PeopleAction } from "../../core/actions/action";
import type { Changed } from "../../core/actions/change-notes";
import { changePeople } from "../../core/actions/people-action";
import { problemLine } from "../../core/lists/plain-text";
import { halfDone, type Restored } from "../../core/actions/interrupted";
import { redo, undo } from "../../core/actions/undo";
import type { Problem } from "../../core/text/note/problem";
import { noteName } from "../../core/people/people-rules";
import type { Person } from "../../core/index/person";
import type { Context, DismissedTasks } from "../../core/ports";
import { words } from "../../core/words/words";
import type { SettingsStore } from "../settings/settings-store";
import { DeviceHistory } from "./device-history";
import { parseYamlText } from "./note-source";
import type { PathIndex } from "./path-index";
import type { LiveIndex } from "./live-index";
import { todayHere } from "./calendar-day";
import { readConfigFile } from "./config-file";
import { VaultStore } from "./vault-store";
import { noticeWithButton } from "../forms/notice-with-button";

const NOTICE_MS = 8_000;
/** Notices with an undo on the screen at a time: more would cover a phone. */
const NOTICES = 2;

/** Runs the actions of every part of the plugin: hands core its context and tells how it went. */
export class ActionRunner {
  private readonly store: VaultStore;
  readonly history: DeviceHistory;
  private running: Promise<unknown> = Promise.resolve();
  private told: readonly Notice[] = [];

  constructor(
    private readonly app: App,
    readonly index: LiveIndex,
    private readonly settings: SettingsStore,
    private readonly dismissedTasks: DismissedTasks,
    paths: PathIndex,
  ) {
    this.store = new VaultStore(app, index, paths);
    this.history = new DeviceHistory(app, () => {
      this.say(words.history.untilClosed);
    });
  }

  context(): Context {
    return {
      store: this.store,
      history: this.history,
      dismissedTasks: this.dismissedTasks,
      parseYaml: parseYamlText,
      settings: this.settings.get(),
      today: todayHere(),
      formatNow: (format) => moment().format(format),
      readFile: (path) => this.store.readBytes(path),
      readConfig: (file) => readConfigFile(this.app, file),
      changeSettings: (change) => this.settings.change(change),
    };
  }

  /** Does an action and shows a notice with its own undo, or what was refused. */
  async perform<C extends Changed>(
    said: (names: string, changed: C) => string,
    action: (context: Context) => Promise<C>,
  ): Promise<C> {
    const changed = await this.during(action(this.context()));
    const { written, undoId } = changed;
    if (written.length > 0 || undoId !== null) this.showDone(said(words.names(written.map(noteName)), changed), undoId);
    this.showRefused(changed.refused);
    return changed;
  }

  /** Does an action on the notes of people; what else it takes is given as text. */
  change(action: PeopleAction, people: readonly Person[], given: GivenTexts = {}): Promise<Changed> {
    return this.perform(action.said, (context) => changePeople(action, context, people, given));
  }

  /** Tells something that needs no answer. */
  say(message: string): void {
    new Notice(message);
  }

  /** Tells what was done, with a button that takes it back. */
  sayWithUndo(message: string, undo: () => Promise<void>): void {
    for (const earlier of this.told.slice(0, 1 - NOTICES)) earlier.hide();
    this.told = [
      ...this.told.slice(1 - NOTICES),
      noticeWithButton(message, NOTICE_MS, words.notice.undo, () => void undo()),
    ];
  }

  /** Tells what an action on many notes came to, with one undo for the whole; of many refusals the first few. */
  showMany(done: (count: number) => string, { written, refused, undoId }: Changed): void {
    if (written.length > 0) this.showDone(done(written.length), undoId);
    this.showRefused(refused.slice(0, 5));
  }

  async undo(id?: string): Promise<void> {
    this.showTurned(words.notice.undone, await this.afterAll(() => undo(this.context(), id)));
  }

  async redo(): Promise<void> {
    this.showTurned(words.notice.redone, await this.afterAll(() => redo(this.context())));
  }

  /** Asks of each action that was interrupted what shall become of it; nothing is written before the answer. */
  async offerInterrupted(): Promise<void> {
    for (const { which, entry, done, total } of await halfDone(this.context())) {
      const [finish, takeBack] = which === "redo" ? [redo, undo] : [undo, redo];
      const conclude = async (message: string, turn: typeof undo): Promise<void> => {
        this.showTurned(message, await this.afterAll(() => turn(this.context(), entry.id)));
      };
      noticeWithButton(
        words.history.interrupted(entry.label, which === "undo", done, total),
        0,
        words.history.finish,
        () => void conclude(words.history.finished, finish),
        [words.history.takeBack, () => void conclude(words.history.takenBack, takeBack)],
      );
    }
  }

  /** Undoes or redoes once all that runs has ended: only then is it known which action was the last. */
  private afterAll(turn: () => Promise<Restored>): Promise<Restored> {
    return this.during(this.running.then(turn));
  }

  /** Lets an action run; what undoes waits for it. */
  during<T>(action: Promise<T>): Promise<T> {
    const others = this.running;
    this.running = action.then(
      () => others,
      () => others,
    );
    return action;
  }

  private showDone(message: string, undoId: string | null): void {
    if (undoId === null) new Notice(message, NOTICE_MS);
    else this.sayWithUndo(message, () => this.undo(undoId));
  }

  private showTurned(message: string, { restored, refused }: Restored): void {
    if (restored.length > 0 || refused.length === 0) new Notice(message);
    this.showRefused(refused);
  }

  private showRefused(refused: readonly Problem[]): void {
    for (const problem of refused) new Notice(problemLine(problem), NOTICE_MS);
  }

  /** Opens a note, at a line where one is given (from 1). */
  async openNote(path: string, line: number | null, newLeaf: boolean): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return;
    const state = line === null ? {} : { eState: { line: line - 1 } };
    await this.app.workspace.getLeaf(newLeaf ? "tab" : false).openFile(file, state);
  }
}
