import { Menu, Notice } from "obsidian";
import { markNotContact, type Marked } from "../../core/actions/not-contact";
import { noteName } from "../../core/people/people-rules";
import type { Person } from "../../core/index/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../adapter/calendar-day";
import { MentionIndex } from "../adapter/mention-index";
import { MentionsModal, type MentionExample } from "../forms/mentions-modal";

/** Registers the mentions in dated notes: their index, and the command that shows examples and asks; gives what asks. */
export function registerMentions(host: PluginHost): () => void {
  const { plugin, index, settings } = host;
  const mentions = plugin.addChild(new MentionIndex(plugin.app, index, settings, host.metadata));
  plugin.app.workspace.onLayoutReady(() => {
    mentions.start();
  });
  const askHere = (): void => void ask(host, mentions);
  plugin.addCommand({ id: "mentions", name: words.commands.mentions, callback: askHere });
  return askHere;
}

async function ask(host: PluginHost, mentions: MentionIndex): Promise<void> {
  const { plugin, index, settings } = host;
  await settings.followDailyNotes();
  const found = await mentions.look();
  const today = todayHere();
  const examples = [...found].flatMap(([path, touches]): MentionExample[] => {
    const person = index.person(path);
    return person ? touches.filter(({ date }) => date <= today).map((touch) => ({ name: person.name, touch })) : [];
  });
  examples.sort((a, b) => (a.touch.date < b.touch.date ? 1 : a.touch.date > b.touch.date ? -1 : 0));
  new MentionsModal(plugin.app, examples, settings.get().mentions.on, (on) => {
    void settings
      .update((now) => ({ ...now, mentions: { ...now.mentions, on } }))
      .then(() => new Notice(on ? words.mentions.on : words.mentions.off));
  }).open();
}

/** Asks whether one mention or the whole note is no contact; marking it is an action like any other, to be undone. */
export function markNoContact(host: PluginHost, person: Pick<Person, "path" | "name">, note: string): void {
  const menu = new Menu();
  const { notThis, notThisNote, marked } = words.mentions;
  const mark = (who: Marked["person"]): void =>
    void host.desk.act(marked(noteName(note)), (context) => markNotContact(context, { note, person: who }));
  menu.addItem((item) =>
    item
      .setTitle(notThis(person.name, noteName(note)))
      .setIcon("user-x")
      .onClick(() => {
        mark(person);
      }),
  );
  menu.addItem((item) =>
    item
      .setTitle(notThisNote(noteName(note)))
      .setIcon("file-x")
      .onClick(() => {
        mark(null);
      }),
  );
  const box = activeDocument.activeElement?.getBoundingClientRect();
  menu.showAtPosition({ x: box?.left ?? 0, y: box?.bottom ?? 0 }, activeDocument);
}
