import { listOwed } from "../../core/relationships/owed/replies-owed";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "../register-commands";
import { todayHere } from "../vault/calendar-day";
import { OwedModal } from "./owed-modal";
import { openReplyForm } from "./reply-acts";

/** Registers what relationships are made of. */
export function registerRelationships(host: PluginHost): void {
  registerReplies(host);
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
