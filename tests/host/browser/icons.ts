import { fetchIcon } from "./bridge.ts";

const own = new Map<string, string>();
/** As the app has all of them at hand, each is asked for once, and while one waits. */
const drawings = new Map<string, readonly ChildNode[]>();
const unknown = new Set<string>();

export function getIcon(id: string): SVGSVGElement | null {
  const name = id.replace(/^lucide-/, "");
  const drawing = own.has(id)
    ? drawingOf(id, () => `<svg xmlns="http://www.w3.org/2000/svg">${own.get(id) ?? ""}</svg>`)
    : drawingOf(name, () => fetchIcon(name));
  if (drawing === null) return null;
  const svg = createSvg("svg");
  for (const [key, value] of Object.entries({
    width: "24",
    height: "24",
    viewBox: own.has(id) ? "0 0 100 100" : "0 0 24 24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  })) {
    svg.setAttribute(key, value);
  }
  svg.classList.add("svg-icon", own.has(id) ? id : `lucide-${name}`);
  svg.append(...drawing.map((node) => node.cloneNode(true)));
  return svg;
}

function drawingOf(name: string, read: () => string | null): readonly ChildNode[] | null {
  const known = drawings.get(name);
  if (known || unknown.has(name)) return known ?? null;
  const svg = read();
  if (svg === null) {
    unknown.add(name);
    // The app is silent here. An error, so that a test that looks for errors notices.
    console.error(`There is no icon named ${name}`);
    return null;
  }
  const drawing = [...new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.childNodes];
  drawings.set(name, drawing);
  return drawing;
}

export function setIcon(parent: HTMLElement, id: string): void {
  parent.querySelector(":scope > svg")?.remove();
  if (id === "") return;
  const svg = getIcon(id);
  if (svg !== null) parent.prepend(svg);
}

export function addIcon(id: string, svgContent: string): void {
  own.set(id, svgContent);
  drawings.delete(id);
}

export function removeIcon(id: string): void {
  own.delete(id);
}

export function getIconIds(): string[] {
  return [...own.keys(), ...[...drawings.keys()].filter((name) => !own.has(name)).map((name) => `lucide-${name}`)];
}
