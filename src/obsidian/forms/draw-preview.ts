/** Where a form shows what will be written, below what is said of it; gives both. */
export function drawPreview(
  el: HTMLElement,
  label: string,
): { readonly labelEl: HTMLElement; readonly lineEl: HTMLElement } {
  const preview = el.createDiv({ cls: "reconnect-preview" });
  const labelEl = preview.createDiv({ cls: "reconnect-preview-label", text: label });
  return { labelEl, lineEl: preview.createEl("code", { attr: { "aria-live": "polite" } }) };
}
