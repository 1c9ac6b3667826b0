const NONE: ReadonlySet<never> = new Set();

/** Things by name; a name without any takes no room. */
export class Groups<Item> {
  private readonly groups = new Map<string, Set<Item>>();

  get(name: string): ReadonlySet<Item> {
    return this.groups.get(name) ?? NONE;
  }

  names(): Iterable<string> {
    return this.groups.keys();
  }

  add(name: string, item: Item): void {
    const group = this.groups.get(name);
    if (group) group.add(item);
    else this.groups.set(name, new Set([item]));
  }

  remove(name: string, item: Item): void {
    const group = this.groups.get(name);
    group?.delete(item);
    if (group?.size === 0) this.groups.delete(name);
  }
}
