export interface Bridge {
  /** The page, with its token. */
  readonly url: string;
  readonly address: string;
  readonly token: string;
  /** Looks at one path now, without waiting for the file system to tell. */
  readonly look: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BridgeGiven {
  readonly vault: string;
  readonly plugin: { readonly mainJs: string; readonly manifest: object; readonly styles?: string };
  readonly assets: { readonly js: string; readonly css: string };
  readonly options?: object;
  readonly port?: number;
  /** The page keeps nothing in its browser: its local storage is held here, its databases in its memory. */
  readonly keepsForPage?: boolean;
}

export function startBridge(given: BridgeGiven): Promise<Bridge>;
