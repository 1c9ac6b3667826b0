import { Modal } from "obsidian";

/** A dialog that lets go of what it showed when it is closed. */
export abstract class PlainModal extends Modal {
  override onClose(): void {
    this.contentEl.empty();
  }
}
