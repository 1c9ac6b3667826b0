import type { Properties } from "./read-frontmatter";

/**
 * The own keys of an object, looked at as properties: of everybody's frontmatter at the start no copy is made. To be
 * let go of before the object changes.
 */
export class PropertyView implements Properties {
  constructor(private readonly data: Readonly<Record<string, unknown>>) {}

  get size(): number {
    return Object.keys(this.data).length;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.data, key);
  }

  get(key: string): unknown {
    return this.has(key) ? this.data[key] : undefined;
  }

  forEach(call: (value: unknown, key: string, properties: Properties) => void): void {
    for (const key of Object.keys(this.data)) call(this.data[key], key, this);
  }

  keys(): MapIterator<string> {
    return Object.keys(this.data).values();
  }

  values(): MapIterator<unknown> {
    return Object.values(this.data).values();
  }

  entries(): MapIterator<[string, unknown]> {
    return Object.entries(this.data).values();
  }

  [Symbol.iterator](): MapIterator<[string, unknown]> {
    return this.entries();
  }
}
