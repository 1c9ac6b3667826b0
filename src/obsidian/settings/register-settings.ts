import { words } from "../../core/words/words";
import { SetUpModal } from "../forms/set-up-modal";
import { onceListed } from "../commands/once-listed";
import type { PluginHost } from "../plugin-host";
import { surveyVault } from "../adapter/survey";
import { followDailyNotes } from "./follow-daily-notes";
import { ReconnectSettingTab } from "./settings-tab";

/** Registers the settings and the first look at the vault; gives what opens the latter. */
export function registerSettings(host: PluginHost, askAboutMentions: () => void): () => void {
  const { plugin, settings } = host;
  followDailyNotes(host);
  const setUp = (): void => {
    onceListed(host.index, () => {
      void surveyVault(plugin.app).then((proposal) => {
        new SetUpModal(plugin.app, proposal, settings.get(), (edit) => void settings.update(edit)).open();
      });
    });
  };
  plugin.addSettingTab(new ReconnectSettingTab(plugin.app, plugin, settings, { setUp, askAboutMentions }));
  plugin.addCommand({ id: "choose-people", name: words.commands.setUp, callback: setUp });
  return setUp;
}
