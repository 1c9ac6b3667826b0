import { standingRules } from "../../../core/today/standing";
import { answerStock, STOCK_ACTS, type StockAct } from "../../../core/actions/stock";
import { disambiguateNames } from "../../../core/index/disambiguate-names";
import type { Person } from "../../../core/index/person";
import { takeStock, type Stock, type StockPerson } from "../../../core/relationships/stock/take-stock";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { dayHere, todayHere } from "../../adapter/calendar-day";
import { drawStockEnd } from "./draw-stock-end";
import { reasonField } from "./reason-field";
import { PlainModal } from "../plain-modal";

/** What was answered about somebody, so that going back takes it back. */
type Step = Promise<string | null>;

/** A walk through at most ten people, one key each; it ends with thanks, the week, and the picks. */
export class StockModal extends PlainModal {
  private readonly stock: Stock;
  private readonly say: (one: Pick<Person, "name" | "path">) => string;
  private readonly steps: Step[] = [];
  private reasons = { stopping: "", drifted: "" };
  private spokenEl: HTMLElement | null = null;
  private bodyEl: HTMLElement | null = null;
  private stopListening: (() => void) | null = null;

  constructor(private readonly host: PluginHost) {
    super(host.plugin.app);
    const settings = host.settings.get();
    this.say = disambiguateNames(host.index.people());
    this.stock = takeStock(
      host.index.people(),
      standingRules(settings),
      settings.relationships.balance,
      todayHere(),
      dayHere,
    );
  }

  override onOpen(): void {
    const { keys } = words.stock;
    this.contentEl.addClass("reconnect-stock");
    this.setTitle(words.stock.title);
    this.spokenEl = this.contentEl.createDiv({ cls: "reconnect-hidden", attr: { "aria-live": "polite" } });
    this.bodyEl = this.contentEl.createDiv();
    for (const act of STOCK_ACTS)
      this.onKey(
        keys[act],
        () => this.current !== undefined && this.isPossible(act, this.current),
        () => {
          this.answer(act);
        },
      );
    this.onKey(
      keys.back,
      () => this.steps.length > 0,
      () => {
        this.back();
      },
    );
    // What was answered changes who is asked for this week.
    this.stopListening = this.host.index.onChange(() => {
      if (!this.current) this.draw();
    });
    this.draw();
  }

  override onClose(): void {
    this.stopListening?.();
    super.onClose();
  }

  private get current(): StockPerson | undefined {
    return this.stock.people[this.steps.length];
  }

  /** A letter does what its button does, but not while somebody writes. */
  private onKey(key: string, isPossible: () => boolean, run: () => void): void {
    this.scope.register([], key, (event) => {
      if (event.target instanceof HTMLInputElement || !isPossible()) return true;
      run();
      return false;
    });
  }

  private draw(): void {
    const el = this.bodyEl;
    if (!el) return;
    const isAtEnd = el.contains(el.doc.activeElement) && !this.current && el.hasClass("is-end");
    el.empty();
    el.toggleClass("is-end", !this.current);
    if (this.current) this.drawPerson(el, this.current);
    else {
      drawStockEnd(el, this.host, this.stock);
      if (this.steps.length > 0) this.drawBack(el);
      const done = el.createEl("button", { cls: "mod-cta", text: words.stock.done });
      done.addEventListener("click", () => {
        this.close();
      });
      if (!isAtEnd) done.focus({ preventScroll: true });
    }
  }

  private drawPerson(el: HTMLElement, one: StockPerson): void {
    const { stock } = words;
    const step = stock.step(this.steps.length + 1, this.stock.people.length);
    this.reasons = { stopping: one.stopping ?? "", drifted: one.drifted ?? "" };
    this.spokenEl?.setText(`${step}: ${this.say(one.reach)}. ${one.reach.why}`);
    el.createDiv({ cls: "reconnect-rel-detail", text: step });
    el.createEl("h3", { text: this.say(one.reach), attr: { dir: "auto" } });
    el.createEl("p", { text: one.reach.why });
    if (one.question !== null) el.createEl("p", { cls: "reconnect-balance-question", text: one.question });
    const acts = el.createDiv({ cls: "reconnect-stock-acts" });
    for (const act of STOCK_ACTS) {
      if (!this.isPossible(act, one)) continue;
      const about = act === "slower" ? one.slower : act === "closer" ? one.closer : stock.about[act];
      const button = acts.createEl("button", { attr: { "aria-keyshortcuts": stock.keys[act] } });
      button.createSpan({ text: stock.acts[act] });
      button.createSpan({ cls: "reconnect-rel-detail", text: about ?? "" });
      button.createEl("kbd", { text: stock.keys[act], attr: { "aria-hidden": "true" } });
      button.addEventListener("click", () => {
        this.answer(act);
      });
    }
    reasonField(el, "stopping", this.reasons.stopping, (value) => {
      this.reasons.stopping = value;
    });
    reasonField(el, "drifted", this.reasons.drifted, (value) => {
      this.reasons.drifted = value;
    });
    if (this.steps.length > 0) this.drawBack(el);
    acts.querySelector("button")?.focus();
  }

  private drawBack(el: HTMLElement): void {
    const back = el.createEl("button", {
      cls: "reconnect-stock-back",
      attr: { "aria-keyshortcuts": words.stock.keys.back },
    });
    back.createSpan({ text: words.stock.back });
    back.createEl("kbd", { text: words.stock.keys.back, attr: { "aria-hidden": "true" } });
    back.addEventListener("click", () => {
      this.back();
    });
  }

  private isPossible(act: StockAct, one: StockPerson): boolean {
    return (act !== "slower" || one.slower !== null) && (act !== "closer" || one.closer !== null);
  }

  private answer(act: StockAct): void {
    const person = this.host.index.person(this.current?.reach.path ?? "");
    const answer = { act, ...this.reasons };
    const write =
      person && this.host.runner.perform(words.stock.changed[act], (context) => answerStock(context, person, answer));
    this.steps.push(write ? write.then(({ undoId }) => undoId) : Promise.resolve(null));
    this.draw();
  }

  /** Goes one person back and takes back what was written about them. */
  private back(): void {
    const last = this.steps.pop();
    void last?.then((undoId) => {
      if (undoId !== null) void this.host.runner.undo(undoId);
    });
    this.draw();
  }
}
