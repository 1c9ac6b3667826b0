import { startWith } from "../../core/actions/start-with";
import { words } from "../../core/words/words";
import { todayHere } from "../adapter/calendar-day";
import { surveyVault } from "../adapter/survey";
import type { PluginHost } from "../plugin-host";
import { noticeWithButton } from "./notice-with-button";
import { SetUpModal, type Chosen } from "./set-up-modal";

/** Opens the sheet that sets Reconnect up: before that nobody is brought up. */
export async function openSetUp(host: PluginHost): Promise<void> {
  const { plugin, settings, runner } = host;
  const survey = await surveyVault(plugin.app);
  const apply = async ({ edit, starts }: Chosen): Promise<void> => {
    await settings.update(edit);
    if (starts.length === 0) runner.say(words.setUp.done(0));
    else
      await runner.perform(
        () => words.setUp.done(starts.length),
        (context) => startWith(context, starts),
      );
  };
  new SetUpModal(plugin.app, survey, settings.get(), todayHere(), {
    start: (chosen) =>
      void apply(chosen).then(() => {
        host.do("panel");
      }),
    goOn: (form, chosen) =>
      void apply(chosen).then(() => {
        host.do(form);
      }),
  }).open();
}

/** Offers to set up, in a notice above the settings, in which a plugin is turned on. */
export function offerSetUp(host: PluginHost): void {
  if (host.settings.get().confirmed) return;
  noticeWithButton(words.setUp.isOn, 0, words.setUp.offer, () => {
    // Undocumented, and where it is missing the sheet opens above the settings.
    (host.plugin.app as { setting?: { close?: () => void } }).setting?.close?.();
    host.do("set-up");
  });
}
