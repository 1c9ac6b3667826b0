import { Platform, Setting } from "obsidian";
import type { ImportPlan } from "../../../core/transfer/import/plan-import";
import { NEW_PERSON, reviewSections, type ReviewRow, type ReviewSection } from "../../../core/transfer/import/review";
import { words } from "../../../core/words/words";
import { drawReviewSection, drawTick } from "./review-parts";

const SHOWN = 50;

/** What is ticked; the controls change it. */
export interface ReviewTicks {
  readonly rows: Set<string>;
  readonly overwrite: Set<string>;
  readonly who: Map<string, string>;
}

export interface ReviewHandlers {
  readonly onCancel: () => void;
  readonly onSave: () => void;
  /** To say anew what the columns are; null where the file has none. */
  readonly onColumns: (() => void) | null;
}

/** Draws the review of a plan: every value as text, nothing ticked that the person did not tick. */
export function drawReview(el: HTMLElement, plan: ImportPlan, ticks: ReviewTicks, handlers: ReviewHandlers): void {
  el.empty();
  const filter = el.createEl("input", {
    cls: "reconnect-review-filter",
    type: "search",
    placeholder: words.import.filter,
    attr: { "aria-label": words.import.filter },
  });
  const list = el.createDiv({ cls: "reconnect-review" });
  const status = el.createDiv({ cls: "reconnect-review-status", attr: { role: "status" } });
  let saveEl: HTMLButtonElement | null = null;
  const count = (): void => {
    const people = new Set([
      ...ticks.rows,
      ...[...ticks.overwrite].map((key) => key.split(" ")[0] ?? ""),
      ...ticks.who.keys(),
    ]).size;
    status.setText(people === 0 ? words.import.none : words.import.ticked(people));
    if (saveEl) saveEl.disabled = people === 0;
  };
  const unfolded = new Set<string>();
  const draw = (): void => {
    list.empty();
    for (const section of reviewSections(plan, filter.value)) drawSection(list, section, ticks, count, unfolded, draw);
    count();
  };
  filter.addEventListener("input", draw);
  const buttons = new Setting(el).addButton((button) =>
    button.setButtonText(words.import.cancel).onClick(handlers.onCancel),
  );
  const { onColumns } = handlers;
  if (onColumns) buttons.addButton((button) => button.setButtonText(words.import.back).onClick(onColumns));
  buttons.addButton((button) => {
    saveEl = button.setButtonText(words.import.save).setCta().onClick(handlers.onSave).buttonEl;
  });
  draw();
  // On a phone the keyboard would cover what was found.
  if (!Platform.isMobile) filter.focus();
}

function drawSection(
  el: HTMLElement,
  section: ReviewSection,
  ticks: ReviewTicks,
  count: () => void,
  unfolded: Set<string>,
  redraw: () => void,
): void {
  const keys = section.canTick && section.id !== "ambiguous" ? section.rows.map(({ key }) => key) : [];
  const box = drawReviewSection(el, section.id, `${section.title} (${section.rows.length})`, keys, ticks.rows, redraw);
  const list = box.createEl("ul");
  const shown = unfolded.has(section.id) ? section.rows : section.rows.slice(0, SHOWN);
  for (const row of shown) drawRow(list, section, row, ticks, count);
  const rest = section.rows.length - shown.length;
  if (rest <= 0) return;
  box
    .createEl("button", { cls: "reconnect-review-more", text: words.import.more(rest) })
    .addEventListener("click", () => {
      unfolded.add(section.id);
      redraw();
    });
}

function drawRow(
  list: HTMLElement,
  section: ReviewSection,
  row: ReviewRow,
  ticks: ReviewTicks,
  count: () => void,
): void {
  const item = list.createEl("li", { cls: "reconnect-review-row" });
  const isTicked = section.canTick && section.id !== "ambiguous";
  const label = item.createEl(isTicked ? "label" : "div", { cls: "reconnect-review-person" });
  if (isTicked) drawTick(label, row.key, ticks.rows, count);
  const text = label.createDiv({ cls: "reconnect-review-text" });
  if (row.name !== "") text.createDiv({ cls: "reconnect-review-name", text: row.name });
  text.createDiv({ cls: "reconnect-review-detail", text: row.detail });
  drawConflicts(item, row.key, row.conflicts, ticks, count);
  if (section.id === "ambiguous") drawWho(item, row, ticks, count);
}

/** Values that differ, each to be written over only where it is ticked. */
function drawConflicts(
  el: HTMLElement,
  key: string,
  conflicts: ReviewRow["conflicts"],
  ticks: ReviewTicks,
  count: () => void,
): void {
  for (const { field, label: what } of conflicts) {
    const line = el.createEl("label", { cls: "reconnect-review-conflict" });
    drawTick(line, `${key} ${field}`, ticks.overwrite, count);
    line.createSpan({ text: what });
  }
}

function drawWho(el: HTMLElement, row: ReviewRow, ticks: ReviewTicks, count: () => void): void {
  const select = el.createEl("select", { cls: "dropdown", attr: { "aria-label": words.import.who(row.name) } });
  const options = [
    ["", words.import.leaveOut],
    ...row.candidates.map(({ path, name }) => [path, `${name} (${path})`]),
    [NEW_PERSON, words.import.asNew],
  ] as const;
  for (const [value = "", text = ""] of options) select.createEl("option", { value, text });
  select.value = ticks.who.get(row.key) ?? "";
  const differs = el.createDiv();
  // Once it is said who it is, what differs from them is asked one by one, as with everybody else.
  const show = (): void => {
    differs.empty();
    const person = row.candidates.find(({ path }) => path === select.value);
    if (person) drawConflicts(differs, `${row.key} ${person.path}`, person.conflicts, ticks, count);
  };
  select.addEventListener("change", () => {
    if (select.value === "") ticks.who.delete(row.key);
    else ticks.who.set(row.key, select.value);
    for (const key of [...ticks.overwrite]) if (key.startsWith(`${row.key} `)) ticks.overwrite.delete(key);
    show();
    count();
  });
  show();
}
