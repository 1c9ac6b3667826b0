import type * as O from "obsidian";

let shown: HTMLElement | null = null;

export function setTooltip(el: HTMLElement, tooltip: string, options?: O.TooltipOptions): void {
  if (tooltip === "") el.removeAttribute("aria-label");
  else el.setAttribute("aria-label", tooltip);
  if (options?.placement !== undefined) el.setAttribute("data-tooltip-position", options.placement);
}

export function displayTooltip(target: HTMLElement, content: string | DocumentFragment): void {
  hideTooltip();
  shown = document.body.createDiv({ cls: "tooltip" });
  shown.append(content);
  const { left, bottom, width } = target.getBoundingClientRect();
  const own = shown.getBoundingClientRect();
  const x = Math.min(Math.max(4, left + width / 2 - own.width / 2), window.innerWidth - own.width - 4);
  const y =
    bottom + own.height + 8 > window.innerHeight ? target.getBoundingClientRect().top - own.height - 8 : bottom + 8;
  shown.setCssStyles({ left: `${x}px`, top: `${y}px` });
}

export function hideTooltip(): void {
  shown?.remove();
  shown = null;
}

/** As in the app, an aria-label is also what a pointer is shown. */
export function startTooltips(): void {
  document.addEventListener("mouseover", (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[aria-label]") : null;
    const label = target?.getAttribute("aria-label") ?? "";
    hideTooltip();
    if (target !== null && label !== "" && !target.hasClass("no-tooltip")) displayTooltip(target, label);
  });
  document.addEventListener("mousedown", hideTooltip, true);
}
