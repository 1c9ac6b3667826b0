import type { PanelRow } from "../../../core/lists/panel-row";
import { rowActionsFor } from "../../../core/actions/catalogue";
import type { Person } from "../../../core/index/person";
import type { Standing } from "../../../core/today/standing";
import type { DrawnSection } from "./draw-panel";
import type { RowHandlers } from "./draw-row";
import type { PanelHost } from "./panel-host";
import { letterOf, pressKey } from "./panel-keys";
import { showPeopleMenu } from "./panel-menus";
import type { SelectionBar } from "./selection-bar";

/** What acting on people needs of the panel they are shown in. */
export interface PeoplePanel {
  readonly sections: () => readonly DrawnSection[];
  readonly isCard: () => boolean;
  readonly showCard: (path: string) => void;
  readonly search: () => void;
  /** The selection has changed. */
  readonly selected: () => void;
  readonly endSelection: () => void;
}

/** What can be done with the people of the panel, by pointer, key and menu. */
export class PanelPeople {
  readonly rowHandlers: RowHandlers = {
    activate: (row, newLeaf) => {
      this.activate(row, newLeaf);
    },
    do: ({ row: { does } }, row) => {
      this.host.do(does, { people: this.peopleAt([row.path]) });
    },
    more: (row, at) => {
      this.menu([row.path], at);
    },
    tick: (followUp) => {
      this.host.tick(followUp);
    },
    move: (followUp) => {
      this.host.move(followUp);
    },
    sendCard: (card) => {
      this.host.sendCard(card);
    },
    select: (row) => {
      this.select(row);
    },
  };

  constructor(
    private readonly host: PanelHost,
    private readonly selection: SelectionBar,
    private readonly panel: PeoplePanel,
  ) {}

  logSelected(): void {
    this.host.do("touch", { people: this.selected() });
  }

  /** The menu of everything that can be done with these people. */
  menu(paths: readonly string[], at: HTMLElement, position?: { x: number; y: number }): void {
    const people = this.peopleAt(paths);
    const [first] = people;
    if (!first) return;
    const one = people.length === 1 ? first : null;
    const inList = !this.panel.isCard();
    showPeopleMenu(
      people,
      this.standingsOf(people),
      this.host,
      at,
      {
        card:
          one && inList
            ? () => {
                this.panel.showCard(one.path);
              }
            : null,
        open:
          one &&
          (() => {
            this.host.openNote(one.path, null, false);
          }),
        select:
          one && inList && !this.selection.on
            ? () => {
                this.toggle(one.path);
              }
            : null,
        export: () => {
          this.host.exportPeople(people);
        },
      },
      position,
    );
  }

  /** A right click, a long press, the menu key. */
  contextMenu(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Node) || !target.instanceOf(Element)) return;
    for (const { grid } of this.panel.sections()) {
      const row = grid.rows.at(grid.indexOf(target));
      if (!row || row.path === "" || row.kind === "problem") continue;
      event.preventDefault();
      this.menu(this.selection.has(row.path) ? [...this.selection.paths] : [row.path], grid.el, {
        x: event.clientX,
        y: event.clientY,
      });
      return;
    }
  }

  pressed(event: KeyboardEvent): void {
    const used = pressKey(event, this.panel.sections(), {
      act: (letter, row, at) => this.act(letter, row, at),
      open: (row, newLeaf) => {
        this.host.openNote(row.path, row.line, newLeaf);
      },
      select: (row) => {
        this.select(row);
      },
      menu: (row, at) => {
        this.menu(this.selection.paths.size > 0 ? [...this.selection.paths] : [row.path], at);
      },
      search: () => {
        this.panel.search();
      },
      help: () => {
        this.host.showKeys();
      },
      escape: () => {
        if (this.selection.on) this.panel.endSelection();
        else this.panel.search();
      },
    });
    if (!used) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A key on the card of a person: the letters of the list do the same there. */
  pressedOnCard(event: KeyboardEvent, path: string): void {
    const { target } = event;
    if (
      !(target instanceof Node) ||
      !target.instanceOf(HTMLElement) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing
    )
      return;
    const letter = letterOf(event);
    if (event.key === "?") this.host.showKeys();
    else if (letter === "o") this.host.openNote(path, null, false);
    else if (letter === "m") this.menu([path], target);
    else if (!this.actOn(letter, this.peopleAt([path]), target)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Of two acts with one letter, such as pause and resume, the one that makes sense; of a meeting its own. */
  private act(letter: string, row: PanelRow, at: HTMLElement): boolean {
    if (row.followUp && letter === "l") this.host.tick(row.followUp);
    else if (row.followUp && letter === "s") this.host.move(row.followUp);
    else return this.actOn(letter, this.selection.paths.size > 0 ? this.selected() : this.peopleAt([row.path]), at);
    return true;
  }

  private actOn(letter: string, people: readonly Person[], at: HTMLElement): boolean {
    const action = rowActionsFor(this.standingsOf(people)).find(({ row }) => row.key === letter);
    if (action) this.host.do(action.row.does, { people, at });
    return action !== undefined;
  }

  private standingsOf(people: readonly Person[]): Standing[] {
    return people.map((person) => this.host.ranking.evaluator().evaluate(person).facts.standing);
  }

  /** A click or Enter on a row: its card; of a Problem the line to blame; while selecting, its tick. */
  private activate(row: PanelRow, newLeaf: boolean): void {
    if (row.kind === "earlier") this.host.do("garden", { given: { tab: "follow-ups" } });
    else if (this.selection.on && row.kind !== "problem" && row.kind !== "occasion") this.select(row);
    else if (row.kind === "problem" || newLeaf) this.host.openNote(row.path, row.line, newLeaf);
    else this.panel.showCard(row.path);
  }

  private select(row: PanelRow): void {
    this.toggle(row.path);
  }

  private toggle(path: string): void {
    this.selection.toggle(path);
    this.panel.selected();
  }

  private selected(): Person[] {
    return this.peopleAt([...this.selection.paths]);
  }

  private peopleAt(paths: readonly string[]): Person[] {
    return paths.flatMap((path) => this.host.index.person(path) ?? []);
  }
}
