import type { App } from "obsidian";
import type { FollowUp } from "../../../core/today/follow-up";
import type { Person } from "../../../core/index/person";
import { IN_FRONT } from "./list-focus";
import { CardSlot, type CardSlotHandlers } from "./card-slot";
import type { PanelHost } from "./panel-host";
import type { PanelPeople } from "./panel-people";

/** The two cards of a panel: one instead of the list, one above it beside the note that is open. */
export class CardViews {
  private readonly cardEl: HTMLElement;
  private readonly card: CardSlot;
  private readonly beside: CardSlot;
  /** Whose card stands instead of the list; null while the list does. */
  private path: string | null = null;
  /** The control of the card that had the keyboard last; null where it went elsewhere. */
  private control: string | null = null;

  constructor(
    private readonly app: App,
    private readonly panelEl: HTMLElement,
    private readonly host: PanelHost,
    people: PanelPeople,
    leave: () => void,
  ) {
    const besideEl = panelEl.createDiv({ cls: "reconnect-beside" });
    const cardEl = (this.cardEl = panelEl.createDiv({ cls: "reconnect-card-place" }));
    cardEl.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
      else if (this.path !== null) people.pressedOnCard(event, this.path);
    });
    const about = (person: Person): readonly FollowUp[] => host.followUpsAbout(person);
    this.card = new CardSlot(app, cardEl, host.locale, about, handlers(host, people, leave));
    this.beside = new CardSlot(
      app,
      besideEl,
      host.locale,
      about,
      handlers(host, people, () => {
        this.fold();
      }),
    );
  }

  get isOpen(): boolean {
    return this.path !== null;
  }

  /** Says whose card is to stand instead of the list; draw() shows it. */
  choose(path: string | null): void {
    this.path = path;
  }

  draw(): void {
    const { host } = this;
    const settings = host.settings.get();
    const person = this.path === null ? undefined : host.index.person(this.path);
    if (!person) this.path = null;
    this.panelEl.toggleClass("is-card", person !== undefined);
    if (person)
      void this.card.show(person, settings, "alone").then(() => {
        this.takeFocus();
      });
    else this.card.clear();
    const open = this.app.workspace.getActiveFile();
    const here =
      open && settings.confirmed && settings.panel.besideNote && !person ? host.index.person(open.path) : undefined;
    if (here) void this.beside.show(here, settings, host.visits.besideFolded ? "folded" : "beside");
    else this.beside.clear();
  }

  /** Notes where the keyboard went: what opens in front of the card forgets nothing. */
  focusMoved(target: EventTarget | null): void {
    if (!(target instanceof Node) || !target.instanceOf(HTMLElement)) return;
    if (this.cardEl.contains(target)) this.control = target.dataset["control"] ?? "back";
    else if (!target.closest(IN_FRONT)) this.control = null;
  }

  /** Brings the keyboard back to the card after what was opened from it has gone. */
  restoreFocus(): void {
    const { doc } = this.panelEl;
    if (this.path !== null && this.control !== null && doc.activeElement === doc.body) this.card.focus(this.control);
  }

  private fold(): void {
    this.host.visits.besideFolded = !this.host.visits.besideFolded;
    this.draw();
  }

  /** A card that took the list's place takes the keyboard that was in it. */
  private takeFocus(): void {
    const { activeElement, body } = this.panelEl.doc;
    // What is behind the card is not to be seen, but is said to have the keyboard for a moment more.
    if (activeElement === body || activeElement?.closest(".reconnect-list-place, .reconnect-header"))
      this.card.focus("back");
  }
}

function handlers(host: PanelHost, people: PanelPeople, leave: () => void): CardSlotHandlers {
  return {
    do: (does, person, at) => {
      host.do(does, { people: [person], ...(at ? { at } : {}) });
    },
    more: (person, at) => {
      people.menu([person.path], at);
    },
    open: (person, line, newLeaf) => {
      host.openNote(person.path, line, newLeaf);
    },
    openFollowUp: ({ path, line }, newLeaf) => {
      host.openNote(path, line, newLeaf);
    },
    tick: (followUp) => {
      host.tick(followUp);
    },
    move: (followUp) => {
      host.move(followUp);
    },
    leave,
  };
}
