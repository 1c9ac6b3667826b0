import { personOfLink, readContactLink, type ContactLink } from "../../core/actions/touch-link";
import type { Person } from "../../core/index/person";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { noticeWithButton } from "../forms/notice-with-button";

const OFFER_MS = 30_000;
/** Whoever comes back after longer than this has done other things since. */
const LATEST_MS = 3 * 3_600_000;

/**
 * After a tel:, sms: or mailto: link has been followed, coming back offers to log the touch. Nothing is
 * written before the form has been seen.
 */
export function offerLogAfterCall(host: PluginHost): void {
  const { plugin, index } = host;
  let followed: { readonly person: Person; readonly link: ContactLink; readonly at: number } | null = null;
  plugin.registerDomEvent(
    activeDocument,
    "click",
    (event) => {
      const anchor = event.targetNode?.instanceOf(Element) ? event.targetNode.closest("a[href]") : null;
      const link = readContactLink(anchor?.getAttribute("href") ?? "");
      const person = link && personOfLink(index.people(), link);
      if (link && person) followed = { person, link, at: performance.now() };
    },
    { capture: true },
  );
  const back = (): void => {
    const done = followed;
    if (!done || activeDocument.visibilityState !== "visible") return;
    followed = null;
    if (performance.now() - done.at < LATEST_MS) offer(host, done.person.path, done.link);
  };
  plugin.registerDomEvent(window, "focus", back);
  plugin.registerDomEvent(activeDocument, "visibilitychange", back);
}

function offer(host: PluginHost, path: string, { channel }: ContactLink): void {
  const person = host.index.person(path);
  if (!person) return;
  noticeWithButton(words.touches.comeBack[channel](person.name), OFFER_MS, words.touches.log, () => {
    host.do("touch", { people: [person], given: { channel, direction: "out" } });
  });
}
