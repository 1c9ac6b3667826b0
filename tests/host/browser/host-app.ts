import type { App } from "./app.ts";

let current: App | undefined;

/** For the few parts of the API that are given no app: menus, components. */
export function hostApp(): App {
  if (current === undefined) throw new Error("the host has no app yet");
  return current;
}

export function setHostApp(app: App): void {
  current = app;
}
