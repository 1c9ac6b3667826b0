import { given } from "./host-options.ts";

export interface DiskStat {
  readonly type: "file" | "folder";
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

export interface DiskItem extends DiskStat {
  readonly path: string;
  readonly text?: string;
}

export interface OutsideChange {
  readonly kind: "create" | "modify" | "delete";
  readonly path: string;
  readonly stat?: DiskStat;
}

export class DiskError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function ask<T>(route: string, body: object = {}): Promise<T> {
  const response = await fetch(`/vault/${route}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-host-token": given.token },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new DiskError(answer.error ?? response.statusText, response.status);
  return answer;
}

export interface ReadAnswer {
  readonly text: string;
  readonly hash: string;
  readonly stat: DiskStat;
}

export interface WriteAnswer {
  readonly changed?: boolean;
  readonly hash?: string;
  readonly stat?: DiskStat;
}

export const disk = {
  tree: () => ask<{ items: DiskItem[] }>("tree"),
  stat: (path: string) => ask<{ stat: DiskStat | null }>("stat", { path }),
  list: (path: string) => ask<{ files: string[]; folders: string[] }>("list", { path }),
  read: (path: string, base64 = false) => ask<ReadAnswer>("read", { path, base64 }),
  write: (path: string, text: string, how: { ifHash?: string; ifNew?: boolean; base64?: boolean } = {}) =>
    ask<WriteAnswer>("write", { path, text, ...how }),
  mkdir: (path: string) => ask<{ stat: DiskStat }>("mkdir", { path }),
  remove: (path: string) => ask<object>("remove", { path }),
  rename: (path: string, to: string) => ask<{ stat: DiskStat }>("rename", { path, to }),
  copy: (path: string, to: string) => ask<{ stat: DiskStat }>("copy", { path, to }),
};

export function onOutsideChange(callback: (change: OutsideChange) => void): Promise<void> {
  const source = new EventSource(`/events?token=${given.token}`);
  source.onmessage = (message) => callback(JSON.parse(message.data as string) as OutsideChange);
  source.addEventListener("end", () => {
    source.close();
    document.body.replaceChildren("The preview has ended. This tab can be closed.");
  });
  return new Promise((opened) => source.addEventListener("open", () => opened()));
}

let keeping: Promise<unknown> = Promise.resolve();

/** One after the other, so that the last word stands; `null` lets go of the key. */
export function keepOnBridge(key: string, text: string | null): void {
  const keep = (): Promise<unknown> =>
    fetch("/kept", {
      method: "POST",
      headers: { "content-type": "application/json", "x-host-token": given.token },
      body: JSON.stringify({ key, text }),
    });
  keeping = keeping.then(keep, keep);
}

/** The page waits for it: in the app an icon stands there at once. */
export function fetchIcon(name: string): string | null {
  const request = new XMLHttpRequest();
  request.open("GET", `/icon?name=${encodeURIComponent(name)}`, false);
  request.setRequestHeader("x-host-token", given.token);
  request.send();
  return (JSON.parse(request.responseText) as { svg: string | null }).svg;
}
