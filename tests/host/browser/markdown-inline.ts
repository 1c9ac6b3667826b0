import type { App } from "./app.ts";
import { Keymap } from "./scope.ts";

const INLINE =
  /(`+)([^]*?[^`])\1(?!`)|!?\[\[([^\][|]+)(?:\|([^\]]*))?\]\]|\[([^\][]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|_([^_]+)_(?![\p{L}\p{N}])|(#[\p{L}_/-][\p{L}\p{N}_/-]*)/gu;

/** Code, links, emphasis and tags; the rest is text. */
export function addInline(app: App, el: HTMLElement, text: string, sourcePath: string): void {
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const before = text[match.index - 1] ?? " ";
    const insideWord =
      match[8] !== undefined || match[9] !== undefined
        ? /[\p{L}\p{N}]/u.test(before)
        : match[10] !== undefined && !/\s/.test(before);
    if (insideWord) continue;
    addText(el, text.slice(at, match.index));
    at = match.index + match[0].length;
    const [, , code, wiki, shown, label, url, bold, italic, italic2, tag] = match;
    if (code !== undefined) el.createEl("code", { text: code });
    else if (wiki !== undefined) addInternalLink(app, el, wiki, shown ?? wiki, sourcePath);
    else if (label !== undefined && url !== undefined) addLink(app, el, label, url, sourcePath);
    else if (bold !== undefined) el.createEl("strong", { text: bold });
    else if (italic !== undefined || italic2 !== undefined) el.createEl("em", { text: italic ?? italic2 ?? "" });
    else if (tag !== undefined) el.createEl("a", { cls: "tag", href: tag, text: tag });
  }
  addText(el, text.slice(at));
}

function addLink(app: App, el: HTMLElement, label: string, url: string, sourcePath: string): void {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) {
    addInternalLink(app, el, decodeURI(url), label, sourcePath);
    return;
  }
  const safe = /^(https?|mailto|tel|obsidian):/i.test(url);
  el.createEl("a", {
    cls: "external-link",
    text: label,
    ...(safe ? { href: url } : {}),
    attr: { rel: "noopener nofollow", target: "_blank" },
  });
}

function addInternalLink(app: App, el: HTMLElement, link: string, shown: string, sourcePath: string): void {
  const target = app.metadataCache.getFirstLinkpathDest(link.split("#")[0] ?? "", sourcePath);
  const anchor = el.createEl("a", { cls: "internal-link", text: shown, href: link, attr: { "data-href": link } });
  anchor.toggleClass("is-unresolved", target === null);
  anchor.addEventListener("click", (event) => {
    event.preventDefault();
    void app.workspace.openLinkText(link, sourcePath, Keymap.isModEvent(event));
  });
}

function addText(el: HTMLElement, text: string): void {
  text.split("\n").forEach((line, index) => {
    if (index > 0) el.createEl("br");
    el.append(line);
  });
}
