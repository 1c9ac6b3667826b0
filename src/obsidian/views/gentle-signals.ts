import type { Notice } from "obsidian";
import { signalsOf, type Signals } from "../../core/lists/signals";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../adapter/calendar-day";
import type { PanelHost } from "./panel/panel-host";
import { PANEL_VIEW } from "./panel/reconnect-panel-view";
import { noticeWithButton } from "../forms/notice-with-button";

const NOTICE_MS = 10_000;

/** The status bar and the one notice of a day. A phone has no status bar: there the notice and the ribbon serve. */
export function registerSignals({ plugin, settings }: PluginHost, panel: PanelHost, open: () => void): void {
  const { workspace } = plugin.app;
  const isInView = (): boolean => workspace.getLeavesOfType(PANEL_VIEW).some(({ view }) => view.containerEl.isShown());
  let notice: Notice | null = null;
  const item = plugin.addStatusBarItem();
  item.addClass("mod-clickable", "reconnect-status-item");
  item.setAttrs({ role: "button", tabindex: "0" });
  plugin.registerDomEvent(item, "click", open);
  plugin.registerDomEvent(item, "keydown", ({ key }) => {
    if (key === "Enter" || key === " ") open();
  });
  const update = (): void => {
    if (!panel.ranking.isWhole) return;
    const { confirmed, panel: wanted } = settings.get();
    const ranked = confirmed ? panel.ranking.get() : null;
    const signals = ranked && signalsOf(ranked, panel.followUpsDue(ranked), panel.visits.get().freshSince !== null);
    item.toggle(wanted.statusBar && signals !== null && signals.short !== "");
    item.setText(signals?.short ?? "");
    item.setAttribute("aria-description", signals?.long ?? "");
    // A day that begins while nobody looks is told when somebody does.
    if (signals && wanted.dayNotice && !document.hidden)
      notice = noticeOfTheDay(panel, signals, isInView, open) ?? notice;
  };
  item.hide();
  plugin.register(panel.ranking.onChange(update));
  plugin.register(panel.visits.onChange(update));
  plugin.registerDomEvent(document, "visibilitychange", update);
  // The panel says it all: what would lie over it goes when it comes into view.
  plugin.registerEvent(
    workspace.on("layout-change", () => {
      if (notice && isInView()) notice.hide();
    }),
  );
}

/** Once a day on this device, and only where there is something to say that is not in view already. */
function noticeOfTheDay(
  { visits }: PanelHost,
  signals: Signals,
  isInView: () => boolean,
  open: () => void,
): Notice | null {
  const today = todayHere();
  if (visits.noticedOn === today) return null;
  visits.noticedOn = today;
  if (signals.long === "" || isInView()) return null;
  const notice = noticeWithButton(signals.long, NOTICE_MS, words.signals.open, open);
  notice.messageEl.addClass("reconnect-day-notice");
  return notice;
}
