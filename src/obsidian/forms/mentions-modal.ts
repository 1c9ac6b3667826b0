import type { App } from "obsidian";
import { formatDate } from "../../core/text/dates/civil-date";
import type { PlacedTouch } from "../../core/log/touch";
import { words } from "../../core/words/words";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

const EXAMPLES = 12;

/** One mention as the dialog shows it. */
export interface MentionExample {
  readonly name: string;
  readonly touch: PlacedTouch;
}

/** Shows what would count as contact, with examples; nothing counts before it is confirmed here. */
export class MentionsModal extends PlainModal {
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
