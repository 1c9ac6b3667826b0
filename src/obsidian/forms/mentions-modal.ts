import { Menu, Notice, type App } from "obsidian";
import { markNotContact, type Marked } from "../../core/actions/not-contact";
import type { Person } from "../../core/index/person";
import { noteName } from "../../core/people/people-rules";
import { formatDate } from "../../core/text/dates/civil-date";
import type { PlacedTouch } from "../../core/log/touch";
import { words } from "../../core/words/words";
import { todayHere } from "../adapter/calendar-day";
import type { PluginHost } from "../plugin-host";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

const EXAMPLES = 12;

/** Shows examples of mentions in dated notes, and asks whether they count. */
export async function askAboutMentions({ plugin, index, settings }: PluginHost): Promise<void> {
  await settings.followDailyNotes();
  const found = await index.mentionExamples();
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
export function markNoContact({ runner }: PluginHost, person: Pick<Person, "path" | "name">, note: string): void {
  const menu = new Menu();
  const { notThis, notThisNote, marked } = words.mentions;
  const name = noteName(note);
  const add = (title: string, icon: string, who: Marked["person"]): void => {
    const mark = (): void =>
      void runner.perform(
        () => marked(name),
        (context) => markNotContact(context, { note, person: who }),
      );
    menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(mark));
  };
  add(notThis(person.name, name), "user-x", person);
  add(notThisNote(name), "file-x", null);
  const box = activeDocument.activeElement?.getBoundingClientRect();
  menu.showAtPosition({ x: box?.left ?? 0, y: box?.bottom ?? 0 }, activeDocument);
}

/** One mention as the dialog shows it. */
interface MentionExample {
  readonly name: string;
  readonly touch: PlacedTouch;
}

/** Shows what would count as contact, with examples; nothing counts before it is confirmed here. */
class MentionsModal extends PlainModal {
  constructor(
    app: App,
    private readonly examples: readonly MentionExample[],
    private readonly isOn: boolean,
    private readonly onAnswer: (on: boolean) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { contentEl, examples } = this;
    this.setTitle(words.mentions.title);
    contentEl.createEl("p", { text: words.mentions.intro });
    const people = new Set(examples.map(({ name }) => name)).size;
    contentEl.createEl("p", {
      text: examples.length === 0 ? words.mentions.none : words.mentions.found(examples.length, people),
    });
    const list = contentEl.createEl("ul", { cls: "reconnect-mention-examples" });
    const locale = contentEl.doc.documentElement.lang || "en";
    for (const { name, touch } of examples.slice(0, EXAMPLES))
      list.createEl("li", { text: words.mentions.example(name, formatDate(touch.date, locale), touch.text) });
    const count = drawFormButtons(
      contentEl,
      [
        words.mentions.doNotCount,
        () => {
          this.answer(false);
        },
      ],
      [
        words.mentions.count,
        () => {
          this.answer(true);
        },
      ],
    );
    count.disabled = examples.length === 0 && !this.isOn;
  }

  private answer(on: boolean): void {
    this.close();
    this.onAnswer(on);
  }
}
