import { Menu, Notice } from "obsidian";
import { oneMention } from "../../core/mentions/mentions";
import { noteName } from "../../core/people/people-rules";
import type { MentionSettings } from "../../core/settings/settings";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../vault/calendar-day";
import { MentionIndex } from "./mention-index";
import { MentionsModal, type MentionExample } from "./mentions-modal";

const NOTICE_MS = 8_000;

/** Registers the mentions in dated notes: their index, and the command that shows examples and asks. */
export function registerMentions(host: PluginHost): void {
  const { plugin, index, settings } = host;
  const mentions = plugin.addChild(new MentionIndex(plugin.app, index, settings));
  plugin.app.workspace.onLayoutReady(() => { mentions.start(); });
  plugin.addCommand({ id: "mentions", name: words.commands.mentions, callback: () => void ask(host, mentions) });
}

async function ask(host: PluginHost, mentions: MentionIndex): Promise<void> {
  const { plugin, index, settings } = host;
  const found = await mentions.look();
  const today = todayHere();
  const examples = [...found].flatMap(([path, touches]): MentionExample[] => {
    const person = index.person(path);
    return person ? touches.filter(({ date }) => date <= today).map((touch) => ({ name: person.name, touch })) : [];
  });
  examples.sort((a, b) => (a.touch.date < b.touch.date ? 1 : a.touch.date > b.touch.date ? -1 : 0));
  new MentionsModal(plugin.app, examples, settings.get().mentions.on, (on) => {
    void save(host, { on }).then(() => new Notice(on ? words.mentions.on : words.mentions.off));
  }).open();
}

/** Asks whether one mention or the whole note is no contact, and keeps that in the settings; the notice takes it back. */
export function markNoContact(host: PluginHost, person: string, note: string): void {
  const menu = new Menu();
  const name = host.index.person(person)?.name ?? noteName(person);
  menu.addItem((item) => item.setTitle(words.mentions.notThis(name, noteName(note))).setIcon("user-x").onClick(() => void exclude(host, oneMention(note, person), noteName(note))));
  menu.addItem((item) => item.setTitle(words.mentions.notThisNote(noteName(note))).setIcon("file-x").onClick(() => void exclude(host, note, noteName(note))));
  const box = activeDocument.activeElement?.getBoundingClientRect();
  menu.showAtPosition({ x: box?.left ?? 0, y: box?.bottom ?? 0 }, activeDocument);
}

async function exclude(host: PluginHost, what: string, note: string): Promise<void> {
  const { notContact } = host.settings.get().mentions;
  await save(host, { notContact: [...notContact.filter((one) => one !== what), what] });
  const notice = new Notice(words.mentions.marked(note), NOTICE_MS);
  const button = notice.messageEl.createEl("button", { cls: "reconnect-notice-undo", text: words.mentions.undo });
  button.addEventListener("click", () => {
    notice.hide();
    void save(host, { notContact: host.settings.get().mentions.notContact.filter((one) => one !== what) });
  });
}

async function save({ settings }: PluginHost, part: Partial<MentionSettings>): Promise<void> {
  const now = settings.get();
  await settings.save({ ...now, mentions: { ...now.mentions, ...part } });
}
