import { SuggestModal, prepareFuzzySearch, type App } from "obsidian";
import { normalizeName } from "../../core/people/normalize-name";
import type { Person } from "../../core/index/person";
import { compareNames } from "../../core/today/order";
import { words } from "../../core/words/words";

const SHOWN = 50;

/** Picks a person by typing part of a name or alias; case and accents do not matter. */
export class PickPersonModal extends SuggestModal<Person> {
  private readonly searchable: readonly { readonly person: Person; readonly names: readonly string[] }[];
  /** Why some are offered first, by path. */
  private readonly reasons: ReadonlyMap<string, string>;

  constructor(
    app: App,
    people: readonly Person[],
    private readonly onPick: (person: Person) => void,
    /** Why somebody is offered first; null for everybody else. */
    first: (person: Person) => string | null = () => null,
  ) {
    super(app);
    this.reasons = new Map(
      people.flatMap((person) => {
        const reason = first(person);
        return reason === null ? [] : [[person.path, reason] as const];
      }),
    );
    const rank = ({ path }: Person): number => (this.reasons.has(path) ? 0 : 1);
    this.searchable = [...people]
      .sort((a, b) => rank(a) - rank(b) || compareNames(a, b))
      .map((person) => ({ person, names: [person.name, ...person.aliases].map(normalizeName) }));
    this.setPlaceholder(words.pick.person);
    this.emptyStateText = words.pick.noMatch;
    this.limit = SHOWN;
  }

  getSuggestions(query: string): Person[] {
    const folded = normalizeName(query);
    if (folded === "") return this.searchable.slice(0, SHOWN).map(({ person }) => person);
    const match = prepareFuzzySearch(folded);
    const scored = this.searchable.flatMap(({ person, names }) => {
      const scores = names.flatMap((name) => match(name)?.score ?? []);
      return scores.length > 0 ? [{ person, score: Math.max(...scores) }] : [];
    });
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN)
      .map(({ person }) => person);
  }

  renderSuggestion(person: Person, el: HTMLElement): void {
    el.createDiv({ text: person.name });
    const folder = person.path.split("/").slice(0, -1).join("/");
    const about = [
      this.reasons.get(person.path) ?? "",
      person.aliases.join(", "),
      person.circles.join(", "),
      folder,
    ].filter((text) => text !== "");
    el.createDiv({ cls: "reconnect-suggestion-detail", text: about.join(" · ") });
  }

  onChooseSuggestion(person: Person): void {
    this.onPick(person);
  }
}
