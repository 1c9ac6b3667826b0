import type * as O from "obsidian";

interface Handler extends O.KeymapEventHandler {
  readonly func: O.KeymapEventListener;
}

/** Keys that something on the screen listens to; the keymap asks the newest scope first. */
export class Scope {
  private readonly handlers: Handler[] = [];

  constructor(private readonly parent?: Scope) {}

  register(modifiers: O.Modifier[] | null, key: string | null, func: O.KeymapEventListener): O.KeymapEventHandler {
    const handler = {
      scope: this as unknown as O.Scope,
      modifiers: modifiers === null ? null : modifierText(modifiers),
      key,
      func,
    };
    this.handlers.unshift(handler);
    return handler;
  }

  unregister(handler: O.KeymapEventHandler): void {
    const index = this.handlers.indexOf(handler as Handler);
    if (index >= 0) this.handlers.splice(index, 1);
  }

  handle(event: KeyboardEvent): unknown {
    const pressed = modifierText(pressedModifiers(event));
    for (const handler of this.handlers) {
      const keyFits = handler.key === null || handler.key.toLowerCase() === event.key.toLowerCase();
      if (!keyFits || (handler.modifiers !== null && handler.modifiers !== pressed)) continue;
      return handler.func(event, { modifiers: pressed, key: event.key, vkey: event.key });
    }
    return this.parent?.handle(event);
  }
}

export class Keymap {
  private readonly scopes: Scope[] = [];

  constructor(readonly base: Scope) {
    window.addEventListener("keydown", (event) => this.onKey(event), true);
  }

  pushScope(scope: Scope): void {
    this.scopes.push(scope);
  }

  popScope(scope: Scope): void {
    this.scopes.remove(scope);
  }

  static isModifier(event: MouseEvent | KeyboardEvent | TouchEvent, modifier: O.Modifier): boolean {
    return pressedModifiers(event).includes(modifier === "Mod" ? "Ctrl" : modifier);
  }

  static isModEvent(event?: O.UserEvent | null): O.PaneType | boolean {
    if (event === null || event === undefined) return false;
    if (event.instanceOf(MouseEvent) && event.button === 1) return "tab";
    if (!event.ctrlKey && !event.metaKey) return false;
    if (event.altKey) return event.shiftKey ? "window" : "split";
    return "tab";
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const scope = this.scopes[this.scopes.length - 1] ?? this.base;
    if (scope.handle(event) !== false) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function pressedModifiers(event: MouseEvent | KeyboardEvent | TouchEvent): O.Modifier[] {
  const found: O.Modifier[] = [];
  if (event.ctrlKey) found.push("Ctrl");
  if (event.metaKey) found.push("Meta");
  if (event.shiftKey) found.push("Shift");
  if (event.altKey) found.push("Alt");
  return found;
}

/** `Mod` is Ctrl here, as on Linux and Windows. */
function modifierText(modifiers: O.Modifier[]): string {
  return [...new Set(modifiers.map((modifier) => (modifier === "Mod" ? "Ctrl" : modifier)))].sort().join(",");
}
