import type { WorkspaceLeaf } from "./leaf.ts";
import type { View } from "./view.ts";

export class ViewRegistry {
  readonly creators = new Map<string, (leaf: WorkspaceLeaf) => View>();
  private readonly extensions = new Map<string, string>([["md", "markdown"]]);

  register(type: string, creator: (leaf: WorkspaceLeaf) => View): void {
    if (this.creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.creators.set(type, creator);
  }

  registerExtensions(extensions: string[], type: string): void {
    for (const extension of extensions) this.extensions.set(extension, type);
  }

  typeOf(extension: string): string {
    return this.extensions.get(extension) ?? "empty";
  }
}
