import { Notice, SuggestModal, type App } from "obsidian";
import { logTouch } from "../../core/actions/log-touch";
import { shareTouch, suitedFor } from "../../core/actions/share";
import { foldName } from "../../core/people/fold-name";
import type { Suited } from "../../core/relationships/share/rank-people";
import { noteFormat } from "../../core/settings/note-format";
import { touchText } from "../../core/touches/touch-line";
import type { Touch } from "../../core/touches/touch";
import type { Person } from "../../core/people/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../vault/calendar-day";
import { LineFormModal } from "./line-form-modal";

/** Whom the open note suits, best first, each with why; picking one logs that it was sent. */
export async function openShare(host: PluginHost, path: string): Promise<void> {
  const list = await suitedFor(host.desk.context(), path);
  if (!list) return;
  if (list.people.length === 0) new Notice(words.share.nobody);
  else new SuitedModal(host.plugin.app, list.people, (one) => {
    const person = host.index.person(one.path);
    if (person) openShareForm(host, person, path);
  }).open();
}

class SuitedModal extends SuggestModal<Suited> {
  constructor(
    app: App,
    private readonly people: readonly Suited[],
    private readonly onPick: (one: Suited) => void,
  ) {
    super(app);
    this.setPlaceholder(words.share.pick);
  }

  getSuggestions(query: string): Suited[] {
    return this.people.filter(({ name, why }) => foldName(`${name} ${why}`).includes(foldName(query)));
  }

  renderSuggestion({ name, why }: Suited, el: HTMLElement): void {
    el.createDiv({ text: name });
    el.createDiv({ cls: "reconnect-suggestion-detail", text: why });
  }

  onChooseSuggestion(one: Suited): void {
    this.onPick(one);
  }
}

function openShareForm(host: PluginHost, person: Person, path: string): void {
  const format = noteFormat(host.settings.get()).log;
  const touchOf = (values: Readonly<Record<string, string>>): Touch | null => {
    const channel = (values["channel"] ?? "").trim();
    return /[\s:]/.test(channel) ? null : shareTouch(host.desk.context(), person, path, channel === "" ? null : channel, values["word"] ?? "");
  };
  new LineFormModal(host.plugin.app, {
    title: words.share.form.title(person.name),
    fields: [{ key: "channel", label: words.lineForm.channel, value: "message" }, { key: "word", label: words.share.form.word }],
    save: words.lineForm.save,
    check: (values) => {
      const touch = touchOf(values);
      return touch ? { ok: true, line: `- ${todayHere()} ${touchText(touch, format.knownChannels)}` } : { ok: false, message: words.touchForm.badChannel };
    },
    onSave: (values) => {
      const touch = touchOf(values);
      if (touch) void host.desk.perform([person], words.share.done, (context) => logTouch(context, [person], touch));
    },
  }).open();
}
