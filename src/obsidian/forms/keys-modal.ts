import { PERSON_ACTS } from "../../core/lists/person-acts";
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
    for (const [keys, does] of [...rows, ...actRows()]) {
      list.createEl("dt").createEl("kbd", { text: keys });
      list.createEl("dd", { text: does });
    }
  }
}

/** The acts that have a letter; one letter may do the one or the other. */
function actRows(): [string, string][] {
  const rows = new Map<string, string[]>();
  for (const { id, key } of PERSON_ACTS)
    if (key !== null) rows.set(key, [...(rows.get(key) ?? []), words.panel.acts[id]]);
  return [...rows].map(([key, acts]) => [key.toUpperCase(), acts.join(" / ")]);
}
