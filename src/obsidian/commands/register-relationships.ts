import { Notice } from "obsidian";
import { balanceOf } from "../../core/relationships/balance/balance";
import { listOwed } from "../../core/today/replies-owed";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "./register-commands";
import { dayHere, todayHere } from "../adapter/calendar-day";
import { BalanceModal } from "../forms/relationships/balance-modal";
import { GARDEN_VIEW, GardenView, openGarden } from "../views/garden/garden-view";
import { pickIntroduction } from "../forms/relationships/introduce-form";
import { namesApart } from "../../core/index/names-apart";
import { OwedModal } from "../forms/relationships/owed-modal";
import { openReplyForm } from "./reply-acts";
import { ReasonsModal } from "../forms/relationships/reasons-modal";
import { chooseAndShare, openShare, shareToday } from "../forms/relationships/share-modal";
import { StockModal } from "../forms/relationships/stock-modal";
import { openCongratulateForm, openMilestoneForm } from "../forms/relationships/thanks-forms";

/** Registers what relationships are made of. */
export function registerRelationships(host: PluginHost): void {
  const { plugin } = host;
  plugin.registerView(GARDEN_VIEW, (leaf) => new GardenView(leaf, host));
  registerReplies(host);
  plugin.addCommand({
    id: "follow-ups",
    name: words.followUps.commands.list,
    callback: () => void openGarden(host, "follow-ups"),
  });
  addPersonCommand(host, "meet", words.followUps.commands.meet, (person) => {
    host.actions.meet([person]);
  });
  plugin.addCommand({
    id: "open-garden",
    name: words.garden.commands.open,
    callback: () => void openGarden(host, "garden"),
  });
  plugin.addRibbonIcon("sprout", words.garden.title, () => void openGarden(host, "garden"));
  plugin.addCommand({
    id: "take-stock",
    name: words.stock.command,
    callback: () => {
      new StockModal(host).open();
    },
  });
  addPersonCommand(host, "why-apart", words.stock.reasonsCommand, (person) => {
    new ReasonsModal(host, person).open();
  });
  addPersonCommand(host, "introduce", words.introductions.command, (person) => {
    pickIntroduction(host, person);
  });
  addPersonCommand(host, "milestone", words.thanks.commands.milestone, (person) => {
    openMilestoneForm(host, person);
  });
  addPersonCommand(host, "congratulate", words.thanks.commands.congratulate, (person) => {
    openCongratulateForm(host, person);
  });
  addPersonCommand(host, "balance", words.balance.command, (person) => {
    if (host.settings.get().relationships.balance)
      new BalanceModal(plugin.app, person.name, balanceOf(person, todayHere(), dayHere)).open();
    else new Notice(words.balance.off);
  });
  plugin.addCommand({ id: "share-today", name: words.share.todayCommand, callback: () => void shareToday(host) });
  plugin.addCommand({
    id: "share-note",
    name: words.share.chooseCommand,
    callback: () => {
      chooseAndShare(host);
    },
  });
  plugin.addCommand({
    id: "share",
    name: words.share.command,
    checkCallback: (checking) => {
      const file = plugin.app.workspace.getActiveFile();
      if (file?.extension !== "md") return false;
      if (!checking) void openShare(host, file.path);
      return true;
    },
  });
}

function registerReplies(host: PluginHost): void {
  const { plugin, index } = host;
  addPersonCommand(host, "they-wrote", words.owed.commands.theyWrote, (person) => {
    openReplyForm(host, "theyWrote", person);
  });
  plugin.addCommand({
    id: "owed",
    name: words.owed.commands.list,
    callback: () => {
      new OwedModal(plugin.app, listOwed(index.people(), todayHere()), namesApart(index.people()), (act, { path }) => {
        const person = index.person(path);
        if (person) openReplyForm(host, act, person);
      }).open();
    },
  });
}
