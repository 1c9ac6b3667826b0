import { fetchIcon } from "./bridge.ts";

const own = new Map<string, string>();
const fetched = new Map<string, Promise<string | null>>();

/** The svg stands at once, its drawing follows from the bridge. */
export function getIcon(id: string): SVGSVGElement | null {
  const svg = createSvg("svg");
  const name = id.replace(/^lucide-/, "");
  for (const [key, value] of Object.entries({
    width: "24",
    height: "24",
    viewBox: "0 0 24 24",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  })) {
    svg.setAttribute(key, value);
  }
  svg.classList.add("svg-icon", own.has(id) ? id : `lucide-${name}`);
  const drawing = own.get(id);
  if (drawing !== undefined) {
    svg.setAttribute("viewBox", "0 0 100 100");
    svg.append(...childrenOf(`<svg xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`));
  } else {
    void draw(svg, name);
  }
  return svg;
}

async function draw(svg: SVGSVGElement, name: string): Promise<void> {
  const asked = fetched.get(name) ?? fetchIcon(name).catch(() => null);
  fetched.set(name, asked);
  const text = await asked;
  if (text === null) {
    svg.remove();
    console.warn(`no icon named ${name}`);
    return;
  }
  svg.replaceChildren(...childrenOf(text));
}

function childrenOf(svg: string): NodeListOf<ChildNode> {
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement.childNodes;
}

export function setIcon(parent: HTMLElement, id: string): void {
  parent.querySelector(":scope > svg")?.remove();
  if (id === "") return;
  const svg = getIcon(id);
  if (svg !== null) parent.prepend(svg);
}

export function addIcon(id: string, svgContent: string): void {
  own.set(id, svgContent);
}

export function removeIcon(id: string): void {
  own.delete(id);
}

export function getIconIds(): string[] {
  return [...own.keys(), ...[...fetched.keys()].map((name) => `lucide-${name}`)];
}
