import { Notice, type App } from "obsidian";
import type { Form, PeopleAction } from "../../../core/actions/action";
import { plainFollowUp } from "../../../core/today/find-follow-ups";
import type { FollowUp } from "../../../core/today/follow-up";
import { cardModel, type CardFollowUp } from "../../../core/lists/card-model";
import type { Person } from "../../../core/index/person";
import type { Settings } from "../../../core/people/settings/settings";
import { words } from "../../../core/words/words";
import { todayHere } from "../../adapter/calendar-day";
import { drawCard, type CardHandlers, type CardPlace } from "./draw-card";

/** What can be done with the person of a card. */
export interface CardSlotHandlers {
  readonly do: (does: Form | PeopleAction, person: Person, at?: HTMLElement) => void;
  readonly more: (person: Person, at: HTMLElement) => void;
  readonly open: (person: Person, line: number | null, newLeaf: boolean) => void;
  readonly openFollowUp: (followUp: CardFollowUp, newLeaf: boolean) => void;
  readonly tick: (followUp: CardFollowUp) => void;
  readonly move: (followUp: CardFollowUp) => void;
  readonly leave: () => void;
}

/** A place for one card. It follows its person's note and keeps the keyboard where it is. */
export class CardSlot {
  private shown: { readonly person: Person; readonly settings: Settings; readonly key: string } | null = null;
  private turn = 0;

  constructor(
    private readonly app: App,
    readonly el: HTMLElement,
    private readonly locale: string,
    private readonly followUpsAbout: (person: Person) => readonly FollowUp[],
    private readonly handlers: CardSlotHandlers,
  ) {}

  clear(): void {
    this.turn++;
    this.shown = null;
    this.el.empty();
  }

  /** Draws a person's card; nothing happens where it is already shown as it is. */
  async show(person: Person, settings: Settings, place: CardPlace): Promise<void> {
    const followUps = place === "folded" ? [] : this.followUpsAbout(person);
    const key = JSON.stringify([todayHere(), place, followUps.map((one) => plainFollowUp(one))]);
    const { shown } = this;
    if (shown?.person === person && shown.settings === settings && shown.key === key) return;
    this.shown = { person, settings, key };
    const turn = ++this.turn;
    const file = this.app.vault.getFileByPath(person.path);
    const text = file && place !== "folded" ? await this.app.vault.cachedRead(file) : "";
    if (turn !== this.turn) return;
    const active = this.el.doc.activeElement;
    const control =
      active?.instanceOf(HTMLElement) && this.el.contains(active) ? (active.dataset["control"] ?? "log") : null;
    drawCard(
      this.el,
      cardModel(person, text, followUps, settings, todayHere(), this.locale),
      place,
      this.bound(person),
    );
    if (control !== null) this.focus(control);
  }

  focus(control: string): void {
    this.el.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
  }

  private bound(person: Person): CardHandlers {
    const { more, open, openFollowUp, tick, move, leave } = this.handlers;
    return {
      do: ({ row }, at) => {
        this.handlers.do(row.does, person, at);
      },
      more: (at) => {
        more(person, at);
      },
      open: (line, newLeaf) => {
        open(person, line, newLeaf);
      },
      copy: (text) => void navigator.clipboard.writeText(text).then(() => new Notice(words.card.copied(text))),
      openFollowUp,
      tick,
      move,
      touches: () => {
        this.handlers.do("touches", person);
      },
      leave,
    };
  }
}
