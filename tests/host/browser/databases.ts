/** The page's IndexedDB, which can fall silent or lose its connections, as it is known to on iOS. */
const held: IDBRequest[] = [];
const connections = new Set<IDBDatabase>();
let isSilent = false;
let opened = 0;

/** Stands between the page and its databases, from before anybody opens one. */
export function watchDatabases(silent: boolean): void {
  isSilent = silent;
  watch(IDBFactory.prototype, "open");
  for (const name of ["get", "getAll", "getAllKeys", "put"]) watch(IDBObjectStore.prototype, name);
}

/** From now on no request is answered. */
export function silenceDatabases(): void {
  isSilent = true;
}

/** Answers all that waits, late, and from now on at once. */
export function answerDatabases(): void {
  isSilent = false;
  for (const request of held.splice(0)) request.dispatchEvent(new Event("success"));
}

/** Cuts every connection; with `told` the database says so, as its `close` event does. */
export function loseDatabases(told: boolean): void {
  for (const connection of connections) {
    connection.close();
    if (told) connection.dispatchEvent(new Event("close"));
  }
  connections.clear();
}

/** How often a connection was opened so far. */
export function databasesOpened(): number {
  return opened;
}

function watch(prototype: object, name: string): void {
  const methods = prototype as Record<string, (...args: unknown[]) => IDBRequest>;
  const original = methods[name];
  if (original === undefined) throw new Error(`no ${name}`);
  methods[name] = function (this: unknown, ...args) {
    const request = original.apply(this, args);
    // Added before anybody else could: what is stopped here reaches no other listener.
    request.addEventListener("success", (event) => {
      if (isSilent) {
        event.stopImmediatePropagation();
        held.push(request);
      } else if (request.result instanceof IDBDatabase) {
        opened++;
        connections.add(request.result);
      }
    });
    return request;
  };
}
