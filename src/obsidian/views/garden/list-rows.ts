/** The list that rows stand in. */
export function drawRows(el: HTMLElement): HTMLElement {
  return el.createEl("ul", { cls: "reconnect-rel-rows" });
}

/** A row of it: a name, and what is said of it. */
export function drawRow(list: HTMLElement, name: string, detail: string): HTMLElement {
  const row = list.createEl("li", { cls: "reconnect-rel-row" });
  const text = row.createDiv({ cls: "reconnect-rel-text" });
  text.createDiv({ cls: "reconnect-rel-name", text: name, attr: { dir: "auto" } });
  if (detail !== "") text.createDiv({ cls: "reconnect-rel-detail", text: detail });
  return row;
}

/** The same as a button that opens what it names; drawn into a row that is there. */
export function drawOpener(
  row: HTMLElement,
  name: string,
  detail: string,
  focus: string,
  open: (isNewTab: boolean) => void,
): void {
  const button = row.createEl("button", {
    cls: "reconnect-rel-text reconnect-rel-open",
    attr: { "data-focus": focus },
  });
  button.createSpan({ cls: "reconnect-rel-name", text: name, attr: { dir: "auto" } });
  button.createSpan({ cls: "reconnect-rel-detail", text: detail });
  button.addEventListener("click", (event) => {
    open(event.ctrlKey || event.metaKey);
  });
}

/** Where the buttons of a row stand. */
export function drawActs(row: HTMLElement): HTMLElement {
  return row.createDiv({ cls: "reconnect-rel-acts" });
}

/** What is said where a list has no rows. */
export function drawNone(el: HTMLElement, text: string): void {
  el.createEl("p", { cls: "reconnect-rel-empty", text });
}
