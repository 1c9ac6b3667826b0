const NONE: readonly never[] = [];

/**
 * Things by name; a name without any takes no room, and one with a single thing, as most have, no set. The things are
 * no sets themselves.
 */
export class Groups<Item extends object | string> {
  private readonly groups = new Map<string, Item | Set<Item>>();

  get(name: string): Iterable<Item> {
    const group = this.groups.get(name);
    return group === undefined ? NONE : group instanceof Set ? group : [group];
  }

  get isEmpty(): boolean {
    return this.groups.size === 0;
  }

  add(name: string, item: Item): void {
    const group = this.groups.get(name);
    if (group instanceof Set) group.add(item);
    else if (group === undefined) this.groups.set(name, item);
    else if (group !== item) this.groups.set(name, new Set([group, item]));
  }

  remove(name: string, item: Item): void {
    const group = this.groups.get(name);
    if (group === item) this.groups.delete(name);
    if (!(group instanceof Set)) return;
    group.delete(item);
    if (group.size === 0) this.groups.delete(name);
  }
}
