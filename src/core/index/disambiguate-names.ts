import { normalizeName } from "../people/normalize-name";
import type { Person } from "./person";

type Named = Pick<Person, "name" | "path">;

/**
 * Says people so that two of one name are told apart by their folders: "Alex Kim (Work)"; others by their name alone.
 */
export function disambiguateNames(people: readonly Named[]): (one: Named) => string {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(normalizeName(name), (count.get(normalizeName(name)) ?? 0) + 1);
  return (one) => ((count.get(normalizeName(one.name)) ?? 0) > 1 ? withFolder(one) : one.name);
}

/** A name with where its note lies. */
export function withFolder({ name, path }: Named): string {
  const folder = path.split("/").slice(0, -1).join("/");
  return folder === "" ? name : `${name} (${folder})`;
}
