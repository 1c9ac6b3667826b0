import { Component, TFile, type App, type CachedMetadata } from "obsidian";

/** Called with a note, its text and what Obsidian knows of it, whenever that is new. */
type MetadataListener = (file: TFile, text: string, metadata: CachedMetadata) => void;

/** How often notes without metadata are looked at while Obsidian still reads. */
const LOOK_EVERY_MS = 500;
/** After this long without another note, the rest is not waited for; sooner once Obsidian says that it is done. */
const QUIET_MS = 5_000;
const QUIET_WHEN_RESOLVED_MS = 1_000;
/** Nobody waits longer than this, however much is still coming. */
const LIMIT_MS = 20_000;

/**
 * Tells when Obsidian has read the vault, and of every note it learns of. The layout is ready before the metadata is,
 * and `changed` may not come for a note that was there at the start: such notes are found by looking for them.
 */
export class MetadataWatch extends Component {
  private readonly missing = new Set<TFile>();
  private readonly listeners = new Set<MetadataListener>();
  private complete = false;
  private ready = false;
  private resolved = false;
  private startedAt = 0;
  private newestAt = 0;
  private timer: number | null = null;
  private tellReady: () => void = () => undefined;
  private tellComplete: () => void = () => undefined;
  /** Resolves once the vault can be read: all metadata is there, or what is missing was waited for long enough. */
  readonly whenReady = new Promise<void>((resolve) => {
    this.tellReady = resolve;
  });
  /** Resolves once Obsidian has read every note, as far as it ever will. */
  readonly whenComplete = new Promise<void>((resolve) => {
    this.tellComplete = resolve;
  });

  constructor(
    private readonly app: App,
    /** What has to be there besides. */
    private readonly settingsRead: Promise<void>,
  ) {
    super();
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      this.start();
    });
  }

  override onunload(): void {
    this.listeners.clear();
    this.stopLooking();
  }

  get isReady(): boolean {
    return this.ready;
  }

  get isComplete(): boolean {
    return this.complete;
  }

  /** Calls back with each note that is new or changed, until the returned function is called. */
  onChanged(listener: MetadataListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private start(): void {
    const { metadataCache, vault } = this.app;
    this.registerEvent(
      metadataCache.on("changed", (file, text, metadata) => {
        this.missing.delete(file);
        this.tell(file, text, metadata);
      }),
    );
    this.registerEvent(
      metadataCache.on("resolved", () => {
        this.resolved = true;
        this.look();
      }),
    );
    this.registerEvent(
      vault.on("create", (file) => {
        if (file instanceof TFile && file.extension === "md") this.missing.add(file);
      }),
    );
    for (const file of vault.getMarkdownFiles()) if (!metadataCache.getFileCache(file)) this.missing.add(file);
    this.startedAt = this.newestAt = performance.now();
    this.timer = window.setInterval(() => {
      this.look();
    }, LOOK_EVERY_MS);
    this.look();
  }

  /** Looks whether notes without metadata have some by now, and whether there is still something to wait for. */
  private look(): void {
    const now = performance.now();
    for (const file of this.missing) {
      const metadata = this.app.metadataCache.getFileCache(file);
      const isGone = this.app.vault.getFileByPath(file.path) !== file;
      if (!metadata && !isGone) continue;
      this.missing.delete(file);
      this.newestAt = now;
      if (metadata && !isGone && this.ready) void this.tellLate(file, metadata);
    }
    if (this.complete) return;
    const quiet = this.resolved ? QUIET_WHEN_RESOLVED_MS : QUIET_MS;
    this.complete = this.missing.size === 0 || now - this.newestAt >= quiet;
    if (this.complete) {
      this.stopLooking();
      this.tellComplete();
    }
    if (!this.complete && now - this.startedAt < LIMIT_MS) return;
    void this.settingsRead.then(() => {
      this.ready = true;
      this.tellReady();
    });
  }

  private async tellLate(file: TFile, metadata: CachedMetadata): Promise<void> {
    try {
      this.tell(file, await this.app.vault.cachedRead(file), metadata);
    } catch {
      // It has gone meanwhile.
    }
  }

  private tell(file: TFile, text: string, metadata: CachedMetadata): void {
    for (const listener of this.listeners) listener(file, text, metadata);
  }

  private stopLooking(): void {
    if (this.timer !== null) window.clearInterval(this.timer);
    this.timer = null;
  }
}
