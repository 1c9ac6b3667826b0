import { Modal } from "obsidian";
import { standingRules } from "../../core/actions/list-due";
import { setCadence } from "../../core/actions/set-properties";
import { setDrifted } from "../../core/actions/stock";
import type { Person } from "../../core/people/person";
import { takeStock, type Stock, type StockPerson } from "../../core/relationships/stock/take-stock";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../vault/calendar-day";

type Act = keyof typeof words.stock.acts;
const ACTS: readonly Act[] = ["keep", "slower", "closer", "letGo", "reach"];

/** A walk through at most ten people, one key each; it ends with thanks, the week, and the picks. */
export class StockModal extends Modal {
  private readonly stock: Stock;
  private readonly picks: StockPerson[] = [];
  private at = 0;
  private why = "";

  constructor(private readonly host: PluginHost) {
    super(host.plugin.app);
    const settings = host.settings.get();
    this.stock = takeStock(host.index.people(), standingRules(settings), settings.relationships.balance, todayHere());
  }

  override onOpen(): void {
    this.contentEl.addClass("reconnect-stock");
    this.setTitle(words.stock.title);
    for (const act of ACTS) {
      this.scope.register([], words.stock.keys[act], (event) => {
        const isTyping = event.target instanceof HTMLInputElement;
        const one = this.stock.people[this.at];
        if (isTyping || !one || !this.isPossible(act, one)) return true;
        this.act(act, one);
        return false;
      });
    }
    this.draw();
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private draw(): void {
    this.contentEl.empty();
    const one = this.stock.people[this.at];
    if (one) this.drawPerson(one);
    else this.drawEnd();
  }

  private drawPerson(one: StockPerson): void {
    const { contentEl: el } = this;
    const { stock } = words;
    this.why = one.drifted ?? "";
    el.createDiv({ cls: "reconnect-rel-detail", text: stock.step(this.at + 1, this.stock.people.length) });
    el.createEl("h3", { text: one.reach.name, attr: { "aria-live": "polite" } });
    el.createEl("p", { text: one.reach.why });
    if (one.question !== null) el.createEl("p", { cls: "reconnect-balance-question", text: one.question });
    el.createEl("label", { cls: "reconnect-rel-detail", text: stock.stopping, attr: { for: "reconnect-stock-why" } });
    const input = el.createEl("input", { type: "text", cls: "reconnect-stock-why", attr: { id: "reconnect-stock-why", placeholder: stock.stoppingPlaceholder, list: "reconnect-why-apart" } });
    input.value = this.why;
    input.addEventListener("input", () => { this.why = input.value; });
    const list = el.createEl("datalist", { attr: { id: "reconnect-why-apart" } });
    for (const value of stock.stoppingPlaceholder.replace("…", "").split(", ")) list.createEl("option", { value });
    const acts = el.createDiv({ cls: "reconnect-rel-acts" });
    for (const act of ACTS) {
      if (!this.isPossible(act, one)) continue;
      const cadence = act === "slower" ? one.slower : act === "closer" ? one.closer : null;
      const button = acts.createEl("button", { attr: { "aria-keyshortcuts": stock.keys[act] } });
      button.createSpan({ text: cadence === null ? stock.acts[act] : stock.to(stock.acts[act], cadence) });
      button.createEl("kbd", { text: stock.keys[act], attr: { "aria-hidden": "true" } });
      button.addEventListener("click", () => { this.act(act, one); });
    }
    acts.querySelector("button")?.focus();
  }

  private isPossible(act: Act, one: StockPerson): boolean {
    return (act !== "slower" || one.slower !== null) && (act !== "closer" || one.closer !== null);
  }

  private act(act: Act, one: StockPerson): void {
    const person = this.host.index.person(one.reach.path);
    if (person) void this.write(person, act, one, this.why);
    if (act === "reach") this.picks.push(one);
    this.at++;
    this.draw();
  }

  private async write(person: Person, act: Act, one: StockPerson, why: string): Promise<void> {
    const { desk } = this.host;
    const cadence = act === "slower" ? one.slower : act === "closer" ? one.closer : act === "letGo" ? "none" : null;
    if (cadence !== null) await desk.perform([person], words.stock.changed.cadence, (context) => setCadence(context, [person], cadence));
    if (why.trim() !== (one.drifted ?? "")) await desk.perform([person], words.stock.changed.drifted, (context) => setDrifted(context, person, why));
  }

  private drawEnd(): void {
    const { contentEl: el, stock } = this;
    if (stock.people.length === 0) el.createEl("p", { text: words.stock.nobody });
    el.createEl("h3", { text: words.stock.picks });
    if (this.picks.length === 0) el.createEl("p", { cls: "reconnect-rel-empty", text: words.stock.noPicks });
    const list = el.createEl("ul", { cls: "reconnect-rel-rows" });
    for (const { reach } of this.picks) {
      const item = list.createEl("li", { cls: "reconnect-rel-row" });
      item.createDiv({ cls: "reconnect-rel-text", text: reach.name });
      const log = item.createEl("button", { text: words.stock.log, attr: { "aria-label": words.panel.logTouch(reach.name) } });
      log.addEventListener("click", () => {
        const person = this.host.index.person(reach.path);
        if (person) this.host.actions.logTouch([person]);
      });
    }
    this.drawLines(words.thanks.title, stock.thanks.map(({ name, gave, date }) => `${name} ${words.thanks.gave(gave, date)}`), words.thanks.none);
    this.drawLines(words.stock.well, stock.week.slice(0, 8).map(({ name, text }) => (text === "" ? name : `${name}: ${text}`)), words.stock.nothingYet);
    el.createEl("p", { cls: "reconnect-rel-detail", text: words.stock.share });
    const done = el.createEl("button", { cls: "mod-cta", text: words.stock.done });
    done.addEventListener("click", () => { this.close(); });
    done.focus();
  }

  private drawLines(title: string, lines: readonly string[], none: string): void {
    this.contentEl.createEl("h3", { text: title });
    if (lines.length === 0) this.contentEl.createEl("p", { cls: "reconnect-rel-empty", text: none });
    const list = this.contentEl.createEl("ul");
    for (const line of lines) list.createEl("li", { text: line });
  }
}
