import { Notice } from "obsidian";
import { completeFollowUp, moveFollowUp } from "../../core/actions/follow-ups";
import { readDay } from "../../core/text/dates/day-words";
import type { FollowUp } from "../../core/today/follow-up";
import { plainWords } from "../../core/tasks/linked-names";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { PickTextModal } from "./pick-text-modal";
import { dayHere, todayHere } from "../adapter/calendar-day";

/** A follow-up as far as something is done with it. */
export type FollowUpHandle = Pick<FollowUp, "id" | "text" | "kind">;

/** Ticks a follow-up; a meeting is logged with everybody it was with. */
export function tickFollowUp(host: PluginHost, { id, text, kind }: FollowUpHandle): void {
  const { tick, met } = words.followUps.done;
  void host.runner.perform(
    () => (kind === "meet" ? met(plainWords(text)) : tick),
    (context) => completeFollowUp(context, id),
  );
}

/** Asks for another day, and moves a follow-up to it. */
export function askFollowUpDay(host: PluginHost, { id }: FollowUpHandle): void {
  new PickTextModal(host.plugin.app, words.followUps.moveTo, words.followUps.moves, (typed) => {
    const day = readDay(typed, todayHere(), "next");
    if (day === null) new Notice(words.touchForm.badDay);
    else
      void host.runner.perform(
        () => words.followUps.done.move(dayHere(day)),
        (context) => moveFollowUp(context, id, day),
      );
  }).open();
}
