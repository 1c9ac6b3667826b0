import { PROPERTIES } from "../../../core/people/properties";
import { Setting } from "obsidian";
import { adoptRemarks } from "../../../core/actions/adopt.action";
import { spellingChoices } from "../../../core/transfer/adopt/adopt-choices";
import type { AdoptPreview, AdoptRow } from "../../../core/transfer/adopt/adopt-preview";
import type { Problem } from "../../../core/text/note/problem";
import { noteName } from "../../../core/people/people-rules";
import {
  DEFAULT_PROPERTY_NAMES,
  PROPERTY_IDS,
  type PropertyId,
  type PropertyNames,
} from "../../../core/people/property-names";
import { problemLine } from "../../../core/lists/plain-text";
import { words } from "../../../core/words/words";
import { labelled } from "../labelled";
import { drawFormButtons } from "../form-buttons";
import { drawReviewSection, drawTick } from "../import/review-parts";

/** What is ticked and chosen; the controls change it. */
export interface AdoptTicks {
  readonly taken: Set<string>;
  readonly removed: Set<string>;
  readonly spellings: Readonly<Partial<Record<PropertyId, string>>>;
  readonly names: PropertyNames;
  readonly problems: readonly Problem[];
}

export interface AdoptHandlers {
  readonly onSpelling: (property: PropertyId, spelling: string) => void;
  readonly onOwn: (key: string, property: PropertyId) => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

/** Draws what could be adopted, row by row; nothing is ticked that the person did not tick. */
export function drawAdopt(el: HTMLElement, preview: AdoptPreview, ticks: AdoptTicks, handlers: AdoptHandlers): void {
  const before = el.querySelector(".reconnect-review")?.scrollTop ?? 0;
  el.empty();
  el.createEl("p", {
    text:
      preview.notes === 0 ? words.adopt.nobody : preview.rows.length === 0 ? words.adopt.nothing : words.adopt.intro,
  });
  const list = el.createDiv({ cls: "reconnect-review" });
  const status = el.createDiv({ cls: "reconnect-review-status", attr: { role: "status" } });
  let saveEl: HTMLButtonElement | null = null;
  const count = (): void => {
    const number = preview.rows.filter(({ move }) => ticks.taken.has(move.id)).length;
    status.setText(preview.rows.length === 0 ? "" : number === 0 ? words.adopt.noneTicked : words.adopt.ticked(number));
    if (saveEl) saveEl.disabled = number === 0;
  };
  const draw = (): void => {
    list.empty();
    const plugins = [...new Set(preview.rows.map((row) => row.plugin))];
    const firstPlugin = plugins.find((plugin) => plugin !== null);
    for (const plugin of plugins) {
      const rows = preview.rows.filter((row) => row.plugin === plugin);
      const title = plugin === null ? words.adopt.spellings : words.adopt.plugins[plugin];
      const box = drawReviewSection(
        list,
        plugin ?? "spelling",
        title,
        rows.filter(canTake).map(({ move }) => move.id),
        ticks.taken,
        draw,
      );
      // How other plugins' data is taken is said once.
      if (plugin === null || plugin === firstPlugin)
        box.createEl("p", {
          cls: "reconnect-review-detail",
          text: plugin === null ? words.adopt.spellingsAbout : words.adopt.pluginAbout,
        });
      if (plugin === null) drawSpellings(box, preview, ticks, handlers);
      const items = box.createEl("ul");
      for (const row of rows) drawRow(items, row, ticks, count);
    }
    if (preview.otherKeys.length > 0) drawOwn(list, preview, handlers);
    for (const problem of ticks.problems.slice(0, 20))
      list.createDiv({ cls: "reconnect-review-detail", text: problemLine(problem) });
    count();
  };
  saveEl = drawFormButtons(el, [words.adopt.cancel, handlers.onCancel], [words.adopt.save, handlers.onSave]);
  draw();
  list.scrollTop = before;
}

/** Where a spelling can be chosen: one line for each property. */
function drawSpellings(
  box: HTMLElement,
  preview: AdoptPreview,
  ticks: AdoptTicks,
  { onSpelling }: AdoptHandlers,
): void {
  const choices = spellingChoices(preview, ticks.spellings, ticks.names);
  if (choices.length === 0) return;
  const fold = box.createEl("details", { cls: "reconnect-adopt-spellings" });
  fold.open = Object.keys(ticks.spellings).length > 0;
  fold.createEl("summary", { text: words.adopt.otherSpellings });
  for (const { property, chosen, spellings } of choices) {
    const label = words.adopt.writeAs(PROPERTIES[property].label);
    new Setting(fold)
      .setName(label)
      .setClass("reconnect-adopt-spelling")
      .addDropdown((dropdown) => {
        for (const spelling of spellings) dropdown.addOption(spelling, spelling);
        dropdown.setValue(chosen).onChange((spelling) => {
          onSpelling(property, spelling);
        });
        labelled(dropdown.selectEl, label);
      });
  }
}

function drawRow(list: HTMLElement, row: AdoptRow, ticks: AdoptTicks, count: () => void): void {
  const { move, counts, examples } = row;
  const item = list.createEl("li", { cls: "reconnect-review-row" });
  const isPossible = canTake(row);
  const label = item.createEl(isPossible ? "label" : "div", { cls: "reconnect-review-person" });
  const canRemove = move.canRemove && row.keeps < counts.new + counts.same;
  const removeEl = isPossible && canRemove ? item.createEl("label", { cls: "reconnect-review-conflict" }) : null;
  const show = (): void => {
    removeEl?.toggle(ticks.taken.has(move.id));
    count();
  };
  if (isPossible) drawTick(label, move.id, ticks.taken, show);
  const text = label.createDiv({ cls: "reconnect-review-text" });
  const name = text.createDiv({
    cls: "reconnect-review-name",
    text: move.from === move.to ? move.from : words.adopt.becomes(move.from, move.to),
  });
  if (counts.new > 0) name.createSpan({ cls: "reconnect-adopt-count", text: words.adopt.notes(counts.new) });
  for (const { path, here, becomes } of examples.new)
    text.createDiv({ cls: "reconnect-review-detail", text: words.adopt.example(noteName(path), here, becomes) });
  for (const remark of adoptRemarks(row))
    text.createDiv({ cls: "reconnect-review-detail reconnect-adopt-remark", text: remark });
  if (removeEl) {
    drawTick(removeEl, move.id, ticks.removed, () => undefined);
    removeEl.createSpan({ text: words.adopt.remove(move.from) });
  }
  show();
}

/** What is there already can still be taken out. */
function canTake({ move, counts, keeps }: AdoptRow): boolean {
  return counts.new > 0 || (move.canRemove && counts.same > keeps);
}

/** To say of a property of the vault's own which of ours it is. */
function drawOwn(list: HTMLElement, { otherKeys }: AdoptPreview, { onOwn }: AdoptHandlers): void {
  const box = drawReviewSection(list, "own", words.adopt.another, [], new Set(), () => undefined);
  let [key, property] = ["", ""];
  new Setting(box)
    .setName(words.adopt.anotherAbout)
    .setClass("reconnect-adopt-own")
    .addDropdown((dropdown) => {
      dropdown.addOption("", words.adopt.choose);
      for (const other of otherKeys.slice(0, 200))
        dropdown.addOption(other.key, words.adopt.foundIn(other.key, other.count));
      dropdown.onChange((value) => (key = value));
      labelled(dropdown.selectEl, words.adopt.anotherFrom);
    })
    .addDropdown((dropdown) => {
      dropdown.addOption("", words.adopt.choose);
      for (const id of PROPERTY_IDS) dropdown.addOption(id, DEFAULT_PROPERTY_NAMES[id][0] ?? id);
      dropdown.onChange((value) => (property = value));
      labelled(dropdown.selectEl, words.adopt.anotherTo);
    })
    .addButton((button) =>
      button.setButtonText(words.adopt.anotherAdd).onClick(() => {
        const id = PROPERTY_IDS.find((one) => one === property);
        if (key !== "" && id) onOwn(key, id);
      }),
    );
}
