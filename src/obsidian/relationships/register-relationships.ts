import { listOwed } from "../../core/relationships/owed/replies-owed";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "../register-commands";
import { todayHere } from "../vault/calendar-day";
import { GARDEN_VIEW, GardenView, openGarden } from "./garden/garden-view";
import { openMeetForm } from "./meet-form";
import { OwedModal } from "./owed-modal";
import { openReplyForm } from "./reply-acts";

/** Registers what relationships are made of. */
export function registerRelationships(host: PluginHost): void {
  const { plugin } = host;
  plugin.registerView(GARDEN_VIEW, (leaf) => new GardenView(leaf, host));
  registerReplies(host);
  plugin.addCommand({ id: "follow-ups", name: words.followUps.commands.list, callback: () => void openGarden(host, "follow-ups") });
  addPersonCommand(host, "meet", words.followUps.commands.meet, (person) => { openMeetForm(host, person); });
}

function registerReplies(host: PluginHost): void {
  const { plugin, index } = host;
  addPersonCommand(host, "they-wrote", words.owed.commands.theyWrote, (person) => { openReplyForm(host, "theyWrote", person); });
  plugin.addCommand({
    id: "owed",
    name: words.owed.commands.list,
    callback: () => {
      new OwedModal(plugin.app, listOwed(index.people(), todayHere()), (act, { path }) => {
        const person = index.person(path);
        if (person) openReplyForm(host, act, person);
      }).open();
    },
  });
}
