import type { App } from "obsidian";
import { REPLIES, type ReplyAct } from "../../../core/actions/owed";
import type { Owed } from "../../../core/today/replies-owed";
import { words } from "../../../core/words/words";
import { dayHere } from "../../adapter/calendar-day";
import { PlainModal } from "../plain-modal";
import { drawActs, drawNone, drawRow, drawRows } from "../../views/garden/list-rows";

const ACTS: readonly Exclude<ReplyAct, "theyWrote">[] = ["answer", "holding", "decline"];

/** Whoever waits for an answer, the oldest first, each with the three ways to go on. */
export class OwedModal extends PlainModal {
  constructor(
    app: App,
    private readonly owed: readonly Owed[],
    /** Says somebody; two of one name are told apart. */
    private readonly say: (one: Owed) => string,
    private readonly onAct: (act: ReplyAct, owed: Owed) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(words.owed.title);
    drawOwed(this.contentEl, this.owed, this.say, (act, owed) => {
      this.close();
      this.onAct(act, owed);
    });
  }
}

/** Draws the list of replies owed; the page view shows the same. */
export function drawOwed(
  el: HTMLElement,
  owed: readonly Owed[],
  say: (one: Owed) => string,
  onAct: (act: ReplyAct, owed: Owed) => void,
): void {
  if (owed.length === 0) {
    drawNone(el, words.owed.none);
    return;
  }
  const list = drawRows(el);
  for (const one of owed) {
    const acts = drawActs(
      drawRow(list, say(one), words.owed.line(one.age, one.text, one.heldOn && dayHere(one.heldOn))),
    );
    for (const act of ACTS) {
      const button = acts.createEl("button", {
        text: REPLIES[act].label,
        attr: { "aria-label": words.owed.actFor(REPLIES[act].label, say(one)) },
      });
      button.addEventListener("click", () => {
        onAct(act, one);
      });
    }
  }
}
