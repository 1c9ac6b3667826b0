import { FuzzySuggestModal, SuggestModal, type App, type TFile } from "obsidian";
import { sharesToday, suitedFor, type ShareList } from "../../../core/actions/share";
import { shareForm } from "../../../core/actions/share.action";
import { normalizeName } from "../../../core/people/normalize-name";
import { disambiguateNames } from "../../../core/index/disambiguate-names";
import { compareNames } from "../../../core/today/order";
import { isClosed } from "../../../core/today/standing";
import type { Suited } from "../../../core/relationships/share/rank-people";
import type { Person } from "../../../core/index/person";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { openLineForm } from "./line-form-modal";
import { withoutMd } from "../../../core/text/note/without-md";

/** Asks which note, then whom it suits. */
export function chooseAndShare(host: PluginHost): void {
  const isPerson = new Set(host.index.people().map(({ path }) => path));
  const notes = host.plugin.app.vault
    .getMarkdownFiles()
    .filter(({ path }) => !isPerson.has(path))
    .sort((a, b) => b.stat.mtime - a.stat.mtime || (a.path < b.path ? -1 : 1));
  new ChooseNoteModal(host.plugin.app, notes, ({ path }) => void openShare(host, path)).open();
}

/** The one or two shares of today; picking one logs that it was sent. */
export async function shareToday(host: PluginHost): Promise<void> {
  const shares = (await sharesToday(host.runner.context())).filter(({ done }) => !done);
  if (shares.length === 0) {
    host.runner.say(
      host.settings.get().relationships.shareFolders.length === 0 ? words.share.noFolders : words.share.nothingToday,
    );
    return;
  }
  const rows = shares.map((one): ShareRow => ({
    name: words.share.pair(one.note.name, one.name),
    path: one.path,
    why: one.why,
    isOther: false,
  }));
  new SuitedModal(host.plugin.app, rows, (row) => {
    const one = shares[rows.indexOf(row)];
    const person = one && host.index.person(one.path);
    if (person) openLineForm(host, shareForm(host.runner.context(), person, one.note.path));
  }).open();
}

/** Whom a note suits, best first, each with why; picking one logs that it was sent. */
export async function openShare(host: PluginHost, path: string): Promise<void> {
  const list = await suitedFor(host.runner.context(), path);
  if (!list) return;
  new SuitedModal(host.plugin.app, shareRows(list, host.index.people(), path), (row) => {
    const person = host.index.person(row.path);
    if (person) openLineForm(host, shareForm(host.runner.context(), person, path));
  }).open();
}

/** Those whom it suits; those who have had it, with the day; and, once a name is typed, everybody else. */
function shareRows({ people, sent }: ShareList, everybody: readonly Person[], path: string): ShareRow[] {
  const named = new Set([...people, ...sent].map((one) => one.path));
  const say = disambiguateNames(everybody);
  const others = everybody.filter(
    (person) => !named.has(person.path) && person.path !== path && !isClosed(person, todayHere()),
  );
  const row = (one: Pick<Person, "name" | "path">, why: string, isOther = false): ShareRow => ({
    name: say(one),
    path: one.path,
    why,
    isOther,
  });
  return [
    ...people.map((one) => row(one, one.why)),
    ...sent.map((one) => row(one, words.share.had(dayHere(one.date)))),
    ...others.sort(compareNames).map((one) => row(one, words.share.noReason, true)),
  ];
}

interface ShareRow extends Suited {
  readonly isOther: boolean;
}

class SuitedModal extends SuggestModal<ShareRow> {
  constructor(
    app: App,
    private readonly rows: readonly ShareRow[],
    private readonly onPick: (row: ShareRow) => void,
  ) {
    super(app);
    this.setPlaceholder(words.share.pick);
    this.emptyStateText = words.share.nobody;
  }

  getSuggestions(query: string): ShareRow[] {
    const typed = normalizeName(query);
    return this.rows.filter(({ name, why, isOther }) =>
      isOther ? typed !== "" && normalizeName(name).includes(typed) : normalizeName(`${name} ${why}`).includes(typed),
    );
  }

  renderSuggestion({ name, why }: ShareRow, el: HTMLElement): void {
    el.createDiv({ text: name });
    el.createDiv({ cls: "reconnect-suggestion-detail", text: why });
  }

  onChooseSuggestion(row: ShareRow): void {
    this.onPick(row);
  }
}

class ChooseNoteModal extends FuzzySuggestModal<TFile> {
  constructor(
    app: App,
    private readonly notes: readonly TFile[],
    private readonly onPick: (note: TFile) => void,
  ) {
    super(app);
    this.setPlaceholder(words.share.which);
  }

  getItems(): TFile[] {
    return [...this.notes];
  }

  getItemText({ path }: TFile): string {
    return withoutMd(path);
  }

  onChooseItem(note: TFile): void {
    this.onPick(note);
  }
}
