/** Names a control for a screen reader: the setting's name stands beside it but is not its label. */
export function labelled<Control extends HTMLElement>(control: Control, label: string): Control {
  // A toggle is a box around the checkbox that has the focus.
  const focusable = control.instanceOf(HTMLDivElement) ? (control.querySelector("input") ?? control) : control;
  focusable.setAttribute("aria-label", label);
  return control;
}
