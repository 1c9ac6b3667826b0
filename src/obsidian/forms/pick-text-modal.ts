import { SuggestModal, type App } from "obsidian";
import { normalizeName } from "../../core/people/normalize-name";
import { words } from "../../core/words/words";

/** Picks one of a few texts, or any other that is typed. */
export class PickTextModal extends SuggestModal<string> {
  constructor(
    app: App,
    placeholder: string,
    private readonly choices: readonly string[],
    private readonly onPick: (text: string) => void,
    /** What a choice means, beside it; "" for nothing. */
    private readonly about: (choice: string) => string = () => "",
  ) {
    super(app);
    this.setPlaceholder(placeholder);
  }

  getSuggestions(query: string): string[] {
    const typed = query.trim();
    const matching = this.choices.filter((choice) => normalizeName(choice).includes(normalizeName(typed)));
    const isNew = typed !== "" && !this.choices.some((choice) => normalizeName(choice) === normalizeName(typed));
    return isNew ? [...matching, typed] : matching;
  }

  renderSuggestion(text: string, el: HTMLElement): void {
    el.createDiv({ text: this.choices.includes(text) ? text : words.pick.useThis(text), attr: { dir: "auto" } });
    const about = this.about(text);
    if (about !== "") el.createDiv({ cls: "reconnect-suggestion-detail", text: about });
  }

  onChooseSuggestion(text: string): void {
    this.onPick(text);
  }
}
