import { SuggestModal, type App } from "obsidian";
import { foldName } from "../../core/people/fold-name";
import { words } from "../../core/words/words";

/** Picks one of a few texts, or any other that is typed. */
export class PickTextModal extends SuggestModal<string> {
  constructor(
    app: App,
    placeholder: string,
    private readonly choices: readonly string[],
    private readonly onPick: (text: string) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
  }

  getSuggestions(query: string): string[] {
    const typed = query.trim();
    const matching = this.choices.filter((choice) => foldName(choice).includes(foldName(typed)));
    const isNew = typed !== "" && !this.choices.some((choice) => foldName(choice) === foldName(typed));
    return isNew ? [...matching, typed] : matching;
  }

  renderSuggestion(text: string, el: HTMLElement): void {
    el.setText(this.choices.includes(text) ? text : words.pick.useThis(text));
  }

  onChooseSuggestion(text: string): void {
    this.onPick(text);
  }
}
