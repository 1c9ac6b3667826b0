import { ROW_ACTIONS } from "../../core/actions/catalogue";
import { words } from "../../core/words/words";
import { PlainModal } from "./plain-modal";

/** Shows what each key of the list does. */
export class KeysModal extends PlainModal {
  override onOpen(): void {
    const { title, about, rows } = words.panel.keys;
    this.setTitle(title);
    this.contentEl.addClass("reconnect-keys");
    this.contentEl.createEl("p", { text: about });
    const list = this.contentEl.createEl("dl");
    for (const [keys, does] of [...rows, ...actionRows()]) {
      list.createEl("dt").createEl("kbd", { text: keys });
      list.createEl("dd", { text: does });
    }
  }
}

/** The actions that have a letter; two may share one. */
function actionRows(): [string, string][] {
  const rows = new Map<string, string[]>();
  for (const { row } of ROW_ACTIONS) if (row.key !== null) rows.set(row.key, [...(rows.get(row.key) ?? []), row.label]);
  return [...rows].map(([key, labels]) => [key.toUpperCase(), labels.join(" / ")]);
}
