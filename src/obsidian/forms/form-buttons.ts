import { ButtonComponent, Setting } from "obsidian";

/** The words of a button and what pressing it does. */
export type FormButton = readonly [text: string, run: () => void];

/** The two buttons that a form ends with; gives the one that saves. */
export function drawFormButtons(
  el: HTMLElement,
  [cancel, onCancel]: FormButton,
  [save, onSave]: FormButton,
): HTMLButtonElement {
  const { controlEl } = new Setting(el).addButton((button) => button.setButtonText(cancel).onClick(onCancel));
  return new ButtonComponent(controlEl).setButtonText(save).setCta().onClick(onSave).buttonEl;
}
