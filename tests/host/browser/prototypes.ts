import { setup } from "obsidian-test-mocks/setup";

type Listener = (this: HTMLElement, event: Event, target: HTMLElement) => unknown;

/** The mocks' additions to the DOM, with the ones corrected that were seen to differ. */
export function extendPrototypes(): void {
  setup();
  delete (window as { app?: unknown }).app;
  define(Element.prototype, {
    find(this: Element, selector: string) {
      return this.querySelector(selector);
    },
  });
  define(HTMLElement.prototype, {
    find(this: Element, selector: string) {
      return this.querySelector(selector);
    },
    isShown(this: HTMLElement) {
      return this.offsetParent !== null || this.getClientRects().length > 0;
    },
    on: listenOnMatches,
    off: stopListening,
    onClickEvent(
      this: HTMLElement,
      listener: (this: HTMLElement, event: MouseEvent) => unknown,
      options?: boolean | AddEventListenerOptions,
    ) {
      this.addEventListener("click", listener as EventListener, options);
      this.addEventListener("auxclick", listener as EventListener, options);
    },
    onNodeInserted(this: HTMLElement, listener: () => unknown, once?: boolean) {
      return whenInserted(this, listener, once ?? false);
    },
    onWindowMigrated() {
      return () => undefined;
    },
  });
  define(Document.prototype, { on: listenOnMatches, off: stopListening });
  define(Node.prototype, {
    insertAfter<T extends Node>(this: Node, node: T, child: Node | null) {
      return this.insertBefore(node, child === null ? this.firstChild : child.nextSibling);
    },
  });
  for (const [name, value] of Object.entries({
    doc: (node: Node) => node.ownerDocument ?? document,
    win: () => window,
    constructorWin: () => window,
  })) {
    Object.defineProperty(Node.prototype, name, {
      configurable: true,
      get(this: Node) {
        return value(this);
      },
    });
  }
  for (const [name, value] of Object.entries({ win: () => window, doc: () => document })) {
    Object.defineProperty(UIEvent.prototype, name, { configurable: true, get: value });
  }
  define(window, { activeWindow: window, activeDocument: document, electronWindow: undefined });
}

function define(target: object, members: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, { configurable: true, writable: true, enumerable: false, value });
  }
}

const wrapped = new WeakMap<Listener, Map<string, EventListener>>();

function listenOnMatches(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Listener,
  options?: AddEventListenerOptions,
): void {
  const handler = (event: Event): void => {
    const start = event.target;
    const match = start instanceof Element ? start.closest(selector) : null;
    if (match instanceof HTMLElement) listener.call(match, event, match);
  };
  const known = wrapped.get(listener) ?? new Map<string, EventListener>();
  known.set(`${type} ${selector}`, handler);
  wrapped.set(listener, known);
  this.addEventListener(type, handler, options);
}

function stopListening(
  this: EventTarget,
  type: string,
  selector: string,
  listener: Listener,
  options?: AddEventListenerOptions,
): void {
  const handler = wrapped.get(listener)?.get(`${type} ${selector}`);
  if (handler !== undefined) this.removeEventListener(type, handler, options);
}

function whenInserted(el: HTMLElement, listener: () => unknown, once: boolean): () => void {
  let inside = el.isConnected;
  const observer = new MutationObserver(() => {
    if (el.isConnected && !inside) {
      listener();
      if (once) observer.disconnect();
    }
    inside = el.isConnected;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
