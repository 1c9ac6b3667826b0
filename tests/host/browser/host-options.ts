/** What a test or the preview asks of the host; see open-vault.mts for the words. */
export interface HostOptions {
  readonly theme?: "light" | "dark";
  readonly phone?: boolean;
  readonly rtl?: boolean;
  readonly sidebarWidth?: number;
  /** Milliseconds between a write and the metadata cache knowing of it. */
  readonly cacheDelay?: number;
  /** The metadata cache is empty at the start; the test fills it with `fillCache`. */
  readonly lateCache?: boolean;
  /** `loadData` answers null though the file is there. */
  readonly dataIsNull?: boolean;
  /** A damaged data.json makes `loadData` answer null instead of throwing. */
  readonly damagedIsNull?: boolean;
  /** IndexedDB answers nobody, until `answerDatabases`. */
  readonly silentDatabases?: boolean;
  readonly language?: string;
  /** Load the plugin, but let the test say when the layout is ready. */
  readonly holdLayout?: boolean;
  readonly autoOpenPanel?: boolean;
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface GivenByPage {
  readonly token: string;
  readonly options: HostOptions;
  readonly manifest: {
    id: string;
    name: string;
    version: string;
    minAppVersion: string;
    author: string;
    description: string;
  };
  readonly vaultName: string;
  /** The local storage as the bridge keeps it; without it, the browser's own is used. */
  readonly kept?: Readonly<Record<string, string>>;
}

export const given = JSON.parse(document.getElementById("host-options")?.textContent ?? "{}") as GivenByPage;
